"""The page lies beside the report, of the same run, unless nobody wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
from report.report_factory import ferry

from summarizer.errors import StoreError
from summarizer.report_folder import write_report
from summarizer.reporting import page_pieces, render_json
from summarizer.schema import ReviewRecord


def test_the_page_is_written_beside_the_report(tmp_path: Path) -> None:
    write_report(ferry(), tmp_path)

    assert (tmp_path / "report.html").read_text() == "".join(page_pieces(ferry(), ReviewRecord()))
    assert (tmp_path / "report.json").read_text() == render_json(ferry())


def test_without_the_page_that_of_another_run_is_gone(tmp_path: Path) -> None:
    write_report(ferry(), tmp_path)
    write_report(ferry(), tmp_path, html=False)

    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.json", "report.md"]


def test_a_page_that_cannot_be_removed_is_said(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()

    with pytest.raises(StoreError, match=r"report\.html: cannot be removed"):
        write_report(ferry(), tmp_path, html=False)
