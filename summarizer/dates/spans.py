"""The records of this package: a date phrase, and what a reader is told about the article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

Interval = tuple[date | None, date | None]
UNKNOWN: Interval = (None, None)
_SENTENCE = 250


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One date phrase of a text and the days it can mean.

    Attributes:
        start: First code point of the phrase.
        end: One past its last code point.
        text: The phrase; `text == source[start:end]`.
        earliest: First day it can mean; None where open or unresolved.
        latest: One past the last day it can mean; None where open or unresolved.
        kind: "absolute" (year given or carried over from its own paragraph), "partial" (year from the date of
            writing), "range", "relative" (to the date of writing) or "event" (hangs on something else).
        precision: "day", "week", "month", "quarter", "season", "year", "decade", "century" or "span".
    """

    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None
    kind: str
    precision: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule made of a match: the days, and how they were had."""

    interval: Interval
    kind: str
    precision: str


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year that the text spells out, with its month if it has one, and where that stands."""

    position: int
    end: int
    year: int
    month: int | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The text being read, when it was written, and the years it spells out (in order)."""

    text: str
    written: date | None
    years: tuple[NamedYear, ...]

    def around(self, start: int, end: int) -> str:
        """The text about the size of a sentence around [start, end)."""
        return self.text[max(0, start - _SENTENCE) : end + _SENTENCE]

    def years_between(self, low: int, high: int) -> tuple[NamedYear, ...]:
        """The years spelled out from `low` up to `high`, the nearest 20 before `high`."""
        first = bisect_left(self.years, low, key=_position)
        last = bisect_left(self.years, high, key=_position)
        return self.years[max(first, last - 20) : last]


def _position(year: NamedYear) -> int:
    return year.position
