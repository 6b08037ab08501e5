"""A quote within the words of its article that stand around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.schema import Article, Side
from summarizer.text import Span, sentences

SENTENCE = 240
"""Characters of the sentence before and of the one behind a quote that are shown at most."""
LARGER = 900
"""The same where a reviewer wants to see more."""
PARAGRAPH = "\n\n"


@dataclass(frozen=True)
class Passage:
    """The pieces in which a passage is shown; together they are the article's own characters.

    Attributes:
        before, after: what stands around the quote. cut_before, cut_after: more of the same stands there.
        lead, words, rest: the quote, its decisive words in the middle.
    """

    before: str
    lead: str
    words: str
    rest: str
    after: str
    cut_before: bool
    cut_after: bool


def passage(article: Article, side: Side, *, larger: bool = False) -> Passage:
    """The quote of a side in its article: with the sentence before and behind it, or with whole paragraphs."""
    start, end = (_larger if larger else _sentence)(article, Span(side.start, side.end))
    first, last = _decisive(side)
    return Passage(
        before=article.text[start : side.start],
        lead=article.text[side.start : first],
        words=article.text[first:last],
        rest=article.text[last : side.end],
        after=article.text[side.end : end],
        cut_before=article.text[:start].strip() != "",
        cut_after=article.text[end:].strip() != "",
    )


def _decisive(side: Side) -> tuple[int, int]:
    """The decisive words; the whole quote if they do not stand in it."""
    inside = side.start <= side.anchor_start < side.anchor_end <= side.end
    return (side.anchor_start, side.anchor_end) if inside else (side.start, side.end)


def _sentence(article: Article, quote: Span) -> tuple[int, int]:
    """From the sentence before the quote to the end of the one behind it, within its paragraph."""
    text = article.text
    floor = max(text.rfind(PARAGRAPH, 0, quote.start) + len(PARAGRAPH), quote.start - 2 * LARGER, 0)
    if text.rfind(PARAGRAPH, 0, quote.start) < 0:
        floor = max(0, quote.start - 2 * LARGER)
    ceiling = text.find(PARAGRAPH, quote.end)
    ceiling = min(ceiling if ceiling >= 0 else len(text), quote.end + 2 * LARGER)
    before = _spans(text[floor : quote.start], article.language)
    after = _spans(text[quote.end : ceiling], article.language)
    start = floor + before[-1].start if before else quote.start
    end = quote.end + after[0].end if after else quote.end
    return _at_word(text, max(start, quote.start - SENTENCE), start), min(end, quote.end + SENTENCE)


def _spans(text: str, language: str | None) -> Sequence[Span]:
    return [span for span in sentences(text, language) if any(char.isalnum() for char in span.of(text))]


def _larger(article: Article, quote: Span) -> tuple[int, int]:
    return max(0, quote.start - LARGER), min(len(article.text), quote.end + LARGER)


def _at_word(text: str, cut: int, start: int) -> int:
    """Where the first whole word begins if the beginning is cut off."""
    if cut == start:
        return cut
    space = text.find(" ", cut)
    return space + 1 if 0 <= space < cut + SENTENCE // 4 else cut
