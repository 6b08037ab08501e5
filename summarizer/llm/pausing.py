"""A pause of the whole queue that an endpoint asked for, and what the person who waits is told about it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from summarizer.events import StillWaiting, Tell, Waiting
from summarizer.llm.clock import Clock

TOLD_FROM_S = 2.0
"""Shorter pauses pass without a word."""
FIRST_TOLD_S, NEXT_TOLD_S = 5.0, 30.0
"""Seconds into a pause at which the time left is told first, and between one telling and the next."""
NOTHING_S = 0.001
SPOKEN_IN_SECONDS, A_YEAR_S = 600, 365 * 24 * 3600


class Pause:
    """Waits until a time that may be moved, telling how long it still takes.

    Args:
        has_waiting: whether anybody waits for the end; if not, nothing is told.
    """

    def __init__(self, clock: Clock, tell: Tell, has_waiting: Callable[[], bool]) -> None:
        self._clock = clock
        self._tell = tell
        self._has_waiting = has_waiting
        self._until = clock.now()
        self._told_until: float | None = None

    def extend(self, wait_s: float, why: str, reason: str = "") -> None:
        """Last at least so many seconds from here on; `why` is told, unless that makes no difference to the end."""
        until = self._clock.now() + wait_s
        if until < self._until + NOTHING_S:
            return
        self._until = until
        if wait_s >= TOLD_FROM_S and (self._told_until is None or until >= self._told_until + TOLD_FROM_S):
            self._told_until = until
            self._tell(Waiting(wait_s, self._end(), why, reason))

    async def over(self) -> None:
        """Return when the pause is over."""
        step = FIRST_TOLD_S
        while (left := self._until - self._clock.now()) > NOTHING_S:
            await self._clock.sleep(min(left, step))
            step = NEXT_TOLD_S
            self._tell_rest()
        # Where nothing really waits, the others still have to get their turn.
        await asyncio.sleep(0)

    def _tell_rest(self) -> None:
        left = self._until - self._clock.now()
        if left >= TOLD_FROM_S and self._has_waiting():
            self._tell(StillWaiting(left, self._end(), spoken(left)))

    def _end(self) -> str:
        left = self._until - self._clock.now()
        return time.strftime("%H:%M:%S", time.localtime(self._clock.wall() + left))


def spoken(seconds: float) -> str:
    """A length of time in words that are short and still clear: "295 s", "12 min", "2 h 5 min"."""
    if seconds > A_YEAR_S:
        return "more than a year"
    if seconds < SPOKEN_IN_SECONDS:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
