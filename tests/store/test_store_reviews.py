"""review.toml on disk: nothing that anybody decided is lost, whoever else writes there."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, StoreError
from summarizer.review import render_review
from summarizer.schema import Decision, ReviewRecord
from summarizer.store import keep_decision, keep_review, pairs, read_review


def decision(finding_id: str = "f1", *, by: str = "Ann", after: int = 0, note: str | None = None) -> Decision:
    at = dt.datetime(2031, 5, 1, 12, 0, tzinfo=dt.UTC) + dt.timedelta(seconds=after)
    fields = {"ruling": "confirmed", "verdict": "contradict", "question": "?", "evidence": ()}
    return Decision(finding_id=finding_id, by=by, at=at, note=note, **fields)


def review(*decisions: Decision) -> ReviewRecord:
    return ReviewRecord(decisions=decisions)


def test_a_folder_without_a_review_has_no_decisions(tmp_path: Path) -> None:
    assert read_review(tmp_path) == ReviewRecord()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_read_and_adds_to_what_is_there(tmp_path: Path) -> None:
    assert keep_review(tmp_path, review(decision())) == review(decision())
    both = keep_review(tmp_path, review(decision(by="Bo"), decision(after=-5, note="older")))
    assert both == read_review(tmp_path) == review(decision(), decision(by="Bo"))
    assert (tmp_path / "review.toml").read_text(encoding="utf-8") == render_review(both)
    assert [file.name for file in tmp_path.iterdir()] == ["review.toml"]


def test_a_decision_made_just_now_is_the_newest_whatever_the_clock_says(tmp_path: Path) -> None:
    keep_review(tmp_path, review(decision(note="first", after=60), decision(by="Bo", note="Bo's")))
    keep_decision(tmp_path, decision(note="second"))
    kept = keep_decision(tmp_path, decision(note="a third"))
    assert [(one.by, one.note, one.at.minute, one.at.second) for one in kept.decisions] == [
        ("Ann", "a third", 1, 2),
        ("Bo", "Bo's", 0, 0),
    ]
    assert read_review(tmp_path) == kept


def test_an_empty_review_makes_a_file_once(tmp_path: Path) -> None:
    keep_review(tmp_path, ReviewRecord())
    assert (tmp_path / "review.toml").exists()


def test_a_file_to_which_nothing_is_added_stays_with_its_comments(tmp_path: Path) -> None:
    text = render_review(review(decision())) + "# remember the mayor\n"
    (tmp_path / "review.toml").write_text(text, encoding="utf-8")
    keep_review(tmp_path, review(decision()))
    assert (tmp_path / "review.toml").read_text(encoding="utf-8") == text


def test_a_file_that_is_no_review_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text("format = 1\nby = 'hand'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"review\.toml, line 2: by"):
        keep_review(tmp_path, review(decision()))
    assert path.read_text(encoding="utf-8") == "format = 1\nby = 'hand'\n"


def test_a_folder_that_is_not_there_and_a_file_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no decision was kept"):
        keep_review(tmp_path / "none", review(decision()))
    (tmp_path / "review.toml").mkdir()
    with pytest.raises(StoreError, match=r"review\.toml: cannot be read"):
        read_review(tmp_path)


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_keeps_its_file(tmp_path: Path) -> None:
    keep_review(tmp_path, review(decision()))
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            keep_review(tmp_path, review(decision(by="Bo")))
    finally:
        tmp_path.chmod(0o700)
    assert read_review(tmp_path) == review(decision())


def test_what_another_program_writes_meanwhile_is_waited_for_and_kept(tmp_path: Path) -> None:
    keep_review(tmp_path, review(decision()))
    with pairs.alone(tmp_path):
        waiting = threading.Thread(target=keep_review, args=(tmp_path, review(decision(by="Bo"))))
        waiting.start()
        (tmp_path / "review.toml").write_text(render_review(review(decision("f2"))), encoding="utf-8")
    waiting.join()
    assert read_review(tmp_path) == review(decision(by="Bo"), decision("f2"))


def _keep_many(folder: Path, person: str) -> None:
    for number in range(10):
        keep_review(folder, review(decision(f"f{number}", by=person)))


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("fork")
    people = [spawn.Process(target=_keep_many, args=(tmp_path, person)) for person in ("Ann", "Bo", "Cy")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert [person.exitcode for person in people] == [0, 0, 0]
    assert len(read_review(tmp_path).decisions) == 30
