"""One question: every answer that was paid for is used as far as it goes, and a question has a limit."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llm.answer_books import MemoryBook
from llm.answers_to_break import spoiled_items, statements
from llm.faulty_endpoint import CANARY, Endpoint, StoppedClock, completion, error, says

from summarizer.answers import ArticleAnswer
from summarizer.errors import (
    AnswerCut,
    AnswerInvalid,
    BudgetReached,
    ModelError,
    ModelRefused,
    ModelSetupError,
    ModelUnavailable,
)
from summarizer.events import Event, WaitingForOther
from summarizer.llm import Answerer, Model, Reply, reading
from summarizer.llm.estimating import spent_on
from summarizer.settings import ModelSettings

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

REFUSED = says(completion(message={"role": "assistant", "content": None, "refusal": "I cannot"}))
PROSE = says(completion(message={"role": "assistant", "content": "The ferry sank."}))


def said(place: int, **fields: Any) -> dict[str, Any]:
    return {"sents": [place], "anchor": f"words {place}", **fields}


def body(*items: Any, **fields: Any) -> dict[str, Any]:
    return completion({"statements": list(items), **fields}, name="ArticleAnswer")


def answer(*items: Any) -> Any:
    return says(body(*items))


BAD = {"sents": "two", "anchor": "words 2"}
FIVE = [said(1), BAD, said(3), said(4), said(5)]


class Asked:
    """What came of asking, in one run or several on one book."""

    def __init__(self, endpoint: Endpoint, stopped: StoppedClock, book: MemoryBook | None = None) -> None:
        self.endpoint, self.stopped, self.book = endpoint, stopped, book or MemoryBook()
        self.told: list[Event] = []

    def model(self, **chosen: Any) -> Model:
        reach = {"model": "m", "base_url": self.endpoint.url, "api_key": CANARY, **chosen}
        return Model(ModelSettings(**reach), self.book, self.stopped.clock(), self.told.append, "run 1")

    def once(self, text: str = "The story.", most: int | None = None, **chosen: Any) -> Any:
        async def run() -> Any:
            async with self.model(**chosen) as model:
                return await model.ask([{"role": "user", "content": text}], ArticleAnswer, "story.txt", most)

        try:
            return asyncio.run(run())
        except ModelError as caught:
            return caught


@pytest.fixture
def asked(endpoint: Endpoint, stopped: StoppedClock) -> Asked:
    return Asked(endpoint, stopped)


def anchors(reply: Reply[ArticleAnswer]) -> list[str]:
    return [statement.anchor for statement in reply.answer.statements]


def test_one_item_that_never_fits_costs_only_itself(asked: Asked) -> None:
    asked.endpoint.script = [answer(*FIVE), answer(BAD)]
    reply = asked.once()
    assert anchors(reply) == ["words 1", "words 3", "words 4", "words 5"]
    assert reply.dropped == (
        'statements 2 ({"sents": "two", "anchor": "words 2"}) left out: sents: Input should be a valid array',
    )
    assert asked.endpoint.hits == 2


def test_the_corrected_item_is_put_in_its_place(asked: Asked) -> None:
    asked.endpoint.script = [answer(*FIVE), answer(said(2))]
    reply = asked.once()
    assert anchors(reply) == [f"words {n}" for n in range(1, 6)]
    assert (reply.dropped, reply.complete, reply.calls) == ((), True, 2)


def test_the_answer_is_not_sent_back(asked: Asked) -> None:
    asked.endpoint.script = [answer(*FIVE), answer(said(2))]
    asked.once()
    first, second = (received.body for received in asked.endpoint.received)
    assert second["messages"][:-1] == first["messages"]
    assert {key: value for key, value in second.items() if key != "messages"} == {
        key: value for key, value in first.items() if key != "messages"
    }
    assert "words 1" not in json.dumps(second["messages"])


@pytest.mark.parametrize(
    "bad", [lambda n: {**said(n), "sents": "all"}, lambda n: {**said(n), "negated": True}], ids=["type", "key"]
)
def test_a_question_costs_at_most_two_and_a_half_answers(asked: Asked, bad: Any) -> None:
    text = "The ferry sank off the coast. " * 400
    long = [bad(n) | {"statement": "It sank there, off the coast, that day." * 2} for n in range(100)]
    asked.endpoint.script = [answer(*long), answer(*long)]
    asked.once(text)
    sent = [len(json.dumps(received.body)) for received in asked.endpoint.received]
    size = len(json.dumps(body(*long)))
    assert len(sent) == 2
    assert sum(sent) + 2 * size <= 2.5 * (sent[0] + size)


def test_a_question_costs_at_most_three_requests(asked: Asked) -> None:
    failing = [error(503)] * 4
    asked.endpoint.script = [*failing, answer(BAD), *failing, answer(BAD)]
    assert isinstance(asked.once(), ModelUnavailable)
    assert asked.endpoint.hits == 3


def test_tries_count_with_the_re_ask(asked: Asked) -> None:
    asked.endpoint.script = [error(503), answer(*FIVE), error(503)]
    reply = asked.once()
    assert len(reply.answer.statements) == 4
    assert asked.endpoint.hits == 3
    assert "503" in reply.dropped[-1]


def test_without_a_request_left_there_is_no_re_ask(asked: Asked) -> None:
    asked.endpoint.script = [error(503), error(503), answer(*FIVE)]
    reply = asked.once()
    assert len(reply.answer.statements) == 4
    assert asked.endpoint.hits == 3
    assert len(reply.dropped) == 2


@pytest.mark.parametrize(
    "second",
    [error(503), error(400, "odd"), error(401), error(429, "", "insufficient_quota"), REFUSED, PROSE, says(completion("{"))],
    ids=["503", "400", "401", "quota", "refused", "prose", "broken"],
)
def test_a_re_ask_that_fails_loses_nothing(asked: Asked, second: Any) -> None:
    asked.endpoint.script = [answer(*FIVE), second]
    reply = asked.once()
    assert anchors(reply) == ["words 1", "words 3", "words 4", "words 5"]
    assert "statements 2" in reply.dropped[0]


@pytest.mark.parametrize("first", [PROSE, says(completion('{"statements": [{"sen', name="ArticleAnswer")), answer(BAD, BAD)])
def test_nothing_usable_is_asked_for_once_more(asked: Asked, first: Any) -> None:
    asked.endpoint.script = [first, answer(said(1))]
    reply = asked.once()
    assert anchors(reply) == ["words 1"]
    assert "The ferry" not in json.dumps(asked.endpoint.received[1].body["messages"][1:])


def test_an_answer_that_breaks_off_is_used_up_to_there(asked: Asked) -> None:
    whole = json.dumps({"statements": [said(n) for n in range(1, 9)]})
    asked.endpoint.script = [says(completion(whole[:190], name="ArticleAnswer", finish="length"))]
    reply = asked.once()
    assert anchors(reply) == ["words 1", "words 2", "words 3", "words 4"]
    assert not reply.complete
    assert asked.endpoint.hits == 1


def test_an_answer_that_breaks_off_at_once_is_named(asked: Asked) -> None:
    asked.endpoint.script = [says(completion('{"statements": [{"se', name="ArticleAnswer", finish="length"))]
    assert type(asked.once()) is AnswerCut
    assert asked.endpoint.hits == 1


def test_items_that_do_not_fit_are_asked_for_where_the_answer_breaks_off_too(asked: Asked) -> None:
    text = json.dumps({"statements": [said(1), BAD, said(3)]})[:-20]
    asked.endpoint.script = [says(completion(text, name="ArticleAnswer", finish="length")), answer(said(2))]
    reply = asked.once()
    assert anchors(reply) == ["words 1", "words 2"]
    assert not reply.complete


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=spoiled_items(), cut=st.integers(0, 3_000), finish=st.sampled_from(["tool_calls", "length"]))
def test_no_spoiled_answer_loses_an_item_that_was_whole(made: Any, cut: int, finish: str) -> None:
    spoiled_answer, spoiled = made
    text = json.dumps(spoiled_answer)[:cut]
    book = MemoryBook()
    book.find = lambda *_: json.dumps(completion(text, name="ArticleAnswer", finish=finish))  # type: ignore[method-assign]  # every request
    model = Model(ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), book)
    try:
        reply = asyncio.run(model.ask([{"role": "user", "content": "x"}], ArticleAnswer, "a"))
    except ModelError:
        reply = None
    ends, at = [], 0
    for place, item in enumerate(spoiled_answer["statements"]):
        at = json.dumps(spoiled_answer).index(json.dumps(item), at) + len(json.dumps(item))
        ends.append((place, at))
    whole = [spoiled_answer["statements"][place]["anchor"] for place, end in ends if end <= cut and place not in spoiled]
    given_ = [] if reply is None else anchors(reply)
    left = iter(given_)
    assert all(any(anchor == other for other in left) for anchor in whole)


# A kept answer that cannot be used.


@pytest.mark.parametrize("unusable", [REFUSED, PROSE, answer(BAD), says(completion({}, name="Other"))])
def test_a_kept_answer_that_cannot_be_used_is_asked_for_anew_only_where_that_is_wanted(asked: Asked, unusable: Any) -> None:
    asked.endpoint.script = [unusable]
    first = asked.once()
    assert "--ask-again" in str(first)
    hits = asked.endpoint.hits
    assert str(asked.once()) == str(first)
    assert asked.endpoint.hits == hits
    asked.endpoint.script = [answer(said(1))]
    assert anchors(asked.once(ask_again=True)) == ["words 1"]
    assert asked.endpoint.hits == hits + 1
    assert anchors(asked.once()) == anchors(asked.once(ask_again=True)) == ["words 1"]
    assert asked.endpoint.hits == hits + 1


def test_a_kept_answer_is_asked_for_anew_once_a_run(asked: Asked) -> None:
    asked.endpoint.script = [REFUSED]
    asked.once()

    async def twice() -> list[Any]:
        async with asked.model(ask_again=True) as model:
            asks = [model.ask([{"role": "user", "content": "The story."}], ArticleAnswer, "a") for _ in range(3)]
            return await asyncio.gather(*asks, return_exceptions=True)

    assert {type(caught) for caught in asyncio.run(twice())} == {ModelRefused}
    assert asked.endpoint.hits == 2


def test_what_can_be_used_in_part_is_not_asked_for_anew(asked: Asked) -> None:
    asked.endpoint.script = [answer(*FIVE), answer(BAD)]
    asked.once()
    assert asked.once(ask_again=True).sent == 0
    assert asked.endpoint.hits == 2


BROKEN_OFF = says(
    completion('{"statements": [{"sents": [1], "anchor": "words 1"}, {"se', name="ArticleAnswer", finish="length")
)


def test_a_kept_answer_that_breaks_off_is_asked_for_anew_where_that_is_wanted(asked: Asked) -> None:
    asked.endpoint.script = [BROKEN_OFF]
    assert not asked.once().complete
    assert not asked.once().complete
    assert asked.endpoint.hits == 1
    asked.endpoint.script = [answer(said(1), said(2))]
    assert anchors(asked.once(ask_again=True)) == ["words 1", "words 2"]
    assert anchors(asked.once()) == ["words 1", "words 2"]
    assert asked.once(ask_again=True).sent == 0
    assert asked.endpoint.hits == 2


@pytest.mark.parametrize("worse", [REFUSED, PROSE, BROKEN_OFF, error(503, "down"), answer(BAD)])
def test_an_answer_that_breaks_off_stays_where_a_new_one_is_no_better(asked: Asked, worse: Any) -> None:
    asked.endpoint.script = [BROKEN_OFF]
    asked.once()
    asked.endpoint.script = [worse]
    assert anchors(asked.once(ask_again=True)) == ["words 1"]
    hits = asked.endpoint.hits
    assert anchors(asked.once()) == ["words 1"]
    assert asked.endpoint.hits == hits


def test_a_rejected_request_is_no_kept_answer(asked: Asked) -> None:
    asked.endpoint.script = [error(400, "odd")]
    assert "--ask-again" not in str(asked.once())


def test_a_replay_advises_nothing_that_it_cannot_do(asked: Asked) -> None:
    asked.endpoint.script = [REFUSED]
    asked.once()
    assert "--ask-again" not in str(asked.once(replay=Path("recorded"), ask_again=True))
    assert asked.endpoint.hits == 1


# Another process on the same book.


def test_another_process_is_waited_for(asked: Asked) -> None:
    asked.book = MemoryBook(held=8, theirs=json.dumps(body(said(7))))
    asked.endpoint.script = [answer(said(1))]
    assert anchors(asked.once()) == ["words 7"]
    assert asked.endpoint.hits == 0
    assert asked.stopped.slept == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 1.0, 1.0]
    assert [e for e in asked.told if isinstance(e, WaitingForOther)] == [WaitingForOther("story.txt")]
    assert asked.book.claims == asked.book.released == 0


def test_a_claim_that_another_process_gives_up_is_ours(asked: Asked) -> None:
    asked.book = MemoryBook(held=2)
    asked.endpoint.script = [answer(said(1))]
    assert anchors(asked.once()) == ["words 1"]
    assert asked.book.claims == asked.book.released == 1


@pytest.mark.parametrize("fault", [error(400), error(401), error(503)], ids=["400", "401", "503"])
def test_a_claim_is_given_back_where_no_answer_came(asked: Asked, fault: Any) -> None:
    asked.endpoint.script = [fault]
    assert isinstance(asked.once(), ModelError)
    assert asked.book.claims == asked.book.released == 1


def test_a_replay_claims_nothing(asked: Asked) -> None:
    asked.once(replay=Path("recorded"))
    assert asked.book.claims == 0


def test_a_stopped_run_waits_for_nobody(asked: Asked) -> None:
    asked.book = MemoryBook(held=10**6)

    async def run() -> Any:
        async with asked.model() as model:
            model.stop(BudgetReached("enough"))
            return await asyncio.gather(
                model.ask([{"role": "user", "content": "x"}], ArticleAnswer, "a"), return_exceptions=True
            )

    assert [type(caught) for caught in asyncio.run(run())] == [BudgetReached]


def test_a_wrong_key_ends_the_waiting_for_others(asked: Asked) -> None:
    asked.endpoint.script = [error(401)]
    asked.once()
    asked.book = MemoryBook(held=3)

    async def run() -> Any:
        async with asked.model() as model:
            asks = [model.ask([{"role": "user", "content": text}], ArticleAnswer, text) for text in "ab"]
            return await asyncio.gather(*asks, return_exceptions=True)

    assert {type(caught) for caught in asyncio.run(run())} == {ModelSetupError}


# What it cost, and who answered.


def test_what_each_answer_cost_is_kept_with_it(asked: Asked) -> None:
    asked.endpoint.script = [answer(*FIVE), answer(said(2))]
    asked.once()
    assert [(one.run, one.model, one.input_tokens, one.output_tokens, one.estimated) for one in asked.book.costs] == [
        ("run 1", "m", 100, 20, False)
    ] * 2


@pytest.mark.parametrize(
    "usage",
    [None, [], {}, {"prompt_tokens": -1, "completion_tokens": -5}, {"prompt_tokens": 0, "completion_tokens": 10**12}],
    ids=str,
)
def test_a_cost_that_is_not_told_is_estimated(usage: Any) -> None:
    request = {"model": "m", "messages": [{"role": "user", "content": "x" * 4_000}]}
    spent = spent_on("r", request, json.dumps({**body(said(1, statement="y" * 2_000)), "usage": usage}))
    assert spent.estimated
    assert 1_000 <= spent.input_tokens < 1_100
    assert 500 <= spent.output_tokens < 600


def test_an_answer_that_is_no_completion_costs_something_too() -> None:
    assert spent_on("r", {"model": "m"}, "z" * 400).output_tokens == 100


def deep(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("place", ["arguments", "refusal", "content", "usage", "item"])
def test_no_depth_brings_it_down(asked: Asked, place: str) -> None:
    for depth in range(100, 1_000, 100):
        nested = json.dumps(deep(depth)) if depth < 500 else "[" * depth + "]" * depth
        text = {
            "arguments": json.dumps(completion("HERE")).replace('"HERE"', nested),
            "refusal": json.dumps(completion(message={"role": "assistant", "refusal": "HERE"})).replace('"HERE"', nested),
            "content": json.dumps(completion(message={"role": "assistant", "content": "HERE"})).replace('"HERE"', nested),
            "usage": json.dumps({**body(said(1)), "usage": "HERE"}).replace('"HERE"', nested),
            "item": json.dumps(body(said(1), said(2))).replace('\\"words 2\\"', nested),
        }[place]
        asked.book = MemoryBook()
        asked.endpoint.script = [says(text)]
        assert isinstance(asked.once(), Reply | ModelError)


def test_a_count_is_not_looked_for_in_what_is_no_real_answer() -> None:
    text = json.dumps(body(said(1, statement="y" * 2_000_000)))
    spent = spent_on("r", {"model": "m"}, text)
    assert spent.estimated
    assert 500_000 <= spent.output_tokens < 600_000


def test_who_answered_is_told(asked: Asked) -> None:
    first = {**body(*FIVE), "model": "m-2026\x1b[31m", "system_fingerprint": "fp_1"}
    second = {**body(said(2)), "model": 7, "system_fingerprint": ""}
    asked.endpoint.script = [says(first), says(second)]
    assert asked.once().answered_by == (Answerer("m-2026 ?31m", "fp_1"), Answerer(None, None))


# Floods.


def test_a_flood_of_statements_is_bounded_and_told(asked: Asked) -> None:
    asked.endpoint.script = [answer(*[said(n) for n in range(12_000)])]
    reply = asked.once(most=60)
    assert anchors(reply) == [f"words {n}" for n in range(60)]
    assert reply.dropped == ("statements: 11,940 beyond the first 60",)


def test_a_large_answer_is_read_beside_the_loop(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    found_in = reading.found_in
    monkeypatch.setattr(
        "summarizer.llm.model.found_in", lambda *given: threads.append(threading.current_thread()) or found_in(*given)
    )
    asked.endpoint.script = [answer(*[said(n) for n in range(5)])]
    asked.once("small")
    asked.endpoint.script = [answer(*[said(n) for n in range(5_000)])]
    asked.once("large")
    assert [thread is threading.main_thread() for thread in threads] == [True, False]


@settings(max_examples=20, deadline=None)
@given(items=st.lists(statements, min_size=1, max_size=4))
def test_an_answer_that_fits_is_one_request(items: Any) -> None:
    book = MemoryBook()
    book.find = lambda *_: json.dumps(body(*items))  # type: ignore[method-assign]  # every request
    model = Model(ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), book)
    reply = asyncio.run(model.ask([{"role": "user", "content": "x"}], ArticleAnswer, "a"))
    assert (reply.calls, reply.sent, reply.dropped, reply.complete) == (1, 0, (), True)
    assert reply.answer == ArticleAnswer.model_validate({"statements": items})


def test_nothing_usable_twice_is_an_error(asked: Asked) -> None:
    asked.endpoint.script = [answer(BAD)]
    caught = asked.once()
    assert type(caught) is AnswerInvalid
    assert "statements.0.sents" in str(caught)
    assert asked.endpoint.hits == 2
