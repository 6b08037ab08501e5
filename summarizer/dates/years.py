"""The year of a date that leaves it out."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.spans import NamedYear, Scene
from summarizer.dates.tense import direction
from summarizer.dates.words import DAY, GAP, MONTH, YEAR, month_number

_PARAGRAPH = 1500
_SENTENCE = 200
# A dateline can be a day ahead of the date of writing: the two are in different time zones.
ZONE_SLACK = timedelta(days=1)
# A date this near in the future, with no word around it that looks back, is as likely the coming one.
SOON = timedelta(days=92)

_NAMED_YEAR = re.compile(
    rf"\b(?P<month>{MONTH}){GAP}(?:{DAY},?{GAP})?(?P<year>{YEAR})|\b(?:[Ii]n|[Ss]ince|[Dd]uring){GAP}(?P<bare>{YEAR})"
)
_PARAGRAPH_EDGE = re.compile(r"\n[^\S\n]{0,20}\n")
_CLAUSE_EDGE = re.compile(r";\s|,\s(?:and|but|while|yet|so)\b")
_SENTENCE_EDGE = re.compile(r"(?<![A-Z][a-z]{2})(?<!Sept)[.!?][\"'\u201d\u2019)]{0,2}\s|\n\s?\n")


def named_years(text: str) -> tuple[NamedYear, ...]:
    """The years a text spells out with a month or after "in", in order."""
    return tuple(
        NamedYear(
            match.start(),
            int(match["year"] or match["bare"]),
            month_number(match["month"]) if match["month"] else None,
        )
        for match in _NAMED_YEAR.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class CarriedYear:
    """What the text before a month says of its year: a year, nothing (`year` is None), or too much (`torn`)."""

    year: int | None
    torn: bool = False


def carried_year(scene: Scene, start: int, month: int) -> CarriedYear:
    """The year the text itself gives to a month and day at `start`.

    It is carried over from the same month earlier in the paragraph ("in August 2021 … on Aug. 26"), or from any date
    earlier in the sentence. A bare year in an earlier clause leaves open which year is meant: "it lost ground in 2015,
    and in August it struck again" can be told from 2015 or from the date of writing.
    """
    near = scene.years_between(start - _PARAGRAPH, start)
    if not near:
        return CarriedYear(None)
    for year in reversed(near):
        gap = scene.text[year.position : start]
        if year.month == month and not _PARAGRAPH_EDGE.search(gap):
            return CarriedYear(year.year)
    last = near[-1]
    gap = scene.text[last.position : start]
    if len(gap) > _SENTENCE or _SENTENCE_EDGE.search(gap):
        return CarriedYear(None)
    if last.month is None and _CLAUSE_EDGE.search(gap):
        return CarriedYear(None, torn=True)
    return CarriedYear(last.year)


def year_from_writing(scene: Scene, start: int, end: int, month: int, day: int | None) -> int | None:
    """The year that the date of writing gives to a month (and day): the last such date, or the coming one if announced.

    None without a date of writing, and where a date that is near in the future could be either.
    """
    written = scene.written
    if written is None:
        return None
    first = _first_day(written.year, month, day)
    ahead = direction(scene.text, start, end)
    if ahead == "forward":
        last = first if day else intervals.month(written.year, month)[1] - timedelta(days=1)
        return written.year if last >= written else written.year + 1
    if first <= written + ZONE_SLACK:
        return written.year
    return None if ahead is None and first - written <= SOON else written.year - 1


def _first_day(year: int, month: int, day: int | None) -> date:
    return date(year, month, min(day or 1, monthrange(year, month)[1]))
