"""An answer is held against its type item by item."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm.answers_to_break import answers, odd, spoiled_items

from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighingAnswer
from summarizer.llm.fitting import Fitted, fitted
from summarizer.llm.reading import usable_json

STATEMENT = {"sents": [1], "anchor": "the ferry sank"}
FIGURE = {"figure": "12", "measure": "people killed"}


def of(*statements: object, **fields: object) -> Fitted:
    return fitted(json.dumps({"statements": list(statements), **fields}), ArticleAnswer)


def used(found: Fitted) -> ArticleAnswer | None:
    text = usable_json(found, ArticleAnswer)
    return None if text is None else ArticleAnswer.model_validate_json(text)


@given(made=spoiled_items())
def test_a_spoiled_item_costs_no_other(made) -> None:
    answer, spoiled = made
    found = fitted(json.dumps(answer), ArticleAnswer)
    slots = found.lists["statements"]
    whole = [item for place, item in enumerate(answer["statements"]) if place not in spoiled]
    assert [slot.value for place, slot in enumerate(slots) if place not in spoiled] == whole
    assert all(not slot.why for place, slot in enumerate(slots) if place not in spoiled)
    kept = used(found)
    if whole:
        statements = kept.model_dump(mode="json", exclude_unset=True)["statements"]
        expected = ArticleAnswer.model_validate_json(json.dumps({"statements": whole})).model_dump(
            mode="json", exclude_unset=True
        )
        left = iter(statements)
        assert all(any(item == other for other in left) for item in expected["statements"])


@given(answer=answers, name=st.sampled_from(["speakers", "statements", "credited", "period", "size"]), value=odd)
def test_a_spoiled_field_costs_no_item_of_another(answer, name, value) -> None:
    items = answer["statements"] if name != "statements" else answer.get("speakers", [])
    other = "statements" if name != "statements" else "speakers"
    found = fitted(json.dumps({**answer, name: value}), ArticleAnswer)
    assert [slot.value for slot in found.lists.get(other, ())] == items
    assert used(found) is not None or not any(slot.usable is not None for _, slot in found.slots())


@given(text=st.text(max_size=80) | odd.map(json.dumps))
def test_any_text_is_sorted(text: str) -> None:
    for answer_type in (ArticleAnswer, ProposalsAnswer, WeighingAnswer):
        found = fitted(text, answer_type)
        assert found.fits or found.reasons()
        usable_json(found, answer_type)


def test_an_answer_that_fits_is_left_as_it_is() -> None:
    found = of(STATEMENT, {**STATEMENT, "by": "", "figures": [FIGURE]}, period="2024")
    assert found.fits
    assert found.data() == {"statements": [STATEMENT, {**STATEMENT, "by": "", "figures": [FIGURE]}], "period": "2024"}


@pytest.mark.parametrize(
    ("item", "left"),
    [
        ({**STATEMENT, "sents": "one"}, None),
        ({"sents": [1]}, None),
        (None, None),
        ({**STATEMENT, "when": 7}, STATEMENT),
        ({**STATEMENT, "figures": None}, STATEMENT),
        ({**STATEMENT, "figures": [FIGURE, {"figure": "13"}]}, {**STATEMENT, "figures": [FIGURE]}),
        ({**STATEMENT, "figures": [{**FIGURE, "of": 3}, FIGURE]}, {**STATEMENT, "figures": [FIGURE, FIGURE]}),
        ({**STATEMENT, "sents": [1, None, 2]}, {**STATEMENT, "sents": [1, 2]}),
        # Without these it would say something else.
        ({**STATEMENT, "by": 7}, None),
        ({**STATEMENT, "stance": "claimed"}, None),
        ({**STATEMENT, "negated": True}, None),
        ({**STATEMENT, "figures": [{**FIGURE, "negated": True}]}, {**STATEMENT, "figures": []}),
    ],
    ids=str,
)
def test_what_is_left_of_an_item(item: object, left: object) -> None:
    (_, slot) = of(STATEMENT, item).lists["statements"]
    assert slot.why
    assert slot.usable == left


@pytest.mark.parametrize("statements", [None, "none", 7, {}])
def test_a_list_that_is_none_fails_as_a_whole(statements: object) -> None:
    found = fitted(json.dumps({"statements": statements, "speakers": [{"id": "p1", "name": "Berg"}]}), ArticleAnswer)
    assert [fault.name for fault in found.faults] == ["statements"]
    assert used(found).statements == []
    assert used(fitted(json.dumps({"statements": statements}), ArticleAnswer)) is None


def test_more_items_than_may_be_are_left_out_and_counted() -> None:
    text = json.dumps({"statements": [{**STATEMENT, "sents": [n]} for n in range(12_000)]})
    found = fitted(text, ArticleAnswer, most=60)
    assert [slot.value["sents"] for slot in found.lists["statements"]] == [[n] for n in range(60)]
    assert found.beyond == ("statements: 11,940 beyond the first 60",)


def test_an_item_of_no_real_length_or_depth_is_left_out() -> None:
    deep: object = []
    for _ in range(300):
        deep = [deep]
    found = of(STATEMENT, {**STATEMENT, "statement": "x" * 100_000}, {**STATEMENT, "figures": deep}, period="y" * 100_000)
    assert [bool(slot.why) for slot in found.lists["statements"]] == [False, True, True]
    assert used(found).statements[0].anchor == STATEMENT["anchor"]
    assert [fault.name for fault in found.faults] == ["period"]
