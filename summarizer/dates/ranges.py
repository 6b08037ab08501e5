"""Dates given by two ends: "between 1996 and 2001", "June 3-5, 2015", "from March to May 2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.intervals import Days
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.words import ANY_WEEKDAY, DASH, DAY, GAP, MONTH, YEAR, day_number, month_number

_WEEKDAY = rf"(?:{ANY_WEEKDAY},?{GAP})?"
_END = (
    rf"(?:{_WEEKDAY}(?:{MONTH}{GAP}{DAY}(?:,?{GAP}{YEAR})?|{DAY}{GAP}(?:of{GAP})?{MONTH}(?:,?{GAP}{YEAR})?)"
    rf"|{MONTH}(?:,?{GAP}{YEAR})?|(?:A\.?D\.?{GAP})?{YEAR}(?:{GAP}A\.?D\.?)?)"
)
_TO = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|through|until|till){GAP})"
_RIGHT = rf"(?:{_END}|(?:the{GAP})?{DAY}(?:,?{GAP}{YEAR})?)"

WORDED = re.compile(
    rf"\b(?:[Ff]rom{GAP}(?P<left>(?:the{GAP})?{_END}|{DAY}){_TO}(?P<right>(?:the{GAP})?{_END}|{_RIGHT})"
    rf"|[Bb]etween{GAP}(?P<left_between>(?:the{GAP})?{_END}|{DAY}){GAP}and{GAP}(?P<right_between>(?:the{GAP})?{_END}|{_RIGHT}))(?![A-Za-z0-9])"
)
DASHED = re.compile(
    rf"(?<![0-9.,/$€£-])\b(?P<left>{_WEEKDAY}{MONTH}{GAP}{DAY}(?:,?{GAP}{YEAR})?|{DAY}{GAP}{MONTH}(?:{GAP}{YEAR})?"
    rf"|{MONTH}(?:,?{GAP}{YEAR})?)"
    rf"{_TO}(?P<right>{_RIGHT})(?![A-Za-z0-9]|{DASH}[0-9])"
)
DAYS_MONTH = re.compile(
    rf"(?<![0-9.,/$€£-])\b(?P<left>{DAY}){GAP}?(?:{DASH}|to|and){GAP}?"
    rf"(?P<right>{DAY}{GAP}(?:of{GAP})?{MONTH}(?:,?{GAP}{YEAR})?)(?![A-Za-z0-9])"
)
YEARS = re.compile(
    rf"(?<![0-9.,/$€£#-])\b(?P<left>(?:19|20)[0-9]{{2}}){DASH}(?P<right>(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    r"(?![0-9A-Za-z%]|[-.,/][0-9])"
)

_MONTH = re.compile(rf"(?<![A-Za-z])(?P<month>{MONTH})")
_YEAR = re.compile(rf"(?<![0-9])(?P<year>{YEAR})")
_DAY = re.compile(rf"(?<![0-9])(?P<day>{DAY})(?![0-9])")


@dataclass(frozen=True, slots=True)
class _Ending:
    """What one end of a range says; the other end may supply the rest."""

    year: int | None
    month: int | None
    day: int | None

    def days(self) -> Days | None:
        if self.year is None or (self.month is None and self.day is not None):
            return None
        if self.month is None:
            return intervals.year_span(self.year)
        if self.day is None:
            return intervals.month(self.year, self.month)
        return intervals.day(date(self.year, self.month, self.day))


def _ending(phrase: str) -> _Ending:
    year, month = _YEAR.search(phrase), _MONTH.search(phrase)
    day = _DAY.search(phrase)
    return _Ending(
        int(year["year"]) if year else None,
        month_number(month["month"]) if month else None,
        day_number(day["day"]) if day else None,
    )


def read_range(match: re.Match[str], scene: Scene) -> Reading | None:
    """From the first day of the left end to the last day of the right one; each end lends the other what it lacks.

    "Jun-21" is a day of June or all of it in 2021, and no range.
    """
    groups = match.groupdict()
    left = _ending(groups["left"] or groups["left_between"])
    right = _ending(groups["right"] or groups["right_between"])
    if left.month is None and right.month is None and (left.year is None or right.year is None):
        return None
    if left.month is not None and left.day is None and right.day is not None and right.month is None:
        return Reading(UNKNOWN, "range", "span")
    month = right.month if right.month is not None or right.day is None else left.month
    if left.month is None and left.day is not None:
        left = _Ending(left.year, month, left.day)
    right = _Ending(right.year, month, right.day)
    years = _fill_years(left, right, match, scene)
    return _between(_Ending(years[0], left.month, left.day), _Ending(years[1], right.month, right.day))


def _fill_years(left: _Ending, right: _Ending, match: re.Match[str], scene: Scene) -> tuple[int | None, int | None]:
    """Both years; "December to March 2020" begins in 2019."""
    wraps = left.month is not None and right.month is not None and left.month > right.month
    if left.year and not right.year:
        return left.year, left.year + wraps
    year = right.year
    if year is None and right.month is not None:
        year = find_year(match, scene, right.month, right.day)[0]
    return left.year or (year - wraps if year else None), year


def _between(left: _Ending, right: _Ending) -> Reading | None:
    first, last = left.days(), right.days()
    if first is None or last is None:
        return Reading(UNKNOWN, "range", "span")
    return Reading((first[0], last[1]), "range", "span") if first[0] < last[1] else None


def read_years(match: re.Match[str], scene: Scene) -> Reading | None:
    """2015-2018 and 2015-18."""
    del scene
    left, right = int(match["left"]), int(match["right"])
    if len(match["right"]) < len(match["left"]):
        right = int(match["left"][: -len(match["right"])] + match["right"])
    if left >= right:
        return None
    return Reading(intervals.year_span(left, right), "range", "span")
