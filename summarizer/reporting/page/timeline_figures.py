"""The figures of one measure as they are drawn: on which day, on one scale of units, in which order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.quantities import Quantity, convert
from summarizer.schema import Article, Figure, Measure, MeasureRow, Report

NEAR = 31
"""Days. A count that names its day stands on it if its article was written at most so many days later: an article of later
years that names the day of the event does not tell when it was counted."""
_TWO_DAYS = dt.timedelta(2)
"""The longest time that is still a day, such as a night; its last day counts."""
_COUNTED = "number"


@dataclass(frozen=True)
class Drawn:
    """One figure of a measure.

    Attributes:
        row: the figure; written: when its article was written.
        day: the day on which it stands in the chart, None if it cannot be told; is_as_of: it is the day that the figure holds
            for, not that of the article.
        low, high: the interval in the unit of the chart, None an open end.
        on_scale: it has a number, in a unit that fits the chart; converted: it was put there from another unit.
        sign: what stands before the number: "more than", "less than", the direction of a change, and that it comes on top
            of a figure told before.
    """

    row: MeasureRow
    written: dt.date | None
    day: dt.date | None
    is_as_of: bool
    low: Decimal | None
    high: Decimal | None
    on_scale: bool
    converted: bool
    sign: str


@dataclass(frozen=True)
class Series:
    """The figures of a measure in the order of their days, those without a day last.

    Attributes:
        unit: of the scale; None where things are counted.
        converted: figures in other units were put on it.
    """

    measure: Measure
    drawn: tuple[Drawn, ...]
    unit: str | None
    converted: bool


class Figures:
    """All figures of a report and when their articles were written, looked up once."""

    def __init__(self, report: Report) -> None:
        self._articles: dict[str, tuple[int, Article]] = {
            summary.article.article_id: (place, summary.article) for place, summary in enumerate(report.summaries)
        }
        self._figures: dict[tuple[str, str], Figure] = {
            (summary.article.article_id, figure.item_id): figure for summary in report.summaries for figure in summary.figures
        }

    def series(self, measure: Measure) -> Series:
        """The rows of a measure on one scale and in order."""
        scale = _Scale(measure.rows)
        first = min(filter(None, map(self._named_day, measure.rows)), default=None) if scale.unit is None else None
        drawn = [self._drawn(row, scale, first) for row in measure.rows]
        return Series(measure, tuple(sorted(drawn, key=self._order)), scale.unit, any(one.converted for one in drawn))

    def claim_of(self, row: MeasureRow) -> str | None:
        """The id of the statement that a figure stands in."""
        figure = self._figures.get((row.article_id, row.item_id))
        return figure.claim_id if figure else None

    def _drawn(self, row: MeasureRow, scale: _Scale, first: dt.date | None) -> Drawn:
        """A count that names a later day than the `first` stands on it; the first one named is that of the event."""
        known = self._articles.get(row.article_id)
        written, named = known[1].published if known else None, self._named_day(row)
        is_as_of = False
        if first is not None and named is not None and written is not None:
            is_as_of = first < named and dt.timedelta(0) < written - named <= dt.timedelta(NEAR)
        low, high, fits = scale.ends(row)
        return Drawn(
            row=row,
            written=written,
            day=named if is_as_of else written,
            is_as_of=is_as_of,
            low=low,
            high=high,
            on_scale=fits and not (low is None and high is None),
            converted=fits and scale.unit not in {None, row.unit},
            sign=_sign(self._figures.get((row.article_id, row.item_id))),
        )

    def _named_day(self, row: MeasureRow) -> dt.date | None:
        """The day that a figure holds for, if its article names one; of a night its last."""
        figure = self._figures.get((row.article_id, row.item_id))
        if figure is None or figure.earliest is None or figure.latest is None:
            return None
        days = figure.latest - figure.earliest
        return figure.latest - dt.timedelta(1) if dt.timedelta(0) < days <= _TWO_DAYS else None

    def _order(self, drawn: Drawn) -> tuple[object, ...]:
        place, article = self._articles.get(drawn.row.article_id, (len(self._articles), None))
        time = article.published_time or "" if article else ""
        return drawn.day is None, drawn.day or dt.date.min, str(drawn.written or ""), time, place, drawn.row.start


def _sign(figure: Figure | None) -> str:
    if figure is None:
        return ""
    arrow = {"up": "↑", "down": "↓"}.get(figure.direction or "", "")
    more = "+" if figure.additional else ""
    return more + arrow + {"more_than": ">", "less_than": "<"}.get(figure.approximator or "", "")


class _Scale:
    """The unit that most figures of a measure have, and the others in it."""

    def __init__(self, rows: Sequence[MeasureRow]) -> None:
        numbers = [row for row in rows if row.low is not None or row.high is not None] or list(rows)
        self._dimension = Counter(_dimension(row.unit) for row in numbers).most_common(1)[0][0] if rows else _COUNTED
        units = Counter(row.unit for row in numbers if _dimension(row.unit) == self._dimension)
        self.unit = None if self._dimension == _COUNTED or not units else units.most_common(1)[0][0]

    def ends(self, row: MeasureRow) -> tuple[Decimal | None, Decimal | None, bool]:
        """The interval in the scale's unit, and whether the figure's unit fits it; if not, the interval as it is."""
        if _dimension(row.unit) != self._dimension:
            return row.low, row.high, False
        if self.unit is None or row.unit == self.unit:
            return row.low, row.high, True
        return self._end(row.low, row.unit), self._end(row.high, row.unit), True

    def _end(self, value: Decimal | None, unit: str | None) -> Decimal | None:
        """The value in the scale's unit, to six digits; temperatures have shifted zeros."""
        if value is None:
            return None
        zero, one, found = (_base(Decimal(0), self.unit), _base(Decimal(1), self.unit), _base(value, unit))
        return Decimal(f"{(found - zero) / (one - zero):.6g}")


def _base(value: Decimal, unit: str | None) -> Decimal:
    return convert(Quantity(0, 0, "", value, value, unit=unit)).low or Decimal(0)


def _dimension(unit: str | None) -> str:
    """What the unit measures; counts of anything are one dimension, since the measure says what is counted."""
    found = convert(Quantity(0, 0, "", None, None, unit=unit)).dimension
    return _COUNTED if found.startswith("count:") else found
