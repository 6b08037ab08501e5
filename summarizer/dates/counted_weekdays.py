"""Weekdays that are counted: "the last Friday of March", "Friday the 13th", "the Friday before last", "two Fridays ago"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.named_weekdays import nearest
from summarizer.dates.said_years import SAID_YEAR, said_year
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.standing import STANDS_ALONE
from summarizer.dates.tense import direction
from summarizer.dates.words import COUNT, GAP, MONTH, WEEKDAY, YEAR, count_number, month_number, weekday_number

_ONE_DAY = timedelta(days=1)
_ONE_WEEK = timedelta(days=7)
_MONTHS_SEARCHED = 120
_PARAGRAPH = 1500
_LEAD = 24
_PLACES = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "last": -1, "final": -1, "penultimate": -2,
}  # fmt: skip
_DAY_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_DAY_WORD = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
_PLACE = (
    rf"(?P<place>(?:[Tt]he{GAP})?(?:[Ll]ast|[Ff]inal)|[Ss]econd[ -](?:to[ -])?last|[Pp]enultimate"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|1st|2nd|3rd|4th|5th)"
)
_WEEKLY = re.compile(r"\b(?:once|twice|times|per|every|days?|hours?)\s(?:an?\s)?$", re.IGNORECASE)

OF_MONTH = re.compile(
    rf"\b{_PLACE}{GAP}(?P<weekday>{WEEKDAY}){GAP}"
    rf"(?:(?:of|in){GAP}(?:(?P<month>{MONTH})(?![a-z])(?:(?:,?{GAP}|{GAP}of{GAP})(?:(?P<year>{YEAR})|(?P<said>(?<=of\s){SAID_YEAR})))?"
    rf"|(?P<near>last|this|next){GAP}month\b)|of{GAP}(?P<other>\w{{1,30}}(?:{GAP}(?:month|year|season|war))?))"
)
PLACED = re.compile(
    rf"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Pp]enultimate|[Tt]he{GAP}(?:[Ll]ast|[Ff]inal)(?={GAP}[A-Z]\w{{5,8}}{GAP}"
    rf"(?:before|after|when|that|in{GAP}a{GAP}row)\b)){GAP}{WEEKDAY}\b"
)
DAY_OF_MONTH = re.compile(
    rf"\b(?P<weekday>{WEEKDAY}),?{GAP}(?:the{GAP})?(?:(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)|(?P<word>{_DAY_WORD}))"
    rf"(?![A-Za-z-]){STANDS_ALONE}"
)
BEFORE_LAST = re.compile(
    rf"\b[Tt]he{GAP}(?:(?P<weekday>{WEEKDAY})|(?P<unit>night|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter))"
    rf"{GAP}(?P<side>before{GAP}last|after{GAP}next)(?!{GAP}(?:week|month|year|night|{WEEKDAY}|{MONTH})\b)"
)
WEEKS_AGO = re.compile(
    rf"\b(?P<count>{COUNT})(?:{GAP}|-)(?P<unit>week|fortnight|month|year)s?,?{GAP}"
    rf"(?:ago,?{GAP}(?P<on>(?:on|this){GAP}(?:this{GAP})?)?(?:(?:last|next){GAP})?|(?P<last>last{GAP}))"
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<near>today|yesterday|tomorrow))\b",
    re.IGNORECASE,
)
WEEKS_ON = re.compile(
    rf"\b(?P<count>{COUNT}){GAP}(?P<unit>week|fortnight)s?{GAP}(?P<how>on|from|after)?{GAP}?(?:(?:next|this){GAP})?"
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<near>today|tomorrow))\b(?!{GAP}(?:to|until|through)\b)",
    re.IGNORECASE,
)
WEEKDAY_WEEK = re.compile(
    rf"\b(?P<last>[Ll]ast{GAP})?(?:(?P<weekday>{WEEKDAY})|(?P<near>[Tt]oday|[Tt]omorrow)){GAP}(?P<unit>week|fortnight)\b"
    rf"(?!['\u2019-]|{GAP}(?:of|before|after|later|ago)\b)"
)
WEEKDAYS_AGO = re.compile(
    rf"\b(?:(?P<count>{COUNT})|[Aa]{GAP}couple{GAP}of|[Aa]{GAP}few|[Ss]everal|[Mm]any){GAP}(?P<weekday>{WEEKDAY})s{GAP}"
    rf"(?P<side>ago|back|from{GAP}now)\b",
    re.IGNORECASE,
)


def read_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """The last Friday of May 2019; of Lent, of the war: unresolved."""
    number, place = weekday_number(match["weekday"]), _place(match["place"])
    if match["other"]:
        return Reading(UNKNOWN, "event", "day")
    if match["near"]:
        step = {"last": -1, "this": 0, "next": 1}[match["near"]]
        month = intervals.shift_months(scene.written.replace(day=1), step) if scene.written else None
        return Reading(_nth(month.year, month.month, number, place) if month else UNKNOWN, "relative", "day")
    month_named = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _unsaid_year(match, scene, month_named, number, place)
    kind = "absolute" if match["year"] else "partial"
    return Reading(_nth(year, month_named, number, place) if year else UNKNOWN, kind, "day")


def _unsaid_year(match: re.Match[str], scene: Scene, month: int, number: int, place: int) -> int | None:
    if match["said"]:
        return said_year(match["said"], scene, match.start())
    near = _nth(scene.written.year if scene.written else 2000, month, number, place)
    return find_year(match, scene, month, near[0].day)[0]


def _place(phrase: str) -> int:
    words = phrase.lower().replace("-", " ").split()
    return -2 if words[-1] == "last" and words[0] == "second" else _PLACES[words[-1]]


def _nth(year: int, month: int, number: int, place: int) -> intervals.Days:
    """The `place`-th such weekday of a month, counted from its end if negative; ValueError if it has not so many."""
    if place > 0:
        first = nearest(date(year, month, 1), number, ahead=True, strict=False)
        value = first + (place - 1) * _ONE_WEEK
    else:
        last = nearest(date(year, month, monthrange(year, month)[1]), number, ahead=False, strict=False)
        value = last + (place + 1) * _ONE_WEEK
    if value.month != month:
        raise ValueError(place)
    return intervals.day(value)


def read_placed(match: re.Match[str], scene: Scene) -> Reading | None:
    """The first Friday of something that is no month: unresolved."""
    del match, scene
    return Reading(UNKNOWN, "event", "day")


def read_day_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """Friday the 13th: in a month named before it if it fits there, else the nearest such day to the writing."""
    number, day = weekday_number(match["weekday"]), int(match["day"] or _DAY_WORDS[match["word"]])
    for named in reversed(scene.years_between(match.start() - _PARAGRAPH, match.start())):
        if named.month and _is_weekday(named.year, named.month, day, number):
            return Reading(intervals.day(date(named.year, named.month, day)), "absolute", "day")
    if scene.written is None:
        return Reading(UNKNOWN, "partial", "day")
    ahead = direction(scene.text, match.start(), match.end()) == "forward"
    value = _nearest_day(scene.written, number, day, ahead=ahead)
    return Reading(intervals.day(value) if value else UNKNOWN, "partial", "day")


def _is_weekday(year: int, month: int, day: int, number: int) -> bool:
    return day <= monthrange(year, month)[1] and date(year, month, day).weekday() == number


def _nearest_day(written: date, number: int, day: int, *, ahead: bool) -> date | None:
    month = written.replace(day=1)
    for _ in range(_MONTHS_SEARCHED):
        if _is_weekday(month.year, month.month, day, number):
            value = month.replace(day=day)
            if value >= written if ahead else value <= written:
                return value
        month = intervals.shift_months(month, 1 if ahead else -1)
    return None


def read_before_last(match: re.Match[str], scene: Scene) -> Reading | None:
    """The Friday before last, the week after next."""
    written, ahead, unit = scene.written, match["side"].startswith("after"), match["unit"]
    precision = "day" if match["weekday"] or unit == "night" else "span"
    if written is None:
        return Reading(UNKNOWN, "relative", precision)
    step = 1 if ahead else -1
    if match["weekday"]:
        value = nearest(written, weekday_number(match["weekday"]), ahead=ahead, strict=True) + step * _ONE_WEEK
        return Reading(intervals.day(value), "relative", "day")
    return Reading(_two_units(unit, written, step) or UNKNOWN, "relative", precision)


def _two_units(unit: str, written: date, step: int) -> intervals.Days | None:
    if unit == "night":
        return intervals.day(written + 2 * step * _ONE_DAY)
    if unit in ("week", "weekend"):
        moved = written + 2 * step * _ONE_WEEK
        return intervals.week(moved) if unit == "week" else intervals.weekend(moved)
    moved = intervals.shift_months(written.replace(day=1), 2 * step * {"month": 1, "quarter": 3}.get(unit, 12))
    if unit == "month":
        return intervals.month(moved.year, moved.month)
    if unit == "quarter":
        return intervals.quarter(moved.year, (moved.month + 2) // 3)
    return intervals.year_span(moved.year) if unit == "year" else None


def read_weeks_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """A week ago Monday, two weeks ago on Tuesday, a year ago today.

    With "on" or "this" the words can also mean the day of the week that was so many weeks ago; the interval holds both.
    """
    written, unit, count = scene.written, match["unit"].lower(), count_number(match["count"])
    if written is None:
        return Reading(UNKNOWN, "relative", "day")
    if match["near"]:
        anchor = written + {"today": 0, "yesterday": -1, "tomorrow": 1}[match["near"].lower()] * _ONE_DAY
        return Reading(intervals.day(intervals.shift(anchor, -count, unit)), "relative", "day")
    number = weekday_number(match["weekday"])
    if unit in ("month", "year"):
        first, last = (intervals.shift(written + step * _ONE_WEEK, -count, unit) for step in (-1, 1))
        return Reading((first, last + _ONE_DAY), "relative", "span")
    strict = match["last"] is not None
    value = intervals.shift(nearest(written, number, ahead=False, strict=strict), -count, unit)
    same_week = intervals.shift(written, -count, unit) + timedelta(days=number - written.weekday())
    last = max(value, same_week) if match["on"] else value
    return Reading((min(value, last), last + _ONE_DAY), "relative", "day" if value == last else "span")


def read_weeks_on(match: re.Match[str], scene: Scene) -> Reading | None:
    """A week on Saturday, two weeks from Friday, a week today."""
    how = (match["how"] or "").lower()
    if how == "after" or (not how and match["weekday"]):
        return Reading(UNKNOWN, "event", "day") if how else None
    side = direction(scene.text, match.start(), match.end())
    lead = scene.text[max(0, match.start() - _LEAD) : match.start()]
    if scene.written is None or _WEEKLY.search(lead) or (how != "from" and side == "back"):
        return Reading(UNKNOWN, "relative", "day")
    near = match["near"]
    first = (
        scene.written + (near.lower() == "tomorrow") * _ONE_DAY
        if near
        else nearest(scene.written, weekday_number(match["weekday"]), ahead=True, strict=True)
    )
    value = intervals.shift(first, count_number(match["count"]), match["unit"].lower())
    return Reading(intervals.day(value), "relative", "day")


def read_weekday_week(match: re.Match[str], scene: Scene) -> Reading | None:
    """Monday week, Tuesday fortnight: so many days after the coming one; "last Monday week" is a week before the last."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    back = match["last"] is not None
    if match["near"]:
        first = scene.written + (match["near"].lower() == "tomorrow") * _ONE_DAY
    else:
        first = nearest(scene.written, weekday_number(match["weekday"]), ahead=not back, strict=True)
    return Reading(intervals.day(intervals.shift(first, -1 if back else 1, match["unit"])), "relative", "day")


def read_weekdays_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """Two Fridays ago: the second one before the day of writing."""
    ahead = match["side"].lower().startswith("from")
    if scene.written is None or not match["count"]:
        return Reading(UNKNOWN, "relative", "day")
    first = nearest(scene.written, weekday_number(match["weekday"]), ahead=ahead, strict=True)
    weeks = (count_number(match["count"]) - 1) * (1 if ahead else -1)
    return Reading(intervals.day(first + weeks * _ONE_WEEK), "relative", "day")
