"""Years told by words: "last year", "the previous year", "that year", "two years ago"."""

from __future__ import annotations

import re

from summarizer.dates.spans import Scene
from summarizer.dates.words import COUNT, GAP, count_number

_SENTENCE = 200
_LEAD = 40
_FROM_WRITING = {"last": -1, "this": 0, "current": 0, "next": 1}
_FROM_TEXT = {"same": 0, "that": 0, "previous": -1, "preceding": -1, "before": -1, "following": 1, "after": 1}

SAID_YEAR = (
    rf"(?:(?:last|this(?:{GAP}same)?|next){GAP}year(?!-)|the{GAP}(?:current|same|previous|preceding|following|next){GAP}year"
    rf"|that(?:{GAP}same)?{GAP}year|the{GAP}year{GAP}before{GAP}last|the{GAP}year{GAP}(?:before|after)(?!{GAP}[a-z])|{COUNT}{GAP}years?{GAP}ago)\b"
)

# "March of the year he died", "in March a year earlier": the year is said, and by something else in the text.
_HANGING_YEAR = (
    rf"(?:the{GAP}year(?:{GAP}(?:before|after|earlier))?(?={GAP}[a-z])"
    rf"|(?:the|{COUNT}){GAP}years?{GAP}(?:earlier|later|before|after))\b"
)
_AFTER = re.compile(rf"{GAP}(?:of{GAP})?(?:(?P<said>{SAID_YEAR})|(?P<hanging>{_HANGING_YEAR}))")
_BEFORE = re.compile(
    rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext){GAP}year,?{GAP}(?:(?:in|on|around|about|during|by){GAP})?(?:the{GAP})?"
    rf"(?:(?:early|mid|late)(?:-|{GAP}))?$"
)
_SENTENCE_EDGE = re.compile(r"[.!?][\"'\u201d\u2019)]{0,2}\s+(?=[A-Z\"\u201c])|\n\s?\n")


HANGING = "the year of something else"
"""What stands for words that say a year by something else in the text."""


def said_beside(scene: Scene, start: int, end: int) -> str | None:
    """The words for the year just before or after the date at [start, end), if there are any."""
    after = _AFTER.match(scene.text, end)
    if after is not None:
        return after["said"] or HANGING
    before = _BEFORE.search(scene.text[max(0, start - _LEAD) : start])
    return None if before is None else f"{before['which'].lower()} year"


def is_from_writing(said: str) -> bool:
    """The words tell the year from the day of writing ("last year"), not from another year in the text."""
    words = said.lower().split()
    return words[0] in _FROM_WRITING or words[-1] in ("ago", "last") or "current" in words


def said_year(said: str, scene: Scene, start: int) -> int | None:
    """The year those words mean.

    "last year" and "two years ago" are told from the day of writing, "the same year" and "the previous year" from the one
    year that the sentence names before `start`; None without it.
    """
    words = said.lower().split()
    if said == HANGING:
        return None
    if words[-1] == "ago":
        return scene.written.year - count_number(words[0]) if scene.written else None
    if words[-1] == "last":
        return scene.written.year - 2 if scene.written else None
    if is_from_writing(said):
        step = _FROM_WRITING.get(words[0], 0)
        return scene.written.year + step if scene.written else None
    named = _only_year(scene, start)
    step = next((_FROM_TEXT[word] for word in words if word in _FROM_TEXT), 1)
    return None if named is None else named + step


def _only_year(scene: Scene, start: int) -> int | None:
    """The year that the sentence names before `start`; None if it names none or more than one."""
    near = scene.years_between(start - _SENTENCE, start)
    years = {year.year for year in near if not _SENTENCE_EDGE.search(scene.text[year.end : start])}
    return years.pop() if len(years) == 1 else None
