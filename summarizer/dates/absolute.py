"""Single dates of the calendar: full dates, month and day, month, year, decade, quarter, season."""

from __future__ import annotations

import re
from datetime import date

from summarizer.dates import intervals
from summarizer.dates.other_counts import is_counted_otherwise
from summarizer.dates.said_years import is_from_writing, said_beside, said_year
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.words import (
    ANY_WEEKDAY,
    CLEAR_MONTH,
    COUNTED,
    DASH,
    DAY,
    GAP,
    MONTH,
    ORDINALS,
    SEASON,
    SEASON_NAMES,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from summarizer.dates.years import carried_year, year_from_writing

_WEEKDAY_PREFIX = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{GAP}(?:the{GAP})?)?"
_CERTAIN_DAYS = 31
_MONTHS = 12
_THIS_CENTURY = 2000
PART = r"(?P<part>[Ee]arly|[Mm]id(?:dle[^\S\n]of)?|[Ll]ate|(?:[Tt]he[^\S\n])?(?:start|beginning|end)[^\S\n]of)"

_IN = re.compile(r"\b[Ii]n\s$")
_THINGS = re.compile(r"[^\S\n](?:people|men|women|children|police|[a-z]{2,20}[a-hj-rtv-z]s)\b")
ISO = re.compile(
    r"(?<![0-9.-])(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01])"
    r"(?![0-9]|[-/.][0-9])"
)
NUMERIC = re.compile(
    r"(?<![0-9./-])(?P<left>[0-3]?[0-9])(?P<mark>[/.-])(?P<right>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2})"
    r"(?![0-9]|[-/.][0-9])"
)
MONTH_DAY = re.compile(
    rf"\b{_WEEKDAY_PREFIX}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY})(?!{GAP}?{DASH}[0-9])"
    rf"(?:(?:,{GAP}?|{GAP})(?P<year>{YEAR}))?"
)
DAY_MONTH = re.compile(
    rf"(?<![0-9.,/$€£-])\b{_WEEKDAY_PREFIX}(?P<day>{DAY})(?:{GAP}(?:of{GAP})?|-)(?P<month>{MONTH})(?![a-z])"
    rf"(?:(?:,{GAP}?|{GAP}|-)(?P<year>{YEAR}))?"
)
MONTH_YEAR = re.compile(
    rf"(?:\b{PART}(?:-|{GAP}))?\b(?P<month>{MONTH})(?:{GAP}of{GAP}(?:the{GAP}year{GAP})?|,?{GAP})(?P<year>{YEAR})"
)
# A name that is also a verb, a modal or a person needs a preposition; "by May" is as often a person's deed.
BARE_MONTH = re.compile(
    rf"\b{PART}(?:-|{GAP})\b(?P<month>{MONTH})(?![a-z])"
    rf"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring){GAP}(?P<after>{MONTH})(?![a-z])"
    rf"|\b(?:[Bb]y|[Bb]efore|[Aa]fter|[Tt]hrough){GAP}(?P<bound>April|June|August)\b"
    rf"|\b(?P<clear>{CLEAR_MONTH})\b"
)
_UNIT_WORD = r"(?:people|percent|per[^\S\n]cent|miles|metres|meters|dollars|km)"
YEAR_IN_CONTEXT = re.compile(
    rf"\b(?:(?:in|since|until|till|during|year|In|Since|During){GAP}(?P<year>{YEAR})"
    rf"|(?:by|before|after|from|of|for|through|between|to|By|From|After|Before|Between){GAP}(?P<bound>{YEAR}){COUNTED})"
    rf"(?![^\S\n]{_UNIT_WORD}\b|{DASH}[a-z]|:)"
    r"|(?<=\()(?P<paren>(?:19|20)[0-9]{2})(?=\))"
    rf"|\b(?:the|its|his|her|their|this|['\u2019]s|a){GAP}(?P<the>(?:19|20)[0-9]{{2}}){COUNTED}(?=[^\S\n][A-Za-z])"
)
PART_YEAR = re.compile(rf"\b{PART}(?:-|{GAP})(?P<year>{YEAR})(?![^\S\n](?:people|percent)\b)")
HALF_YEAR = re.compile(
    rf"\b(?:[Tt]he{GAP})?(?P<ordinal>[Ff]irst|[Ss]econd){GAP}half{GAP}of{GAP}(?P<year>{YEAR}|(?:this|last|next){GAP}year)\b"
)
DECADE = re.compile(rf"(?:\b{PART}(?:-|{GAP}))?(?<![0-9$€£#.,])(?P<decade>(?:1[0-9]|20)[0-9]0)(?:['\u2019])?s\b")
CENTURY = re.compile(r"\b(?P<number>1[0-9]|20|21)(?:st|th|ST|TH)[-\s]{1,2}[Cc]entury\b")
_QUARTER_WORD = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th"
QUARTER = re.compile(
    rf"\bQ(?P<number>[1-4])(?:(?:{GAP}|/|-)(?:of{GAP})?(?P<year>{YEAR}|(?:this|last|next){GAP}year))?\b|(?P<back_year>\b{YEAR}){GAP}?Q(?P<back>[1-4])\b"
    rf"|\b(?P<ordinal>{_QUARTER_WORD})(?:{GAP}|-)quarter\b(?:(?:{GAP}of)?{GAP}(?P<word_year>{YEAR}|(?:this|last|next){GAP}year)\b)?"
)
SEASON_YEAR = re.compile(rf"\b(?P<season>{SEASON})(?:{GAP}of{GAP}|,?{GAP})(?P<year>{YEAR})")
_CAPITOL = r"attack[^\S\n]on[^\S\n]the[^\S\n](?:U\.?S\.?[^\S\n])?Capitol"
NAMED_DAY = re.compile(
    rf"\b9/11\b|\b(?P<september>Sept(?:ember|\.)?{GAP}11(?:th)?)(?={GAP}(?:terror|attack|hijack|memorial|anniversary))"
    rf"|\b(?P<january>Jan(?:uary|\.)?{GAP}6(?:th)?)(?={GAP}(?:riot|insurrection|committee|Capitol|{_CAPITOL}))"
    rf"|\b(?P<october>Oct(?:ober|\.)?{GAP}7(?:th)?)(?={GAP}(?:attack|massacre|Hamas|assault))"
)


def read_iso(match: re.Match[str], scene: Scene) -> Reading | None:
    """2015-06-03, year first."""
    del scene
    return Reading(intervals.day(date(int(match["year"]), int(match["month"]), int(match["day"]))), "absolute", "day")


def read_numeric(match: re.Match[str], scene: Scene) -> Reading | None:
    """03.06.2015 is day first; 6/3/2015 can be either and stays unresolved unless one number is over 12."""
    del scene
    left, right, year = int(match["left"]), int(match["right"]), int(match["year"])
    days = {date(year, month, day) for day, month in _orders(left, right, day_first=match["mark"] == ".") if month <= _MONTHS}
    if len(days) != 1:
        return Reading(UNKNOWN, "absolute", "day") if days else None
    return Reading(intervals.day(days.pop()), "absolute", "day")


def _orders(left: int, right: int, *, day_first: bool) -> list[tuple[int, int]]:
    """The (day, month) readings of two numbers."""
    if not left or not right:
        return []
    return [(left, right)] if day_first else [(left, right), (right, left)]


def read_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month and a day, with or without the year."""
    month, day = month_number(match["month"]), day_number(match["day"])
    if _is_count(match, scene):
        return None
    if match["year"]:
        return Reading(intervals.day(date(int(match["year"]), month, day)), "absolute", "day")
    year, kind = find_year(match, scene, month, day)
    if year is None:
        return Reading(UNKNOWN, kind, "day")
    value = date(year, month, day)
    known = kind == "absolute" or not match["weekday"] or _weekday_agrees(match["weekday"], value, scene.written)
    return Reading(intervals.day(value) if known else UNKNOWN, kind, "day")


def _is_count(match: re.Match[str], scene: Scene) -> bool:
    """The number counts what follows: "in June 21 people died" is no day, as "on June 21 people died" is."""
    after_month = match.start("month") < match.start("day") and not match["year"] and match["day"].isdecimal()
    return (
        after_month
        and _IN.search(scene.text[max(0, match.start() - 4) : match.start()]) is not None
        and _THINGS.match(scene.text, match.end()) is not None
    )


def _weekday_agrees(weekday: str, value: date, written: date | None) -> bool:
    """False if the weekday shows that the year had from the date of writing is another one.

    Within a month of writing the year is certain, and a weekday that does not fit is the article's slip.
    """
    near = written is not None and abs((value - written).days) <= _CERTAIN_DAYS
    return near or weekday_number(weekday) == value.weekday()


def find_year(match: re.Match[str], scene: Scene, month: int, day: int | None) -> tuple[int | None, str]:
    """The year of a date without one, and the kind of date that makes it."""
    said = said_beside(scene, match.start(), match.end())
    if said is not None:
        return said_year(said, scene, match.start()), "relative" if is_from_writing(said) else "absolute"
    carried = carried_year(scene, match.start(), month)
    if carried.year is not None and not carried.torn:
        return carried.year, "absolute"
    year = year_from_writing(scene, match.start(), match.end(), month, day)
    return (None if carried.torn and year != carried.year else year), "partial"


def read_month_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """January 2015, early January 2015."""
    del scene
    return Reading(month_or_part(int(match["year"]), month_number(match["month"]), match["part"]), "absolute", "month")


def read_bare_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month without a year, where it cannot be a verb, a modal or a name."""
    month = month_number(match["month"] or match["after"] or match["bound"] or match["clear"])
    year, kind = find_year(match, scene, month, None)
    return Reading(month_or_part(year, month, match["part"]) if year else UNKNOWN, kind, "month")


def part_name(phrase: str) -> str:
    """The part of a stretch that "mid-" or "the end of" names: "early", "mid" or "late"."""
    lowered = phrase.lower()
    if "end" in lowered or "late" in lowered:
        return "late"
    return "mid" if "mid" in lowered else "early"


def month_or_part(year: int, month: int, part: str | None) -> Interval:
    """A month, or the part of it that a phrase names."""
    return intervals.part_of_month(year, month, part_name(part)) if part else intervals.month(year, month)


def read_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year that a preposition, a bracket or an article shows to be one."""
    year = int(match["year"] or match["bound"] or match["paren"] or match["the"])
    if is_counted_otherwise(year, scene, match):
        return Reading(UNKNOWN, "absolute", "year")
    return Reading(intervals.year_span(year), "absolute", "year")


def read_part_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """mid-2016, late 2016."""
    year = int(match["year"])
    if is_counted_otherwise(year, scene, match):
        return Reading(UNKNOWN, "absolute", "span")
    return Reading(intervals.part_of_year(year, part_name(match["part"])), "absolute", "span")


def relative_year(phrase: str, scene: Scene) -> int | None:
    """The year in "2020", "this year" or "last year"."""
    if phrase.isdigit():
        return int(phrase)
    if scene.written is None:
        return None
    return scene.written.year + {"last": -1, "next": 1}.get(phrase[:4].lower(), 0)


def read_half(match: re.Match[str], scene: Scene) -> Reading | None:
    """The first half of 2020."""
    year = relative_year(match["year"], scene)
    first = 1 if match["ordinal"].lower() == "first" else 7
    return Reading(intervals.months(year, first, first + 5) if year else UNKNOWN, "absolute", "span")


def read_decade(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 1990s, the late 1990s (which are 1996 to 1999); the 1800s are a century, and the 1900s can be one."""
    del scene
    first = int(match["decade"])
    if first % 100 == 0 and first < _THIS_CENTURY:
        low, high = (
            {"early": (0, 39), "mid": (30, 69), "late": (60, 99)}[part_name(match["part"])] if match["part"] else (0, 99)
        )
        return Reading(intervals.year_span(first + low, first + high), "absolute", "century")
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}[part_name(match["part"])] if match["part"] else (0, 9)
    return Reading(intervals.year_span(first + low, first + high), "absolute", "decade")


def read_century(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 19th century, counted loosely as 1800 to 1900, both included."""
    del scene
    first = (int(match["number"]) - 1) * 100
    return Reading(intervals.year_span(first, first + 100), "absolute", "century")


def read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """Q1 2026, the first quarter of 2020: calendar quarters."""
    word = match["ordinal"]
    number = ORDINALS[word.lower()] if word else int(match["number"] or match["back"])
    named = match["year"] or match["back_year"] or match["word_year"]
    year = relative_year(named, scene) if named else None
    return Reading(intervals.quarter(year, number) if year else UNKNOWN, "absolute", "quarter")


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """Summer 2015, the summer of 2015."""
    del scene
    return Reading(intervals.season(int(match["year"]), SEASON_NAMES[match["season"].lower()]), "absolute", "season")


def read_named_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Days that became names of events, so that their year is never the year of writing."""
    value = date(2021, 1, 6) if match["january"] else date(2023, 10, 7) if match["october"] else date(2001, 9, 11)
    if scene.written is not None and scene.written < value:
        return None
    return Reading(intervals.day(value), "absolute", "day")
