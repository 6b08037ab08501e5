"""Completions that are cut off, declined, wrapped, misshapen, or answer something else than was asked."""

from __future__ import annotations

import json

import pytest
from faults import catalogue
from faults.checks import FAULTY, OTHERS, bounded, paid_once, times_one_answer, told
from faults.story import OUTLETS, extracted

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

FIVE = "The ferry had 3 decks. Some 200 passengers were rescued. The wind reached 90 kilometres. At least 5 boats were damaged."
MORE = dict.fromkeys(OUTLETS, FIVE)


def claims_of(ran, outlet=FAULTY, read_by=None):
    article = next(each for each in ran.report["articles"] if each["outlet"] == outlet)
    return [claim for claim in article["claims"] if read_by is None or claim.get("read_by") == read_by]


@pytest.mark.parametrize("share", [0.5, 0.75, 0.9, 0.99])
def test_an_answer_that_is_cut_off_is_used_up_to_the_cut(run, endpoint, share):
    endpoint.fails_with(catalogue.cut_off(share), outlets=[FAULTY], times=1)
    ran = run(more=MORE)
    assert ran.code in {0, 3}
    told(ran.report)
    bounded(endpoint)
    asked = len(endpoint.asked)
    again = run(more=MORE, out="second")
    assert again.code == ran.code
    assert len(endpoint.asked) == asked, "a second run may not pay unasked"
    paid_once(endpoint)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3, 0.6, 0.95])
def test_an_answer_that_is_cut_off_each_time_costs_a_bounded_number_of_requests(run, endpoint, share):
    endpoint.fails_with(catalogue.cut_off(share), outlets=[FAULTY])
    ran = run(more=MORE)
    assert ran.code in {0, 3}
    told(ran.report, OTHERS)
    assert endpoint.per_article[FAULTY] <= 3


@pytest.mark.parametrize("tool", ["ProposalsAnswer", "WeighingAnswer"])
def test_a_comparison_that_is_cut_off_still_tells_the_conflict(run, endpoint, tool):
    endpoint.fails_with(catalogue.cut_off(0.9), tool=tool, times=1)
    ran = run()
    assert ran.code in {0, 3, 4}
    told(ran.report)


DECLINED = {"refusal": (catalogue.refuses(), "declined"), "filter": (catalogue.filtered(), "filter")}


@pytest.mark.parametrize(("fault", "word"), DECLINED.values(), ids=DECLINED)
def test_a_declined_article_is_named_and_asked_about_again_only_if_told_to(run, endpoint, fault, word):
    endpoint.fails_with(fault, outlets=[FAULTY])
    first = run()
    assert first.code == 3
    told(first.report, OTHERS)
    assert word in first.err
    assert "002.txt" in first.err
    asked = len(endpoint.asked)
    second = run()
    assert second.code == 3
    assert len(endpoint.asked) == asked
    assert "--ask-again" in second.err, "the message has to name the option that asks anew"
    endpoint.rules.clear()
    third = run("--ask-again")
    assert third.code == 0, third.err
    told(third.report)
    assert len(endpoint.asked) - asked <= 3, "only what could not be used is asked for anew"


def test_a_request_that_a_filter_rejects_costs_one_request(run, endpoint):
    endpoint.fails_with(catalogue.fails(400, "filtered", "content_filter"), outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert endpoint.per_article[FAULTY] == 1


WRAPPED = {
    "fenced": catalogue.fenced,
    "prose": catalogue.in_prose,
    "content": catalogue.messaging(lambda answer, _: {"role": "assistant", "content": json.dumps(answer)}),
    "parts": catalogue.messaging(lambda a, _: {"role": "assistant", "content": [{"type": "text", "text": json.dumps(a)}]}),
    "older form": catalogue.messaging(
        lambda answer, tool: {
            "role": "assistant",
            "content": None,
            "function_call": {"name": tool, "arguments": json.dumps(answer)},
        }
    ),
}


@pytest.mark.parametrize("fault", WRAPPED.values(), ids=WRAPPED)
def test_an_answer_that_can_be_read_is_not_paid_for_again(run, endpoint, fault):
    endpoint.fails_with(fault)
    ran = run()
    assert ran.code == 0, ran.err
    told(ran.report)
    assert set(endpoint.per_article.values()) == {1}


UNFIT_ONCE = {
    "cut short": catalogue.calling(lambda answer: json.dumps(answer)[:-20]),
    "prose only": catalogue.messaging(lambda *_: {"role": "assistant", "content": "I read it. It is sad."}),
    "empty": catalogue.calling(lambda _: ""),
    "nothing": catalogue.messaging(lambda *_: {"role": "assistant", "content": None}),
    "null list": catalogue.calling(dict.fromkeys),
    "wrong type": catalogue.damaged_item(catalogue.wrong_type),
    "extra key": catalogue.damaged_item(catalogue.extra_key),
    "missing key": catalogue.damaged_item(catalogue.missing_key),
}


@pytest.mark.parametrize("fault", UNFIT_ONCE.values(), ids=UNFIT_ONCE)
def test_an_answer_that_does_not_fit_once_costs_at_most_one_more_request(run, endpoint, fault):
    endpoint.fails_with(fault, outlets=[FAULTY], times=1)
    ran = run(more=MORE)
    assert ran.code == 0, ran.err
    told(ran.report)
    assert len(claims_of(ran)) >= 8
    bounded(endpoint, 2)


@pytest.mark.parametrize("change", [catalogue.wrong_type, catalogue.extra_key, catalogue.missing_key])
def test_one_item_that_never_fits_costs_only_itself(run, endpoint, change):
    endpoint.fails_with(catalogue.damaged_item(change), outlets=[FAULTY])
    ran = run(more=MORE)
    assert ran.code in {0, 3}
    told(ran.report)
    assert len(claims_of(ran)) >= 7, "the items that fit were thrown away with the one that does not"
    bounded(endpoint, 2)


@pytest.mark.parametrize("change", [catalogue.wrong_type, catalogue.missing_key])
def test_a_re_ask_does_not_send_the_rejected_answer_back(run, endpoint, change):
    endpoint.fails_with(catalogue.damaged_item(change), outlets=[FAULTY], times=1)
    run(more=MORE)
    asked = [question for question in endpoint.asked if question.outlet == FAULTY]
    fitting = [
        anchor for anchor in ("The ferry had 3", "200 passengers were rescued") if anchor in json.dumps(asked[1].body)[20:]
    ]
    grown = len(json.dumps(asked[1].body)) - len(json.dumps(asked[0].body))
    assert len(asked) == 2
    assert fitting == [] or grown < 600, f"the second request is {grown} characters longer"


def with_twice(answer):
    return f'{json.dumps(answer)[:-1]}, "statements": []}}' if "statements" in answer else json.dumps(answer)


AMBIGUOUS = {
    "a key twice": catalogue.calling(with_twice),
    "another function": catalogue.calling(lambda answer: answer, name="delete_files"),
    "two calls": catalogue.two_calls,
}


@pytest.mark.parametrize("fault", AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_an_ambiguous_answer_is_not_guessed_at(run, endpoint, fault):
    endpoint.fails_with(fault, outlets=[FAULTY])
    ran = run()
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert FAULTY not in extracted(ran.report)
    assert "002.txt" in ran.err
    bounded(endpoint, 2)


def instead_of_two(text):
    return catalogue.calling(lambda answer: json.dumps(answer).replace("[2]", text, 1))


NO_NUMBER = {
    "NaN": instead_of_two("[NaN]"),
    "infinite": instead_of_two("[-Infinity]"),
    "5000 digits": instead_of_two(f"[{'9' * 5000}]"),
    "1e400": instead_of_two("[1e400]"),
    "no such sentence": instead_of_two("[99999999999, -5, 0]"),
    "deep": catalogue.calling(lambda _: f'{{"statements": {"[" * 50_000}{"]" * 50_000}}}'),
    "deep objects": catalogue.calling(lambda _: '{"a":' * 20_000 + "1" + "}" * 20_000),
    "half a pair": catalogue.calling(lambda answer: json.dumps(answer).replace("killed", r"\ud800")),
    "controls": catalogue.calling(lambda answer: json.dumps(answer).replace("killed", r"k\u0000\u001b[31mlled")),
}


@pytest.mark.parametrize("fault", NO_NUMBER.values(), ids=NO_NUMBER)
def test_what_no_model_should_write_harms_at_most_its_own_article(run, endpoint, fault):
    endpoint.fails_with(fault, outlets=[FAULTY])
    ran = run()
    assert ran.code in {0, 3}
    told(ran.report, OTHERS)
    bounded(endpoint, 2)


def never_fitting(answer):
    return {key: [{**item, "extra": 1} for item in items] for key, items in answer.items()}


@pytest.mark.parametrize("padding", ["", FIVE * 30])
def test_a_model_that_never_fits_costs_few_requests_and_tokens(run, endpoint, padding):
    endpoint.fails_with(catalogue.calling(never_fitting), outlets=[FAULTY])
    ran = run(more={FAULTY: padding})
    assert ran.code in {0, 3}
    told(ran.report, OTHERS)
    bounded(endpoint)
    assert times_one_answer(endpoint, FAULTY) <= 2.5


def test_errors_and_unfit_answers_share_one_number_of_requests(run, endpoint):
    busy, unfit = catalogue.fails(503, "busy"), catalogue.calling(never_fitting)
    count = iter(range(100))
    endpoint.fails_with(lambda asked: unfit(asked) if next(count) % 2 else busy(asked), outlets=[FAULTY])
    ran = run()
    assert ran.code in {0, 3}
    told(ran.report, OTHERS)
    bounded(endpoint)


def test_an_answer_of_very_many_statements_does_not_cost_the_others(run, endpoint):
    endpoint.fails_with(catalogue.flood(3000), outlets=[FAULTY])
    endpoint.fails_with(catalogue.slow(0.5), outlets=OTHERS)
    ran = run("--deadline", "2")
    assert ran.code in {0, 3}
    told(ran.report, OTHERS)


LONG_TEXT = " ".join(f"Pier {n} of the old port was built by {n + 1} workers." for n in range(50, 170))
TOO_LONG = {
    "code": (400, "This model's maximum context length is exceeded", "context_length_exceeded"),
    "size": (413, "Payload too large", None),
}


@pytest.mark.parametrize("error", TOO_LONG.values(), ids=TOO_LONG)
def test_an_article_that_is_too_long_for_the_model_is_split(run, endpoint, error):
    endpoint.fails_with(catalogue.fails(*error), outlets=[FAULTY], when=lambda asked: len(asked.text) > 5000)
    ran = run(more={FAULTY: LONG_TEXT})
    assert ran.code == 0, ran.err
    told(ran.report)
    read = {text for asked in endpoint.asked if len(asked.text) <= 5000 for text in asked.sentences.values()}
    assert len([text for text in read if text.startswith("Pier")]) == 120, "all of the article has to be asked about"
    assert endpoint.per_article[FAULTY] <= 5


def test_an_article_that_never_fits_is_named_after_few_requests(run, endpoint):
    endpoint.fails_with(catalogue.fails(*TOO_LONG["code"]), outlets=[FAULTY])
    ran = run(more={FAULTY: LONG_TEXT})
    assert ran.code == 3
    told(ran.report, OTHERS)
    assert "002.txt" in ran.err
    assert "long" in ran.err
    assert endpoint.per_article[FAULTY] <= 7
