"""A report is rendered again while a run writes another one into its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from review.reviewed import decision, fire

from summarizer import report_folder
from summarizer.report_folder import Opened, open_report, render_again, write_report
from summarizer.reporting import render_json, render_markdown
from summarizer.schema import ReviewRecord
from summarizer.store import keep_decision, review_with_bytes


def test_a_decision_that_is_kept_meanwhile_is_in_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = decision(fire(), "f1", "dismissed", reason="minor")

    def read_before_a_decision(folder: Path) -> tuple[ReviewRecord, bytes | None]:
        found = review_with_bytes(folder)
        if found[1] is None:
            keep_decision(folder, late)
        return found

    monkeypatch.setattr(report_folder, "review_with_bytes", read_before_a_decision)
    write_report(fire(), tmp_path)

    assert (tmp_path / "report.md").read_text() == render_markdown(fire(), ReviewRecord(decisions=(late,)))
    (tmp_path / "review.toml").unlink()
    render_again(tmp_path)
    assert (tmp_path / "report.md").read_text() == render_markdown(fire(), ReviewRecord(decisions=(late,)))


def test_the_report_of_a_run_that_ended_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fire()
    after = before.model_copy(update={"findings": before.findings[:1]})
    write_report(before, tmp_path)

    def opened_while_another_run_ends(folder: Path) -> Opened:
        opened = open_report(folder)
        if len(opened.report.findings) > 1:
            write_report(after, folder, html=False)
        return opened

    monkeypatch.setattr(report_folder, "open_report", opened_while_another_run_ends)
    assert len(before.findings) > 1
    render_again(tmp_path)

    assert open_report(tmp_path).data.decode() == render_json(after)
    assert (tmp_path / "report.md").read_text() == render_markdown(after)
