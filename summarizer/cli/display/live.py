"""The live display: a few lines at the bottom of a terminal, redrawn in place, below the lines that stay."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

from summarizer.cli.display.frame import Look, frame
from summarizer.cli.display.talker import Talker
from summarizer.cli.talk import write
from summarizer.events import Comparing, Event, Finished, Started, StillWaiting, Waiting

EVERY_S = 0.1
"""Between two drawings: faster than that nobody reads, and drawing costs time."""
TICK_S = 0.5
"""Between two drawings while no event comes."""
REST_ERASED, BELOW_ERASED = "\x1b[K\n", "\x1b[J"
"""What is right of the cursor is gone, and the next line begins; what is right of it and below is gone."""
_SHOWN = (Started, Comparing, Waiting, StillWaiting)
"""What lasts and needs no line of its own, for the display shows it."""
_BARS = "█░…"


class Live(Talker):
    """Draws the display, and the lines that stay above it.

    After each drawing the cursor stands at its first column, above it. So whatever comes then, another drawing, a line
    that stays, or the end of the process, needs not know how many lines there are, not even if the terminal was resized.
    """

    def __init__(self) -> None:
        super().__init__(quiet=False)
        self._is_shown = False
        self._drawn = 0.0
        self._ticker: _Ticker | None = None

    def show(self, event: Event) -> None:
        """Write its line, if it has one, and draw the rest anew."""
        if isinstance(event, Finished):
            self._hide()
        if event.is_lasting and not isinstance(event, _SHOWN):
            self._erase()
            self.say(self.words(event))
        if not self._is_closed and (not self._is_shown or time.monotonic() >= self._drawn + EVERY_S):
            self._draw()
        self._tick_if_silent()

    def close(self) -> None:
        """Take the display away."""
        with self._busy:
            self._hide()
        self._stop_ticking()

    def _hide(self) -> None:
        self._is_closed = True
        self._erase()

    def _erase(self) -> None:
        if self._is_shown:
            write(f"\r{BELOW_ERASED}")
            self._is_shown = False

    def _draw(self) -> None:
        lines = frame(self.progress, look())
        if not lines:
            self._erase()
        else:
            # Written over, not erased first, or it would flicker on a slow line.
            up = f"\x1b[{len(lines) - 1}A" if len(lines) > 1 else ""
            self._is_shown = True
            write("\r" + REST_ERASED.join(lines) + BELOW_ERASED + up + "\r")
        self._drawn = time.monotonic()

    def _tick(self) -> None:
        """Draw anew, for time passes: a pause gets shorter."""
        if self._busy.acquire(blocking=False):
            try:
                if not self._is_closed:
                    self._draw()
            finally:
                self._busy.release()
            self._work()

    def _tick_if_silent(self) -> None:
        """Draw from time to time while nobody is heard of.

        Only then: where articles are spread over processes, those are forked, which no other thread may see; and there
        events come often enough.
        """
        if self._is_closed or not self.progress.may_be_silent:
            self._stop_ticking()
        elif self._ticker is None:
            self._ticker = _Ticker(self._tick)

    def _stop_ticking(self) -> None:
        if self._ticker is not None:
            self._ticker.stop()
            self._ticker = None


class _Ticker:
    """Calls something every half second, in a thread of its own."""

    def __init__(self, tick: Callable[[], None]) -> None:
        self._tick = tick
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="display", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Call it no more, and end the thread."""
        self._stopped.set()
        # An event that came while the thread was drawing is shown by the thread, and may be the one that ends it.
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(TICK_S):
            self._tick()


def look() -> Look:
    """What stderr can show."""
    try:
        columns, lines = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError, AttributeError):
        columns, lines = 0, 0
    return Look(columns or 80, lines or 24, not os.environ.get("NO_COLOR"), is_ascii=not _can_write(_BARS))


def _can_write(text: str) -> bool:
    try:
        text.encode(sys.stderr.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
