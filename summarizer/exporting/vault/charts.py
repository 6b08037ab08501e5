"""Diagrams in Mermaid. Nobody's words stand in them: only numbers and dates, which a table beside them explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from summarizer.reporting.page.timeline_figures import Drawn, Series
from summarizer.schema import Article

LEAST_POINTS = 2
MOST_POINTS = 12
"""The names of more cannot be read under a chart; the table has all."""
LEAST_WIDTH = 600
MOST_DAYS = 40
LEAST_ROUNDED = 1000
MOST_DIGITS = 15
"""A number in a browser holds no more."""


def drawn_in(series: Series) -> list[tuple[int, Drawn]]:
    """The figures that a chart over time can show, with their numbers in the table; empty if it would show no course.

    A figure without a day, without a number, with no more than a word such as "many" or in a unit that does not fit has no
    place in it.
    """
    points = [(at, one) for at, one in enumerate(series.drawn, start=1) if _has_place(one)]
    is_course = len({one.day for _, one in points}) >= LEAST_POINTS
    return points if is_course and len(points) <= MOST_POINTS else []


def chart(series: Series) -> str:
    """The figures in the order of their days as bars from zero, the higher end of an interval behind the lower.

    What is at most a number has no lower end and only the bar behind; what is at least a number only the one before.
    Empty where all are alike, or have no order.
    """
    points = drawn_in(series)
    ends = [_ends(one) for _, one in points]
    if len(set(ends)) < LEAST_POINTS:
        return ""
    labels = ", ".join(f'"{at}: {_told(one)}"' for at, one in points)
    floor = min(Decimal(0), *(low for low, _ in ends))
    top = max(Decimal(0), *(high for _, high in ends))
    higher, lower = (", ".join(f"{end[place]:f}" for end in ends) for place in (1, 0))
    width = max(LEAST_WIDTH, 110 * len(points))
    config = f"---\nconfig:\n    xyChart:\n        width: {width}\n        height: 360\n---\n"
    return (
        f'```mermaid\n{config}xychart-beta\n    x-axis [{labels}]\n    y-axis "As read" {floor:f} --> {top:f}\n'
        f"    bar [{higher}]\n    bar [{lower}]\n```"
    )


def timeline(articles: Sequence[Article]) -> str:
    """When which article was published, by its number in the list; "" if they have not two days, or too many to read."""
    by_day: dict[str, list[str]] = defaultdict(list)
    for at, one in enumerate(articles, start=1):
        if one.published:
            by_day[one.published.isoformat()].append(f"Article {at}")
    if not LEAST_POINTS <= len(by_day) <= MOST_DAYS:
        return ""
    days = "\n".join(f"    {day} : {' : '.join(named)}" for day, named in sorted(by_day.items()))
    return f"```mermaid\ntimeline\n{days}\n```"


def _ends(one: Drawn) -> tuple[Decimal, Decimal]:
    if one.low is None:
        high = one.high or Decimal(0)
        return min(Decimal(0), high), high
    return one.low, one.low if one.high is None else one.high


def _told(one: Drawn) -> str:
    """The interval in few characters; the table has it in full."""
    low, high = (None if end is None else _short(end) for end in (one.low, one.high))
    if high is None:
        return f"≥ {low}"
    if low is None:
        return f"≤ {high}"
    return low if low == high else f"{low}–{high}"


def _short(value: Decimal) -> str:
    """A whole number as it is, another to four digits."""
    if value == value.to_integral_value() or abs(value) >= LEAST_ROUNDED:
        return f"{value:.0f}"
    return f"{value:.4g}"


def _has_place(one: Drawn) -> bool:
    ends = (one.low, one.high)
    return bool(one.day and one.on_scale and not one.row.vague) and all(
        end is None or (end.is_finite() and abs(end.adjusted()) <= MOST_DIGITS) for end in ends
    )
