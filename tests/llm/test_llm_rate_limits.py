"""A rate limit: the whole queue pauses, the calls in flight shrink, and each call keeps to its three requests."""

from __future__ import annotations

import asyncio
import math
import random
from datetime import UTC
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm.virtual_time import UNSAID, Admitting, Limited, Outcome, in_virtual_time, run_calls, sender_to

from summarizer.errors import ModelUnavailable
from summarizer.events import Event, StillWaiting
from summarizer.llm.capacity import CALM, FIRST_STRETCH, Capacity
from summarizer.llm.faults import TransientError, wait_asked
from summarizer.llm.pausing import spoken


def bears(at_once: int, wait: float = UNSAID) -> Admitting:
    return lambda limited, _: None if limited.active < at_once else wait


def a_minute(requests: int) -> Admitting:
    """So many requests in each minute of the clock, and the time to the next in Retry-After."""
    taken: dict[int, int] = {}

    def admits(_: Limited, now: float) -> float | None:
        minute = int(now // 60)
        if taken.get(minute, 0) >= requests:
            return 60 - now % 60
        taken[minute] = taken.get(minute, 0) + 1
        return None

    return admits


def bucket(rate: float, burst: int, wait: float = UNSAID) -> Admitting:
    """A token bucket."""
    state = {"tokens": float(burst), "at": 1000.0}

    def admits(_: Limited, now: float) -> float | None:
        state["tokens"] = min(burst, state["tokens"] + (now - state["at"]) * rate)
        state["at"] = now
        if state["tokens"] < 1:
            return wait
        state["tokens"] -= 1
        return None

    return admits


def first(requests: int, wait: float) -> Admitting:
    """The first requests are rejected, all others taken."""
    return lambda limited, _: wait if len(limited.times) <= requests else None


def assert_all_answered(outcome: Outcome, limited: Limited) -> None:
    assert outcome.failed == []
    assert max(limited.hits.values()) <= 3


@pytest.mark.parametrize("latency", [0.05, 1.0, 20.0])
@pytest.mark.parametrize("at_once", [1, 2, 3, 5])
def test_endpoint_that_bears_few_at_once(at_once: int, latency: float) -> None:
    limited = Limited(bears(at_once), latency)
    assert_all_answered(run_calls(limited, 12), limited)


def test_endpoint_that_bears_two_at_once_answers_long_runs() -> None:
    limited = Limited(bears(2), 5.0)
    outcome = run_calls(limited, 200)
    assert_all_answered(outcome, limited)
    assert sum(limited.hits.values()) < 240
    assert outcome.seconds < 200 * 5.0 / 2 * 1.2


@pytest.mark.parametrize("latency", [0.1, 5.0])
def test_ten_requests_a_minute(latency: float) -> None:
    limited = Limited(a_minute(10), latency)
    outcome = run_calls(limited, 40)
    assert_all_answered(outcome, limited)
    assert outcome.seconds < 300


@pytest.mark.parametrize("wait", [UNSAID, 0.0, 1.0])
@pytest.mark.parametrize("rate", [2.0, 0.5, 0.1])
def test_token_bucket(rate: float, wait: float) -> None:
    limited = Limited(bucket(rate, 5, wait), 0.1)
    outcome = run_calls(limited, 60)
    assert_all_answered(outcome, limited)
    assert outcome.seconds < 60 / rate * 1.2


def test_only_a_rejection_shrinks_the_calls_in_flight() -> None:
    capacity = Capacity(16)
    for _ in range(100):
        capacity.answered()
    assert capacity.limit == 16
    capacity.rejected(5)
    assert (capacity.limit, capacity.is_calm) == (5, False)
    capacity.rejected(0)
    assert capacity.limit == 1


def test_capacity_grows_back_by_one_and_more_slowly_after_a_failure() -> None:
    capacity = Capacity(16)
    capacity.rejected(2)
    for _ in range(FIRST_STRETCH):
        assert (capacity.limit, capacity.sure) == (2, 2)
        capacity.answered()
    assert (capacity.limit, capacity.sure) == (3, 2)
    capacity.rejected(2)
    for _ in range(2 * FIRST_STRETCH):
        assert capacity.limit == 2
        capacity.answered()
    assert capacity.limit == 3


def test_capacity_is_calm_again_after_a_while() -> None:
    capacity = Capacity(16)
    capacity.rejected(16)
    for _ in range(CALM):
        assert not capacity.is_calm
        capacity.answered()
    assert capacity.is_calm


@settings(max_examples=200)
@given(most=st.integers(1, 20), events=st.lists(st.none() | st.integers(0, 30), max_size=200))
def test_capacity_keeps_its_bounds(most: int, events: list[int | None]) -> None:
    capacity = Capacity(most)
    for under_way in events:
        capacity.answered() if under_way is None else capacity.rejected(under_way)
        assert 1 <= capacity.sure <= capacity.limit <= most


@pytest.mark.parametrize(("wait", "deadline"), [(300.0, 300.0), (6.0, 5.0), (3500.0, 1.0)])
def test_a_wait_asked_for_does_not_count(wait: float, deadline: float) -> None:
    limited = Limited(first(1, wait), 0.1)
    outcome = run_calls(limited, 4, deadline_s=deadline)
    assert_all_answered(outcome, limited)
    assert wait <= outcome.seconds < wait + 2
    assert min(limited.times[4:]) >= wait + 1000


def test_one_call_goes_alone_after_a_pause() -> None:
    limited = Limited(first(4, 60.0), 5.0)
    assert run_calls(limited, 16).failed == []
    after = limited.times[16:]
    assert after[1] - after[0] >= 2.5  # the others follow when it was answered
    assert after[-1] - after[1] < 0.1


def test_limit_that_lasts_is_probed_by_one_call_at_a_time() -> None:
    limited = Limited(lambda *_: UNSAID)
    outcome = run_calls(limited, 100)
    assert len(outcome.failed) == 100
    assert all(type(failed) is ModelUnavailable for failed in outcome.failed)
    assert [round(late - early) for early, late in zip(limited.times[15:], limited.times[16:], strict=False)][
        :6
    ] == pytest.approx([1, 2, 4, 8, 16, 32], rel=0.3)
    assert sum(limited.hits.values()) <= 16 + 12
    assert max(limited.hits.values()) <= 3
    assert outcome.seconds < 600
    assert all(str(failed).startswith(f"{n}.txt: ") for n, failed in enumerate(outcome.failed))


def test_limit_that_passes_loses_nothing() -> None:
    limited = Limited(lambda _, now: UNSAID if now < 1300 else None)
    assert_all_answered(run_calls(limited, 30), limited)


def test_absurd_wait_ends_the_run_without_another_request() -> None:
    limited = Limited(first(1, 4000.0))
    outcome = run_calls(limited, 50, in_flight=1)
    assert len(outcome.failed) == 50
    assert {type(failed) for failed in outcome.failed} == {ModelUnavailable}
    assert all("1 h 7 min" in str(failed) for failed in outcome.failed[1:])
    assert len(limited.times) == 1
    assert outcome.seconds < 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(4.6, "5 s"), (300, "300 s"), (660, "11 min"), (3599, "1 h 0 min"), (90_000, "25 h 0 min"), (1e300, "more than a year")],
)
def test_a_length_of_time_in_words(seconds: float, words: str) -> None:
    assert spoken(seconds) == words


def test_others_under_way_are_answered_in_spite_of_an_absurd_wait() -> None:
    limited = Limited(lambda limited, _: None if len(limited.times) < 4 else 100_000.0)
    outcome = run_calls(limited, 10, in_flight=4)
    assert len(outcome.failed) == 7


def test_what_a_long_pause_tells() -> None:
    limited = Limited(first(16, 300.0), 0.1)
    told = run_calls(limited, 16).told
    assert told[0].startswith("the endpoint asks to wait 300 s (HTTP 429: slow down); going on at ")
    assert told[0].endswith("; Ctrl-C is safe, every answer is kept")
    lefts = [int(line.split(": ")[1].split(" s left")[0]) for line in told[1:]]
    assert lefts == [295, 265, 235, 205, 175, 145, 115, 85, 55, 25]
    assert len(set(told)) == len(told)


def test_a_short_pause_passes_without_a_word() -> None:
    assert run_calls(Limited(first(3, 1.0), 0.1), 4).told == []


def test_a_pause_is_told_once_for_all_calls() -> None:
    told = run_calls(Limited(first(100, 4.0), 0.1), 100, in_flight=100).told
    assert len(told) == 1


def test_nothing_is_told_when_nobody_waits_any_more() -> None:
    async def work() -> list[str]:
        told: list[str] = []
        sender = sender_to(Limited(lambda *_: 300.0), told, most_requests=1)
        with pytest.raises(ModelUnavailable):
            await sender.send({"name": "a"}, "a.txt")
        await asyncio.sleep(400)
        await sender.close()
        return told

    assert len(in_virtual_time(work)) == 1


def test_whoever_waits_hears_of_a_telling_that_fails() -> None:
    async def work() -> Any:
        sender = sender_to(Limited(first(1, 300.0), 0.1), [])

        def tell(event: Event) -> None:
            if isinstance(event, StillWaiting):
                raise OSError("nobody reads this")

        sender._gate._tell = tell
        with pytest.raises(OSError, match="nobody reads"):
            await sender.send({"name": "a"}, "a.txt")
        await sender.close()

    in_virtual_time(work)


def test_server_errors_leave_the_calls_in_flight_alone() -> None:
    async def work() -> tuple[int, list[str]]:
        limited = Limited(lambda *_: None)
        sender = sender_to(limited, [])
        answering, most = sender._post, 0

        async def post(request: dict[str, Any]) -> str | TransientError:
            nonlocal most
            if limited.hits[request["name"]] == 0:
                limited.hits[request["name"]] += 1
                return TransientError("HTTP 500: no")
            most = max(most, limited.active + 1)
            return await answering(request)

        sender._post = post  # type: ignore[method-assign]
        sent = await asyncio.gather(*[sender.send({"name": str(n)}, "x") for n in range(64)])
        await sender.close()
        return most, [each.text for each in sent]

    assert in_virtual_time(work) == (16, [str(n) for n in range(64)])


def test_a_server_that_asks_to_wait_pauses_all_and_shrinks_nothing() -> None:
    async def work() -> list[float]:
        limited = Limited(lambda *_: None, 1.0)
        sender = sender_to(limited, [])
        answering, failed = sender._post, []

        async def post(request: dict[str, Any]) -> str | TransientError:
            if not failed:
                failed.append(1)
                await asyncio.sleep(0.01)
                return TransientError("HTTP 503: soon", 20.0)
            return await answering(request)

        sender._post = post  # type: ignore[method-assign]
        await asyncio.gather(*[sender.send({"name": str(n)}, "x") for n in range(40)])
        await sender.close()
        return limited.times

    times = in_virtual_time(work)
    assert times[:15] == [1000] * 15
    assert times[15] == pytest.approx(1020, abs=0.1)
    assert len([time for time in times if 1020 < time < 1022]) >= 15


def test_cancelled_calls_leave_the_gate_usable() -> None:
    async def work() -> list[str]:
        limited = Limited(first(2, 30.0), 1.0)
        sender = sender_to(limited, [], in_flight=2)
        chance = random.Random(1)
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(40)]
        for task in tasks[:30]:
            await asyncio.sleep(chance.random() * 2)
            task.cancel()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        assert sender.under_way == 0
        await sender.close()
        return [answer.text for answer in answers[30:]]

    assert in_virtual_time(work) == [str(n) for n in range(30, 40)]


def test_cancelled_probe_lets_another_go() -> None:
    async def work() -> str:
        limited = Limited(first(1, 30.0), 1000.0)
        sender = sender_to(limited, [], in_flight=1)
        tasks = [asyncio.ensure_future(sender.send({"name": str(n)}, "x")) for n in range(2)]
        await asyncio.sleep(31)
        limited.latency = 1.0
        tasks[1].cancel()
        answer = await tasks[0]
        await sender.close()
        return answer.text

    assert in_virtual_time(work) == "0"


def test_as_many_requests_as_are_left_for_a_question() -> None:
    async def work() -> int:
        limited = Limited(lambda *_: UNSAID)
        sender = sender_to(limited, [])
        with pytest.raises(ModelUnavailable, match="2 tries"):
            await sender.send({"name": "a"}, "a.txt", most=2)
        await sender.close()
        return limited.hits["a"]

    assert in_virtual_time(work) == 2


def test_a_question_without_requests_left_sends_none() -> None:
    async def work() -> int:
        limited = Limited(lambda *_: None)
        sender = sender_to(limited, [])
        with pytest.raises(ModelUnavailable, match=r"a\.txt: all requests"):
            await sender.send({"name": "a"}, "a.txt", most=0)
        await sender.close()
        return len(limited.times)

    assert in_virtual_time(work) == 0


@settings(max_examples=60)
@given(data=st.data())
def test_no_pattern_of_rejections_stalls_the_queue(data: st.DataObject) -> None:
    waits = st.sampled_from([None, None, None, UNSAID, 0.0, 3.0, 100.0])
    script = data.draw(st.lists(waits, max_size=60))
    limited = Limited(lambda limited, _: script[len(limited.times) - 1] if len(limited.times) <= len(script) else None, 1.0)
    outcome = run_calls(limited, data.draw(st.integers(1, 25)), in_flight=data.draw(st.integers(1, 20)))
    assert all(type(failed) is ModelUnavailable for failed in outcome.failed)
    assert max(limited.hits.values()) <= 3


NUMBERS = st.floats().map(str) | st.integers().map(str) | st.sampled_from(["1e999", "-0", "١٢", "0x10", "1_000", "12 s", "∞"])
DATES = st.datetimes().map(lambda date: format_datetime(date.replace(tzinfo=UTC), usegmt=True)) | st.sampled_from(
    ["Thu, 32 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 99999 00:00:00 GMT", "01 Jan 0001 00:00:00 +9999", "Jan"]
)


@settings(max_examples=300)
@given(seconds=st.none() | NUMBERS | DATES | st.text(max_size=12), milliseconds=st.none() | NUMBERS | st.text(max_size=12))
def test_any_wait_asked_is_a_time_to_wait_or_none(seconds: str | None, milliseconds: str | None) -> None:
    named = {"retry-after": seconds, "retry-after-ms": milliseconds}
    wait = wait_asked({name: value for name, value in named.items() if value is not None}, 1_800_000_000.0)
    assert wait is None or (math.isfinite(wait) and wait >= 0)
