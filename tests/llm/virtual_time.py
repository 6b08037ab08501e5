"""A loop whose clock jumps to the next timer instead of waiting for it, and an endpoint with a rate limit inside it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from summarizer.events import Event, StillWaiting, Waiting
from summarizer.llm import Clock
from summarizer.llm.client import watched
from summarizer.llm.faults import TransientError
from summarizer.llm.sending import Sender
from summarizer.settings import ModelSettings


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time passes only where everybody waits; nothing in it may reach for the network."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 1000.0

    def time(self) -> float:
        return self.passed

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:
            self.passed = max(self.passed, self._scheduled[0].when())
        super()._run_once()


def in_virtual_time(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run it and return its result."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work())


Admitting = Callable[["Limited", float], float | None]
"""What an endpoint says to one more request at a time in seconds: None to take it, else the seconds of its Retry-After."""
UNSAID = -1.0


@dataclass
class Limited:
    """An endpoint that takes a request or rejects it with 429.

    Attributes:
        latency: seconds that an answer takes, half of it to one and a half times as long.
        hits: requests received for each name.
        times: when each was received.
    """

    admits: Admitting
    latency: float = 5.0
    chance: random.Random = field(default_factory=lambda: random.Random(0))
    active: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    async def post(self, request: dict[str, Any]) -> str | TransientError:
        """Stands in for the HTTP exchange."""
        now = asyncio.get_running_loop().time()
        self.hits[request["name"]] += 1
        self.times.append(now)
        if (wait := self.admits(self, now)) is not None:
            await asyncio.sleep(0.05 * self.chance.random())
            return TransientError("HTTP 429: slow down", None if wait == UNSAID else wait, is_limit=True)
        if (exchange := watched.get()) is not None:
            exchange.phase = "sent"
        self.active += 1
        try:
            await asyncio.sleep(self.latency * (0.5 + self.chance.random()))
        finally:
            self.active -= 1
        return request["name"]


def sender_to(limited: Limited, told: list[str], **settings: Any) -> Sender:
    """A sender whose exchanges end at this endpoint; what it tells of pauses is noted."""
    loop = asyncio.get_running_loop()
    clock = Clock(loop.time, lambda: 1_700_000_000 + loop.time(), asyncio.sleep, limited.chance.random)

    def tell(event: Event) -> None:
        if isinstance(event, Waiting | StillWaiting):
            told.append(str(event))

    sender = Sender(ModelSettings(model="m", base_url="http://localhost:1/v1", **settings), clock, tell)
    sender._post = limited.post  # type: ignore[method-assign]  # the one thing that reaches for the network
    return sender


@dataclass
class Outcome:
    """What became of a run: an answer or an exception for each call, the lines told, and the seconds it took."""

    outcomes: list[Any]
    told: list[str]
    seconds: float

    @property
    def failed(self) -> list[BaseException]:
        """The calls that got no answer."""
        return [outcome for outcome in self.outcomes if isinstance(outcome, BaseException)]


def run_calls(limited: Limited, calls: int, **settings: Any) -> Outcome:
    """Send so many requests at once."""

    async def work() -> Outcome:
        told: list[str] = []
        sender = sender_to(limited, told, **settings)
        started = asyncio.get_running_loop().time()
        sends = [sender.send({"name": str(n)}, f"{n}.txt") for n in range(calls)]
        outcomes = await asyncio.gather(*sends, return_exceptions=True)
        seconds = asyncio.get_running_loop().time() - started
        await sender.close()
        return Outcome(outcomes, told, seconds)

    return in_virtual_time(work)
