"""Where a statement stands in its article: its anchor, found verbatim in the sentences it cites."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summarizer.answers import StatementAnswer
from summarizer.ground.clauses import clause_around
from summarizer.ground.numbering import Numbered
from summarizer.schema import Article
from summarizer.text import Span

CONTEXT_CHARS = 32
"""Length of a quote's prefix and suffix, as in common TextQuoteSelector practice."""


@dataclass(frozen=True)
class Evidence:
    """Where a statement stands: the quote shown, the anchor inside it, the sentence around it, all cited sentences."""

    quote: Span
    anchor: Span
    sentence: Span
    cited: tuple[Span, ...]

    def fields(self, article: Article, anchor: Span | None = None) -> dict[str, Any]:
        """The fields shared by every record with evidence."""
        shown, text = anchor or self.anchor, article.text
        start, end = min(self.quote.start, shown.start), max(self.quote.end, shown.end)
        return {
            "quote": text[start:end],
            "start": start,
            "end": end,
            "prefix": text[max(0, start - CONTEXT_CHARS) : start],
            "suffix": text[end : end + CONTEXT_CHARS],
            "anchor_start": shown.start,
            "anchor_end": shown.end,
        }


def locate(numbered: Numbered, statement: StatementAnswer) -> Evidence | str:
    """Where the anchor stands in the cited sentences; else the reason why it does not."""
    spans = numbered.spans
    known = [n for n in dict.fromkeys(statement.sents) if 1 <= n <= len(spans)]
    if not known:
        return "no sentence with such a number"
    text, cited = numbered.article.text, tuple(spans[n - 1] for n in known)
    blocks = _blocks(sorted(known), spans)
    anchor = next((hit for block in blocks if (hit := numbered.find(statement.anchor, block))), None)
    if anchor is None:
        elsewhere = numbered.find(statement.anchor)
        return "the words stand elsewhere in the article" if elsewhere else "the words do not stand in the article"
    holding = [s for s in cited if s.overlaps(anchor)]
    sentence = Span(min(s.start for s in holding), max(s.end for s in holding))
    figures = [hit for f in statement.figures if (hit := numbered.find(f.figure, sentence))]
    kernel = Span(min([anchor.start, *(f.start for f in figures)]), max([anchor.end, *(f.end for f in figures)]))
    return Evidence(clause_around(text, sentence, kernel), anchor, sentence, cited)


def _blocks(numbers: Sequence[int], spans: Sequence[Span]) -> Iterable[Span]:
    """Runs of neighbouring sentences, so that an anchor may cross from one into the next."""
    start = numbers[0]
    for left, right in zip(numbers, [*numbers[1:], numbers[-1] + 2], strict=True):
        if right != left + 1:
            yield Span(spans[start - 1].start, spans[left - 1].end)
            start = right


def figure_fields(article: Article, evidence: Evidence, place: Span) -> dict[str, Any]:
    """The statement's quote if the figure stands in it, else the clause of the cited sentence that holds it."""
    if evidence.quote.covers(place):
        return evidence.fields(article, place)
    sentence = next((s for s in evidence.cited if s.covers(place)), place)
    return replace(evidence, quote=clause_around(article.text, sentence, place)).fields(article, place)


def item_id(article: Article, *parts: object) -> str:
    """A stable id of an item of an article: a hash of what tells it from all others."""
    digest = hashlib.sha256("\x1f".join([article.article_id, *map(str, parts)]).encode("utf-8", "replace"))
    return digest.hexdigest()[:12]
