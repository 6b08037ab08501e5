"""Rate limits, quota, and servers that are overloaded."""

from __future__ import annotations

import email.utils
import time

import pytest
from faults import catalogue
from faults.checks import FAULTY, OTHERS, bounded, paid_once, told
from faults.story import MORE_OUTLETS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

SLOW_DOWN = "slow down"


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry_after": "7"}, 7),
        ({"retry_after": "2.5"}, 2.5),
        ({"retry_after_ms": "4000"}, 4),
        ({"retry_after": lambda: email.utils.formatdate(time.time() + 90, usegmt=True)}, 88),
        ({"retry_after": "Wed, 01 Jan 2020 00:00:00 GMT"}, 0),
        ({"retry_after": "-5"}, 0),
        ({"retry_after": "nan"}, 0),
        ({"retry_after": "inf"}, 0),
        ({"retry_after": "soon"}, 0),
        ({"retry_after": ""}, 0),
        ({"retry_after": "9" * 400}, 0),
    ],
)
def test_a_rate_limit_is_waited_for_as_long_as_it_says(run, endpoint, clock, headers, wait):
    headers = {name: value() if callable(value) else value for name, value in headers.items()}
    endpoint.fails_with(catalogue.fails(429, SLOW_DOWN, **headers), outlets=[FAULTY], times=1)
    ran = run()
    assert ran.code == 0
    told(ran.report)
    assert endpoint.per_article[FAULTY] == 2
    assert sum(clock.slept) >= wait - 1
    bounded(endpoint)
    paid_once(endpoint)


@pytest.mark.parametrize("options", [(), ("--deadline", "900"), ("--deadline", "5")])
def test_a_long_wait_is_shown_and_does_not_use_up_the_deadline(run, endpoint, clock, options):
    endpoint.fails_with(catalogue.fails(429, SLOW_DOWN, retry_after="320"), outlets=[FAULTY], times=1)
    ran = run(*options)
    assert ran.code == 0, ran.err
    told(ran.report)
    assert "320 s" in ran.err, "the wait is not shown"
    assert sum(clock.slept) >= 319


def test_a_wait_of_hours_is_not_waited_for(run, endpoint, clock):
    endpoint.fails_with(catalogue.fails(429, SLOW_DOWN, retry_after="7200"), outlets=[FAULTY])
    ran = run()
    assert ran.code in {3, 4}
    assert sum(clock.slept) < 3600
    assert "2 h" in ran.err
    bounded(endpoint)


@pytest.mark.parametrize("bears", [1, 2, 3, 5])
@pytest.mark.parametrize("headers", [{}, {"retry_after": "1"}])
def test_an_endpoint_that_bears_few_calls_at_once_reads_all_articles(run, endpoint, bears, headers):
    endpoint.bears, endpoint.pace_s = bears, 0.02
    endpoint.over = catalogue.fails(429, SLOW_DOWN, **headers)
    ran = run(outlets=MORE_OUTLETS)
    assert ran.code == 0, ran.err
    told(ran.report, MORE_OUTLETS)
    bounded(endpoint)
    paid_once(endpoint)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 529])
def test_a_burst_of_server_errors_costs_no_article(run, endpoint, status):
    endpoint.fails_with(catalogue.fails(status, "overloaded"), outlets=[FAULTY, OTHERS[0]], times=2)
    ran = run()
    assert ran.code == 0, ran.err
    told(ran.report)
    bounded(endpoint)


def test_only_a_rate_limit_lowers_the_calls_in_flight(run, endpoint):
    endpoint.pace_s = 0.2
    endpoint.fails_with(catalogue.fails(503, "overloaded"), outlets=MORE_OUTLETS[:3], times=1)
    ran = run("--in-flight", "4", outlets=MORE_OUTLETS)
    assert ran.code == 0, ran.err
    assert endpoint.most_at_once == 4


def test_an_article_whose_server_stays_down_is_named_and_the_others_go_on(run, endpoint):
    endpoint.fails_with(catalogue.fails(503, "overloaded"), outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "002.txt" in ran.err
    assert "503" in ran.err
    bounded(endpoint)


@pytest.mark.parametrize(
    ("status", "code"),
    [(429, "insufficient_quota"), (402, None), (429, "billing_hard_limit_reached"), (429, "billing_not_active")],
)
def test_without_quota_the_run_ends_and_what_is_on_its_way_is_kept(run, endpoint, status, code):
    endpoint.fails_with(catalogue.fails(status, "You exceeded your current quota", code), outlets=[FAULTY])
    endpoint.fails_with(catalogue.slow(0.5), outlets=[OTHERS[0]])
    ran = run()
    assert ran.code == 4
    assert ran.report is None, "a report was written though the run ended early"
    assert "quota" in ran.err
    assert endpoint.per_article[FAULTY] == 1
    endpoint.rules.clear()
    again = run()
    assert again.code == 0, again.err
    told(again.report)
    paid_once(endpoint)


def test_without_quota_no_more_is_sent(run, endpoint):
    endpoint.pace_s = 0.05
    endpoint.fails_with(catalogue.fails(429, "no quota", "insufficient_quota"), when=lambda _: len(endpoint.asked) >= 3)
    ran = run("--in-flight", "2", outlets=MORE_OUTLETS)
    assert ran.code == 4
    assert len(endpoint.asked) <= 5
