"""Days that share one month: "May 3 and 5", "3, 4 and 5 May", "the 3rd to the 7th of March", and "the 5th" alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.spans import UNKNOWN, DateSpan, Interval, Reading, Scene
from summarizer.dates.standing import STANDS_ALONE
from summarizer.dates.tense import direction
from summarizer.dates.words import DASH, DAY, GAP, MONTH, YEAR, day_number, month_number
from summarizer.dates.years import ZONE_SLACK

_PARAGRAPH = 600
_STEPS = {"last": -1, "this": 0, "next": 1}
_AND = rf"(?:,?{GAP}(?:and|&){GAP}(?:the{GAP})?)"

AFTER_MONTH = re.compile(
    rf"\b(?P<month>{MONTH}){GAP}(?P<days>(?:the{GAP})?{DAY}(?:,{GAP}{DAY}){{0,4}}{_AND}{DAY})"
    rf"(?:,?{GAP}(?P<year>{YEAR})|{STANDS_ALONE}(?!{GAP}?{DASH}{GAP}?[0-9])|(?P<name>(?={GAP}[A-Z][a-z])(?!{GAP}{MONTH}(?![a-z]))))"
)
BEFORE_MONTH = re.compile(
    rf"(?<![0-9.,/$€£-])\b(?P<days>{DAY}(?:,{GAP}{DAY}){{1,5}}(?:{_AND}{DAY})?|{DAY}/{DAY}|{DAY}{_AND}{DAY}){GAP}(?:of{GAP})?"
    rf"(?P<month>{MONTH})(?![a-z])(?:,?{GAP}(?P<year>{YEAR}))?"
)
THE_DAYS = re.compile(
    rf"\b[Tt]he{GAP}(?P<left>{DAY}){GAP}(?:{DASH}|to|through|until|till|and){GAP}(?:the{GAP})?"
    rf"(?P<right>{DAY}{GAP}of{GAP}{MONTH}(?:,?{GAP}{YEAR})?)(?![A-Za-z0-9])"
)
_NTH = r"(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)(?![A-Za-z-])"
LONE_DAY = re.compile(
    rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter|[Ff]rom|[Ff]or|(?:night|evening|morning|afternoon){GAP}of){GAP}"
    rf"(?P<the>the{GAP}{_NTH})(?:{STANDS_ALONE})(?!{GAP}(?:of|to|through|until|in{GAP}a|(?:and|or){GAP}(?:final|last|[0-9]))|,{GAP}[0-9]{{1,2}}(?:st|nd|rd|th)\b)"
    rf"|\b(?P<near>[Tt]he{GAP}(?P<near_day>[12]?[0-9]|3[01])(?:st|nd|rd|th){GAP}of{GAP}(?P<which>last|this|next|the){GAP}month\b)"
)
_ONE_DAY_NUMBER = re.compile(DAY)
_MONTH = re.compile(rf"(?<![A-Za-z])(?P<month>{MONTH})(?![a-z])")
_GOLF = re.compile(r"\b(?:holes?|birdi\w+|bogeys?|bogeyed|par|eagled?|fairway|putts?|greens?|tee)\b")


def listed_days(scene: Scene) -> Iterator[DateSpan]:
    """Each day of "May 3, 5 and 9, 2021"; the first with its month, the others as bare numbers."""
    for match in AFTER_MONTH.finditer(scene.text):
        numbers = list(_ONE_DAY_NUMBER.finditer(scene.text, match.start("days"), match.end("days")))
        days = [day_number(number.group()) for number in numbers]
        is_shared = match["name"] is None or "," in match["days"]
        if not is_shared or not _rise(days):
            continue
        month = month_number(match["month"])
        year, kind = (int(match["year"]), "absolute") if match["year"] else find_year(match, scene, month, days[0])
        for place, (number, day) in enumerate(zip(numbers, days, strict=True)):
            start = number.start() if place else match.start()
            yield DateSpan(start, number.end(), scene.text[start : number.end()], *_day(year, month, day), kind, "day")


def _rise(days: list[int]) -> bool:
    return all(left < right for left, right in pairwise(days))


def _day(year: int | None, month: int, day: int) -> tuple[date | None, date | None]:
    """The day; unresolved where the year is not known or has no such day."""
    is_known = year is not None and day <= (intervals.month(year, month)[1] - intervals.month(year, month)[0]).days
    return intervals.day(date(year, month, day)) if year is not None and is_known else UNKNOWN


def read_before_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """3, 4 and 5 May: from the first of the days to the last; 4/5 May is a night."""
    days = [day_number(number.group()) for number in _ONE_DAY_NUMBER.finditer(match["days"])]
    if not _rise(days) or ("/" in match["days"] and days[1] != days[0] + 1):
        return None
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else find_year(match, scene, month, days[-1])[0]
    first, last = _day(year, month, days[0]), _day(year, month, days[-1])
    return Reading((first[0], last[1]) if first[0] and last[1] else UNKNOWN, "range", "span")


def read_lone_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """On the 5th: of the month last named, else of this month or the one before it; "the 5th of last month"."""
    if match["near"]:
        return _of_near_month(match, scene)
    day = int(match["day"])
    if not day or _GOLF.search(scene.around(match.start(), match.end())):
        return None
    named = list(_MONTH.finditer(scene.text, max(0, match.start() - _PARAGRAPH), match.start()))
    if named:
        return _after_named(named[-1], day, match, scene)
    return Reading(_nearest(day, match, scene), "partial", "day")


def _of_near_month(match: re.Match[str], scene: Scene) -> Reading:
    which = match["which"]
    if scene.written is None or which == "the":
        return Reading(UNKNOWN, "relative", "day")
    month = intervals.shift_months(scene.written.replace(day=1), _STEPS[which])
    return Reading(intervals.day(month.replace(day=int(match["near_day"]))), "relative", "day")


def _after_named(named: re.Match[str], day: int, match: re.Match[str], scene: Scene) -> Reading:
    """In the month named before it; unresolved where that month's own day is later, since the month may have turned."""
    month = month_number(named["month"])
    lead = scene.text[max(0, named.start() - 6) : named.start()]
    tail = scene.text[named.end() : named.end() + 6]
    beside = [int(number) for number in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", f"{lead} {tail}")]
    if any(number > day for number in beside):
        return Reading(UNKNOWN, "partial", "day")
    year, kind = find_year(match, scene, month, day)
    return Reading(_day(year, month, day), kind, "day")


def _nearest(day: int, match: re.Match[str], scene: Scene) -> Interval:
    """The last such day, or the coming one if announced; unresolved where nothing tells and this month's is to come."""
    written = scene.written
    if written is None:
        return UNKNOWN
    side = direction(scene.text, match.start("the"), match.end())
    month = written.replace(day=1)
    days = [_day(moved.year, moved.month, day) for moved in (intervals.shift_months(month, step) for step in (-2, -1, 0, 1, 2))]
    found = [value for value in days if value[0] is not None]
    last = max((value for value in found if value[0] and value[0] <= written + ZONE_SLACK), default=UNKNOWN)
    coming = min((value for value in found if value[0] and value[0] >= written), default=UNKNOWN)
    if side == "forward":
        return coming
    return last if side == "back" or (last[0] and last[0] >= month) else UNKNOWN
