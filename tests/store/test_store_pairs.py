"""Two files that belong together: whatever moment the program ends at, those that are there are of one writing."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.store import pairs, settle, write_together

NAMES = ("report.json", "report.md")


class Killed(BaseException):
    """Stands for the end of the process: nothing is tidied up behind it."""


def texts(run: str) -> dict[str, str]:
    return {name: f"{name} of {run}" for name in NAMES}


def shown(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir() if not file.name.startswith(".")}


def whole(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir()}


def test_both_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    for run in ("old", "new"):
        write_together(tmp_path, texts(run))
        assert whole(tmp_path) == texts(run)


def test_pieces(tmp_path: Path) -> None:
    write_together(tmp_path, {"report.json": iter(["ä", "\r\n"]), "report.md": "x"})
    assert (tmp_path / "report.json").read_bytes() == "ä\r\n".encode()


STEPS: dict[str, tuple[object, str]] = {
    "write": (pairs, "write_through"),
    "sync": (pairs, "sync_folder"),
    "rename": (Path, "replace"),
    "remove": (Path, "unlink"),
}


def stop_at(monkeypatch: pytest.MonkeyPatch, step: str, at: int, error: BaseException, *, done: bool) -> list[int]:
    """Let the step fail the nth time, before or after it is done; and with an end of the process, all that come after."""
    place, name = STEPS[step]
    real: Callable[..., object] = getattr(place, name)
    counted = [0]

    def fails(*args: object, **options: object) -> object:
        counted[0] += 1
        if counted[0] == at or (counted[0] > at and isinstance(error, Killed)):
            if done and counted[0] == at:
                real(*args, **options)
            raise error
        return real(*args, **options)

    monkeypatch.setattr(place, name, fails)
    return counted


@pytest.mark.parametrize("older", [True, False])
@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_every_step(tmp_path: Path, step: str, done: bool, older: bool) -> None:
    reached = 0
    for at in range(1, 12):
        folder = tmp_path / str(at)
        folder.mkdir()
        before = texts("old") if older else {}
        if older:
            write_together(folder, before)
        with pytest.MonkeyPatch.context() as here:
            counted = stop_at(here, step, at, Killed(), done=done)
            if step != "remove":  # a process that is gone removes nothing
                here.setattr(Path, "unlink", lambda *_, **__: None)
            try:
                write_together(folder, texts("new"))
            except Killed:
                reached += 1
            assert counted[0]
        there = shown(folder)
        assert there.items() <= before.items() or there.items() <= texts("new").items()
        settle(folder, NAMES)
        assert whole(folder) in (before, texts("new"))
    assert reached


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("step", ["write", "rename"])
def test_an_error_at_a_step_leaves_the_old_ones(tmp_path: Path, step: str, done: bool) -> None:
    places = {"write": 3, "rename": 4}[step]
    for at in range(1, places + 1):
        folder = tmp_path / str(at)
        folder.mkdir()
        write_together(folder, texts("old"))
        with pytest.MonkeyPatch.context() as here:
            stop_at(here, step, at, OSError(28, "No space left on device"), done=done)
            with pytest.raises(StoreError, match=r"report\.json and report\.md cannot be written \(No space left"):
                write_together(folder, texts("new"))
        settle(folder, NAMES)
        assert whole(folder) in ((texts("old"), texts("new")) if done else (texts("old"),))


def test_an_interruption_between_the_two_does_not_part_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_together(tmp_path, texts("old"))
    stop_at(monkeypatch, "rename", 4, KeyboardInterrupt(), done=True)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, texts("new"))
    assert whole(tmp_path) == texts("new")


def test_a_text_that_breaks_off_leaves_the_old_ones(tmp_path: Path) -> None:
    def breaking():
        yield "new"
        raise RuntimeError

    write_together(tmp_path, texts("old"))
    with pytest.raises(RuntimeError):
        write_together(tmp_path, {"report.json": "new", "report.md": breaking()})
    with pytest.raises(StoreError, match="UTF-8"):
        write_together(tmp_path, {"report.json": "new", "report.md": "\ud800"})
    assert whole(tmp_path) == texts("old")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_the_place_of_one_is_found_before_anything_is_moved(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    other = next(other for other in NAMES if other != name)
    (tmp_path / other).write_text("old")
    with pytest.raises(StoreError, match="is a folder"):
        write_together(tmp_path, texts("new"))
    assert shown_files(tmp_path) == {other: "old"}


def shown_files(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir() if file.is_file()}


def test_other_files_and_forged_journals_are_left_alone(tmp_path: Path) -> None:
    others = {".report.json.notes": "x", "report.md.old": "y", ".other.0123456789ab.new": "z", "notes.txt": "n"}
    for name, text in others.items():
        (tmp_path / name).write_text(text)
    (tmp_path / ".report.json.0123456789ab.journal").write_text('["../../etc/passwd", "report.md"]')
    settle(tmp_path, NAMES)
    assert whole(tmp_path) == others


def test_a_folder_that_another_program_writes_to_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "LONGEST_WAIT_S", 0.0)
    with pairs.alone(tmp_path), pytest.raises(StoreError, match="another program has been writing there"):
        write_together(tmp_path, texts("new"))
    write_together(tmp_path, texts("new"))


WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from summarizer.store import settle, write_together
folder, names = Path(sys.argv[1]), ("report.json", "report.md")
settle(folder, names)
print("ready", flush=True)
for number in itertools.count(int(sys.argv[2])):
    write_together(folder, {name: f"{number} " * 5000 for name in names})
"""


def test_killed_for_real(tmp_path: Path) -> None:
    chance = random.Random(3)
    for trial in range(6):
        command = [sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path), str(trial * 1_000_000)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.05 + chance.random() / 20)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert len(set(shown(tmp_path).values())) <= 1
        settle(tmp_path, NAMES)
        assert {file.name for file in tmp_path.iterdir()} in (set(NAMES), set())
        assert len(set(whole(tmp_path).values())) <= 1
    assert {file.name for file in tmp_path.iterdir()} == set(NAMES)
