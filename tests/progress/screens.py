"""A terminal as far as the program uses one: what its screen shows, and the program run on it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from wcwidth import wcwidth

LONGEST_S = 60
SEQUENCE = re.compile(r"\x1b\[(\d*)([A-Za-z])")


@dataclass
class Screen:
    """What a terminal of so many columns shows, with all that has scrolled away above.

    Raises AssertionError at a control character or sequence that the program has no use for.
    """

    columns: int
    rows: list[list[str]] = field(default_factory=lambda: [[]])
    row: int = 0
    column: int = 0
    colours: int = 0

    def feed(self, text: str) -> Screen:
        """Show some output."""
        at = 0
        while at < len(text):
            if match := SEQUENCE.match(text, at):
                self._follow(match[2], int(match[1] or 1))
                at = match.end()
            else:
                self._put(text[at])
                at += 1
        return self

    @property
    def lines(self) -> list[str]:
        """Its lines, without the empty ones at the end."""
        lines = ["".join(row).rstrip() for row in self.rows]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def _follow(self, letter: str, number: int) -> None:
        if letter == "A":
            self.row = max(0, self.row - number)
        elif letter == "J":
            del self.rows[self.row + 1 :]
            del self.rows[self.row][self.column :]
        elif letter == "K":
            del self.rows[self.row][self.column :]
        else:
            assert letter == "m", f"unexpected sequence {letter!r}"
            self.colours += 1

    def _put(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self._next_row()
        else:
            assert character.isprintable(), f"unexpected control character {character!r}"
            cells = max(0, wcwidth(character))
            if self.column + cells > self.columns:
                self._next_row()
                self.column = 0
            row = self.rows[self.row]
            row.extend(" " * (self.column - len(row)))
            row[self.column : self.column + cells] = [character, *[""] * (cells - 1)]
            self.column += cells

    def _next_row(self) -> None:
        self.row += 1
        if self.row == len(self.rows):
            self.rows.append([])


@dataclass
class Shown:
    """A run of the program on a terminal.

    Attributes:
        moments: what the screen showed after each piece of output.
        raw: all that was put out on the terminal; stdout: what went into a pipe instead, if it was one.
    """

    code: int
    moments: list[list[str]]
    raw: str
    stdout: str
    screen: Screen

    @property
    def ever(self) -> str:
        """All that was ever to be seen."""
        return "\n".join("\n".join(lines) for lines in self.moments)


def run_on_terminal(
    arguments: list[str],
    place: Path,
    *,
    size: tuple[int, int] = (80, 24),
    piped: bool = False,
    keys: Callable[[list[str]], bytes] = lambda _: b"",
    **variables: str,
) -> Shown:
    """Run the program with a terminal as its stderr, and as its stdout unless that is piped; `keys` types on it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "SUMMARIZER", "NO_COLOR"))}
    env = {**kept, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
    with (place / "stdout").open("wb") as pipe:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "summarizer", *arguments],
            stdin=theirs,
            stdout=pipe if piped else theirs,
            stderr=theirs,
            cwd=place,
            env={**env, **variables},
            preexec_fn=_own_terminal,  # noqa: PLW1509  nothing else runs here
        )
    os.close(theirs)
    try:
        shown = _watched(ours, process, Screen(size[0]), keys)
    finally:
        os.close(ours)
        if process.poll() is None:
            process.kill()
            process.wait()
    shown.stdout = (place / "stdout").read_text(encoding="utf-8")
    return shown


def _own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _watched(ours: int, process: subprocess.Popen[bytes], screen: Screen, keys: Callable[[list[str]], bytes]) -> Shown:
    shown = Shown(-1, [], "", "", screen)
    last = time.monotonic() + LONGEST_S
    waiting = b""
    while time.monotonic() < last:
        if not select.select([ours], [], [], 0.1)[0]:
            if process.poll() is not None:
                break
            continue
        with contextlib.suppress(OSError):  # Linux says so when the last who had it open has closed it
            if data := os.read(ours, 65536):
                waiting += data
                text, waiting = _whole(waiting)
                shown.raw += text
                shown.moments.append(screen.feed(text).lines)
                if typed := keys(screen.lines):
                    os.write(ours, typed)
                continue
        break
    shown.code = process.wait(max(1.0, last - time.monotonic()))
    return shown


def _whole(data: bytes) -> tuple[str, bytes]:
    """What of it is whole characters and sequences, and the rest."""
    cut = data.rfind(b"\x1b")
    if cut >= 0 and not re.match(rb"\x1b\[\d*[A-Za-z]", data[cut:]):
        return _whole(data[:cut])[0], data[cut:]
    for back in range(4):
        with contextlib.suppress(UnicodeDecodeError):
            return data[: len(data) - back].decode(), data[len(data) - back :]
    raise AssertionError(data)
