"""Where the figures of one measure stand along the time: every figure in a place of its own, every day in its group."""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.naming import MONTHS, plain
from summarizer.reporting.page.timeline_figures import Drawn
from summarizer.reporting.page.timeline_scale import label
from summarizer.reporting.phrases import count

LETTER = 6.6
"""Width of a letter of a label, in px."""
SMALLEST = 30.0
"""Width of a figure's place: what a finger can hit."""
MARGIN = 8.0
_DAY_WIDTH = 52.0
_LEAST_GAP = 10.0
_TOLD_FROM = 14
"""Days without a figure from which the chart says how long they are."""
_TOLD_GAP = 70.0
_LONGEST_LABEL = 16
_MONTH = 30.44
_YEAR = 365.25
_DAYS_UP_TO = 60
_MONTHS_UP_TO = 730


@dataclass(frozen=True)
class Slot:
    """One figure, the middle of its place and its width in px, and what is written at it."""

    drawn: Drawn
    x: float
    width: float
    label: str


@dataclass(frozen=True)
class Group:
    """The figures of one day.

    Attributes:
        day: None for those without a day.
        left, right: its ends in px.
        gap: what is said of the time since the day before it in the chart; "" if nothing.
        names_year: the year stands with the day: it is the first one or another than before.
    """

    day: dt.date | None
    left: float
    right: float
    gap: str
    names_year: bool
    slots: tuple[Slot, ...]

    @property
    def title(self) -> str:
        """Such as "14 Oct"."""
        return f"{self.day.day} {MONTHS[self.day.month - 1][:3]}" if self.day else "no date"


def groups_of(drawn: Sequence[Drawn]) -> list[Group]:
    """The days from left to right, for figures that are in the order of their days."""
    found: list[Group] = []
    for day, same in groupby(drawn, key=lambda one: one.day):
        before = found[-1] if found else None
        width, gap = _gap(before.day, day) if before else (MARGIN, "")
        left = (before.right if before else 0.0) + width
        labels = [(one, _label(one)) for one in same]
        widths = [max(SMALLEST, width_of(words) + 8) for _, words in labels]
        right = left + max(sum(widths), _DAY_WIDTH)
        slots = tuple(_slots(labels, widths, (left + right - sum(widths)) / 2))
        names_year = day is not None and (before is None or before.day is None or before.day.year != day.year)
        found.append(Group(day, left, right, gap, names_year, slots))
    return found


def _slots(labels: Sequence[tuple[Drawn, str]], widths: Sequence[float], left: float) -> Iterator[Slot]:
    for (drawn, words), width in zip(labels, widths, strict=True):
        yield Slot(drawn, left + width / 2, width, words)
        left += width


def _gap(before: dt.date | None, day: dt.date | None) -> tuple[float, str]:
    """The room between two days: more for more time, but not in proportion; what is long is said in words."""
    if before is None or day is None:
        return 2 * _LEAST_GAP, ""
    days = (day - before).days
    if days < _TOLD_FROM:
        return _LEAST_GAP + 6 * math.log2(days), ""
    return _TOLD_GAP, _in_words(days)


def _in_words(days: int) -> str:
    if days < _DAYS_UP_TO:
        return count(days, "day")
    return count(round(days / _MONTH), "month") if days < _MONTHS_UP_TO else count(round(days / _YEAR), "year")


def _label(drawn: Drawn) -> str:
    """The number; of a vague word, of another unit and of what has no number the article's own words."""
    row = drawn.row
    words = label(drawn.low, drawn.high, drawn.sign)
    if words and drawn.on_scale and not drawn.converted and not row.vague:
        return words
    written = plain(row.figure) or words
    return written if len(written) <= _LONGEST_LABEL else f"{written[: _LONGEST_LABEL - 1].rstrip()}…"


def width_of(words: str) -> float:
    """The width of a label in px, generously; letters of Chinese, Japanese and Korean are wide."""
    return sum(LETTER * (2 if unicodedata.east_asian_width(char) in "WF" else 1) for char in words)
