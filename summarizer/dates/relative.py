"""Dates told from the day of writing: "on Sunday", "last week", "two months ago".

A bare weekday is the most recent one up to and including the day of writing; where the words around it look forward it
is the first one from the day of writing on. "last Tuesday" is strictly before that day, "next Tuesday" strictly after.
Counted distances are rounded ones: "three years ago" is the year around that day, half a unit to either side.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.tense import looks_forward
from summarizer.dates.words import (
    COUNT,
    GAP,
    MONTH,
    PART_OF_DAY,
    SEASON,
    SEASON_NAMES,
    UNIT,
    UNITS,
    WEEKDAY,
    count_number,
    month_number,
    weekday_number,
)

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_APRIL, _JUNE, _DECEMBER = 4, 6, 12
# "Bloody Sunday" and "Black Friday" are names; "every Friday" is no one day.
_NOT_A_DAY = (
    r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Easter )(?<!Ash )(?<!Palm )(?<!Super )(?<!Cyber )(?<!Holy )(?<!Maundy )"
    r"(?<!Mail on )(?<!Independent on )(?<![Ee]very )(?<![Ee]ach )(?<![Aa]ny )"
)
_NEWSPAPER = r"(?![^\S\n](?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|World|Star)\b)"
_WHICH = (
    r"(?P<which>[Ll]ast|[Tt]his(?:[^\S\n](?:past|coming))?|[Nn]ext|[Cc]oming|[Pp]ast"
    r"|[Ee]arl(?:ier|y)[^\S\n]this|[Ll]ater[^\S\n]this)"
)

WEEKDAYS = re.compile(
    rf"\b(?:(?P<indefinite>an?|one){GAP}|{_WHICH}{GAP})?{_NOT_A_DAY}\b(?P<weekday>{WEEKDAY})\b(?!-){_NEWSPAPER}{PART_OF_DAY}"
)
NEAR_DAYS = re.compile(
    r"(?<!USA )(?<!Russia )(?<!India )(?<!Psychology )"
    rf"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast{GAP}night|[Oo]vernight"
    rf"|[Tt]he{GAP}day{GAP}before{GAP}yesterday|[Tt]his{GAP}(?:morning|afternoon|evening))\b{PART_OF_DAY}"
)
UNIT_NOW = re.compile(rf"\b{_WHICH}{GAP}(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-|{GAP}old)")
OVER_WEEKEND = re.compile(rf"\b(?:[Oo]ver|[Dd]uring|[Aa]t){GAP}(?P<weekend>the{GAP}weekend)\b")
MONTH_NOW = re.compile(rf"\b{_WHICH}{GAP}(?P<month>{MONTH})(?![a-z])")
SEASON_NOW = re.compile(rf"\b{_WHICH}{GAP}(?P<season>{SEASON})\b")
AGO = re.compile(
    rf"\b(?:(?P<more>more{GAP}than|over|at{GAP}least){GAP}"
    rf"|(?P<about>about|almost|nearly|around|some|less{GAP}than|fewer{GAP}than){GAP})?"
    rf"(?P<vague>half{GAP}an?|a{GAP}few|a{GAP}couple{GAP}of|several|many|some)?{GAP}?(?P<count>{COUNT})?(?:{GAP}|-)?"
    rf"\b(?P<unit>{UNIT}s?|centuries){GAP}ago\b",
    re.IGNORECASE,
)
RECENT = re.compile(
    rf"\b(?:[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring|[Ff]or){GAP}(?:the{GAP})?"
    rf"(?P<which>recent|coming|past|last|next){GAP}(?P<unit>{UNITS})\b"
)
COUNTED_NOW = re.compile(
    rf"\b(?:the{GAP})?(?P<which>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming){GAP}(?P<count>{COUNT}|few|several|couple{GAP}of){GAP}"
    rf"(?P<unit>{UNIT}s?)\b"
)


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A weekday, bare or with "last", "this" or "next"."""
    if match["indefinite"] or scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    number, which = weekday_number(match["weekday"]), (match["which"] or "").lower()
    ahead = "next" in which or "coming" in which or which in ("this", "later this")
    if not which:
        ahead = looks_forward(scene.text, match.start(), match.end())
    strict = "next" in which or "last" in which
    return Reading(intervals.day(_weekday(scene.written, number, ahead=ahead, strict=strict)), "relative", "day")


def _weekday(written: date, number: int, *, ahead: bool, strict: bool) -> date:
    """The nearest such weekday on one side of a day; a strict one is never that day itself."""
    distance = (number - written.weekday()) % 7 if ahead else (written.weekday() - number) % 7
    if strict and distance == 0:
        distance = 7
    return written + timedelta(days=distance if ahead else -distance)


def read_near_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Yesterday, today, tonight, last night; "overnight" holds both days."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    word = match["day"].lower()
    if word == "overnight":
        return Reading((scene.written - _ONE_DAY, scene.written + _ONE_DAY), "relative", "span")
    offset = -2 if "before" in word else -1 if word.startswith(("yesterday", "last")) else 1 if word == "tomorrow" else 0
    return Reading(intervals.day(scene.written + timedelta(days=offset)), "relative", "day")


def read_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last week, this month, next year, earlier this week."""
    unit, which = match["unit"], " ".join(match["which"].lower().split())
    precision = unit if unit in ("week", "month", "quarter", "year", "decade", "century") else "span"
    if scene.written is None:
        return Reading(UNKNOWN, "relative", precision)
    if which == "past":
        days = {"quarter": 92, "weekend": 3}.get(unit)
        low = scene.written - timedelta(days=days) if days else intervals.shift(scene.written, -1, unit)
        return Reading((low, scene.written + _ONE_DAY), "relative", precision)
    return Reading(_clip(which, _unit(which, unit, scene.written), scene.written), "relative", precision)


def _unit(which: str, unit: str, written: date) -> intervals.Days:
    step = {"last": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    if unit == "week":
        return intervals.week(written + timedelta(days=7 * step))
    if unit == "weekend":
        return intervals.weekend(written + timedelta(days=7 * step))
    if unit == "month":
        moved = intervals.shift_months(written.replace(day=1), step)
        return intervals.month(moved.year, moved.month)
    if unit == "quarter":
        moved = intervals.shift_months(written.replace(day=1), 3 * step)
        return intervals.quarter(moved.year, (moved.month + 2) // 3)
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    first = written.year // length * length + step * length
    return intervals.year_span(first, first + length - 1)


def _clip(which: str, days: intervals.Days, written: date) -> Interval:
    """Clip a unit: "earlier this" ends with the day of writing, "later this" begins with it."""
    if which.startswith(("earlier", "early")):
        return days[0], min(days[1], written + _ONE_DAY)
    if which.startswith("later"):
        return max(days[0], written), days[1]
    return days


def read_over_weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    """The weekend: the one under way, else the last one, or the coming one if the words look forward."""
    written = scene.written
    if written is None:
        return Reading(UNKNOWN, "relative", "span")
    back = written.weekday() < _SATURDAY and not looks_forward(scene.text, match.start(), match.end())
    return Reading(intervals.weekend(written - timedelta(days=7 * back)), "relative", "span")


def read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last June (before this month), this June (of this year), next June (after this month)."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "month")
    number, which, written = month_number(match["month"]), match["which"].lower(), scene.written
    year = written.year
    if "last" in which or "past" in which:
        year -= number >= written.month
    elif "next" in which or "coming" in which:
        year += number <= written.month
    return Reading(intervals.month(year, number), "relative", "month")


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last summer is the latest one that had ended; this summer is the one of this year."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "season")
    name, which, written = SEASON_NAMES[match["season"].lower()], match["which"].lower(), scene.written
    if name == "winter":
        return Reading(_winter(which, written), "relative", "season")
    year, days = written.year, intervals.season(written.year, name)
    if "last" in which or "past" in which:
        year -= days[1] > written
    elif "next" in which or "coming" in which:
        year += days[0] <= written
    return Reading(intervals.season(year, name), "relative", "season")


def _winter(which: str, written: date) -> Interval:
    """A winter runs over the turn of the year and is named here by the year it ends in."""
    ahead, under_way = written.month >= _JUNE, written.month < _APRIL
    ending = written.year + ahead
    if "last" in which or "past" in which:
        ending -= ahead or under_way
    elif "next" in which or "coming" in which:
        ending += under_way or written.month == _DECEMBER
    return date(ending - 1, 12, 1), date(ending, 3, 22)


def read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """Two months ago; "more than" leaves the early side open, "several" too."""
    written, unit = scene.written, _singular(match["unit"])
    if written is None:
        return Reading(UNKNOWN, "relative", "span")
    if match["vague"] or not match["count"]:
        return Reading((None, written + _ONE_DAY), "relative", "span")
    low, high = intervals.around(intervals.shift(written, -count_number(match["count"]), unit), unit)
    high = min(high, written + _ONE_DAY)
    if match["more"]:
        return Reading((None, high), "relative", "span")
    if match["about"]:
        high = min(written + _ONE_DAY, high + (high - low) / 2)
    return Reading((low, high), "relative", unit if unit in ("day", "week", "month", "year") else "span")


def read_recent(match: re.Match[str], scene: Scene) -> Reading | None:
    """In recent weeks, in the coming days: one side is the day of writing, the other is open."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "span")
    if match["which"] in ("coming", "next"):
        return Reading((scene.written, None), "relative", "span")
    return Reading((None, scene.written + _ONE_DAY), "relative", "span")


def read_counted(match: re.Match[str], scene: Scene) -> Reading | None:
    """The past three years, the next two weeks: a stretch that ends or begins with the day of writing."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "span")
    count, ahead = match["count"].lower(), match["which"].lower() in ("next", "coming")
    if count.startswith(("few", "several", "couple")):
        return Reading((scene.written, None) if ahead else (None, scene.written + _ONE_DAY), "relative", "span")
    steps, unit = count_number(count), _singular(match["unit"])
    if ahead:
        return Reading((scene.written, intervals.shift(scene.written, steps, unit) + _ONE_DAY), "relative", "span")
    return Reading((intervals.shift(scene.written, -steps, unit), scene.written + _ONE_DAY), "relative", "span")


def _singular(unit: str) -> str:
    lowered = unit.lower()
    return "century" if lowered == "centuries" else lowered.removesuffix("s")
