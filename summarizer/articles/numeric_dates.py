"""Dates in numbers, such as 03.04.2015 and 3/4/15: which days they can be, and what decides between two.

With dots the day comes first everywhere. Elsewhere a weekday beside the date decides, or the custom of its language or of
the dates around it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.articles.calendar_names import WEEKDAYS
from summarizer.articles.clock import ascii_digits
from summarizer.dates.words import ANY_WEEKDAY, weekday_number

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_SHORT_YEAR = 39
"""'39 is read as 2039; a later short year could be one of the last century."""
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?<!\d:)(?P<a>\d\d?)(?P<sep>[-/.]|\.\s)(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d/-])"
    r"|(?<![\d/.:,-])(?P<short_a>\d\d?)(?P<short_sep>[-/.])(?P<short_b>\d\d?)(?P=short_sep)(?P<short_year>\d\d)(?![\d/:-]|[.,]\d)"
)
_ANY_DAY = rf"(?:{ANY_WEEKDAY}|(?i:{'|'.join(re.escape(name) for name in sorted(WEEKDAYS, key=len, reverse=True))}))"
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>(?<!\w){_ANY_DAY}),?\s{{1,3}}(?:(?:den|le|el|il|de|op|the)\s)?$")
_WEEKDAY_AFTER = re.compile(rf",?\s{{1,3}}\(?(?P<weekday>{_ANY_DAY})(?=[\s).,;|]|$)")


@dataclass(frozen=True, slots=True)
class Custom:
    """How dates are written where a text comes from.

    Attributes:
        day_first: in numbers the day comes before the month; None where nothing tells.
        language: ISO 639-1 code; it tells what a month's name means that two languages share.
    """

    day_first: bool | None = None
    language: str | None = None


NO_CUSTOM = Custom()


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A whole date in a short text, and where it stands; `by_custom` if only the custom tells which day it is."""

    start: int
    end: int
    date: dt.date
    by_custom: bool = False


def numeric_dates(text: str, custom: Custom = NO_CUSTOM) -> Iterator[DateSpan]:
    """Every date in numbers that can be one day only; the digits of the text are 0-9."""
    for match in _NUMERIC.finditer(text):
        days = _numeric_dates(match, custom)
        if len(days) == 1:
            yield DateSpan(match.start(), match.end(), days[0], by_custom=len(_numeric_dates(match, NO_CUSTOM)) > 1)


def unclear_numbers(text: str, custom: Custom = NO_CUSTOM) -> Iterator[DateSpan]:
    """Every date in numbers that could be two different days, as the earlier of them."""
    for match in _NUMERIC.finditer(text):
        days = _numeric_dates(match, custom)
        if len(days) > 1:
            yield DateSpan(match.start(), match.end(), days[0])


def day_comes_first(text: str) -> bool | None:
    """The order of day and month in those numeric dates of a text that can be read in one way only; None without any."""
    orders = set()
    for match in _NUMERIC.finditer(ascii_digits(text)):
        left, right = int(match["a"] or match["short_a"]), int(match["b"] or match["short_b"])
        if len(_numeric_dates(match, NO_CUSTOM)) == 1 and left != right and (match["sep"] or match["short_sep"]) in "-/":
            orders.add(_numeric_dates(match, NO_CUSTOM)[0].day == left)
    return orders.pop() if len(orders) == 1 else None


def _numeric_dates(match: re.Match[str], custom: Custom) -> list[dt.date]:
    """The days a date in numbers can be: day first if it has dots, else those of both orders that fit a weekday beside it.

    A year of two digits may stand in front as well, unless the custom tells that the day does.
    """
    if match["short_year"]:
        return _short_dates(match, custom)
    year, left, right = int(match["year"]), int(match["a"]), int(match["b"])
    orders = [(right, left)] if match["sep"].startswith(".") else [(right, left), (left, right)]
    days = sorted({date for month, day in orders if (date := calendar_day(year, month, day))})
    return _fitting_weekday(match, days) or _in_order(
        days, custom, calendar_day(year, right, left), calendar_day(year, left, right)
    )


def _short_dates(match: re.Match[str], custom: Custom) -> list[dt.date]:
    left, middle, right = int(match["short_a"]), int(match["short_b"]), int(match["short_year"])
    if right > _LAST_SHORT_YEAR:
        return []
    by_day, by_month = calendar_day(2000 + right, middle, left), calendar_day(2000 + right, left, middle)
    if match["short_sep"] == ".":
        by_month = calendar_day(2000 + left, middle, right) if left <= _LAST_SHORT_YEAR else None
    days = sorted({date for date in (by_day, by_month) if date})
    return _fitting_weekday(match, days) or _in_order(days, custom, by_day, by_month)


def _in_order(days: list[dt.date], custom: Custom, by_day: dt.date | None, by_month: dt.date | None) -> list[dt.date]:
    """The one of several days that the custom names; all of them if it names none."""
    if len(days) < 2 or custom.day_first is None:  # noqa: PLR2004
        return days
    chosen = by_day if custom.day_first else by_month
    return [chosen] if chosen else days


def _fitting_weekday(match: re.Match[str], days: list[dt.date]) -> list[dt.date]:
    """Those of the days that fall on the weekday named beside them."""
    named = _WEEKDAY_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()])
    named = named or _WEEKDAY_AFTER.match(match.string, match.end())
    if not named:
        return []
    number = WEEKDAYS.get(named["weekday"].lower())
    number = weekday_number(named["weekday"]) if number is None else number
    return [day for day in days if day.weekday() == number]


def calendar_day(year: int, month: int | None, day: int) -> dt.date | None:
    """The day of the calendar; None if it has no such day, or the year is none that news are of."""
    if month is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
