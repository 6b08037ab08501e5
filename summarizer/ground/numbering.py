"""The numbered sentences of an article, as the model sees and cites them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from summarizer.analysis import Analysis, analysis_of
from summarizer.defusing import defused
from summarizer.ground.bounding import cut, unrepeated
from summarizer.overlaps import Overlaps
from summarizer.schema import Article
from summarizer.terms import EXTRACTED_ZONES
from summarizer.text import Span, find_first, sentences

MOST_PART_CHARS = 40_000
"""Longest stretch of an article for one call, whatever its length."""


@dataclass(frozen=True)
class Numbered:
    """The sentences of an article as the model sees them: sentence n of the prompt is `spans[n - 1]`."""

    article: Article
    spans: tuple[Span, ...]

    @cached_property
    def analysis(self) -> Analysis:
        """What the scanners read in the article, for all who ask."""
        return analysis_of(self.article)

    @cached_property
    def sent(self) -> str:
        """The text as the model sees it, character for character: without the marks that only the prompt may set."""
        text, pieces, position = self.article.text, [], 0
        for span in self.spans:
            shown = defused(written := span.of(text))
            if shown != written:
                pieces += [text[position : span.start], shown]
                position = span.end
        return "".join(pieces) + text[position:] if pieces else text

    def find(self, words: str, within: Span | None = None) -> Span | None:
        """The first place of the text where these words of an answer stand, as the article has them or as they were sent."""
        hit = find_first(words, self.article.text, within)
        return hit or (find_first(words, self.sent, within) if self.sent != self.article.text else None)

    @cached_property
    def bytes_before(self) -> tuple[int, ...]:
        """Bytes of the prompt lines of sentence 1 to n in UTF-8, for n from 0."""
        lengths = (
            len(span.of(self.sent).encode("utf-8", "replace")) + len(f"[s{n}] \n\n") for n, span in enumerate(self.spans, 1)
        )
        return tuple(accumulate(lengths, initial=0))

    def lines(self, first: int, last: int) -> str:
        """The prompt lines of sentences first to last (from 1, both included), a blank line between paragraphs."""
        out: list[str] = []
        for number in range(first, last + 1):
            span = self.spans[number - 1]
            if out and "\n" in self.article.text[self.spans[number - 2].end : span.start]:
                out.append("")
            out.append(f"[s{number}] {' '.join(span.of(self.sent).split())}")
        return "\n".join(out)


def context_lines(numbered: Numbered, numbers: Sequence[int]) -> str:
    """The prompt lines of some sentences, each behind the one before it, which has no number and cannot be cited.

    As many, from the first, as one part may hold.
    """
    out: list[str] = []
    shown: set[int] = set()
    length, wanted = 0, set(numbers)
    for number in sorted(wanted):
        before, had = number - 1, len(out)
        if before >= 1 and before not in shown and before not in wanted:
            out.append(f"\n{' '.join(numbered.spans[before - 1].of(numbered.sent).split())}")
        out.append(numbered.lines(number, number))
        shown.add(number)
        length += sum(map(len, out[had:]))
        if length > MOST_PART_CHARS:
            break
    return "\n".join(out).strip()


def number_sentences(article: Article) -> Numbered:
    """The sentences the model may cite: all that do not touch a zone which is not the article.

    A paragraph that stands there word for word before is not read again, and a sentence that is longer than any real one
    is cut.
    """
    barred = Overlaps(Span(z.start, z.end) for z in article.zones if z.kind not in EXTRACTED_ZONES)
    spans = [span for span in sentences(article.text, article.language) if not barred.any(span)]
    first = unrepeated(article.text, spans)
    return Numbered(article, tuple(piece for span in first for piece in cut(article.text, span)))
