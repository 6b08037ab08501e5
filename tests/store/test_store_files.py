"""Output files: whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.store import check_writable, write_file


def test_text_arrives_as_it_is(tmp_path: Path) -> None:
    write_file(tmp_path / "report.md", "Fähre\r\nzwei\n\u2028\U0001f600")
    assert (tmp_path / "report.md").read_bytes() == "Fähre\r\nzwei\n\u2028\U0001f600".encode()


def test_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    for text in ("old", "new"):
        write_file(tmp_path / "report.md", text)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"report.md": "new"}


def test_file_has_ordinary_permissions(tmp_path: Path) -> None:
    write_file(tmp_path / "report.md", "x")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_interrupted_write_leaves_the_old_file(tmp_path: Path, failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "report.md", "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", fail) if failing == "fsync" else (Path, "replace", fail)))
    with pytest.raises(StoreError, match="No space left"):
        write_file(tmp_path / "report.md", "new")
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"report.md": "old"}


def test_text_that_utf8_cannot_carry(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="UTF-8"):
        write_file(tmp_path / "report.md", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_file(tmp_path / "none" / "report.md", "x")


def test_long_name(tmp_path: Path) -> None:
    write_file(tmp_path / ("n" * 250), "x")
    assert (tmp_path / ("n" * 250)).read_text() == "x"


def test_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    check_writable(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        check_writable(tmp_path / "a")


@pytest.mark.parametrize("folder", ["/proc/none", "a/b"])
def test_folder_cannot_be_written(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(StoreError, match="cannot be written to"):
        check_writable(tmp_path / folder)


def test_a_text_in_pieces_is_written_whole_or_not_at_all(tmp_path):
    def breaking():
        yield "new"
        raise RuntimeError

    write_file(tmp_path / "report.md", iter(["old, ", "and ä", "\n"]))
    with pytest.raises(RuntimeError):
        write_file(tmp_path / "report.md", breaking())
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "old, and ä\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
