"""Which of the dates in a stretch is that of publication, and which that of an update, by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts, Stamp
from summarizer.articles.fields import read_by_custom
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, DateSpan
from summarizer.articles.publication import find_dates, read_stamp
from summarizer.articles.zoning.date_words import LABEL, without_distance

UPDATE = "date of the last update"
_JOINED = re.compile(r"\s?(?:[/&,+]|and|und|et|y|e|и|и\s)\s?")


def dates_told(text: str, basis: str, custom: Custom = NO_CUSTOM) -> Facts:
    """The date of publication that a stretch of dates gives; with no such date, that of its update.

    A date said to be of publication comes before one without a word.
    """
    told = _told(without_distance(text), custom)
    spans = [span for span in find_dates(text, custom) if span.by_custom]
    published = sorted((date for date in told if not date.is_update), key=lambda date: not date.is_labelled)
    if published and published[0].stamp:
        return Facts(
            dates=(Dated(published[0].stamp, basis),), assumed=_assumed(text, published[0].stamp, spans, basis, custom)
        )
    updates = [date.stamp for date in told if date.is_update and date.stamp]
    note = f"“{visible_line(text, 80)}” gives no date of first publication"
    assumed = tuple(sentence for stamp in updates[-1:] for sentence in _assumed(text, stamp, spans, basis, custom))
    return Facts(updates=tuple(Dated(stamp, UPDATE) for stamp in updates[-1:]), notes=(note,), assumed=assumed)


def _assumed(text: str, stamp: Stamp, spans: list[DateSpan], basis: str, custom: Custom) -> tuple[str, ...]:
    """What was assumed to read the date that is used."""
    used = [span for span in spans if span.date == stamp.date][:1]
    return tuple(read_by_custom(text[span.start : span.end], basis, custom) for span in used)


@dataclass(frozen=True, slots=True)
class _Told:
    """One date of a stretch: its stamp, and what the word beside it says it is."""

    stamp: Stamp | None
    is_labelled: bool
    is_update: bool


def _told(text: str, custom: Custom) -> list[_Told]:
    """Each date with its label, which stands before it, or behind each of them ("2021年3月6日 更新")."""
    spans = find_dates(text, custom)
    edges = [0, *(span.end for span in spans)]
    gaps = [(edge, span.start) for edge, span in zip(edges, spans, strict=False)] + [(edges[-1], len(text))]
    kinds = [_kind(text[start:end]) for start, end in gaps]
    behind = kinds[0] is None and all(kinds[1:]) and _ends_with_label(text[gaps[-1][0] :])
    told = []
    for index, span in enumerate(spans):
        kind = kinds[index + 1] if behind else kinds[index]
        own = text[span.start : gaps[index + 1][1]] if behind else _own(text, gaps, index, span)
        told.append(_Told(read_stamp(own, custom), kind is not None, kind == "update"))
    return told


def _own(text: str, gaps: list[tuple[int, int]], index: int, span: DateSpan) -> str:
    """What belongs to a date whose label stands before it: from that label to the next one."""
    labels = list(LABEL.finditer(text, *gaps[index]))
    following = LABEL.search(text, span.end, gaps[index + 1][1])
    return text[labels[-1].end() if labels else gaps[index][0] : following.start() if following else gaps[index + 1][1]]


def _kind(gap: str) -> str | None:
    """What a gap says a date is, "update" or "publication", as the last word that tells it has it; None without such a word."""
    labels = list(LABEL.finditer(gap))
    telling = [label for label in labels if not label["dated"]]
    if not telling:
        return "publication" if labels else None
    last = telling[-1]
    if not last["update"]:
        return "publication"
    joined = len(telling) > 1 and telling[-2]["publication"] and _JOINED.fullmatch(gap[telling[-2].end() : last.start()])
    return "publication" if joined else "update"


def _ends_with_label(rest: str) -> bool:
    """Nothing but a label and marks stands behind the last date and its time."""
    labels = list(LABEL.finditer(rest))
    return bool(labels) and not re.search(r"\w", rest[labels[-1].end() :]) and not any(label["update"] for label in labels[:-1])
