"""The queue in front of the endpoint: whose turn it is, how many go at once, and when all of them wait.

A rejection for its rate limit tells about the account, not about the one request. So it pauses the whole queue; after the
pause one call goes alone, and the others follow when it was not rejected. As each call has only a few requests, the risk of
being rejected is borne by those that have more than one left; one that is down to its last goes first after a pause, when it
is most likely to be taken, or when nothing was rejected for a while.
"""

from __future__ import annotations

import asyncio
import bisect
import math
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarizer.errors import ModelUnavailable
from summarizer.events import Tell, WaitEnded, ignore
from summarizer.llm.budget import Purse
from summarizer.llm.capacity import Capacity
from summarizer.llm.clock import Clock
from summarizer.llm.faults import TransientError
from summarizer.llm.pausing import Pause, spoken

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
"""Seconds of a pause whose length the endpoint does not say; it doubles each time the call after it is rejected as well."""
FOLLOWED, ALONE = 1, 4
"""Where fewer than so many were taken after the one that went alone, so many go alone, each after a pause."""
LONGEST_WAIT_S = 3600.0
"""A wait that is longer is not waited for: the person can come back."""
MOST_PROBES = 12
"""Rejections in a row, each after a pause, after which the run waits no more; by then some eight minutes have gone by."""
LATER = "Run again later: answers so far are kept"


@dataclass(eq=False)
class Call:
    """One call, with all its tries.

    Attributes:
        left: requests that it may still send.
        label: what it is about.
        sent: requests that it has sent.
        purse: what it is paid from.
        order: its place in the queue: calls that came first go first.
    """

    left: int
    label: str = ""
    sent: int = 0
    purse: Purse | None = None
    order: int = 0

    @property
    def is_at_its_last(self) -> bool:
        """If the next request fails, the call has failed."""
        return self.left <= 1


@dataclass(eq=False)
class _Place:
    call: Call
    called: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    has_turn: bool = False

    def wake(self) -> None:
        # Where whoever waits was cancelled, the future is done already and the place is about to be given up.
        if not self.called.done():
            self.called.set_result(None)


class Gate:
    """Gives calls their turn, at most so many at once; one for all calls to an endpoint.

    Attributes:
        under_way: requests that are at the endpoint; whoever sends them counts them here.
    """

    def __init__(self, slots: int, clock: Clock, tell: Tell) -> None:
        self.under_way = 0
        self._capacity = Capacity(slots)
        self._clock = clock
        self._tell = tell
        self._queue: list[_Place] = []
        self._calls = 0
        self._taken = 0
        self._pause: Pause | None = None
        self._pausing: asyncio.Task[None] | None = None
        self._probe: Call | None = None
        self._is_probe_due = False
        self._pause_s = FIRST_PAUSE_S
        self._enough_s = math.inf
        self._last_wait_s = 0.0
        self._followed = FOLLOWED
        self._alone = 0
        self._is_believed = True
        self._probes_rejected = 0
        self._stopped_by: BaseException | None = None
        self._stopped = asyncio.Event()

    @property
    def is_paused(self) -> bool:
        """All wait for as long as the endpoint asked."""
        return self._pause is not None

    def stop(self, error: BaseException) -> None:
        """Give nobody a turn any more: whoever waits for one, or will, gets this error. Turns that were given go on."""
        self._stopped_by = error
        self._stopped.set()
        for place in self._queue:
            place.wake()
        self._queue.clear()

    def check(self) -> None:
        """Raise the error that stopped the queue, if one did."""
        if self._stopped_by is not None:
            raise type(self._stopped_by)(*self._stopped_by.args)

    async def close(self) -> None:
        """End a pause that nobody waits for."""
        if self._pausing is not None:
            self._pausing.cancel()
            await asyncio.gather(self._pausing, return_exceptions=True)

    @asynccontextmanager
    async def turn(self, call: Call) -> AsyncIterator[None]:
        """Wait until it is this call's turn, and give it up at the end. Raises the error that stopped the queue."""
        await self._called(call)
        try:
            yield
        finally:
            self._leave(call)

    async def rest(self, seconds: float) -> None:
        """Keep a turn and wait; raises the error that stopped the queue as soon as one does."""
        waits = [asyncio.ensure_future(self._clock.sleep(seconds)), asyncio.ensure_future(self._stopped.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        self.check()

    def answered(self) -> None:
        """A request was answered."""
        self._capacity.answered()
        self._followed += 1
        if self._capacity.is_calm:
            self._pause_s = FIRST_PAUSE_S

    def asked_to_wait(self, call: Call, fault: TransientError) -> None:
        """The endpoint rejected this call's request for its rate limit, or asks to wait, in the call's turn."""
        if self._stopped_by is not None:
            return
        is_probe = call is self._probe
        if is_probe:
            self._probes_rejected += 1
            self._enough_s = max(self._enough_s, math.nextafter(self._last_wait_s, math.inf))
            self._is_believed = False
            if fault.is_limit and self._last_wait_s >= self._pause_s:
                self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
        elif self._pause is None and not self.under_way and self._followed < FOLLOWED:
            self._alone = ALONE
        if fault.is_limit:
            self._capacity.rejected(self.under_way)
        wait = self._wait(fault)
        if wait > LONGEST_WAIT_S:
            self.stop(ModelUnavailable(f"the endpoint asks to wait {spoken(wait)} ({fault}). {LATER}"))
        elif self._probes_rejected >= MOST_PROBES:
            self.stop(ModelUnavailable(f"the endpoint takes no more requests ({fault}). {LATER}"))
        else:
            self._begin_pause(wait, fault)

    def _wait(self, fault: TransientError) -> float:
        """Seconds to wait: what the endpoint asks for, unless that was too short before."""
        own = self._pause_s * (1 + self._clock.chance() / 4)
        if fault.wait_s is None:
            return own
        return max(own, fault.wait_s) if fault.is_limit and not self._is_believed else fault.wait_s

    def _begin_pause(self, wait: float, fault: TransientError) -> None:
        asks = "the endpoint takes no more for now: waiting" if fault.wait_s is None else "the endpoint asks to wait"
        self._extend_pause(wait, self._tell, f"{asks} {spoken(wait)} ({fault})", str(fault))

    def _extend_pause(self, wait: float, tell: Tell, why: str, reason: str = "") -> None:
        if self._pause is None:
            self._pause = Pause(self._clock, tell, lambda: bool(self._queue))
            self._pausing = asyncio.ensure_future(self._pause.over())
            self._pausing.add_done_callback(self._end_pause)
            self._last_wait_s = wait
        self._last_wait_s = max(self._last_wait_s, wait)
        self._pause.extend(wait, why, reason)

    def _end_pause(self, pausing: asyncio.Task[None]) -> None:
        self._pause = self._pausing = None
        if pausing.cancelled():
            return
        if error := pausing.exception():  # nobody awaits the task: those who wait for its end have to hear of it
            self.stop(error)
        self._is_probe_due = True
        self._call_next()
        self._tell(WaitEnded())

    async def _called(self, call: Call) -> None:
        self.check()
        if not call.order:
            self._calls += 1
            call.order = self._calls
        place = _Place(call)
        bisect.insort(self._queue, place, key=lambda each: each.call.order)
        self._call_next()
        try:
            await place.called
        except asyncio.CancelledError:
            if place.has_turn:
                self._leave(call)
            elif place in self._queue:
                self._queue.remove(place)
            raise
        if not place.has_turn:
            self.check()

    def _leave(self, call: Call) -> None:
        self._taken -= 1
        if call is self._probe:
            self._probe = None
            if self._pause is None:
                self._was_taken()
        self._call_next()

    def _was_taken(self) -> None:
        """The call that went alone was not rejected."""
        self._probes_rejected = self._followed = 0
        self._enough_s = self._last_wait_s
        if self._alone:
            self._alone -= 1
            self._space_out()

    def _call_next(self) -> None:
        while (place := self._next()) is not None:
            self._queue.remove(place)
            if place.called.done():
                continue
            self._taken += 1
            if self._is_probe_due:
                self._is_probe_due = False
                self._probe = place.call
            place.has_turn = True
            place.wake()

    def _next(self) -> _Place | None:
        """Whose turn it is; None if all have to wait."""
        if not self._queue or self._pause or self._probe or self._taken >= self._capacity.limit:
            return None
        if self._is_probe_due:
            return self._best_probe()
        if self._capacity.is_calm and self._taken < self._capacity.sure:
            return self._queue[0]
        place = _first_with_more(self._queue)
        if place is None and not self._taken:
            self._space_out()  # only calls at their last are left
        return place

    def _best_probe(self) -> _Place:
        """Who goes alone after a pause: one at its last if a pause of this length was enough before, else one with many."""
        is_likely = self._last_wait_s >= self._enough_s
        return min(self._queue, key=lambda place: place.call.left if is_likely else -place.call.left)

    def _space_out(self) -> None:
        """Let the next call go alone as well, after a pause without a word, where others are likely to be rejected."""
        self._extend_pause(self._pause_s, ignore, "")


def _first_with_more(places: Iterable[_Place]) -> _Place | None:
    return next((place for place in places if not place.call.is_at_its_last), None)
