"""What the model passed over: numbers and quotations of the running text that no item's quote covers.

Headlines are left out: they repeat what the text below says, and that is where it is extracted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.ground.numbering import Numbered
from summarizer.quantities import find_quantities
from summarizer.schema import Uncovered
from summarizer.text import Span

_QUOTATION = re.compile(r"[“\"„«][^“”\"„«»\n]{12,}[”\"“»]")
_MIN_QUOTATION_WORDS = 4
"""Fewer words between quotation marks are a name, a title or a scare quote."""


def uncovered(numbered: Numbered, items: Sequence[Span]) -> tuple[Uncovered, ...]:
    """In the order of the text. Vague counts ("many") and dates are no numbers here."""
    text = numbered.article.text
    found: list[Uncovered] = []
    zones = [Span(z.start, z.end) for z in numbered.article.zones]
    for sentence in numbered.spans:
        if any(sentence.overlaps(zone) for zone in zones):
            continue
        for kind, span in _checkable(text, sentence):
            if not any(item.overlaps(span) for item in items):
                found.append(Uncovered(kind=kind, quote=span.of(text), start=span.start, end=span.end))
    return tuple(found)


def _checkable(text: str, sentence: Span) -> Iterator[tuple[str, Span]]:
    inside = sentence.of(text)
    for quantity in find_quantities(inside):
        if not quantity.is_date and not quantity.vague:
            yield "number", Span(sentence.start + quantity.start, sentence.start + quantity.end)
    for match in _QUOTATION.finditer(inside):
        if len(match.group().split()) >= _MIN_QUOTATION_WORDS:
            yield "quotation", Span(sentence.start + match.start(), sentence.start + match.end())
