"""Stopping: nothing more is sent, whoever waits is told at once, and what is under way is kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm.faulty_endpoint import CANARY, Answering, Endpoint, Handler, StoppedClock, completion, error, says
from llm.virtual_time import UNSAID, Limited, in_virtual_time, sender_to
from pydantic import BaseModel

from summarizer.errors import BudgetReached, ConfigError, ModelSetupError, ModelUnavailable, StoreError, SummarizerError
from summarizer.llm import Model, Reply
from summarizer.llm.faults import TransientError
from summarizer.llm.sending import Sent
from summarizer.settings import ModelSettings
from summarizer.spending import Spent

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


class Stopped(SummarizerError):
    exit_code = 130


async def settled(*tasks: asyncio.Task[Any]) -> list[Any]:
    return await asyncio.gather(*tasks, return_exceptions=True)


def test_what_is_under_way_is_answered_and_the_rest_is_told_at_once() -> None:
    async def work() -> None:
        loop, limited = asyncio.get_running_loop(), Limited(lambda *_: None, 10.0)
        sender = sender_to(limited, [], in_flight=3)
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(10)]
        await asyncio.sleep(1)
        assert sender.under_way == 3
        sender.stop(Stopped("stopped"))
        stopped_at = loop.time()
        outcomes = await settled(*tasks[3:])
        assert loop.time() == stopped_at
        assert [type(outcome) for outcome in outcomes] == [Stopped] * 7
        assert [sent.text for sent in await settled(*tasks[:3])] == ["0", "1", "2"]
        with pytest.raises(Stopped, match="stopped"):
            await sender.send({"name": "late"}, "x")
        assert (len(limited.times), sender.under_way) == (3, 0)
        await sender.close()

    in_virtual_time(work)


@pytest.mark.parametrize("wait", [UNSAID, 300.0])
def test_calls_in_a_pause_are_told_at_once(wait: float) -> None:
    async def work() -> None:
        loop, sender = asyncio.get_running_loop(), sender_to(Limited(lambda *_: wait), [])
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(5)]
        await asyncio.sleep(0.5)
        sender.stop(Stopped("stopped"))
        stopped_at = loop.time()
        assert [type(outcome) for outcome in await settled(*tasks)] == [Stopped] * 5
        assert loop.time() == stopped_at
        await sender.close()

    in_virtual_time(work)


def test_calls_that_back_off_are_told_at_once() -> None:
    async def work() -> None:
        loop, sender = asyncio.get_running_loop(), sender_to(Limited(lambda *_: None), [], deadline_s=1000.0)

        async def post(_: Any) -> TransientError:
            return TransientError("HTTP 500: no")

        sender._post = post  # type: ignore[method-assign]
        task = asyncio.ensure_future(sender.send({"name": "a"}, "x"))
        await asyncio.sleep(0.6)
        sender.stop(Stopped("stopped"))
        stopped_at = loop.time()
        assert [type(outcome) for outcome in await settled(task)] == [Stopped]
        assert loop.time() == stopped_at
        await sender.close()

    in_virtual_time(work)


def test_request_that_fails_after_the_stop_is_not_sent_again() -> None:
    async def work() -> int:
        limited = Limited(lambda *_: None)
        sender = sender_to(limited, [])

        async def post(_: Any) -> TransientError:
            limited.times.append(0)
            await asyncio.sleep(5)
            return TransientError("HTTP 500: no")

        sender._post = post  # type: ignore[method-assign]
        task = asyncio.ensure_future(sender.send({"name": "a"}, "x"))
        await asyncio.sleep(1)
        sender.stop(BudgetReached("spent"))
        assert [type(outcome) for outcome in await settled(task)] == [BudgetReached]
        await sender.close()
        return len(limited.times)

    assert in_virtual_time(work) == 1


def test_cancelling_twice_the_same_call_and_going_on() -> None:
    async def work() -> str:
        limited = Limited(lambda *_: None, 10.0)
        sender = sender_to(limited, [], in_flight=1)
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(3)]
        await asyncio.sleep(1)
        tasks[0].cancel()
        tasks[1].cancel()
        await settled(*tasks[:2])
        assert sender.under_way <= 1
        text = (await tasks[2]).text
        await sender.close()
        return text

    assert in_virtual_time(work) == "2"


def test_call_cancelled_in_the_moment_of_the_stop() -> None:
    async def work() -> None:
        sender = sender_to(Limited(lambda *_: None, 10.0), [], in_flight=1)
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(3)]
        await asyncio.sleep(1)
        tasks[1].cancel()
        sender.stop(Stopped("stopped"))
        outcomes = await settled(*tasks)
        assert [type(outcome).__name__ for outcome in outcomes] == ["Sent", "CancelledError", "Stopped"]
        await sender.close()

    in_virtual_time(work)


class StoryAnswer(BaseModel):
    """What a story says."""

    title: str


class Book:
    """An answer book in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        return self.kept.get(json.dumps(request, sort_keys=True))

    def keep(
        self, endpoint: str, request: Mapping[str, Any], response: str, *, spent: Spent | None = None, instead: bool = False
    ) -> None:
        self.kept.setdefault(json.dumps(request, sort_keys=True), response)

    def spent(self, run: str) -> tuple[Spent, ...]:
        return ()

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        pass

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        return True

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        pass


def when_all_are_there(calls: int, answering: Answering) -> Answering:
    """An answer that is given once so many requests have come in."""

    def answer(handler: Handler) -> None:
        while handler.server.hits < calls and not handler.server.released.wait(0.005):
            pass
        answering(handler)

    return answer


def held_back(handler: Handler) -> None:
    """An answer that comes when the others have long been given."""
    handler.server.released.wait(0.3)
    says(completion({"title": "Ferry"}))(handler)


@pytest.mark.parametrize(
    "fault", [error(429, "used up", "insufficient_quota"), error(402), error(401)], ids=["quota", "402", "401"]
)
def test_answers_under_way_are_kept_when_the_account_is_empty(
    fault: Answering, endpoint: Endpoint, stopped: StoppedClock
) -> None:
    endpoint.script = [held_back, held_back, when_all_are_there(3, fault)]
    book = Book()

    async def run() -> list[Any]:
        chosen = ModelSettings(model="m", base_url=endpoint.url, api_key=CANARY, in_flight=3)
        async with Model(chosen, book, stopped.clock()) as model:
            asks = [model.ask([{"role": "user", "content": str(n)}], StoryAnswer, f"{n}.txt") for n in range(9)]
            return await asyncio.gather(*asks, return_exceptions=True)

    kinds = [type(outcome) for outcome in asyncio.run(run())]
    assert sorted(kinds, key=str).count(Reply) == 2
    assert kinds.count(ModelSetupError) == 7
    assert (endpoint.hits, len(book.kept)) == (3, 2)


@pytest.mark.parametrize("error_", [StoreError("full"), ConfigError("wrong"), BudgetReached("spent")], ids=str)
def test_any_error_of_ours_can_stop(error_: SummarizerError) -> None:
    async def work() -> None:
        sender = sender_to(Limited(lambda *_: None), [])
        sender.stop(error_)
        for _ in range(2):
            with pytest.raises(type(error_), match=str(error_)):
                await sender.send({"name": "a"}, "x")
        await sender.close()

    in_virtual_time(work)


FAULTS = st.sampled_from(["ok", "ok", "ok", "limit", "wait 0", "wait 7", "500", "stop"])


@settings(max_examples=150)
@given(
    script=st.lists(FAULTS, max_size=50),
    cancels=st.lists(st.tuples(st.integers(0, 19), st.floats(0, 40)), max_size=8),
    data=st.data(),
)
def test_whatever_happens_every_call_ends_and_no_turn_is_lost(
    script: list[str], cancels: list[tuple[int, float]], data: st.DataObject
) -> None:
    in_flight, calls = data.draw(st.integers(1, 8)), data.draw(st.integers(1, 20))

    async def work() -> None:
        limited, left = Limited(lambda *_: None), list(script)
        sender = sender_to(limited, [], in_flight=in_flight)

        async def post(request: dict[str, Any]) -> str | TransientError:
            limited.hits[request["name"]] += 1
            kind = left.pop() if left else "ok"
            await asyncio.sleep(limited.chance.random() * 5)
            if kind == "stop":
                sender.stop(Stopped("stopped"))
            if kind in {"ok", "stop"}:
                return request["name"]
            wait = float(kind.removeprefix("wait ")) if kind.startswith("wait") else None
            return TransientError(kind, wait, is_limit=kind != "500")

        sender._post = post  # type: ignore[method-assign]
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(calls)]
        for number, after in cancels:
            if number < calls:
                asyncio.get_running_loop().call_later(after, tasks[number].cancel)
        outcomes = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5000)
        assert (sender.under_way, sender._gate._taken, sender._gate._queue) == (0, 0, [])
        assert max(limited.hits.values(), default=0) <= 3
        allowed = (Sent, Stopped, ModelUnavailable, asyncio.CancelledError)
        assert all(isinstance(outcome, allowed) for outcome in outcomes)
        await sender.close()

    in_virtual_time(work)
