"""Weekdays that do not fit their own date: "Sunday, 3 June 2015", when the 3rd was a Wednesday."""

from __future__ import annotations

import re
from datetime import date

from summarizer.dates.find import find_dates
from summarizer.dates.spans import DateSpan
from summarizer.dates.words import WEEKDAY, weekday_number

_LEADING = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")
_TRAILING = re.compile(rf"\s{{0,2}}\(?(?:,\s{{0,2}}(?:a\s)?)?(?P<weekday>{WEEKDAY})\)")


def weekday_mismatch(text: str, written: date | None) -> list[DateSpan]:
    """The single days of a text that name a weekday which they are not.

    A day without a year is checked if its year comes from the text or if it lies within a month of writing; elsewhere
    a weekday that does not fit shows that the year was another one (`find_dates` leaves such a day unresolved).
    """
    return [span for span in find_dates(text, written) if _is_wrong(text, span)]


def _is_wrong(text: str, span: DateSpan) -> bool:
    if span.kind not in ("absolute", "partial") or span.precision != "day" or span.earliest is None:
        return False
    named = _LEADING.search(span.text) or _TRAILING.match(text, span.end)
    return named is not None and weekday_number(named["weekday"]) != span.earliest.weekday()
