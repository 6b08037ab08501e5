"""Stretches told from one of their days: "the week to 12 January", "the year ended March 2023", "the eve of May 9"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.intervals import Days
from summarizer.dates.named_weekdays import nearest
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.tense import looks_forward
from summarizer.dates.words import (
    ANY_WEEKDAY,
    COUNT,
    DASH,
    DAY,
    GAP,
    MONTH,
    WEEKDAY,
    YEAR,
    count_number,
    day_number,
    month_number,
    weekday_number,
)

_ONE_DAY = timedelta(days=1)
_FRIDAY = 4
_DAY_OF_YEAR = (
    rf"(?:(?:{ANY_WEEKDAY},?{GAP}(?:the{GAP})?)?"
    rf"(?:(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY})(?:,?{GAP}(?P<year>{YEAR}))?"
    rf"|(?:the{GAP})?(?P<left_day>{DAY}){GAP}(?:of{GAP})?(?P<right_month>{MONTH})(?![a-z])"
    rf"(?:,?{GAP}(?P<right_year>{YEAR}))?))"
)
_BARE_MONTH = rf"(?P<bare_month>{MONTH})(?![a-z])(?:,?{GAP}(?:of{GAP})?(?P<bare_year>{YEAR}))?"
# "The year to May '19": the year is read with the month.
_NO_SHORT_YEAR = rf"(?!,?{GAP}?['\u2018\u2019][0-9]{{2}}(?![0-9]))"
_DATE = rf"(?:(?:{_DAY_OF_YEAR}|{_BARE_MONTH}){_NO_SHORT_YEAR}|(?P<weekday>{WEEKDAY})\b)"
_UNIT_NAME = "week|fortnight|month|quarter|year"
_LENGTH = (
    rf"\b(?P<the>[Tt]he{GAP})?(?:(?P<count>(?i:{COUNT}))(?:{GAP}|-))?"
    rf"(?:(?:fiscal|financial|tax|business|full|trading|reporting){GAP})?"
)

ENDING = re.compile(
    rf"{_LENGTH}(?P<unit>day|{_UNIT_NAME})s?{GAP}(?:(?P<how>to|through|up{GAP}to)|(?:(?:that|which){GAP})?end(?:ing|ed|s))"
    rf"(?:{GAP}(?:on|in|the{GAP}end{GAP}of))?{GAP}{_DATE}"
)
BEGINNING = re.compile(
    rf"{_LENGTH}(?P<unit>day|{_UNIT_NAME})s?{GAP}(?:(?P<how>from)|(?:(?:that|which){GAP})?(?:beg(?:inning|an|ins)|start(?:ing|ed|s)"
    rf"|commencing))(?:{GAP}on)?{GAP}{_DATE}"
)
AROUND = re.compile(
    rf"\b(?:[Tt]he{GAP})?(?P<unit>[Ww]eek(?:end)?){GAP}of{GAP}(?:(?P<first_day>{DAY}){GAP}?{DASH}{GAP}?(?=[0-9]))?{_DAY_OF_YEAR}(?:{GAP}?{DASH}{GAP}?{DAY})?(?![0-9])"
)
EVE = re.compile(rf"\b(?:[Tt]he{GAP})?[Ee]ve{GAP}of{GAP}{_DAY_OF_YEAR}")
NIGHT_INTO = re.compile(
    rf"\b(?:{WEEKDAY}{GAP})?(?:[Oo]vernight|[Nn]ight|[Ee]vening){GAP}(?:in)?to{GAP}(?:{_DAY_OF_YEAR}|(?P<weekday>{WEEKDAY})\b)"
)
FROM_DAY = re.compile(
    rf"\b(?:(?P<count>(?i:{COUNT}))|[Tt]he)(?:{GAP}|-)(?P<unit>day|{_UNIT_NAME})s?{GAP}(?P<side>before|after|from|following|prior{GAP}to)"
    rf"{GAP}{_DAY_OF_YEAR}"
)


def read_ending(match: re.Match[str], scene: Scene) -> Reading | None:
    """So many days, weeks, months or years up to and including a date, which may be a whole month."""
    if match["how"] and not match["the"]:
        return None
    days = _days(match, scene)
    if days is None:
        return Reading(UNKNOWN, "range", "span")
    return Reading((_shift(days[1], -_count(match), match["unit"]), days[1]), "range", "span")


def read_beginning(match: re.Match[str], scene: Scene) -> Reading | None:
    """So many days, weeks, months or years from the first day of a date on."""
    if match["how"] and not match["the"]:
        return None
    days = _days(match, scene)
    if days is None:
        return Reading(UNKNOWN, "range", "span")
    return Reading((days[0], _shift(days[0], _count(match), match["unit"])), "range", "span")


def read_around(match: re.Match[str], scene: Scene) -> Reading | None:
    """The week that holds a day, or the weekend at it; a weekend "of" a day in the middle of the week is unresolved."""
    days = _days(match, scene)
    if days is None:
        return Reading(UNKNOWN, "range", "span")
    if match["unit"].lower() == "week":
        return Reading(intervals.week(days[0]), "range", "week")
    if days[0].weekday() < _FRIDAY:
        return Reading(UNKNOWN, "range", "span")
    saturday, end = intervals.weekend(days[0])
    return Reading((min(days[0], saturday), end), "range", "span")


def read_eve(match: re.Match[str], scene: Scene) -> Reading | None:
    """The eve of a day is the day before it."""
    days = _days(match, scene)
    return Reading(intervals.day(days[0] - _ONE_DAY) if days else UNKNOWN, "range", "day")


def read_night_into(match: re.Match[str], scene: Scene) -> Reading | None:
    """The night that a day begins with is of the day before as well: "overnight into Tuesday"."""
    days = _days(match, scene)
    return Reading((days[0] - _ONE_DAY, days[1]) if days else UNKNOWN, "range", "span")


def read_from_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Two days after 5 May; weeks and longer are rounded distances, or a stretch, and stay unresolved."""
    days = _days(match, scene)
    if days is None or match["unit"] != "day":
        return Reading(UNKNOWN, "range", "span")
    steps = _count(match) if match["side"] in ("after", "from", "following") else -_count(match)
    return Reading(intervals.day(days[0] + steps * _ONE_DAY), "range", "day")


def _shift(value: date, count: int, unit: str) -> date:
    return intervals.shift_months(value, 3 * count) if unit == "quarter" else intervals.shift(value, count, unit)


def _count(match: re.Match[str]) -> int:
    return count_number(match["count"]) if match["count"] else 1


def _days(match: re.Match[str], scene: Scene) -> Days | None:
    """The days of the date that a stretch is told from."""
    groups = match.groupdict()
    if groups.get("weekday"):
        return _weekday(match, scene)
    month = month_number(groups["month"] or groups["right_month"] or groups["bare_month"])
    said_day = groups.get("first_day") or groups["day"] or groups["left_day"]
    day = day_number(said_day) if said_day else None
    said = groups["year"] or groups["right_year"] or groups.get("bare_year")
    year = int(said) if said else find_year(match, scene, month, day)[0]
    if year is None:
        return None
    return intervals.day(date(year, month, day)) if day else intervals.month(year, month)


def _weekday(match: re.Match[str], scene: Scene) -> Days | None:
    if scene.written is None:
        return None
    ahead = looks_forward(scene.text, match.start(), match.end())
    return intervals.day(nearest(scene.written, weekday_number(match["weekday"]), ahead=ahead, strict=False))
