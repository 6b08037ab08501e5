"""A run that writes more files, or fewer, than the one that was killed before it brings that one to its end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.store import settle, write_together

TWO, THREE = ("report.json", "report.md"), ("report.json", "report.md", "report.html")
RUN = "0123456789ab"


def killed(folder: Path, names: tuple[str, ...], placed: int) -> None:
    """What is there after a kill: the old files out of the way, the first of the new ones in place."""
    for name in names:
        (folder / f".{name}.{RUN}.old").write_text(f"{name} of old")
    for number, name in enumerate(names):
        (folder / (name if number < placed else f".{name}.{RUN}.new")).write_text(f"{name} of new")
    (folder / f".{names[0]}.{RUN}.journal").write_text(json.dumps(names))


@pytest.mark.parametrize("placed", [0, 1, 2])
@pytest.mark.parametrize(("before", "after"), [(TWO, THREE), (THREE, TWO)])
def test_what_was_written_whole_is_put_in_place(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...], placed: int
) -> None:
    killed(tmp_path, before, placed)
    settle(tmp_path, after)

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {name: f"{name} of new" for name in before}


@pytest.mark.parametrize(("before", "after"), [(TWO, THREE), (THREE, TWO)])
def test_the_next_run_writes_over_it(tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    killed(tmp_path, before, 1)
    write_together(tmp_path, dict.fromkeys(after, "next"))

    assert {name: (tmp_path / name).read_text() for name in after} == dict.fromkeys(after, "next")
    assert not [file.name for file in tmp_path.iterdir() if file.name.startswith(".")]


@pytest.mark.parametrize(
    "names", [["report.json", "other.md"], ["report.md", "report.json"], ["report.json", "../report.md"], [1], {}]
)
def test_a_journal_of_other_files_is_rubbish(tmp_path: Path, names: object) -> None:
    (tmp_path / f".report.json.{RUN}.journal").write_text(json.dumps(names))
    (tmp_path / "report.json").write_text("kept")
    settle(tmp_path, TWO)

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"report.json": "kept"}


def test_texts_made_of_a_file_that_was_changed_since_are_not_written(tmp_path: Path) -> None:
    write_together(tmp_path, dict.fromkeys(TWO, "of another run"))

    assert not write_together(tmp_path, dict.fromkeys(THREE, "mine"), still={TWO[0]: b"as it was"})
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == dict.fromkeys(TWO, "of another run")
    assert write_together(tmp_path, dict.fromkeys(THREE, "mine"), still={TWO[0]: b"of another run"})
    assert {file.read_text() for file in tmp_path.iterdir()} == {"mine"}


def test_texts_made_of_a_file_that_is_gone_are_not_written(tmp_path: Path) -> None:
    assert not write_together(tmp_path, dict.fromkeys(THREE, "mine"), still={TWO[0]: b"as it was"})
    assert list(tmp_path.iterdir()) == []


def test_texts_made_of_a_file_that_came_since_are_not_written(tmp_path: Path) -> None:
    assert write_together(tmp_path, dict.fromkeys(TWO, "mine"), still={"review.toml": None})
    (tmp_path / "review.toml").write_text("decided")
    assert not write_together(tmp_path, dict.fromkeys(TWO, "later"), still={"review.toml": None})
    assert (tmp_path / TWO[0]).read_text() == "mine"
