"""The terminal of a review: what is drawn, and what is typed."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Protocol

import typer
from rich.console import Console
from rich.text import Text

from summarizer.cli.reviewing.blocks import Block, Pair, lines_of
from summarizer.reporting.phrases import count

AT_LANDMARK = -1
"""As the first line that is shown: that of the landmark."""
ABOVE = 2
"""Lines that stay in sight above a landmark, and when a page is turned."""
STEP = 3
ARROWS = {"\x1b[B": 1, "\x1bOB": 1, "\x1b[A": -1, "\x1bOA": -1}
SCROLLING = {**ARROWS, " ": 1, "\x1b[6~": 1, "\x1b[5~": -1}
"""Keys that move a finding that is longer than the window, down or up."""
LEAST_BODY = 3
"""Lines of the finding that are shown even where the window is too small for anything."""
SUSPEND = "\x1a"
ESCAPE = "\x1b"
HOME = "\x1b[H\x1b[2J"
BELOW = "\r\x1b[K"
OWN_SCREEN, FORMER_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
"""xterm's alternate screen, which terminals that can move their cursor know, or pass over."""


class Lost(Exception):
    """Nobody is at the terminal any more."""


class Resized(Exception):
    """The window has another size: what is shown has to be drawn again."""


@dataclass(frozen=True)
class View:
    """What of a finding the window shows: from which line on, and how many lines there is room for."""

    top: int = 0
    room: int = 0


def scrolled(view: View, key: str) -> int:
    """The first line after one step: three lines by an arrow, a window, less two lines, by Space and the page keys."""
    return max(0, view.top + SCROLLING[key] * (STEP if key in ARROWS else max(STEP, view.room - ABOVE)))


class Screen(Protocol):
    """What a review needs of a terminal."""

    marks: bool
    """Decisive words are marked by signs, for there is no colour."""

    def show(
        self, head: Sequence[Block], body: Sequence[Block | Pair], foot: Sequence[Block], top: int, said: str = ""
    ) -> View:
        """Draw, with what is to be said just above the foot; returns what of the body is in the window.

        It begins at `top`, or at the last line from which a window is filled.
        """

    def key(self) -> str:
        """The next key. Raises Lost, Resized, EOFError, KeyboardInterrupt."""

    def line(self, prompt: str) -> str:
        """The next line. Raises Lost, EOFError, KeyboardInterrupt."""


class Terminal:
    """A terminal as it is: any size, with or without colour, or one that cannot move its cursor."""

    def __init__(self) -> None:
        """Looks at the environment: NO_COLOR, TERM, the encoding."""
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        # A size that the shell exported is that of the window as it was then.
        settings = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        self.console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False, _environ=settings)
        self.dumb = self.console.is_dumb_terminal
        self.marks = self.console.no_color or self.console.color_system is None
        self._is_awaited = False
        self._is_redrawn = False
        self._has_other_size = False
        self._hung_up = False

    @contextlib.contextmanager
    def opened(self) -> Iterator[Terminal]:
        """A screen of its own while the review goes on; what stood there before comes back behind it."""
        with self._signals():
            try:
                self._control(OWN_SCREEN)
                yield self
            finally:
                with contextlib.suppress(OSError, ValueError):
                    self._control(FORMER_SCREEN)

    def show(
        self, head: Sequence[Block], body: Sequence[Block | Pair], foot: Sequence[Block], top: int, said: str = ""
    ) -> View:
        """Draw the finding; of a long one as much as fits between head and foot."""
        self._has_other_size = False
        width, height = self.console.size
        above, lines, below = (lines_of(part, width - 1, self.console) for part in (head, body, foot))
        if self.dumb:
            self._draw([*above, *lines, Text(said), *below, Text()])
            return View()
        room = max(LEAST_BODY, height - len(above) - len(below) - 1)
        if top == AT_LANDMARK:
            top = self._landmark(body, width - 1)
        top = max(0, min(top, len(lines) - room))
        shown = lines[top : top + room]
        hint = _hint(len(lines) - top - len(shown), top)
        between = Text.assemble((said, "bold yellow"), "  " if said and hint else "", (hint, "dim"))
        between.truncate(width - 1)
        self._control(HOME)
        self._draw([*above, *shown, *[Text()] * (room - len(shown)), between, *below])
        return View(top, room)

    def _landmark(self, body: Sequence[Block | Pair], width: int) -> int:
        before = itertools.takewhile(lambda one: not one.landmark, body)
        return len(lines_of(before, width, self.console)) - ABOVE

    def key(self) -> str:
        """The next key: a character, or the whole sequence of an arrow. Several at once, as when text is pasted, are none."""
        with self._awaited(is_redrawn=True):
            try:
                typed = typer.getchar()
            except (OSError, RuntimeError) as error:  # the library's own way to say that this is no terminal any more
                raise Lost from error
        if not typed:
            raise Lost
        if typed == SUSPEND:
            self._suspend()
            raise Resized
        return typed if typed.startswith(ESCAPE) or len(set(typed)) == 1 else ""

    def line(self, prompt: str) -> str:
        """The next line, with what the system offers for editing it."""
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401  # gives `input` its keys
        self._control(BELOW)
        with self._awaited(is_redrawn=False):
            try:
                return input(prompt)
            except (OSError, UnicodeDecodeError) as error:
                raise Lost from error

    def _draw(self, lines: Sequence[Text]) -> None:
        for number, line in enumerate(lines):
            self.console.print(line, soft_wrap=True, end="" if number == len(lines) - 1 else "\n")
        sys.stdout.flush()

    def _control(self, sequence: str) -> None:
        if not self.dumb:
            sys.stdout.write(sequence)
            sys.stdout.flush()

    @contextlib.contextmanager
    def _awaited(self, *, is_redrawn: bool) -> Iterator[None]:
        """While something typed is awaited a signal may interrupt: once, so that the terminal is always put back as it was."""
        if self._hung_up:
            raise Lost
        self._is_awaited, self._is_redrawn = True, is_redrawn
        try:
            if is_redrawn and self._has_other_size:
                raise Resized
            yield
        finally:
            self._is_awaited = False

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        handlers = {"SIGWINCH": self._resized, "SIGHUP": self._ended, "SIGTERM": self._ended}
        numbers = {getattr(signal, name): handler for name, handler in handlers.items() if hasattr(signal, name)}
        before = {number: signal.signal(number, handler) for number, handler in numbers.items()}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _resized(self, _number: int, _frame: FrameType | None) -> None:
        self._has_other_size = True
        if self._is_awaited and self._is_redrawn:
            self._is_awaited = False
            raise Resized

    def _ended(self, _number: int, _frame: FrameType | None) -> None:
        self._hung_up = True
        if self._is_awaited:
            self._is_awaited = False
            raise Lost

    def _suspend(self) -> None:
        self._control(FORMER_SCREEN)
        os.kill(os.getpid(), signal.SIGTSTP)
        self._control(OWN_SCREEN)


def _hint(below: int, above: int) -> str:
    """That there is more than the window shows."""
    if below:
        return f"↓ {count(below, 'more line')}: Space"
    return "↑ goes back up" if above else ""
