"""When: the date phrase of a clause, as written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.dates import DateSpan
from summarizer.text import Span

_OPEN_ENDED = re.compile(r"\b(?:since|until|till|before|after|from|following)\s+$", re.IGNORECASE)
_LEAD_CHARS = 12


def phrase(text: str, date: DateSpan) -> str:
    """The phrase as written, with the word that makes it only the end or the start of a stretch ("since 2012")."""
    first = max(0, date.start - _LEAD_CHARS)
    lead = _OPEN_ENDED.search(text[first : date.start])
    return text[first + lead.start() if lead else date.start : date.end]


def nearest(dates: Sequence[DateSpan], part: Span) -> DateSpan | None:
    """The first date inside this part of the sentence."""
    return next((date for date in dates if part.start <= date.start and date.end <= part.end), None)
