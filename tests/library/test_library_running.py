"""Calls in a program with a life of its own: loops, threads, Ctrl-C, cancelled tasks. What is paid for is kept."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from faults.endpoint import StoryEndpoint, serving
from faults.story import OUTLETS, write_story

from summarizer import BudgetReached, areport, extract, report
from summarizer.events import CallBegan, Event, Stopping
from summarizer.library.carrying_out import awaited, waited_for
from summarizer.store import AnswerStore

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
PACE_S = 0.4


@pytest.fixture
def endpoint() -> Iterator[StoryEndpoint]:
    with serving() as server:
        yield server


@pytest.fixture
def asked(endpoint: StoryEndpoint, tmp_path: Path) -> dict[str, object]:
    """The arguments of a call that asks the endpoint."""
    return {"model": "m", "base_url": endpoint.url, "api_key": "k", "store": tmp_path / "answers.sqlite"}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_story(tmp_path / "story", OUTLETS)


def kept(folder: Path) -> int:
    with AnswerStore(folder / "answers.sqlite") as store:
        return len(store)


class OnFirst:
    """Does something when the first event of a kind comes."""

    def __init__(self, kind: type[Event], act) -> None:
        self.kind, self.act, self.done, self.told = kind, act, threading.Event(), list[Event]()

    def __call__(self, event: Event) -> None:
        self.told.append(event)
        if isinstance(event, self.kind) and not self.done.is_set():
            self.done.set()
            self.act()


def test_a_call_asks_writes_and_says_what_it_sent(articles, asked, tmp_path, endpoint):
    result = report(articles, **asked, out=tmp_path / "out")
    assert result.usage.requests == len(endpoint.received) > len(OUTLETS)
    assert result.usage.input_tokens > 0
    assert result.usage.dollars is None, "no table knows the price of m"
    assert (tmp_path / "out" / "report.json").read_text(encoding="utf-8") == result.json()
    again = report(articles, **asked)
    assert (again.usage.requests, again.usage.input_tokens) == (0, 0)
    assert again.json() == result.json()


def test_what_a_known_model_cost_is_in_dollars(articles, asked):
    usage = extract(articles, **{**asked, "model": "gpt-5.1"}).usage
    assert usage.dollars is not None
    assert usage.dollars > 0


def test_a_budget_is_held(articles, asked):
    with pytest.raises(BudgetReached):
        report(articles, **{**asked, "model": "gpt-5.1"}, max_cost=0)


def test_it_works_inside_a_running_loop_both_ways(articles, asked):
    async def main():
        return report(articles, **asked), await areport(articles, **asked)

    waited, awaited = asyncio.run(main())
    assert waited.json() == awaited.json()


def test_the_loop_goes_on_while_a_run_is_awaited(articles, asked, endpoint):
    endpoint.pace_s = PACE_S

    async def main():
        ticks = 0
        run = asyncio.ensure_future(areport(articles, **asked))
        while not run.done():
            await asyncio.sleep(0.01)
            ticks += 1
        return ticks, run.result()

    ticks, result = asyncio.run(main())
    assert ticks > 20
    assert result.findings


def test_two_tasks_and_two_threads_do_not_disturb_each_other(articles, asked, tmp_path, endpoint):
    endpoint.pace_s = 0.05
    others = write_story(tmp_path / "others", ("Bay Record", "Hill Globe"))
    alone = [report(articles, **asked).json(), report(others, **asked).json()]
    elsewhere = {**asked, "store": tmp_path / "elsewhere.sqlite"}

    async def main():
        return [r.json() for r in await asyncio.gather(areport(articles, **elsewhere), areport(others, **elsewhere))]

    assert asyncio.run(main()) == alone
    found: dict[int, str] = {}
    threads = [
        threading.Thread(target=lambda n=n, p=p: found.update({n: report(p, **asked).json()}))
        for n, p in enumerate([articles, others])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[0], found[1]] == alone


def test_two_calls_at_once_on_one_store_pay_once(articles, asked, endpoint):
    endpoint.pace_s = 0.05

    async def main():
        return await asyncio.gather(areport(articles, **asked), areport(articles, **asked))

    left, right = asyncio.run(main())
    assert left.json() == right.json()
    assert endpoint.paid_twice == 0
    assert left.usage.requests + right.usage.requests == len(endpoint.received)


def test_a_cancelled_task_keeps_what_is_paid_and_leaves_nothing(articles, asked, tmp_path, endpoint):
    endpoint.pace_s = PACE_S

    async def main():
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()
        tell = OnFirst(CallBegan, lambda: loop.call_soon_threadsafe(begun.set))
        run = asyncio.ensure_future(areport(articles, **asked, out=tmp_path / "out", tell=tell))
        await begun.wait()
        await asyncio.sleep(0.1)
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run
        return [task for task in asyncio.all_tasks() if task is not asyncio.current_task()], tell.told

    left, told = asyncio.run(main())
    assert left == []
    assert any(isinstance(event, Stopping) for event in told)
    assert kept(tmp_path) == len(endpoint.received) > 0
    assert not (tmp_path / "out" / "report.json").exists()
    before = len(endpoint.received)
    report(articles, **asked)
    assert endpoint.paid_twice == 0
    assert len(endpoint.received) > before


def test_a_timeout_ends_a_run(articles, asked, tmp_path, endpoint):
    endpoint.pace_s = PACE_S

    async def main():
        async with asyncio.timeout(0.2):
            await areport(articles, **asked)

    with pytest.raises(TimeoutError):
        asyncio.run(main())
    assert kept(tmp_path) == len(endpoint.received)


def test_cancelled_twice_it_ends_at_once(articles, asked, endpoint):
    endpoint.pace_s = 5

    async def main():
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()
        tell = OnFirst(CallBegan, lambda: loop.call_soon_threadsafe(begun.set))
        run = asyncio.ensure_future(areport(articles, **asked, tell=tell))
        await begun.wait()
        run.cancel()
        await asyncio.sleep(0.1)
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run

    start = time.monotonic()
    asyncio.run(main())
    assert time.monotonic() - start < 3


def interrupted(code: str, *arguments: object, when=lambda: True) -> list[str]:
    """What a program prints that is interrupted once this holds. A process of its own: Ctrl-C would end the tests' one."""
    with subprocess.Popen(
        [sys.executable, "-c", f"{PROGRAM}{code}", *map(str, arguments)], stdout=subprocess.PIPE, text=True
    ) as program:
        while not when() and program.poll() is None:
            time.sleep(0.01)
        if program.poll() is None:
            program.send_signal(signal.SIGINT)
        return program.communicate(timeout=60)[0].split()


PROGRAM = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from summarizer import report
from summarizer.events import FileRead
told = []
def run(paths, url, store, tell):
    try:
        report(paths, model="m", base_url=url, api_key="k", store=store, tell=tell)
    except KeyboardInterrupt:
        read = len([event for event in told if isinstance(event, FileRead)])
        print("interrupted", read, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""


def test_ctrl_c_keeps_what_is_paid(articles, tmp_path, endpoint):
    endpoint.pace_s = PACE_S
    code = "run(*sys.argv[1:], told.append)"
    shown = interrupted(code, articles, endpoint.url, tmp_path / "answers.sqlite", when=lambda: endpoint.received)

    assert shown == ["interrupted", str(len(OUTLETS)), "True"]
    assert kept(tmp_path) == len(endpoint.received) > 0


def test_ctrl_c_while_files_are_read_ends_it(articles, tmp_path, endpoint):
    code = """
def tell(event):
    told.append(event)
    if isinstance(event, FileRead):
        open(sys.argv[4], "w").close()
        time.sleep(30)
run(*sys.argv[1:4], tell)
"""
    begun = tmp_path / "begun"
    shown = interrupted(code, articles, endpoint.url, tmp_path / "answers.sqlite", begun, when=begun.exists)

    assert shown == ["interrupted", "1", "True"]
    assert endpoint.received == []


def test_no_signal_is_touched(articles, asked):
    seen = []
    report(articles, **asked, tell=lambda _: seen.append(signal.getsignal(signal.SIGINT)))
    assert set(seen) == {signal.default_int_handler}


def test_what_tell_raises_while_files_are_read_is_raised(articles):
    def tell(_: Event) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        extract(articles, model="rules", tell=tell)


def test_an_error_of_the_work_is_raised_where_it_is_waited_for():
    def work(*_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        waited_for(work, lambda _: None)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(awaited(work, lambda _: None))


def test_what_tell_raises_ends_the_run_and_what_is_paid_is_kept(articles, asked, tmp_path, endpoint):
    endpoint.pace_s = 0.1

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        report(articles, **asked, tell=OnFirst(CallBegan, fail))
    assert kept(tmp_path) == len(endpoint.received)
