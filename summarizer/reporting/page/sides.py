"""One side of a finding: the quote with its decisive words marked, and everything that is needed to weigh it."""

from __future__ import annotations

from markupsafe import Markup

from summarizer.reporting.findings import adds_something
from summarizer.reporting.page.direction import direction
from summarizer.reporting.page.html import chained, element, filled, text
from summarizer.reporting.page.naming import Names
from summarizer.reporting.places import parted, parted_short
from summarizer.schema import Side


def full_side(side: Side, names: Names) -> Markup:
    """The whole quote and its byline."""
    return element(
        "figure",
        element("blockquote", element("p", _quote(side, names, parted(side))), class_="words"),
        element("figcaption", *_byline(side, names)),
        class_="side",
    )


def short_side(side: Side, names: Names) -> Markup:
    """The quote around its decisive words, and its byline."""
    return element("li", _quote(side, names, parted_short(side)), " — ", *_byline(side, names), class_="also")


def _quote(side: Side, names: Names, pieces: tuple[str, str, str]) -> Markup:
    before, words, after = pieces
    marked = element("mark", words, class_="anchor") if words.strip() else text(words)
    inner = chained([text(before), marked, text(after)])
    return element(
        "q",
        inner,
        class_="quote quoted" if _is_quoted(side.quote) else "quote",
        lang=names.language(side.article_id),
        dir=direction(side.quote),
    )


def _is_quoted(words: str) -> bool:
    """It brings a quotation mark of its own where it begins."""
    return words[:1] in {*'"“”„«»‘‚「『'}


def _byline(side: Side, names: Names) -> list[Markup]:
    parts = [
        element("bdi", names.name(side.article_id), class_="outlet"),
        text(names.date(side.article_id)),
        _said("according to", side.speaker),
        _said("by way of", side.through if side.through != side.speaker else None),
        _said("as of", side.when),
        _said("compared as", side.value if adds_something(side) else None),
        element("span", names.place(side), class_="place"),
    ]
    shown = [part for part in parts if part]
    return [shown[0], *(filled(" · {}", part) for part in shown[1:])]


def _said(how: str, words: str | None) -> Markup:
    return filled("{} {}", how, element("bdi", words)) if words else Markup()
