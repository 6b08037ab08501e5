"""Invented articles with figures, origins and retellings for the tests of the charts, and a strict reader of what is drawn."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from summarizer.schema import Article, Figure, Measure, MeasureRow, Report, RunRecord, Summary, UsageRecord
from summarizer.terms import ArticleStatus

TEXT = "At least 170 people died when the ferry went down off Torvik, police said on Tuesday."
MONDAY = dt.date(2024, 10, 14)
HOSTILE = "</svg></table><script>alert(1)</script>\"'\u202e&amp;<b onclick=x>\x07"
DRAWN_ELEMENTS = set(
    "section p ul ol li div h3 bdi svg path g text title rect circle a details summary table caption thead tbody tr th td span "
    "strong figure figcaption blockquote mark".split()
)
"""What charts are made of; anything else came out of somebody's words."""


def article(number: int, **fields: Any) -> Article:
    given = {
        "article_id": f"a{number}",
        "path": f"{number}.txt",
        "text": TEXT,
        "outlet": f"Outlet {number}",
        "published": MONDAY,
    }
    return Article(**{**given, **fields})


def row(number: int, low: float | str | None, high: float | str | None = None, **fields: Any) -> MeasureRow:
    """A figure of an article; without a high end an exact one."""
    ends = {"low": _decimal(low), "high": _decimal(low if high is None else high)}
    given = {
        "article_id": f"a{number}",
        "item_id": f"f{number}",
        "figure": f"{low} people",
        "quote": TEXT[:12],
        "start": 0,
        "end": 12,
    }
    return MeasureRow(**{**given, **ends, **fields})


def _decimal(value: float | str | None) -> Decimal | None:
    return None if value in {None, "open"} else Decimal(str(value))


def figure(of: MeasureRow, day: dt.date | None = None, days: int = 1, **fields: Any) -> Figure:
    """The figure that a row shows, which holds for a day."""
    given = {"item_id": of.item_id, "claim_id": "c1", "figure": of.figure, "measure": "people killed", "quote": of.quote}
    place = {"start": of.start, "end": of.end, "anchor_start": of.start, "anchor_end": of.end, "unit": of.unit}
    times = {"earliest": day, "latest": day and day + dt.timedelta(days)}
    return Figure(**{**given, **place, **times, "low": of.low, "high": of.high, **fields})


def report(articles: list[Article], figures: dict[str, list[Figure]] | None = None, **fields: Any) -> Report:
    summaries = tuple(
        Summary(article=one, status=ArticleStatus.EXTRACTED, figures=tuple((figures or {}).get(one.article_id, ())))
        for one in articles
    )
    none = UsageRecord()
    run = RunRecord(
        program="summarizer",
        version="0",
        model="rules",
        endpoint="none",
        prompts={},
        articles=0,
        extraction=none,
        comparison=none,
    )
    given = {"run": run, "summaries": summaries, "findings": (), "origins": (), "failures": ()}
    return Report(**{**given, **fields})


def parsed(markup: str) -> etree._Element:
    """The tree, read as XML: every element closed, every attribute quoted, nothing left to a browser's guess."""
    found = etree.fromstring(f"<root>{markup}</root>", etree.XMLParser(resolve_entities=False, no_network=True))
    names = {one.tag for one in found.iter()} - {"root"}
    assert names <= DRAWN_ELEMENTS, names - DRAWN_ELEMENTS
    assert not [key for one in found.iter() for key in one.attrib if key.startswith("on") or key in {"style", "src"}]
    assert all(one.get("href", "#").startswith("#") for one in found.iter())
    return found


def with_class(tree: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in tree.iter() if name in one.get("class", "").split()]


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


WORDS = st.text(max_size=40) | st.sampled_from([HOSTILE, "قالت الشرطة", "一百七十人", "The Courier", ""])
_ENDS = (
    st.none()
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**12)
    | st.integers(0, 400).map(Decimal)
)
_DATES = st.none() | st.dates(dt.date(2024, 10, 1), dt.date(2024, 10, 9)) | st.dates()
_UNITS = st.sampled_from([None, "people", "passenger", "kilometre", "mile", "celsius", "fahrenheit", "dollar", "percentage"])


@st.composite
def stories(draw: st.DrawFn) -> Report:
    """Any figures of any articles."""
    articles = [
        article(number, outlet=draw(st.none() | WORDS), title=draw(st.none() | WORDS), published=draw(_DATES))
        for number in range(draw(st.integers(1, 6)))
    ]
    measures, figures = [], {}
    for _ in range(draw(st.integers(1, 3))):
        rows = draw(st.lists(_rows(len(articles) + 1), min_size=1, max_size=12))
        named = [one.model_copy(update={"item_id": f"f{len(measures)}.{place}"}) for place, one in enumerate(rows)]
        for one in named:
            figures.setdefault(one.article_id, []).append(
                figure(one, draw(st.none() | st.just(MONDAY)), draw(st.integers(0, 3)))
            )
        measures.append(
            Measure(measure=draw(WORDS), place=draw(st.none() | WORDS), differ=draw(st.booleans()), rows=tuple(named))
        )
    return report(articles, figures, measures=tuple(measures))


@st.composite
def _rows(draw: st.DrawFn, articles: int) -> MeasureRow:
    ends = [draw(_ENDS), draw(_ENDS)]
    low, high = sorted(ends) if None not in ends else ends
    return MeasureRow(
        article_id=f"a{draw(st.integers(0, articles - 1))}",
        item_id="f",
        figure=draw(WORDS),
        quote=TEXT[:12],
        start=0,
        end=12,
        low=low,
        high=high,
        vague=draw(st.booleans()),
        unit=draw(_UNITS),
        speaker=draw(st.none() | WORDS),
        as_of=draw(st.none() | WORDS),
        differs=draw(st.booleans()),
    )
