"""Days of the month told in words ("the fifth of March"), one of two days ("May 3 or 4"), and holidays of a fixed date."""

from __future__ import annotations

import re
from datetime import date

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.said_years import SAID_YEAR, is_from_writing, said_year
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.words import DAY, GAP, MONTH, YEAR, day_number, month_number

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
DAY_WORDS = {
    **{word: number for number, word in enumerate(_ONES + _TENS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ONES, 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_WORD = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(DAY_WORDS, key=len, reverse=True))
_YEAR = rf"(?:(?:,?{GAP}|{GAP}of{GAP})(?P<year>{YEAR})|{GAP}of{GAP}(?P<said>{SAID_YEAR}))?"
# "The second of March's two marches".
_WHOLE = rf"(?![A-Za-z]|['\u2019]s\b|{GAP}(?:weekend|week|holidays?)\b)"

DAY_MONTH = re.compile(rf"\b(?:[Tt]he{GAP})?(?P<word>{_WORD}){GAP}of{GAP}(?P<month>{MONTH}){_YEAR}{_WHOLE}")
MONTH_DAY = re.compile(rf"\b(?P<month>{MONTH}){GAP}the{GAP}(?P<word>{_WORD})\b{_WHOLE}")
EITHER = re.compile(
    rf"(?<![0-9.,/$€£-])\b(?:(?P<month>{MONTH}){GAP}(?P<left>{DAY}){GAP}or{GAP}(?P<right>{DAY})(?:,?{GAP}(?P<year>{YEAR}))?(?!{GAP}{MONTH})"
    rf"|(?P<first>{DAY}){GAP}or{GAP}(?P<second>{DAY}){GAP}(?:of{GAP})?(?P<after>{MONTH})(?![a-z])(?:,?{GAP}(?P<after_year>{YEAR}))?)"
)
_HOLIDAYS = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("boxing", "day"): (12, 26), ("new", "eve"): (12, 31),
    ("new", "day"): (1, 1),
}  # fmt: skip
HOLIDAY = re.compile(
    rf"\b(?P<name>Christmas{GAP}(?:Eve|Day)|Boxing{GAP}Day|New{GAP}Year['\u2019]?s{GAP}(?:Eve|Day))\b(?:,?{GAP}(?P<year>{YEAR})|{GAP}of{GAP}"
    rf"(?P<said>{SAID_YEAR}))?{_WHOLE}"
)
_HABIT = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]n?|[Mm]ost|[Tt]raditional|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s$")
_LEAD = 14


def _read(match: re.Match[str], scene: Scene, month: int, day: int) -> Reading:
    groups = match.groupdict()
    said = groups.get("said")
    year: int | None
    if groups.get("year"):
        year, kind = int(groups["year"]), "absolute"
    elif said:
        year, kind = said_year(said, scene, match.start()), "relative" if is_from_writing(said) else "absolute"
    else:
        year, kind = find_year(match, scene, month, day)
    return Reading(intervals.day(date(year, month, day)) if year else UNKNOWN, kind, "day")


def read_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """The twenty-first of November, November the third."""
    return _read(match, scene, month_number(match["month"]), DAY_WORDS[match["word"].lower()])


def read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    """Christmas Eve, New Year's Day 2020; None for a habit ("every Christmas Day")."""
    if _HABIT.search(scene.text[max(0, match.start() - _LEAD) : match.start()]):
        return None
    first, *_, last = match["name"].lower().split()
    return _read(match, scene, *_HOLIDAYS[first, last])


def read_either(match: re.Match[str], scene: Scene) -> Reading | None:
    """One of two days: from the first to the second, since it can be either."""
    month = month_number(match["month"] or match["after"])
    left, right = day_number(match["left"] or match["first"]), day_number(match["right"] or match["second"])
    if left >= right:
        return None
    said = match["year"] or match["after_year"]
    year = int(said) if said else find_year(match, scene, month, left)[0]
    if year is None:
        return Reading(UNKNOWN, "range", "span")
    return Reading((date(year, month, left), intervals.day(date(year, month, right))[1]), "range", "span")
