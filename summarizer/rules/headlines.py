"""Headlines: they repeat what the text below says, and that is where it is taken from."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.ground import Numbered
from summarizer.rules.figures import Reading
from summarizer.terms import ZoneKind
from summarizer.text import Span, words


def headline_numbers(numbered: Numbered) -> frozenset[int]:
    """The numbers of the sentences that are the title."""
    article = numbered.article
    zones = [Span(z.start, z.end) for z in article.zones if z.kind is ZoneKind.TITLE]
    title = words(article.title or "")
    return frozenset(
        number
        for number, span in enumerate(numbered.spans, start=1)
        if any(span.overlaps(zone) for zone in zones) or (title and words(span.of(article.text)) == title)
    )


def is_retold(headline: Reading, body: Sequence[Reading]) -> bool:
    """Every figure of the headline stands in the text below with the same value and kind of count."""
    told = {key for reading in body for key in _keys(reading)}
    return bool(body) and _keys(headline) <= told


def _keys(reading: Reading) -> set[tuple[object, ...]]:
    pairs = zip(reading.sentence.figures, reading.measures, strict=True)
    return {(figure.low, figure.high, measure.rpartition(" ")[2]) for figure, measure in pairs}
