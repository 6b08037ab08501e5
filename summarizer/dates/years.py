"""The year of a date that leaves it out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.gates import Has, Paragraph
from summarizer.dates.spans import NamedYear, Scene
from summarizer.dates.tense import direction
from summarizer.dates.words import ANY_WEEKDAY, DAY, GAP, MONTH, YEAR, month_number

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
_PREPOSITION = "[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Dd]uring|[Ff]rom|[Uu]ntil|[Tt]ill|[Aa]fter|[Bb]efore|[Tt]hrough"
_FRAME = re.compile(
    rf"[\W\d]*(?:(?:[Aa]nd|[Bb]ut|[Tt]hen)\s)?(?:(?:{_PREPOSITION})\s)?(?:(?:early|mid|late|the)[\s-])?(?:{ANY_WEEKDAY},?\s)?[\d\s]*"
)
"""A year that opens its sentence is the year of all that the sentence tells."""
_LISTED = re.compile(
    rf"(?:[\W\d]|\b(?:{_PREPOSITION}|to|of|the|and|or|again|then|also|both|once|as|well|{ANY_WEEKDAY}|{MONTH})\b|\b[A-Z]\w*)*+"
)
_COORDINATED = re.compile(rf"\b(?:and|but|then)(?:\s(?:again|then|also))?(?:\s(?:{_PREPOSITION}))?\s(?:the\s)?$")
_BACKGROUND = re.compile(
    rf"\b(?:which|who|whose|where|that)\s[^,;]{{0,80}}$|\b(?:[Ss]ince|of)\s(?:[\d\s]*{MONTH}[\d\s,]*)?(?:{YEAR})?$"
)
_ENCLOSED = re.compile(r",\s(?:[a-z]{3,20}ed|set|built|born|held|led|begun|won|lost|sent|known|made|taken|given)\b[^,;]{0,80}$")
_SENTENCE_EDGE = re.compile(r"(?<![A-Z][a-z]{2})(?<!Sept)[.!?][\"'\u201d\u2019)]{0,2}\s|\n\s?\n")


def named_years(text: str, told: Iterable[Paragraph]) -> tuple[NamedYear, ...]:
    """The years a text spells out with a month or after "in", in order."""
    return tuple(
        NamedYear(
            match.start(),
            match.end(),
            int(match["year"] or match["bare"]),
            month_number(match["month"]) if match["month"] else None,
        )
        for paragraph in told
        if paragraph.has & Has.FOUR_DIGITS.value
        for match in _NAMED_YEAR.finditer(text, paragraph.start, paragraph.end)
    )


@dataclass(frozen=True, slots=True)
class CarriedYear:
    """What the text before a month says of its year: a year, nothing (`year` is None), or one perhaps of another (`torn`)."""

    year: int | None
    torn: bool = False


def carried_year(scene: Scene, start: int, month: int) -> CarriedYear:
    """The year the text itself gives to a month and day at `start`.

    It is carried over from the same month earlier in the paragraph ("in August 2021 … on Aug. 26"), or from a date of the
    same clause ("on 3 June 2015 and again on 5 July"). A year in an aside ("the group, set up in March 2014, …") says
    nothing. One in any other clause leaves open which year is meant: "it was set up in January 2015 and lost the town
    on Aug. 15" can be told from 2015 or from the date of writing.
    """
    near = scene.years_between(start - _PARAGRAPH, start)
    told = [year for year in near if not _is_aside(scene.text, year, start)]
    for year in reversed(told):
        if year.month == month and not _PARAGRAPH_EDGE.search(scene.text[year.position : start]):
            return CarriedYear(year.year)
    if not told or not _in_sentence(scene.text, told[-1], start):
        return CarriedYear(None)
    last = told[-1]
    gap = scene.text[last.end : start]
    open_year = last.month is None and _CLAUSE_EDGE.search(gap)
    own = _FRAME.fullmatch(_sentence_before(scene.text, last)) or _LISTED.fullmatch(gap) or _COORDINATED.search(gap)
    return CarriedYear(last.year, torn=not own or bool(open_year))


def _in_sentence(text: str, year: NamedYear, start: int) -> bool:
    gap = text[year.position : start]
    return len(gap) <= _SENTENCE and not _SENTENCE_EDGE.search(gap)


def _sentence_before(text: str, year: NamedYear) -> str:
    """The words of its sentence before a year."""
    before = text[max(0, year.position - _SENTENCE) : year.position]
    edges = [edge.end() for edge in _SENTENCE_EDGE.finditer(before)]
    return before[edges[-1] :] if edges else before


def _is_aside(text: str, year: NamedYear, start: int) -> bool:
    """The year dates something that the sentence of the date at `start` only mentions."""
    if not _in_sentence(text, year, start):
        return False
    before = _sentence_before(text, year)
    enclosed = _ENCLOSED.search(before) and text[year.end :].lstrip().startswith(",")
    return bool(_BACKGROUND.search(before + text[year.position : year.end]) or enclosed)


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
