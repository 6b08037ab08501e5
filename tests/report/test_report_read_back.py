"""report.json read back: the same report, and nothing in it is believed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.report_factory import COURIER, POST, claim, cut, ferry, finding, report, side, summary

from summarizer.errors import ConfigError
from summarizer.reporting import parse_report, render_json
from summarizer.schema import (
    Carrier,
    Change,
    Measure,
    MeasureRow,
    News,
    Passage,
    Report,
    Retelling,
    Topic,
)


def whole() -> Report:
    """The ferry's report with every kind of record in it."""
    one, two, *_ = ferry().summaries
    row = {"article_id": "a1", "item_id": "g1", "figure": "183", **cut(COURIER, "183"), "low": "183.25", "high": "1e30"}
    told, retold = Passage(**cut(COURIER, "At least 183")), Passage(**cut(POST, "150 dead"))
    return ferry().model_copy(
        update={
            "measures": (Measure(measure="killed", rows=(MeasureRow.model_validate(row),), sums=("It adds up.",)),),
            "topics": (Topic(question="?", carriers=(Carrier(article_id="a1", item_id="c1"),), silent=("a3",)),),
            "retellings": (
                Retelling(
                    origin_id=None,
                    told_id=one.article.article_id,
                    retold_id=two.article.article_id,
                    basis="passages in common",
                    shared=0.25,
                    changes=(Change(what="figure", told=told, retold=retold, note="183, 150"),),
                ),
            ),
        }
    )


def document() -> dict[str, Any]:
    return json.loads(render_json(whole()))


def read(loaded: object) -> Report:
    return parse_report(json.dumps(loaded).encode(), "report.json")


def test_a_report_reads_back_the_same_and_writes_the_same() -> None:
    text = render_json(whole())
    back = parse_report(text.encode(), "report.json")
    assert back == whole()
    assert render_json(back) == text
    assert parse_report(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "report.json") == whole()


TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@given(
    text=TEXTS,
    start=st.integers(0, 60),
    length=st.integers(0, 60),
    words=TEXTS,
    number=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9),
)
def test_whatever_stands_in_it_reads_back(text, start, length, words, number) -> None:
    start = min(start, len(text))
    quote = text[start : start + length]
    place = {"quote": quote, "start": start, "end": start + len(quote)}
    anchored = {**place, "anchor_start": start, "anchor_end": start + len(quote)}
    said = claim("x", "x", statement=words).model_copy(update=anchored)
    one = summary(text, path=words, title=words or None, outlet=words or None, claims=(said,))
    found = finding(
        *(side(one, "", value=words, speaker=words or None).model_copy(update=anchored) for _ in range(2)), question=words
    )
    row = MeasureRow(article_id="a1", item_id="c1", figure=words, **place, low=number, high=number)
    made = report(one, findings=(found,), measures=(Measure(measure=words, rows=(row,)),))
    assert parse_report(render_json(made).encode(), "report.json") == made


@pytest.mark.parametrize("part", ["measures", "topics", "retellings", "passed_over"])
def test_a_report_of_an_earlier_version_lacks_lists(part) -> None:
    earlier = document()
    del earlier[part]
    assert read(earlier) == whole().model_copy(update={part: ()})


def test_batches_and_news_are_read_where_they_are_given() -> None:
    first = whole().findings[0].finding_id
    news = {"articles": ["a2"], "findings": [first], "gone": ["?"]}
    back = read({**document(), "batches": [["a1", "a3"], ["a2"]], "news": news})
    assert back.batches == (("a1", "a3"), ("a2",))
    assert back.news == News(articles=("a2",), findings=(first,), gone=("?",))
    assert read({**document(), "batches": [], "news": None}) == whole()


def set_in(path: str, value: Any):
    """A change of one place in the document."""

    def change(loaded: dict[str, Any]) -> None:
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        for step in steps:
            loaded = loaded[step]
        loaded[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("format", 2, r"newer version of summarizer \(format 2, this one knows 1\); update"),
        ("format", "1", "its format must be 1"),
        ("format", True, "its format must be 1"),
        ("extra", [], "a part 'extra' that this version does not know"),
        ("articles", {}, '"articles" is no list'),
        ("articles.1", [], r"articles\[1\] is no JSON object"),
        ("articles.1.article_id", "a1", "articles: two have the id 'a1'"),
        ("articles.1.new", 1, r"articles\[1\]: not a summary: new: Extra"),
        ("articles.0.claims.0.start", 1, r"articles\[0\]: characters 1 to \d+ of the text are not the quote"),
        ("articles.0.zones.0.end", 10**6, r"articles\[0\]: a zone is not in the text"),
        ("findings.0.verdict", "lies", "findings: 0.verdict: Input should be"),
        ("findings.1.finding_id", "f-9c1d", "findings: two have the id 'f-9c1d'"),
        ("findings.0.sides", [], r"findings\[0\] has fewer than 2 sides"),
        ("findings.0.sides.0.article_id", "a9", r"findings\[0\].sides\[0\]: there is no article 'a9'"),
        ("findings.0.sides.1.quote", "no such words", r"findings\[0\].sides\[1\]: characters"),
        ("findings.0.sides.1.start", -1, r"findings\[0\].sides\[1\]: characters -1"),
        ("findings.0.sides.0.anchor_end", 10**6, r"findings\[0\].sides\[0\]: its decisive words are not in its quote"),
        ("measures.0.rows.0.quote", "184", r"measures\[0\].rows\[0\]: characters"),
        ("measures.0.rows.0.high", "1E+999999999", "measures: 0.rows.0.high: .* must not have more than 4000 digits"),
        ("topics.0.silent", ["a7"], "topics: there is no article 'a7'"),
        ("topics.0.carriers.0.article_id", "a7\n", r"topics: there is no article 'a7\\n'"),
        ("origins.0.article_ids", ["a7"], "origins: there is no article 'a7'"),
        ("retellings.0.told_id", "a7", r"retellings\[0\].changes\[0\].told: there is no article 'a7'"),
        ("retellings.0.changes.0.retold.quote", "151 dead", r"retellings\[0\].changes\[0\].retold: characters"),
        ("batches", [["a7"]], "batches: there is no article 'a7'"),
        ("news", {"findings": ["f77"]}, "news: there is no finding 'f77'"),
        ("news", {"articles": ["a7"]}, "news: there is no article 'a7'"),
        ("run.oh\nno", 1, "run: oh no: Extra"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_its_place(path, value, says) -> None:
    loaded = document()
    set_in(path, value)(loaded)
    with pytest.raises(ConfigError, match=rf"\Areport\.json: .*{says}") as caught:
        read(loaded)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", ["run", "articles", "findings", "origins", "failures"])
def test_a_report_without_its_main_parts_is_none(part) -> None:
    loaded = document()
    del loaded[part]
    with pytest.raises(ConfigError, match=f'the report lacks "{part}"'):
        read(loaded)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "no report"),
        (b"{}", "no report"),
        (b'{"format": NaN}', "not JSON"),
        (b"[" * 100_000, "no report: it is nested too deeply"),
        (b'{"format": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_what_is_no_report_is_refused(data, says) -> None:
    with pytest.raises(ConfigError, match=rf"\Areport\.json: {says}"):
        parse_report(data, "report.json")


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(found for key, value in inner for found in places(value, (*path, key)))]


PLACES = places(document())[1:]
ODD = st.sampled_from([None, True, 0, -1, 10**12, 0.5, "", "a1", "\ud800", [], {}, [[]], ["a1"], {"a1": 1}])


@settings(max_examples=150)
@given(place=st.sampled_from(PLACES), value=ODD)
def test_one_broken_place_is_refused_in_a_line_or_changes_no_evidence(place, value) -> None:
    loaded = document()
    node = loaded
    for step in place[:-1]:
        node = node[step]
    node[place[-1]] = value
    try:
        back = read(loaded)
    except ConfigError as error:
        back, told = report(), str(error)
    else:
        told = ""
    assert "\n" not in told
    texts = {one.article.article_id: one.article.text for one in back.summaries}
    for quoted in (one for found in back.findings for one in found.sides):
        assert texts[quoted.article_id][quoted.start : quoted.end] == quoted.quote
