"""How long a call may wait for the endpoint: time in which this process did not listen is not counted.

A timer of the event loop also runs while the loop is held up by other work, and then it goes off before the answer that
came meanwhile is read. Here waiting is counted in short steps instead. A step that took much longer than planned is one in
which nobody listened: it counts as a short one, and no wait ends with it, so that what has arrived is read first.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

CONNECT_S = 10.0
LONGEST_STEP_S, STEPS = 0.25, 8
"""Seconds between two looks at the waits, or as many of them as the deadline has room for."""
LATE = 2.0
"""A step that took this many times as long as planned was late: the loop was busy."""


@dataclass(eq=False)
class Wait:
    """What one call has waited for the endpoint so far, all its tries together.

    Attributes:
        deadline_s: seconds that it may wait.
        waited_s: seconds that it did.
        phase: how far its latest try has got: "connect", "tls" or "sent".
    """

    deadline_s: float
    waited_s: float = 0.0
    phase: str = "connect"
    _connecting_s: float = 0.0
    _counted_until: float = 0.0

    @property
    def sent(self) -> bool:
        """Some of the request has gone out, so that the endpoint may be working on it."""
        return self.phase == "sent"

    @property
    def is_unconnected(self) -> bool:
        """The time to connect has passed."""
        return not self.sent and self._connecting_s >= CONNECT_S

    @property
    def is_over(self) -> bool:
        """The deadline has passed, or the time to connect has."""
        return self.waited_s >= self.deadline_s or self.is_unconnected

    def start(self, now: float) -> None:
        """A try begins."""
        self.phase, self._connecting_s, self._counted_until = "connect", 0.0, now

    def count(self, now: float, most_s: float) -> None:
        """Count what went by since the last time, at most so many seconds of it."""
        step = min(now - self._counted_until, most_s)
        self._counted_until = now
        self.waited_s += step
        if not self.sent:
            self._connecting_s += step

    async def trace(self, event: str, _: dict[str, Any]) -> None:
        """Note how far the try has got; the HTTP client calls this with the names of what it does."""
        if event.endswith("start_tls.started"):
            self.phase = "tls"
        elif "send_request" in event:
            self.phase = "sent"


class Patience:
    """Ends the waits of calls whose deadline has passed, in a loop that may be busy with other things.

    Args:
        deadline_s: the shortest deadline to expect, in seconds.
    """

    def __init__(self, deadline_s: float) -> None:
        self._step_s = min(LONGEST_STEP_S, deadline_s / STEPS)
        self._waits: dict[Wait, asyncio.Timeout] = {}
        self._looked_at = 0.0
        self._next_look: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def waiting(self, wait: Wait) -> AsyncIterator[None]:
        """Count what is done inside as waiting. Raises TimeoutError once the deadline has passed."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(None) as limit:
            wait.start(loop.time())
            self._waits[wait] = limit
            if self._next_look is None:
                self._plan(loop)
            try:
                yield
            finally:
                del self._waits[wait]
                wait.count(loop.time(), self._step_s * LATE)

    def close(self) -> None:
        """Look no more."""
        if self._next_look is not None:
            self._next_look.cancel()
            self._next_look = None

    def _plan(self, loop: asyncio.AbstractEventLoop) -> None:
        self._looked_at = loop.time()
        self._next_look = loop.call_later(self._step_s, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        self._next_look = None
        now = loop.time()
        is_late = now - self._looked_at > self._step_s * LATE
        for wait, limit in self._waits.items():
            wait.count(now, self._step_s * LATE)
            if wait.is_over and not is_late and not limit.expired():
                limit.reschedule(now)
        if self._waits:
            self._plan(loop)
