"""Lines that hold a date and hardly anything else, and which of their dates is that of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts, Stamp
from summarizer.articles.fields import unused_date
from summarizer.articles.lines import Line
from summarizer.articles.publication import DateSpan, find_dates, read_stamp
from summarizer.articles.zoning.masthead import OUTLET

MAX_BYLINE_WORDS = 18
UPDATE = "date of the last update"
ZONE_NAMES = "GMT|UTC|BST|EDT|EST|ET|CDT|CST|CT|MDT|MST|MT|PDT|PST|PT|CEST|CET|EEST|EET|IST|HKT|MSK"
_MAX_PLACE_WORDS = 2
_DATE_WORDS = re.compile(
    r"\b(?:published|posted|publication|first|last|date|dated|issued|created|updated|modified|edited|on|at|the|of|de|le|am|pm|a\.m|p\.m|"
    rf"{ZONE_NAMES}|local|time|o'clock|h|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?P<update>updated|modified|edited)|published|posted|publication|date|dated|issued|created)\b", re.IGNORECASE
)


def date_line(line: Line) -> Facts | None:
    """A line that holds a date and hardly anything else, such as "Posted on 7 June 2015 | 10:45"."""
    if line.words > MAX_BYLINE_WORDS:
        return None
    spans = find_dates(line.text)
    if not spans:
        note = unused_date(line.text, "date line")
        return Facts(notes=(note,)) if note and not other_words(line.text, []) else None
    words = other_words(line.text, spans)
    outlet = " ".join(words) if words and OUTLET.fullmatch(" ".join(words)) else None
    if words and not outlet and not _is_place(line.text[: spans[0].start], words):
        return None
    return Facts(outlet=outlet).or_else(dates_told(line.text, "date line"))


def other_words(text: str, spans: list[DateSpan]) -> list[str]:
    """The words of a line beside its dates, times, weekdays and words such as "published"."""
    for span in reversed(spans):
        text = text[: span.start] + " " + text[span.end :]
    return re.findall(r"[^\W\d_][\w’'.-]*", _DATE_WORDS.sub(" ", text))


def _is_place(before: str, words: list[str]) -> bool:
    """At most two names and a comma before the date, as in "Kabul, 7 June 2015"."""
    return len(words) <= _MAX_PLACE_WORDS and before.rstrip().endswith(",") and all(word[0].isupper() for word in words)


def dates_told(text: str, basis: str) -> Facts:
    """The date of publication that a stretch of dates gives; with no such date, that of its update.

    A date said to be of publication comes before one without a word.
    """
    told = _told(text)
    published = sorted((date for date in told if not date.is_update), key=lambda date: not date.is_labelled)
    if published and published[0].stamp:
        return Facts(dates=(Dated(published[0].stamp, basis),))
    updates = [date.stamp for date in told if date.is_update and date.stamp]
    note = f"“{visible_line(text, 80)}” gives no date of first publication"
    return Facts(updates=tuple(Dated(stamp, UPDATE) for stamp in updates[-1:]), notes=(note,))


@dataclass(frozen=True, slots=True)
class _Told:
    """One date of a stretch: its stamp, and what the word before it says it is."""

    stamp: Stamp | None
    is_labelled: bool
    is_update: bool


def _told(text: str) -> list[_Told]:
    spans = find_dates(text)
    edges = [0, *(span.end for span in spans[:-1])]
    ends = [*(span.start for span in spans[1:]), len(text)]
    told = []
    for span, edge, end in zip(spans, edges, ends, strict=True):
        label = next(reversed(list(_LABEL.finditer(text, edge, span.start))), None)
        following = _LABEL.search(text, span.end, end)
        own = text[label.end() if label else edge : following.start() if following else end]
        told.append(_Told(read_stamp(own), label is not None, label is not None and label["update"] is not None))
    return told
