"""The figures of one measure as a table: all that the chart shows, and all that it has no room for."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from summarizer.naming import day
from summarizer.reporting.page.html import element
from summarizer.reporting.page.links import passage_link
from summarizer.reporting.page.naming import name_in
from summarizer.reporting.page.outlet_marks import UNKNOWN, OutletMark
from summarizer.reporting.page.timeline_figures import Drawn, Series
from summarizer.reporting.phrases import count, read_as

HEADS = ("Article", "Written", "Figure as written", "Read as", "Who says so", "As of", "Beside the others")
DIFFERS = "shares no value"


def figures_table(series: Series, title: str, names: Mapping[str, str], marks: Mapping[str, OutletMark]) -> Markup:
    """Folded, with a row for each figure in the order of the chart."""
    head = element("tr", *(element("th", words, scope="col") for words in HEADS))
    rows = [_row(one, names, marks) for one in series.drawn]
    table = element(
        "table",
        element("caption", title, class_="fig-caption"),
        element("thead", head),
        element("tbody", *rows),
        class_="fig-table",
    )
    summary = element("summary", f"The {count(len(rows), 'figure')} in a table")
    return element("details", summary, element("div", table, class_="fig-scroll"), class_="fig-fold")


def _row(drawn: Drawn, names: Mapping[str, str], marks: Mapping[str, OutletMark]) -> Markup:
    row, mark = drawn.row, marks.get(drawn.row.article_id, UNKNOWN)
    name = element("bdi", name_in(names, row.article_id))
    link = passage_link(row.article_id, row.start, row.end, name)
    cells = (
        element("bdi", f"“{row.figure}”"),
        read_as(row) + (f" {row.unit}" if row.unit and row.low is not None else ""),
        element("bdi", row.speaker) if row.speaker else "the article",
        element("bdi", row.as_of) if row.as_of else "–",
        DIFFERS if row.differs else "–",
    )
    written = day(drawn.written) if drawn.written else "no date given"
    return element(
        "tr",
        element("th", mark.sign(), " ", link, scope="row"),
        element("td", written),
        *(element("td", cell) for cell in cells),
        class_="fig-differs" if row.differs else None,
    )


def in_words(drawn: Drawn, names: Mapping[str, str]) -> str:
    """The figure as it is called aloud: "The Courier, 3 March 2021: 170 people, read as 170, according to police"."""
    row, name = drawn.row, name_in(names, drawn.row.article_id)
    written = day(drawn.written) if drawn.written else "no date given"
    parts = [
        f"{name if written in name else f'{name}, {written}'}: “{row.figure}”",
        f"read as {read_as(row)}" if read_as(row) not in row.figure.split() else "",
        f"as of “{row.as_of}”" if row.as_of else "",
        f"shown on {day(drawn.day)}, the day it holds for" if drawn.is_as_of and drawn.day else "",
        f"according to {row.speaker}" if row.speaker else "",
        "shares no value with a figure of another article" if row.differs else "",
    ]
    return ", ".join(part for part in parts if part)
