"""When: the date phrase of a clause, as written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.dates import DateSpan
from summarizer.text import Span

_OPEN_ENDED = re.compile(r"\b(?:since|until|till|before|after|from|following)\s+$", re.IGNORECASE)
_LEAD_CHARS = 12
_SAYING_CHARS = 40
# "Said on Tuesday that …": the day it was told.
_TOLD = re.compile(
    r"\b(?:said|says|told(?:\s[\w.'\u2019-]+){1,3}|announced|reported|added|confirmed|stated|wrote)\s(?:(?:late|early)\s)?(?:on\s)?(?:late\s)?$"
)
_LINK = re.compile(r"[;:]|\b(?:and|while|but|whereas)\b")


def phrase(text: str, date: DateSpan) -> str:
    """The phrase as written, with the word that makes it only the end or the start of a stretch ("since 2012")."""
    first = max(0, date.start - _LEAD_CHARS)
    lead = None if date.kind == "range" else _OPEN_ENDED.search(text[first : date.start])
    return text[first + lead.start() if lead else date.start : date.end]


def nearest(dates: Sequence[DateSpan], part: Span) -> DateSpan | None:
    """The first date inside this part of the sentence."""
    return next((date for date in dates if part.start <= date.start and date.end <= part.end), None)


def own(dates: Sequence[DateSpan], text: str, figure: Span, part: Span) -> DateSpan | None:
    """The date of a figure, of those in its part of the sentence, which reaches from the figure before it to the next one.

    The day of a deed goes before the day it was told. The first figure has the first date; a later one the date behind it
    and, without one, the last before it.
    """
    inside = [date for date in dates if part.start <= date.start and date.end <= part.end]
    deeds = [date for date in inside if not _TOLD.search(text[max(0, date.start - _SAYING_CHARS) : date.start])] or inside
    if part.start == 0:
        return next(iter(deeds), None)
    behind = (date for date in deeds if date.start >= figure.end and not _LINK.search(text[figure.end : date.start]))
    before = (date for date in reversed(deeds) if date.end <= figure.start)
    return next(behind, None) or next(before, None) or next(iter(deeds), None)
