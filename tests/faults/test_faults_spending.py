"""Budgets: they hold, survive a resumed run, and hold where an endpoint does not count."""

from __future__ import annotations

import pytest
from faults import catalogue
from faults.checks import paid_once, told
from faults.story import MORE_OUTLETS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

PRICED = "gpt-5.1"
BUDGETS = {"money": ("--max-cost", "0.03"), "tokens": ("--max-tokens", "15000")}
USAGES = {
    "missing": catalogue.with_key("usage", None),
    "null": catalogue.counting(None),
    "negative": catalogue.counting({"prompt_tokens": -5, "completion_tokens": -7}),
    "words": catalogue.counting({"prompt_tokens": "many", "completion_tokens": "few"}),
    "half": catalogue.counting({"prompt_tokens": 3000}),
}


@pytest.mark.parametrize("budget", BUDGETS.values(), ids=BUDGETS)
def test_a_budget_stops_the_run_and_a_resumed_one_does_not_spend_it_again(run, endpoint, budget):
    option, _ = budget
    endpoint.pace_s = 0.02
    first = run(*budget, "--in-flight", "2", outlets=MORE_OUTLETS, model=PRICED)
    assert first.code == 4, first.err
    assert first.report is None
    assert option in first.err, "the message has to say how to go on"
    asked = len(endpoint.asked)
    assert 0 < asked < 12
    second = run(*budget, "--in-flight", "2", outlets=MORE_OUTLETS, model=PRICED)
    assert second.code == 4
    assert len(endpoint.asked) - asked <= 1, "a resumed run may not spend the budget again"
    third = run(option, "1000000", outlets=MORE_OUTLETS, model=PRICED)
    assert third.code == 0, third.err
    told(third.report, MORE_OUTLETS)
    paid_once(endpoint)


def test_what_is_in_flight_counts_against_the_budget(run, endpoint):
    endpoint.pace_s = 0.2
    ran = run("--max-tokens", "15000", "--in-flight", "16", outlets=MORE_OUTLETS)
    assert ran.code == 4
    assert len(endpoint.asked) < 12


def test_a_budget_below_one_request_sends_none(run, endpoint):
    ran = run("--max-tokens", "50")
    assert ran.code == 4
    assert endpoint.asked == []


@pytest.mark.parametrize("usage", USAGES.values(), ids=USAGES)
def test_tokens_that_are_not_counted_are_said_to_be(run, endpoint, usage):
    endpoint.fails_with(usage)
    ran = run()
    assert ran.code == 0, ran.err
    told(ran.report)
    assert ran.report["run"]["extraction"]["unreported"] == 4


@pytest.mark.parametrize("usage", USAGES.values(), ids=USAGES)
def test_a_budget_holds_by_estimate_where_tokens_are_not_counted(run, endpoint, usage):
    endpoint.pace_s = 0.02
    endpoint.fails_with(usage)
    ran = run("--max-tokens", "15000", "--in-flight", "2", outlets=MORE_OUTLETS)
    assert ran.code == 4
    assert 0 < len(endpoint.asked) < 12
    assert "estimate" in ran.err, "the message has to say that the count is an estimate"


def test_a_budget_in_money_holds_for_a_model_without_a_price_or_is_refused(run, endpoint):
    ran = run("--max-cost", "0.01", "--in-flight", "1", model="nobody-knows-1", outlets=MORE_OUTLETS)
    assert ran.code in {2, 4}
    assert "price" in ran.err
    assert len(endpoint.asked) < 12


@pytest.mark.parametrize("value", ["-1", "nan", "cheap"])
def test_a_budget_that_is_no_amount_is_a_mistake_in_the_command(run, endpoint, value):
    ran = run("--max-cost", value, model=PRICED)
    assert ran.code == 2
    assert "No such option" not in ran.err
    assert endpoint.hits == 0


@pytest.mark.parametrize("fault", [catalogue.CUT_BODY, catalogue.RESETS], ids=["cut", "reset"])
def test_tries_that_may_be_charged_for_count_in_this_run_and_the_next(run, endpoint, fault):
    endpoint.fails_with(fault)
    for number in range(3):
        ran = run("--max-tokens", "9000", "--in-flight", "2", outlets=MORE_OUTLETS, out=str(number))
    assert ran.code == 4
    assert "budget" in ran.err
    assert 0 < len(endpoint.asked) <= 4


def test_an_answer_much_dearer_than_expected_stops_those_that_wait_for_their_turn(run, endpoint):
    endpoint.fails_with(catalogue.counting({"prompt_tokens": 90_000, "completion_tokens": 10_000}))
    ran = run("--max-tokens", "100000", "--in-flight", "1", outlets=MORE_OUTLETS)
    assert ran.code == 4
    assert len(endpoint.asked) == 1
