"""The report that a folder holds already is anybody's file: little of it is read, and nothing in it can end a run."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reporting.earlier import Earlier, EarlierUnreadable, parse_earlier

WHOLE: dict[str, Any] = {
    "format": 1,
    "run": {"model": "m", "prompts": {"weigh": "0123"}},
    "articles": [{"article_id": "a1", "title": "T"}, {"article_id": "a2"}],
    "findings": [{"finding_id": "f1", "question": "How many?"}],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def parsed(**fields: object) -> Earlier:
    return parse_earlier(json.dumps({**WHOLE, **fields}).encode())


def test_what_is_needed_is_read_and_all_else_passed_over() -> None:
    earlier = parsed(measures=[{"x": [None, 1.5]}], batches=[["a2"], ["a1"]], news={"articles": ["a1"], "more": 1})

    assert earlier.batches == (("a2",), ("a1",))
    assert earlier.findings == {"f1": "How many?"}
    assert earlier.news is not None
    assert (earlier.news.articles, earlier.news.findings) == (("a1",), ())


def test_without_batches_all_articles_came_at_once() -> None:
    assert parsed().batches == (("a1", "a2"),)


@pytest.mark.parametrize(
    "fields",
    [
        {"batches": [["a1"], []]},
        {"batches": [["a1", "a2", "a2"]]},
        {"batches": [["a1", "a2"], ["a3"]]},
        {"batches": [["a1"]]},
        {"articles": [{"article_id": "a1"}, {"article_id": "a1"}]},
        {"format": "1"},
        {"findings": [{"finding_id": "f", "question": "x" * 20_001}]},
        {"news": {"gone": [1]}},
    ],
)
def test_what_does_not_hold_together_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(EarlierUnreadable):
        parsed(**fields)


def test_the_reason_shows_nothing_of_the_file() -> None:
    with pytest.raises(EarlierUnreadable) as caught:
        parsed(findings=[{"finding_id": ["\x1b[2J"], "question": "secret"}])

    assert "secret" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    with pytest.raises(EarlierUnreadable):
        parse_earlier(raw)


@given(st.sampled_from(sorted(WHOLE)), JSON)
def test_no_value_in_any_place_raises_anything_else(name: str, value: object) -> None:
    try:
        earlier = parsed(**{name: value})
    except EarlierUnreadable:
        return
    assert sorted(id_ for batch in earlier.batches for id_ in batch) == sorted(earlier.heads)


def test_a_report_of_another_format_is_called_that() -> None:
    with pytest.raises(EarlierUnreadable, match="another version of summarizer wrote it"):
        parsed(format=999)
