"""Signals and second processes: the program as a process of its own."""

from __future__ import annotations

import sqlite3
import time

import pytest
from faults import catalogue
from faults.checks import OTHERS, paid_once, told
from faults.running import Process, until
from faults.story import MORE_OUTLETS, write_story

pytestmark = [pytest.mark.block_network(allowed_hosts=["127.0.0.1"]), pytest.mark.process]


AT_ONCE_S = 10.0
"""Far less than what the runs would wait otherwise, on a machine that is busy with other tests."""


@pytest.fixture
def story(place):
    return write_story(place / "story")


def test_one_interrupt_finishes_what_is_on_its_way_and_sends_no_more(place, story, endpoint):
    endpoint.pace_s = 1.0
    with Process(place, endpoint, "--in-flight", "3") as first:
        until(lambda: endpoint.under_way == 3)
        asked = len(endpoint.asked)
        first.interrupt()
        ran = first.end()
    assert ran.code == 130
    assert ran.report is None
    assert len(endpoint.asked) == asked, "a new request after the interrupt"
    endpoint.pace_s = 0
    with Process(place, endpoint) as second:
        ran = second.end()
    assert ran.code == 0, ran.err
    told(ran.report)
    paid_once(endpoint)


def test_two_interrupts_end_the_run_at_once(place, story, endpoint):
    endpoint.fails_with(catalogue.slow(25))
    with Process(place, endpoint) as run:
        until(lambda: endpoint.under_way >= 3)
        run.interrupt()
        time.sleep(0.5)
        assert run.running.poll() is None, "the first interrupt has to wait for what is on its way"
        started = time.monotonic()
        run.interrupt()
        assert run.end().code == 130
    assert time.monotonic() - started < AT_ONCE_S


def test_an_interrupt_ends_a_wait_for_the_endpoint(place, story, endpoint):
    endpoint.fails_with(catalogue.fails(429, "slow down", retry_after="600"))
    with Process(place, endpoint, "--deadline", "900") as run:
        until(lambda: len(endpoint.asked) >= 1)
        time.sleep(0.5)
        started = time.monotonic()
        run.interrupt()
        assert run.end().code == 130
    assert time.monotonic() - started < AT_ONCE_S


def test_two_processes_on_one_store_pay_once(place, story, endpoint):
    endpoint.pace_s = 0.5
    with Process(place, endpoint, out="left") as left, Process(place, endpoint, out="right") as right:
        ended = [left.end(), right.end()]
    assert [ran.code for ran in ended] == [0, 0]
    for ran in ended:
        told(ran.report)
    paid_once(endpoint)
    assert ended[0].markdown == ended[1].markdown


def test_a_killed_run_loses_no_answer_that_was_kept(place, endpoint):
    write_story(place / "story", MORE_OUTLETS)
    endpoint.pace_s = 0.1
    lost = 0
    for answers in (2, 6):
        with Process(place, endpoint, "--in-flight", "2") as run:
            until(lambda wanted=answers: sum(endpoint.paid.values()) >= wanted)
            run.kill()
        until(lambda: endpoint.under_way == 0)
        with sqlite3.connect(place / "answers.sqlite") as store:
            assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        store.close()
        lost += 2
    endpoint.pace_s = 0
    with Process(place, endpoint) as last:
        ran = last.end()
    assert ran.code == 0, ran.err
    told(ran.report, MORE_OUTLETS)
    assert sum(endpoint.paid.values()) - len(endpoint.paid) <= lost, "more was paid for again than was in flight at the kills"
    assert OTHERS[0] in endpoint.per_article
