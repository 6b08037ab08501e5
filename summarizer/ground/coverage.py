"""What could be checked in an article, and what was passed over: numbers and quotations that no item's quote covers.

Headlines are left out: they repeat what the text below says, and that is where it is extracted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.analysis import Analysis
from summarizer.ground.numbering import Numbered
from summarizer.overlaps import Overlaps
from summarizer.quantities import Quantity
from summarizer.schema import Summary, Uncovered
from summarizer.text import Span

_QUOTATION = re.compile(r"[“\"„«][^“”\"„«»\n]{12,}[”\"“»]")
_HEADING_WORDS = 12
_AGE = "year of age"
_FULL_STOPS = frozenset(".!?…:;,。！？؟۔")
_MIN_QUOTATION_WORDS = 4
"""Fewer words between quotation marks are a name, a title or a scare quote."""


def checkable(numbered: Numbered) -> tuple[Uncovered, ...]:
    """Every number and quotation of the running text, in its order. Vague counts ("many") and dates are no numbers here."""
    text = numbered.article.text
    found: list[Uncovered] = []
    zones = Overlaps(Span(z.start, z.end) for z in numbered.article.zones)
    for sentence in numbered.spans:
        if zones.any(sentence) or _is_heading(text, sentence):
            continue
        for kind, span in _checkable(numbered.analysis, sentence):
            found.append(Uncovered(kind=kind, quote=span.of(text), start=span.start, end=span.end))
    return tuple(found)


def uncovered(places: Iterable[Uncovered], covering: Iterable[Span]) -> tuple[Uncovered, ...]:
    """Those places that none of the spans touches."""
    quotes = Overlaps(dict.fromkeys(covering))
    return tuple(place for place in places if not quotes.any(Span(place.start, place.end)))


def uncovered_sentences(numbered: Numbered, summary: Summary) -> tuple[int, ...]:
    """Numbers of the sentences that hold something uncovered, in order."""
    spots = Overlaps(Span(u.start, u.end) for u in summary.uncovered)
    return tuple(n for n, span in enumerate(numbered.spans, start=1) if spots.any(span))


def _is_heading(text: str, sentence: Span) -> bool:
    """A short line without a full stop: a sub-heading, which repeats the text below it like a headline."""
    above, below = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end : sentence.end + 1]
    words = sentence.of(text).split()
    lonely = above in ("", "\n") and below in ("", "\n")
    return lonely and len(words) <= _HEADING_WORDS and sentence.of(text).rstrip('"”’»)')[-1:] not in _FULL_STOPS


def _counts(quantity: Quantity) -> bool:
    """A number that another report could give differently. "One point" and "of one mind" are none, nor are ages."""
    if quantity.is_date or quantity.vague or quantity.unit == _AGE:
        return False
    return not (quantity.low == quantity.high == 1 and quantity.text.lower().startswith("one"))


def _checkable(analysis: Analysis, sentence: Span) -> Iterator[tuple[str, Span]]:
    for quantity in analysis.quantities(sentence):
        if _counts(quantity):
            yield "number", Span(quantity.start, quantity.end)
    for match in _QUOTATION.finditer(analysis.text, sentence.start, sentence.end):
        if len(match.group().split()) >= _MIN_QUOTATION_WORDS:
            yield "quotation", Span(match.start(), match.end())
