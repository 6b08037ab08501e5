"""What is asked for again, and how two answers become one."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from llm.answers_to_break import spoiled_items

from summarizer.answers import ArticleAnswer, WeighingAnswer
from summarizer.llm.fitting import Fitted, fitted
from summarizer.llm.re_asking import asked_again, dropped, merged

USER = [{"role": "system", "content": "Read."}, {"role": "user", "content": "The story."}]
ANNA, BORIS = {"id": "p1", "name": "Anna Berg"}, {"id": "p2", "name": "Boris Lund"}


def said(place: int, **fields: object) -> dict[str, object]:
    return {"sents": [place], "anchor": f"words {place}", **fields}


def article(*statements: object, **fields: object) -> Fitted:
    return fitted(json.dumps({"statements": list(statements), **fields}), ArticleAnswer)


def anchors(found: Fitted) -> list[str]:
    return [item["anchor"] for item in found.data()["statements"]]


def test_only_what_failed_is_sent_back() -> None:
    first = article(said(1), {**said(2), "sents": "two"}, said(3))
    (*before, last) = asked_again(USER, first, "ArticleAnswer")
    assert before == USER
    assert '"words 2"' in last["content"]
    assert "sents: Input should be a valid array" in last["content"]
    assert "words 1" not in last["content"]
    assert "words 3" not in last["content"]


@given(made=spoiled_items(), length=st.integers(0, 20_000))
def test_what_is_sent_back_is_bounded(made, length: int) -> None:
    answer, _ = made
    asked = [{"role": "user", "content": "x" * length}]
    text = asked_again(asked, fitted(json.dumps(answer), ArticleAnswer), "ArticleAnswer")[-1]["content"]
    assert len(text) < 400 + max(1_500, 0.3 * length)


def test_corrected_items_go_where_they_stood() -> None:
    first = article(said(1), {"anchor": "?"}, said(3), {"sents": [4]}, said(5))
    assert anchors(merged(first, article(said(2), said(4)))) == [f"words {n}" for n in (1, 2, 3, 4, 5)]


def test_a_whole_answer_instead_of_the_items_gives_nothing_twice() -> None:
    first = article(said(1), {"anchor": "?"}, said(3))
    assert anchors(merged(first, article(said(1), said(2), said(3)))) == ["words 1", "words 2", "words 3"]


def test_what_fails_again_is_named_and_costs_no_other() -> None:
    first = article(said(1), {"anchor": "second"}, {"anchor": "third"})
    both = merged(first, article({"anchor": "still"}, said(3)))
    assert anchors(both) == ["words 1", "words 3"]
    assert dropped(both) == ('statements 2 ({"anchor": "still"}) left out: sents: Field required',)


def test_an_item_that_was_partly_usable_stays_so() -> None:
    first = article({**said(1), "when": 7})
    for second in (article(), article({"anchor": "?"}), fitted("no JSON", ArticleAnswer)):
        both = merged(first, second)
        assert anchors(both) == ["words 1"]
        assert "used without what does not fit" in dropped(both)[0]


def test_a_list_that_failed_is_taken_as_a_whole() -> None:
    first = fitted(json.dumps({"speakers": [ANNA], "statements": None}), ArticleAnswer)
    both = merged(first, article(said(1), said(2)))
    assert anchors(both) == ["words 1", "words 2"]
    assert both.fits


def test_a_speaker_of_the_second_answer_is_not_taken_for_one_of_the_first() -> None:
    first = article(said(1, by="p1"), {**said(2, by="p2"), "sents": "two"}, speakers=[ANNA, BORIS])
    second = article(said(2, by="p1"), speakers=[{"id": "p1", "name": "Boris Lund"}])
    both = merged(first, second).data()
    names = {one["id"]: one["name"] for one in both["speakers"]}
    assert [names[one["by"]] for one in both["statements"]] == ["Anna Berg", "Boris Lund"]


def test_a_new_speaker_gets_a_name_of_its_own() -> None:
    first = article(said(1, by="p1"), {**said(2), "sents": "two"}, speakers=[ANNA])
    second = article(said(2, by="p1"), speakers=[{"id": "p1", "name": "Clara Dahl"}])
    both = merged(first, second).data()
    names = {one["id"]: one["name"] for one in both["speakers"]}
    assert [names[one["by"]] for one in both["statements"]] == ["Anna Berg", "Clara Dahl"]


def test_a_pair_is_weighed_once() -> None:
    fixed = {"why": "Both hold.", "same": "yes", "matter": "other"}
    first = {"pairs": [{"id": "p1", "verdict": "contradict", **fixed}, {"id": "p2", "verdict": "odd", **fixed}]}
    second = {"pairs": [{"id": "p1", "verdict": "compatible", **fixed}, {"id": "p2", "verdict": "update", **fixed}]}
    both = merged(*(fitted(json.dumps(one), WeighingAnswer) for one in (first, second))).data()
    assert [(one["id"], one["verdict"]) for one in both["pairs"]] == [("p1", "contradict"), ("p2", "update")]


@given(one=spoiled_items(), other=spoiled_items())
def test_no_second_answer_loses_what_was_whole(one, other) -> None:
    first, second = (fitted(json.dumps(made[0]), ArticleAnswer) for made in (one, other))
    both = merged(first, second)
    whole = [slot.value for slot in first.lists["statements"] if not slot.why]
    kept = iter(slot.value for slot in both.lists["statements"] if not slot.why)
    assert all(any(item == left for left in kept) for item in whole)
