"""Takes the events of a run, from wherever they come, one after the other, and shows them in one form."""

from __future__ import annotations

import os
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections import deque

from summarizer.cli.display.naming import Names
from summarizer.cli.display.progress import Progress
from summarizer.cli.talk import printable, write
from summarizer.events import Event, Finished, Remark, Started, StoryBegan
from summarizer.spending import Price


class Talker(ABC):
    """Shows events.

    Args:
        quiet: nothing but what is said even then.

    Attributes:
        progress: what the events add up to.
    """

    def __init__(self, *, quiet: bool) -> None:
        self.progress = Progress(time.monotonic)
        self.names = Names()
        self._quiet = quiet
        self._said: set[str] = set()
        self._is_closed = False
        self._waiting: deque[Event] = deque()
        self._busy = threading.Lock()

    def __call__(self, event: Event | str) -> None:
        """Take an event; a bare line is a remark.

        A signal handler may interrupt this and come with another one, which is shown right after.
        """
        if isinstance(event, str):
            event = Remark(event)
        if self._quiet and not event.is_said_when_quiet:
            return
        self._waiting.append(event)
        self._work()

    def know(self, model: str, price: Price | None) -> None:
        """What this model costs, if anybody knows."""
        if price is not None:
            self.progress.bill.prices[model] = price

    def close(self) -> None:
        """Take away what is not to stay. Events may still come, and are shown as lines."""
        self._is_closed = True

    def _work(self) -> None:
        # Whoever is at work when an event comes shows it as well, so nobody waits and no event is left.
        while self._waiting and self._busy.acquire(blocking=False):
            try:
                while self._waiting:
                    self._take(self._waiting.popleft())
            finally:
                self._busy.release()

    def _take(self, event: Event) -> None:
        if isinstance(event, Started):
            self.names.start(event.paths)
        if isinstance(event, Started | StoryBegan):
            self._said.clear()
        self.progress.take(event)
        self.show(event)

    def say(self, line: str) -> bool:
        """Write a line, unless one before says the same of this run; whether it was written."""
        is_new = line not in self._said
        if is_new:
            self._said.add(line)
            write(f"{line}\n")
        return is_new

    @abstractmethod
    def show(self, event: Event) -> None:
        """Show an event that is counted already."""

    def words(self, event: Event) -> str:
        """An event as a line that steers no terminal; the last one with what failed, and what the run cost."""
        words = printable(event.message(self.names))
        if not isinstance(event, Finished):
            return words
        failed = self.progress.failed
        without = [f"{failed:,} {'article' if failed == 1 else 'articles'} without an answer"] if failed else []
        return "; ".join([words, *without, *self.progress.bill.parts(), *self.progress.bill.basis()])


class Lines(Talker):
    """Says what lasts, a line an event, and nothing else."""

    def show(self, event: Event) -> None:
        """Write its line."""
        if event.is_lasting:
            write(f"{self.words(event)}\n")


def talker_of(*, is_json: bool, quiet: bool) -> Talker:
    """The form that fits what stderr is and what was asked for."""
    if is_json:
        from summarizer.cli.display.json_lines import JsonLines

        return JsonLines(quiet=quiet)
    if quiet:
        return Lines(quiet=True)
    if is_terminal():
        from summarizer.cli.display.live import Live

        return Live()
    from summarizer.cli.display.plain import Plain

    return Plain()


def is_terminal() -> bool:
    """Stderr is a terminal on which lines can be redrawn."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return sys.platform != "win32" or _understands_sequences()


def _understands_sequences() -> bool:
    """Ask a console of Windows to follow control sequences; False if it cannot."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # only there is it a name
    handle, mode = kernel.GetStdHandle(-12), ctypes.c_ulong()
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))
