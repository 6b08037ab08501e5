"""Figures side by side: for each measure that several articles give, every article's figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from summarizer.naming import day
from summarizer.reporting.escape import escape
from summarizer.reporting.findings import folded
from summarizer.reporting.phrases import count, joined, read_as, sentence, some
from summarizer.reporting.places import Places
from summarizer.reporting.tables import table
from summarizer.schema import Measure, MeasureRow

HEADS = ("Article", "Published", "Figure as written", "Read as", "Who says so", "As of")
FOLDED_FROM = 8
"""So many measures that agree, or tables beyond the first ones, are folded."""
TABLES_SHOWN = 8
ROWS_SHOWN = 40
"""A longer table is cut where many articles give one figure; every figure stays."""
ROWS_OF_ONE_FIGURE = 3
_KEY = attrgetter("figure", "low", "high", "speaker", "as_of", "differs")
WHAT = (
    "Each figure as its article writes it, in the order of publication. **Bold** rows share no value with a figure of another "
    "article in the table; why that is so (a later count, another scope, a contradiction) is weighed above."
)


def side_by_side(measures: Sequence[Measure], places: Places) -> Iterator[str]:
    """Measures that differ as tables, those that agree one line each."""
    differing = [measure for measure in measures if measure.differ]
    agreeing = [measure for measure in measures if not measure.differ]
    if differing:
        yield WHAT
        for measure in differing[:TABLES_SHOWN]:
            yield from _differing(measure, places)
        rest = differing[TABLES_SHOWN:]
        if rest:
            yield from folded(f"Further measures that differ ({len(rest)})", _all(rest, places))
    lines = [_agreeing(measure, places) for measure in agreeing]
    if lines:
        text = "\n".join(lines)
        if len(lines) < FOLDED_FROM:
            yield "**Figures that can all hold together:**"
            yield text
        else:
            yield from folded(f"Figures that can all hold together ({len(lines)})", [text])


def _all(measures: Sequence[Measure], places: Places) -> Iterator[str]:
    for measure in measures:
        yield from _differing(measure, places)


def _differing(measure: Measure, places: Places) -> Iterator[str]:
    articles = len({row.article_id for row in measure.rows})
    yield f"**{_title(measure)}** — {count(articles, 'article')}"
    shown = _shown(_by_date(measure.rows, places))
    yield table(HEADS, [_cells(row, places) for row in shown])
    if len(shown) < len(measure.rows):
        left_out = count(len(measure.rows) - len(shown), "further row")
        yield f"And {left_out} with figures that stand above, listed in report.json."
    yield from _sums(measure)


def _shown(rows: Sequence[MeasureRow]) -> Sequence[MeasureRow]:
    """All rows of a table that is short enough; of a long one the first few of each figure as it is read."""
    if len(rows) <= ROWS_SHOWN:
        return rows
    told: Counter[tuple[object, ...]] = Counter()
    shown = []
    for row in rows:
        told[_KEY(row)] += 1
        if told[_KEY(row)] <= ROWS_OF_ONE_FIGURE:
            shown.append(row)
    return shown


def _title(measure: Measure) -> str:
    name = measure.measure[:1].upper() + measure.measure[1:]
    return escape(f"{name} ({measure.place})" if measure.place else name)


def _by_date(rows: Sequence[MeasureRow], places: Places) -> list[MeasureRow]:
    """In order of publication, so that a rising count rises; articles without a date last."""
    dates = {row.article_id: places.published(row.article_id) for row in rows}
    return sorted(rows, key=lambda row: (dates[row.article_id] is None, str(dates[row.article_id] or "")))


def _cells(row: MeasureRow, places: Places) -> tuple[str, ...]:
    figure, written = f"“{escape(row.figure)}”", places.published(row.article_id)
    return (
        places.name(row.article_id),
        day(written) if written else "",
        f"**{figure}**" if row.differs else figure,
        escape(read_as(row)),
        escape(row.speaker) if row.speaker else "the article",
        escape(row.as_of or ""),
    )


def _agreeing(measure: Measure, places: Places) -> str:
    """One line: "- Fire engines sent: “about 40” (The Courier); “38” (The Herald)"."""
    by_figure: dict[str, list[str]] = {}
    for row in _by_date(measure.rows, places):
        by_figure.setdefault(" ".join(row.figure.split()), []).append(places.name(row.article_id))
    told = [f"“{escape(figure)}” ({some(names)})" for figure, names in by_figure.items()]
    return joined(f"- {_title(measure)}: {'; '.join(told)}", *_sums(measure))


def _sums(measure: Measure) -> Iterator[str]:
    if measure.sums:
        yield f"Do the parts add up? {' '.join(escape(sentence(text)) for text in measure.sums)}"
