"""What stands around a place in an article: the quotation marks, and the quantity."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from summarizer.analysis import Analysis
from summarizer.quantities import Quantity
from summarizer.text import Span

_OPENING = '"“„«'
_CLOSING = '"”“»'
_MARK = re.compile(r'["“”„«»\n]')


def quoted_words(text: str, anchor: Span) -> Span | None:
    """The stretch between quotation marks, without them, that holds the anchor; None if none does.

    Marks are paired inside one paragraph; an unclosed quotation runs to the paragraph's end, as print convention has it.
    """
    quotations = _quotations(text)
    number = bisect_right(quotations, anchor.start, key=lambda quoted: quoted.opened.start - 1) - 1
    if number < 0:
        return None
    words, closed = quotations[number].opened, quotations[number].closed
    reach = words.end + 1 if closed else words.end
    return words if anchor.start <= reach and anchor.end <= reach else None


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation without its marks, and whether it has a closing one."""

    opened: Span
    closed: bool


@functools.lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[_Quoted, ...]:
    found: list[_Quoted] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        char, place = match.group(), match.start()
        if opened is None:
            opened = place + 1 if char in _OPENING else None
        elif char == "\n" or char in _CLOSING:
            found.append(_Quoted(Span(opened, place), closed=char != "\n"))
            opened = None
    if opened is not None:
        found.append(_Quoted(Span(opened, len(text)), closed=False))
    return tuple(found)


def quantity_at(analysis: Analysis, place: Span) -> Quantity | None:
    """The quantity that the code reads at the figure, read in its paragraph so that its qualifiers count."""
    inside = [q for q in analysis.quantities_touching(place) if not q.is_date]
    return max(inside, key=lambda q: min(q.end, place.end) - max(q.start, place.start), default=None)


def value_of(quantity: Quantity | None) -> dict[str, Any]:
    """What the code reads in a figure; nothing at all where it reads no number."""
    if quantity is None:
        return {}
    names = ("low", "high", "approximator", "unit", "direction", "vague", "additional", "partitive", "precision")
    return {name: getattr(quantity, name) for name in names}
