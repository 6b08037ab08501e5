"""Bodies that are no answer: cut, hanging, endless, packed, or of another kind."""

from __future__ import annotations

import pytest
from faults import catalogue
from faults.checks import FAULTY, OTHERS, bounded, paid_once, told
from llm.faulty_endpoint import says

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NO_COMPLETION = {
    "a page": "<html><body>Bad gateway</body></html>",
    "nothing": "",
    "null": "null",
    "an error": {"error": {"message": "upstream", "code": None}},
    "an error in words": {"error": "upstream"},
    "a list": "[]",
    "half": '{"choices": [{"mess',
    "bytes": bytes(range(256)),
    "no choices": {"id": "x", "choices": []},
    "choices null": {"id": "x", "choices": None},
    "no such key": {"id": "x"},
    "a choice of null": {"choices": [None]},
    "no message": {"choices": [{"index": 0, "message": None, "finish_reason": "stop"}]},
}
LOST = {"reset": catalogue.RESETS, "cut": catalogue.CUT_BODY}


@pytest.mark.parametrize("body", NO_COMPLETION.values(), ids=NO_COMPLETION)
def test_what_is_no_completion_is_tried_again(run, endpoint, body):
    endpoint.fails_with(catalogue.raw(body), outlets=[FAULTY], times=2)
    ran = run()
    assert ran.code == 0, ran.err
    told(ran.report)
    bounded(endpoint)


@pytest.mark.parametrize("body", ["", "null", {"choices": []}])
def test_an_article_that_never_gets_a_completion_is_named(run, endpoint, body):
    endpoint.fails_with(catalogue.raw(body), outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "002.txt" in ran.err
    assert endpoint.per_article[FAULTY] == 3


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
@pytest.mark.parametrize("times", [2, None])
def test_a_connection_that_breaks_is_tried_again_within_bounds(run, endpoint, fault, times):
    endpoint.fails_with(fault, outlets=[FAULTY], times=times)
    ran = run()
    assert ran.code == (0 if times else 3), ran.err
    told(ran.report, OTHERS)
    bounded(endpoint)


@pytest.mark.parametrize("fault", [catalogue.HANGS, catalogue.DRIPS], ids=["hangs", "drips"])
def test_a_call_ends_at_its_deadline_and_the_others_go_on(run, endpoint, fault):
    endpoint.fails_with(fault, outlets=[FAULTY])
    ran = run("--deadline", "1")
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "no answer within 1 s" in ran.err
    bounded(endpoint)


@pytest.mark.parametrize("fault", [catalogue.bomb(), catalogue.ENDLESS], ids=["packed", "endless"])
def test_an_answer_without_end_is_not_read_to_it(run, endpoint, fault):
    endpoint.fails_with(fault, outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "MB" in ran.err
    bounded(endpoint)


def test_brackets_without_end_are_no_answer(run, endpoint):
    endpoint.fails_with(catalogue.always(says(b'{"choices": ' + b"[" * 200_000)), outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)


def test_nothing_is_paid_for_again_in_a_second_run(run, endpoint):
    first = run()
    asked = len(endpoint.asked)
    second = run(out="second")
    assert (first.code, second.code) == (0, 0)
    assert len(endpoint.asked) == asked
    assert second.markdown == first.markdown
    paid_once(endpoint)
