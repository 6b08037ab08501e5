"""The numbered sentences of an article, as the model sees and cites them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis import Analysis, analysis_of
from summarizer.schema import Article
from summarizer.terms import EXTRACTED_ZONES
from summarizer.text import Span, sentences

PART_CHARS = 12_000
"""Longest stretch of an article for one call: an answer of twice its length still fits common output limits."""
OVERLAP_CHARS = 1_200
"""What a part repeats of the one before, so that no statement is cut from what it refers to."""


@dataclass(frozen=True)
class Numbered:
    """The sentences of an article as the model sees them: sentence n of the prompt is `spans[n - 1]`."""

    article: Article
    spans: tuple[Span, ...]

    @cached_property
    def analysis(self) -> Analysis:
        """What the scanners read in the article, for all who ask."""
        return analysis_of(self.article)

    def lines(self, first: int, last: int) -> str:
        """The prompt lines of sentences first to last (from 1, both included), a blank line between paragraphs."""
        out: list[str] = []
        for number in range(first, last + 1):
            span = self.spans[number - 1]
            if out and "\n" in self.article.text[self.spans[number - 2].end : span.start]:
                out.append("")
            out.append(f"[s{number}] {' '.join(span.of(self.article.text).split())}")
        return "\n".join(out)


def context_lines(numbered: Numbered, numbers: Sequence[int]) -> str:
    """The prompt lines of some sentences, each behind the one before it, which has no number and cannot be cited."""
    out: list[str] = []
    shown: set[int] = set()
    for number in sorted(numbers):
        before = number - 1
        if before >= 1 and before not in shown and before not in numbers:
            out.append(f"\n{' '.join(numbered.spans[before - 1].of(numbered.article.text).split())}")
        out.append(numbered.lines(number, number))
        shown.add(number)
    return "\n".join(out).strip()


def number_sentences(article: Article) -> Numbered:
    """The sentences the model may cite: all that do not touch a zone which is not the article."""
    barred = [Span(z.start, z.end) for z in article.zones if z.kind not in EXTRACTED_ZONES]
    spans = sentences(article.text, article.language)
    return Numbered(article, tuple(s for s in spans if not any(s.overlaps(b) for b in barred)))


def parts(numbered: Numbered) -> Iterator[tuple[int, int]]:
    """First and last sentence number of each call: one for most articles, overlapping parts for a long one."""
    first, total = 1, len(numbered.spans)
    while first <= total:
        last = _last_of_part(numbered, first)
        yield first, last
        if last >= total:
            return
        first = max(first + 1, _overlap_start(numbered, last))


def _last_of_part(numbered: Numbered, first: int) -> int:
    """The last sentence that fits, moved back to the end of a paragraph if there is one in the second half."""
    spans, start = numbered.spans, numbered.spans[first - 1].start
    fitting = [n for n in range(first, len(spans) + 1) if spans[n - 1].end - start <= PART_CHARS] or [first]
    if fitting[-1] == len(spans):
        return fitting[-1]
    text = numbered.article.text
    ends = [n for n in fitting[len(fitting) // 2 :] if "\n" in text[spans[n - 1].end : spans[n].start]]
    return ends[-1] if ends else fitting[-1]


def _overlap_start(numbered: Numbered, last: int) -> int:
    """The first sentence that the next part repeats."""
    end, number = numbered.spans[last - 1].end, last
    while number > 1 and end - numbered.spans[number - 1].start < OVERLAP_CHARS:
        number -= 1
    return number + 1
