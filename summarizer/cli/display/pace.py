"""How long a stage still takes, told from what it has done."""

from __future__ import annotations

from collections.abc import Callable

FEWEST, SHORTEST_S = 3, 2.0
"""Before so much is done, and has taken so many seconds, nothing is known."""
EASE = 0.3
"""How far a new estimate moves the one that is shown."""
_FEW_S, _SECONDS, _MINUTES = 10, 60, 3600


class Pace:
    """Estimates the end of a stage: what is left takes as long a piece as what was done.

    Only pieces that took their time count: an answer that was kept earlier says nothing of those that are still to come.
    Pauses count but for the longest, for where there are several there will be more, and one says nothing. Nothing is told
    before as many pieces are done as are under way at once: those that end first are no measure of the rest.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._began: float | None = None
        self._done = self._left = self._at_once = 0
        self._end: float | None = None
        self._paused_at: float | None = None
        self._longest_pause = 0.0

    def begin(self) -> None:
        """The work begins, if it has not yet."""
        if self._began is None:
            self._began = self._now()

    def step(self, left: int, at_once: int = 1) -> None:
        """A piece is done, so many are left, and so many are under way at once."""
        if self._began is None:
            return
        self._done += 1
        self._left, self._at_once = left, at_once
        spent = self._spent(self._began)
        if self._done < max(FEWEST, at_once) or spent < SHORTEST_S:
            return
        end = self._time() + left * spent / self._done
        self._end = end if self._end is None else self._end + EASE * (end - self._end)

    def pause(self) -> None:
        """All work waits."""
        if self._paused_at is None:
            self._paused_at = self._now()

    def go_on(self) -> None:
        """The work goes on."""
        if self._paused_at is None:
            return
        paused, self._paused_at = self._now() - self._paused_at, None
        if self._began is not None:
            self._longest_pause = max(self._longest_pause, paused)
        if self._end is not None:
            self._end += paused

    def left(self) -> float | None:
        """Seconds of work that are left, without what is left of a pause; None if nothing is known."""
        if self._end is None or self._began is None:
            return None
        # Where nothing ends for a while, the rest takes longer than was thought, even if all that is under way ended at once.
        least = max(0, self._left - self._at_once) * self._spent(self._began) / (self._done + self._at_once)
        return max(least, self._end - self._time())

    def _time(self) -> float:
        """It stands still in a pause."""
        return self._now() if self._paused_at is None else self._paused_at

    def _spent(self, began: float) -> float:
        return self._time() - began - self._longest_pause


def in_words(seconds: float) -> str:
    """An estimate no finer than it is: "about 35 s left", "about 4 min left"."""
    if seconds < _FEW_S:
        return "a few seconds left"
    if seconds < _SECONDS - 2:
        return f"about {5 * round(seconds / 5)} s left"
    if seconds < _MINUTES - 30:
        return f"about {round(seconds / 60)} min left"
    hours, minutes = divmod(10 * round(seconds / 600), 60)
    return f"about {hours} h {minutes} min left" if minutes else f"about {hours} h left"
