"""Work is spread over processes without changing its results or their order."""

from __future__ import annotations

import asyncio
import operator
import os
import threading
from concurrent.futures.process import BrokenProcessPool

import pytest

from summarizer.articles import read_articles
from summarizer.events import Extracted
from summarizer.pipeline import spreading
from summarizer.pipeline.extracting import extract_by_rules, read_by_rules
from summarizer.pipeline.spreading import Aside, aside, spread


@pytest.fixture
def started(monkeypatch):
    """How processes were started."""
    seen = []
    whole = spreading._in_processes

    def noted(work, items, cores, method):
        seen.append(method)
        return whole(work, items, cores, method)

    monkeypatch.setattr(spreading, "_in_processes", noted)
    monkeypatch.setattr(spreading, "_cores", lambda: 2)
    return seen


def test_few_items_start_no_process(started):
    assert list(spread(operator.neg, range(3))) == [0, -1, -2]
    assert started == []


def test_one_core_starts_no_process(started, monkeypatch):
    monkeypatch.setattr(spreading, "_cores", lambda: 1)
    assert list(spread(operator.neg, range(1000))) == [-n for n in range(1000)]
    assert started == []


def test_beside_threads_nothing_is_forked(monkeypatch):
    release = threading.Event()
    other = threading.Thread(target=release.wait)
    other.start()
    try:
        assert spreading._way_to_start()[0] == "spawn"
    finally:
        release.set()
        other.join()


def test_what_is_left_when_the_processes_die_is_done_here(monkeypatch):
    def dying(work, items, cores, method):
        yield from map(work, items[:5])
        raise BrokenProcessPool

    monkeypatch.setattr(spreading, "_in_processes", dying)
    monkeypatch.setattr(spreading, "_cores", lambda: 2)
    monkeypatch.setattr(spreading, "_way_to_start", lambda: ("spawn", 1))
    assert list(spread(operator.neg, range(20))) == [-n for n in range(20)]


class Dead:
    """A pool whose processes were killed."""

    def submit(self, *_):
        raise BrokenProcessPool


def test_work_beside_a_loop_goes_on_in_a_thread_when_the_processes_die():
    async def twice():
        elsewhere = Aside(Dead())
        return [await elsewhere(operator.neg, n) for n in (1, 2)]

    assert asyncio.run(twice()) == [-1, -2]


def test_a_loop_attends_to_its_calls_while_work_is_done_beside_it():
    release = threading.Event()

    async def both():
        with aside(1) as elsewhere:
            working = asyncio.ensure_future(elsewhere(release.wait, 5))
            await asyncio.sleep(0)
            release.set()
            return await working

    assert asyncio.run(both()) is True


def test_much_work_beside_a_loop_is_done_by_other_processes(monkeypatch):
    monkeypatch.setattr(spreading, "_cores", lambda: 2)
    monkeypatch.setattr(spreading, "_way_to_start", lambda: ("spawn", 3))

    async def asked():
        with aside(3) as elsewhere:
            return await elsewhere(os.getpid)

    assert asyncio.run(asked()) != os.getpid()


def test_a_process_that_dies_is_noticed():
    with pytest.raises(BrokenProcessPool):
        list(spreading._in_processes(os._exit, [1, 1], 1, "spawn"))


def test_articles_read_by_other_processes_are_the_same_and_in_order(started, monkeypatch, tmp_path):
    for number in range(6):
        text = f"In Torvik, {number + 20} miners were killed on Monday, the mayor said.\n\nAnna Holm of Brandal spoke of {number} rescued."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    articles = read_articles([str(tmp_path)], None).articles
    monkeypatch.setattr(spreading, "_way_to_start", lambda: ("spawn", 3))
    told = []
    extraction = extract_by_rules(articles, told.append)
    assert extraction.summaries == tuple(map(read_by_rules, articles))
    assert started == ["spawn"]
    assert [event.done for event in told if isinstance(event, Extracted)] == [1, 2, 3, 4, 5, 6]
    assert len(articles) == 6
