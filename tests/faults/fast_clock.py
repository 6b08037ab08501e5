"""A clock whose pauses pass at once: time really goes on, and a sleeper pushes it forward instead of waiting."""

from __future__ import annotations

import asyncio
import inspect
import time

import pytest

from summarizer.llm import Clock

FASTER = 2000
LONGEST_REAL_S = 0.5


class FastClock:
    """Time that jumps to the end of a wait. Waits that overlap end in their order, and are not added up."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds, jumps included."""
        return time.monotonic() + self._ahead

    def wall(self) -> float:
        """Seconds since 1970, jumps included."""
        return time.time() + self._ahead

    async def sleep(self, seconds: float) -> None:
        """Be at the end of the wait almost at once."""
        self.slept.append(seconds)
        end = self.now() + seconds
        await asyncio.sleep(min(seconds / FASTER, LONGEST_REAL_S))
        self._ahead += max(0.0, end - self.now())


def install(monkeypatch: pytest.MonkeyPatch) -> FastClock:
    """Make it the clock of every run that is not given another one."""
    fast = FastClock()
    ours = {"now": fast.now, "wall": fast.wall, "sleep": fast.sleep, "chance": lambda: 0.0}
    parameters = [p for p in inspect.signature(Clock).parameters.values() if p.default is not inspect.Parameter.empty]
    monkeypatch.setattr(Clock.__init__, "__defaults__", tuple(ours.get(p.name, p.default) for p in parameters))
    return fast
