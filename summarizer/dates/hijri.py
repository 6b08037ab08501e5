"""Dates of the Hijri and the Solar Hijri calendar ("12 Ramadan 1445", "22 Hamal 1403") as Gregorian days.

Hijri months begin when the new moon is seen, which differs by country. The Umm al-Qura calendar of Saudi Arabia, used
here, can be a day off either way, so that a Hijri day or month is widened by a day on both sides: "12 Ramadan 1445" is
three days. Solar Hijri dates, by their Afghan or Iranian month names, are exact; Afghan months had other lengths until
1957, so that earlier ones stay unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from summarizer.dates.hijri_words import CLEAR_MONTH, ERA, MONTH, YEAR, is_afghan, is_clear, is_lunar, month_number
from summarizer.dates.intervals import Days
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.tense import direction
from summarizer.dates.words import ANY_WEEKDAY, DAY, GAP, day_number, weekday_number
from summarizer.dates.years import SOON, ZONE_SLACK

_FIRST_GREGORIAN = 1900
_MONTHS = 12
_LONGEST_LUNAR = 30
_FIRST_IN_TABLES, _LAST_IN_TABLES = 1343, 1500
_FIRST_OF_EQUAL_LENGTH = 1337
_ONE_DAY = timedelta(days=1)

DAY_MONTH = re.compile(
    rf"(?<![0-9.,/$€£-])\b(?:(?P<weekday>{ANY_WEEKDAY}),?{GAP}(?:the{GAP})?)?(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{MONTH})"
    rf"(?:,?{GAP}(?P<year>{YEAR}){ERA})?"
)
MONTH_DAY = re.compile(rf"\b(?P<month>{MONTH}){GAP}(?P<day>{DAY}),?{GAP}(?P<year>{YEAR}){ERA}")
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})(?:{GAP}of{GAP}|,?{GAP})(?P<year>{YEAR}){ERA}")
BARE_MONTH = re.compile(
    rf"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y){GAP}(?P<after>{CLEAR_MONTH})|month{GAP}of{GAP}(?P<bound>{MONTH}))"
)
# "3 Mehr Street", "22 Asad loyalists", "5 Tir-class boats": the name of something else.
_NAME_GOES_ON = re.compile(rf"[-'\u2019]|{GAP}(?:[A-Z]|(?:people|men|women|[a-z]{{3,20}}s)\b)")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """How days of a calendar become Gregorian, and by how much they may be off.

    Attributes:
        to_gregorian: The Gregorian day of a year, month and day.
        year_near: A year of the calendar that overlaps a Gregorian year.
        slack: How far a date may lie to either side.
    """

    to_gregorian: Callable[[int, int, int], date]
    year_near: Callable[[int], int]
    slack: timedelta

    def days(self, year: int, month: int, day: int | None) -> Days:
        """The days a date or a month can mean."""
        first = self.to_gregorian(year, month, day or 1)
        if day is not None:
            last = first + _ONE_DAY
        elif month == _MONTHS:
            last = self.to_gregorian(year + 1, 1, 1)
        else:
            last = self.to_gregorian(year, month + 1, 1)
        return first - self.slack, last + self.slack

    def days_around(self, gregorian_year: int, month: int, day: int | None) -> list[Days]:
        """The date or month in each of the years before, around and after a Gregorian one that have it, in order."""
        middle = self.year_near(gregorian_year)
        found = []
        for year in range(middle - 2, middle + 3):
            with suppress(ValueError):
                found.append(self.days(year, month, day))
        return found


def _lunar_day(year: int, month: int, day: int) -> date:
    """A month seen to have 30 days may have 29 in the tables."""
    if day > _LONGEST_LUNAR:
        raise ValueError(day)
    return date(*Hijri(year, month, 1).to_gregorian().datetuple()) + timedelta(days=day - 1)


def _solar_day(year: int, month: int, day: int) -> date:
    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its constructor has no types


# 33 lunar years are 32 solar ones; both calendars count from 622.
_LUNAR = _Calendar(_lunar_day, lambda year: (year - 622) * 33 // 32 + 1, slack=_ONE_DAY)
_SOLAR = _Calendar(_solar_day, lambda year: year - 621, slack=timedelta(0))


def _calendar(month: str) -> _Calendar:
    return _LUNAR if is_lunar(month) else _SOLAR


def lunar_year(year: int) -> Days:
    """The days a year of the Hijri calendar can mean; beyond the tables by the arithmetical calendar, two days wider."""
    if _FIRST_IN_TABLES <= year < _LAST_IN_TABLES:
        return _lunar_day(year, 1, 1) - _ONE_DAY, _lunar_day(year + 1, 1, 1) + _ONE_DAY
    return _tabular_start(year) - 2 * _ONE_DAY, _tabular_start(year + 1) + 2 * _ONE_DAY


def _tabular_start(year: int) -> date:
    """The first day of a year in the thirty-year cycle of 354 and 355 days, counted from 622."""
    return date.fromordinal(227_015 + 354 * (year - 1) + (3 + 11 * year) // 30)


def solar_year(year: int) -> Days:
    """The days of a year of the Solar Hijri calendar."""
    return _solar_day(year, 1, 1), _solar_day(year + 1, 1, 1)


def read_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """A day of a month, with or without the year."""
    name, year, day = match["month"], match["year"], day_number(match["day"])
    calendar, month = _calendar(name), month_number(name)
    precision = "span" if calendar.slack else "day"
    if year:
        return Reading(_in_year(name, int(year), day), "absolute", precision)
    if not is_clear(name) and _NAME_GOES_ON.match(scene.text, match.end()):
        return None
    days = _from_writing(calendar.days_around(scene.written.year, month, day), match, scene) if scene.written else None
    known = days is not None and _holds_weekday(days, match["weekday"])
    return Reading(days if days is not None and known else UNKNOWN, "partial", precision)


def read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month with its year; a name that is another word too ("Asad 2015") needs a year of its own calendar."""
    del scene
    name, year = match["month"], int(match["year"])
    if year >= _FIRST_GREGORIAN and not is_clear(name):
        return None
    return Reading(_in_year(name, year, None), "absolute", "month")


def read_bare_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month alone, which may be of any year or of every one: resolved only if it was being written in."""
    name, written = match["after"] or match["bound"], scene.written
    options = _calendar(name).days_around(written.year, month_number(name), None) if written else []
    held = [days for days in options if written is not None and days[0] <= written < days[1]]
    return Reading(held[0] if held else UNKNOWN, "partial", "month")


def _in_year(name: str, year: int, day: int | None) -> Interval:
    """The date in a year of its own calendar, or in a Gregorian year if it falls there once."""
    calendar, month = _calendar(name), month_number(name)
    if year < _FIRST_GREGORIAN:
        return UNKNOWN if is_afghan(name) and year < _FIRST_OF_EQUAL_LENGTH else calendar.days(year, month, day)
    inside = [days for days in calendar.days_around(year, month, day) if (days[0] + calendar.slack).year == year]
    return inside[0] if len(inside) == 1 else UNKNOWN


def _from_writing(options: list[Days], match: re.Match[str], scene: Scene) -> Days | None:
    """The last such day, or the coming one if announced; None where a day near in the future could be either."""
    if scene.written is None:
        return None
    last = max((days for days in options if days[0] <= scene.written + ZONE_SLACK), default=None)
    coming = min((days for days in options if days[1] > scene.written), default=None)
    ahead = direction(scene.text, match.start(), match.end())
    if ahead == "forward":
        return coming
    is_soon = coming is not None and coming != last and coming[0] - scene.written <= SOON
    return None if ahead is None and is_soon else last


def _holds_weekday(days: Days, weekday: str | None) -> bool:
    """False if the weekday shows that the year had from the date of writing is another one."""
    count = (days[1] - days[0]).days
    return weekday is None or weekday_number(weekday) in {(days[0] + timedelta(days=step)).weekday() for step in range(count)}
