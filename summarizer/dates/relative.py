"""Dates told from the day of writing: "yesterday", "last week", "this summer", "two months ago".

What "this weekend" or "this June" means goes by the verb: of what happened it is the last one, of what is announced the
coming one, and without a verb to tell it is open which.
Counted distances are rounded ones: "three years ago" is the year around that day, half a unit to either side.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.named_weekdays import WHICH
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.tense import direction, looks_forward
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
)

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
# "The truce will last four days": there "last" is a verb.
_LASTS = re.compile(r"\b(?:will|would|to|can|could|may|might|must|should|did|not|n['\u2019]t|likely|only)\s$")
_LEAD = 12
# "Overnight on Saturday": the night is told by its date.
_DATED = re.compile(rf"{GAP}(?:(?:on|into|from|between){GAP}(?:the{GAP})?)?(?:[0-9]|{WEEKDAY}|{MONTH}{GAP}[0-9])")
_HALF_A_YEAR = timedelta(days=183)
_APRIL, _AUGUST, _DECEMBER = 4, 8, 12
# The longer phrases come first: each holds the name of the day it is told from.
_NEAR_OFFSETS = (("before ", -2), ("after ", 2), ("yesterday", -1), ("last", -1), ("tomorrow", 1))

NEAR_DAYS = re.compile(
    r"(?<!USA )(?<!Russia )(?<!India )(?<!Psychology )"
    rf"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast{GAP}night|[Oo]vernight"
    rf"|(?:[Tt]he{GAP})?day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)|[Tt]his{GAP}(?:morning|afternoon|evening))\b{PART_OF_DAY}"
)
UNIT_NOW = re.compile(rf"\b{WHICH}{GAP}(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-|{GAP}old)")
# "The last week of the race".
_OF = re.compile(rf"{GAP}of\b")
OVER_WEEKEND = re.compile(
    rf"\b(?:[Oo]ver|[Dd]uring|[Aa]t|[Ff]or){GAP}(?P<weekend>the{GAP}weekend)\b(?!{GAP}(?:of|before|after)\b)"
)
MONTH_NOW = re.compile(rf"\b{WHICH}{GAP}(?P<month>{MONTH})(?![a-z])")
SEASON_NOW = re.compile(rf"\b{WHICH}{GAP}(?P<season>{SEASON})\b")
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


def read_near_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Yesterday, today, tonight, last night; "overnight" holds both days."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    word = " ".join(match["day"].lower().split())
    if word == "overnight" and _DATED.match(scene.text, match.end()):
        return None
    if word == "overnight":
        return Reading((scene.written - _ONE_DAY, scene.written + _ONE_DAY), "relative", "span")
    offset = next((days for name, days in _NEAR_OFFSETS if name in word), 0)
    return Reading(intervals.day(scene.written + timedelta(days=offset)), "relative", "day")


def read_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last week, this month, next year, earlier this week."""
    unit, which = match["unit"], " ".join(match["which"].lower().split())
    if which in ("last", "next") and _OF.match(scene.text, match.end()):
        return None
    precision = unit if unit in ("week", "month", "quarter", "year", "decade", "century") else "span"
    if scene.written is None:
        return Reading(UNKNOWN, "relative", precision)
    if unit == "weekend":
        return Reading(_weekend(which, match, scene, scene.written), "relative", precision)
    if which in ("past", "this past"):
        low = scene.written - timedelta(days=92) if unit == "quarter" else intervals.shift(scene.written, -1, unit)
        return Reading((low, scene.written + _ONE_DAY), "relative", precision)
    days = _unit(which, unit, scene.written)
    if "coming" in which:
        days = scene.written, days[1]
    return Reading(_clip(which, days, scene.written), "relative", precision)


def _weekend(which: str, match: re.Match[str], scene: Scene, written: date) -> Interval:
    """The weekend under way or, by the verb, the last or the coming one; both where no verb tells."""
    own = intervals.weekend(written)
    if which in ("last", "next"):
        return intervals.weekend(written + timedelta(days=-7 if which == "last" else 7))
    under_way = written.weekday() >= _SATURDAY
    last = intervals.weekend(written - timedelta(days=7))
    if "coming" in which:
        return intervals.weekend(written + timedelta(days=7)) if under_way else own
    if "past" in which:
        return last[0], (own if under_way else last)[1]
    if under_way:
        return own
    side = direction(scene.text, match.start(), match.end())
    if which.startswith("later"):
        side = "forward"
    return (own if side == "forward" else last)[0], (last if side == "back" else own)[1]


def _unit(which: str, unit: str, written: date) -> intervals.Days:
    step = {"last": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    if unit == "week":
        return intervals.week(written + timedelta(days=7 * step))
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
    """Last June (before this month), next June (after it), this June (of this year unless the verb tells another)."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "month")
    number, which, written = month_number(match["month"]), match["which"].lower(), scene.written
    year = written.year
    if "last" in which or "past" in which:
        year -= number >= written.month
    elif "next" in which or "coming" in which:
        year += number <= written.month
    else:
        year += _by_verb(match, scene, intervals.month(year, number), written)
    return Reading(intervals.month(year, number), "relative", "month")


def _by_verb(match: re.Match[str], scene: Scene, days: intervals.Days, written: date) -> int:
    """By how many years "this June" lies off this year's: what is announced is not over, what happened not far ahead.

    "Leave to open this October", read in June, stands behind a verb that looks back.
    """
    side = direction(scene.text, match.start(), match.end())
    if side == "back" and days[0] - written > _HALF_A_YEAR:
        return -1
    return 1 if side == "forward" and days[1] <= written else 0


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last summer is the latest one that had ended; this summer is this year's unless the verb tells another."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "season")
    name, which, written = SEASON_NAMES[match["season"].lower()], match["which"].lower(), scene.written
    if name == "winter":
        side = direction(scene.text, match.start(), match.end())
        return Reading(_this_winter(side, written) if which == "this" else _winter(which, written), "relative", "season")
    year, days = written.year, intervals.season(written.year, name)
    if "past" in which:
        year -= days[0] + (days[1] - days[0]) / 2 > written
    elif "last" in which:
        year -= days[1] > written
    elif "next" in which or "coming" in which:
        year += days[0] <= written
    else:
        year += _by_verb(match, scene, days, written)
    return Reading(intervals.season(year, name), "relative", "season")


def _winter(which: str, written: date) -> Interval:
    """A winter runs over the turn of the year and is named here by the year it ends in."""
    under_way = written.month < _APRIL
    ahead = not under_way
    ending = written.year + ahead
    if "last" in which or "past" in which:
        ending -= ahead or (under_way and not ("past" in which and written.month == _APRIL - 1))
    elif "next" in which or "coming" in which:
        ending += under_way or written.month == _DECEMBER
    return date(ending - 1, 12, 1), date(ending, 3, 22)


def _this_winter(side: str | None, written: date) -> Interval:
    """The one under way; between two winters the verb tells which, and from spring to summer it can be either."""
    if not _APRIL <= written.month < _DECEMBER:
        return _winter("this", written)
    last, coming = _winter("last", written), _winter("next", written)
    is_near = written.month > _AUGUST
    return (last if side == "back" or (side is None and not is_near) else coming)[0], (last if side == "back" else coming)[1]


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
    if _LASTS.search(scene.text[max(0, match.start() - _LEAD) : match.start()]):
        return None
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
