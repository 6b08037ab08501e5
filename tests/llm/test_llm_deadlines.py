"""The deadline of a call counts what it waits for the endpoint, and an answer that came in time is never thrown away."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from typing import Any

import pytest
from llm.faulty_endpoint import CANARY, Answering, Endpoint, Handler, StoppedClock, completion, error, hang, says
from llm.virtual_time import Limited, in_virtual_time, sender_to

from summarizer.errors import ModelUnavailable
from summarizer.llm.client import watched
from summarizer.llm.patience import CONNECT_S, Patience, Wait
from summarizer.llm.sending import Sender, Sent
from summarizer.settings import ModelSettings

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

OK = completion({"title": "Ferry"})


def after(seconds: float, body: Any = OK) -> Answering:
    def answer(handler: Handler) -> None:
        handler.server.released.wait(seconds)
        says(body)(handler)

    return answer


def sender_at(endpoint: Endpoint, stopped: StoppedClock, **settings: Any) -> Sender:
    chosen = {"model": "m", "base_url": endpoint.url, "api_key": CANARY, **settings}
    return Sender(ModelSettings(**chosen), stopped.clock())


async def send_all(sender: Sender, calls: int, *besides: Any) -> list[Any]:
    sends = [sender.send({"messages": [], "n": n}, f"{n}.txt") for n in range(calls)]
    try:
        return (await asyncio.gather(*sends, *besides, return_exceptions=True))[:calls]
    finally:
        await sender.close()


async def block(start: float, seconds: float) -> None:
    """Keep the loop from everything else, as a long check of an answer does."""
    await asyncio.sleep(start)
    time.sleep(seconds)  # noqa: ASYNC251  # that is the fault


def test_answer_that_came_while_the_loop_was_busy_is_read(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [after(0.3)]
    sender = sender_at(endpoint, stopped, deadline_s=0.8)
    outcomes = asyncio.run(send_all(sender, 4, block(0.1, 1.5)))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert (endpoint.hits, sender.perhaps_paid) == (4, 0)


def test_large_answer_that_came_while_the_loop_was_busy_is_read(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [after(0.2, {**OK, "padding": "x" * 3_000_000})]
    outcomes = asyncio.run(send_all(sender_at(endpoint, stopped, deadline_s=0.8), 3, block(0.1, 1.5)))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)


def test_answers_are_read_between_one_block_and_the_next(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [after(0.2)]
    blocks = [block(start, 0.5) for start in (0.1, 0.2, 0.3, 0.4)]
    outcomes = asyncio.run(send_all(sender_at(endpoint, stopped, deadline_s=0.6), 4, *blocks))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)


def test_connecting_while_the_loop_is_busy(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [says(OK)]
    outcomes = asyncio.run(send_all(sender_at(endpoint, stopped, deadline_s=0.5), 4, block(0, 1.2)))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert endpoint.hits == 4


def test_endpoint_that_hangs_is_given_up_in_spite_of_blocks(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [hang]
    started = time.monotonic()
    sender = sender_at(endpoint, stopped, deadline_s=0.4)
    (caught,) = asyncio.run(send_all(sender, 1, block(0.1, 0.3)))
    assert type(caught) is ModelUnavailable
    assert time.monotonic() - started < 3
    assert (endpoint.hits, sender.perhaps_paid) == (1, 1)


def cut(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def reset(handler: Handler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


@pytest.mark.parametrize(
    ("fault", "perhaps"),
    [
        (cut, 1),
        (reset, 1),
        (says('{"choices": [{"message": {"content": "half'), 1),
        (says("<html>Bad gateway</html>"), 0),
        (error(500), 0),
        (error(429), 0),
    ],
    ids=["body cut off", "reset", "JSON cut off", "a page", "500", "429"],
)
def test_what_may_have_been_paid_is_counted(fault: Answering, perhaps: int, endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [fault, says(OK)]
    sender = sender_at(endpoint, stopped)
    (sent,) = asyncio.run(send_all(sender, 1))
    assert sent.requests == 2
    assert sender.perhaps_paid == perhaps


def test_the_wait_in_the_queue_does_not_count(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [after(0.1)]
    outcomes = asyncio.run(send_all(sender_at(endpoint, stopped, deadline_s=0.6, in_flight=1), 10))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)


def test_all_tries_share_one_deadline(endpoint: Endpoint, stopped: StoppedClock) -> None:
    def late(handler: Handler) -> None:
        handler.server.released.wait(0.4)
        error(500)(handler)

    endpoint.script = [late]
    sender = sender_at(endpoint, stopped, deadline_s=0.9, most_requests=9)
    (caught,) = asyncio.run(send_all(sender, 1))
    assert type(caught) is ModelUnavailable
    assert endpoint.hits <= 2


class Ticks:
    """A loop's clock and its one timer, moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def time(self) -> float:
        return self.now

    def call_later(self, *_: Any) -> None:
        """Looks are made by hand."""


class Limit:
    def __init__(self) -> None:
        self.ended = False

    def reschedule(self, _: float) -> None:
        self.ended = True

    def expired(self) -> bool:
        return self.ended


def waiting(deadline_s: float, *, sent: bool = True) -> tuple[Patience, Ticks, Wait, Limit]:
    patience, ticks, wait, limit = Patience(deadline_s), Ticks(), Wait(deadline_s), Limit()
    wait.start(0.0)
    wait.phase = "sent" if sent else "connect"
    patience._waits[wait] = limit  # type: ignore[assignment]
    patience._looked_at = 0.0
    return patience, ticks, wait, limit


def look(patience: Patience, ticks: Ticks, seconds: float) -> None:
    ticks.now += seconds
    patience._look(ticks)  # type: ignore[arg-type]


def test_a_late_look_counts_little_and_ends_nothing() -> None:
    patience, ticks, wait, limit = waiting(4.0)
    for _ in range(15):
        look(patience, ticks, 0.25)
    look(patience, ticks, 60.0)
    assert wait.waited_s == pytest.approx(4.25)
    assert not limit.ended
    look(patience, ticks, 0.25)
    assert limit.ended


def test_connecting_has_a_limit_of_its_own() -> None:
    patience, ticks, _, limit = waiting(300.0, sent=False)
    while ticks.now < CONNECT_S - 0.3:
        look(patience, ticks, 0.25)
    assert not limit.ended
    look(patience, ticks, 0.25)
    look(patience, ticks, 0.25)
    assert limit.ended


def test_a_request_that_is_sent_may_take_longer_than_connecting() -> None:
    patience, ticks, _, limit = waiting(300.0)
    while ticks.now < 299:
        look(patience, ticks, 0.25)
    assert not limit.ended


def run_stuck(phase: str, calls: int, *, has_answered: bool, deadline_s: float = 300.0) -> tuple[list[Any], list[float], float]:
    """Send to an endpoint at which no exchange gets further than this."""

    async def work() -> tuple[list[Any], list[float], float]:
        limited = Limited(lambda *_: None)
        sender = sender_to(limited, [], deadline_s=deadline_s)
        sender._has_answered = has_answered

        async def post(_: Any) -> str:
            limited.times.append(0)
            (watched.get() or Wait(1)).phase = phase
            await asyncio.sleep(10_000)
            return ""

        sender._post = post  # type: ignore[method-assign]
        started = asyncio.get_running_loop().time()
        outcomes = await asyncio.gather(*[sender.send({"name": "a"}, "a.txt") for _ in range(calls)], return_exceptions=True)
        await sender.close()
        return outcomes, limited.times, asyncio.get_running_loop().time() - started

    found: tuple[list[Any], list[float], float] = in_virtual_time(work)
    return found


@pytest.mark.parametrize(("phase", "words"), [("connect", "no connection to the endpoint within 10 s"), ("tls", "http://")])
def test_endpoint_that_is_never_reached_ends_the_run_soon(phase: str, words: str) -> None:
    outcomes, times, seconds = run_stuck(phase, 100, has_answered=False)
    assert {type(outcome) for outcome in outcomes} == {ModelUnavailable}
    assert all(words in str(outcome) for outcome in outcomes)
    assert len(times) == 16
    assert seconds < CONNECT_S + 1


def test_endpoint_that_was_reached_before_is_tried_again() -> None:
    outcomes, times, _ = run_stuck("connect", 1, has_answered=True)
    assert [type(outcome) for outcome in outcomes] == [ModelUnavailable]
    assert len(times) == 3


def test_short_deadline_while_connecting_costs_one_call_only() -> None:
    outcomes, times, _ = run_stuck("connect", 20, has_answered=False, deadline_s=2.0)
    assert {type(outcome) for outcome in outcomes} == {ModelUnavailable}
    assert len(times) == 20
