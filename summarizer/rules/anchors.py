"""Anchors: the few words, copied exactly, by which a statement is found again in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.rules.sentence import Sentence
from summarizer.text import Span, find_verbatim

FEWEST, MOST, WANTED = 3, 8, 6
"""Words of an anchor: at least, at most, and as many as it is widened to where the sentence allows."""


@dataclass
class Anchors:
    """Gives out anchors and never the same one twice."""

    text: str
    given: set[Span] = field(default_factory=set)

    def take(self, sentence: Sentence, kernel: Span) -> str | None:
        """Words around the kernel (offsets in the sentence) that are found where they stand; None if there are none left."""
        for words in _widened(sentence, kernel):
            span = Span(sentence.span.start + words.start, sentence.span.start + words.end)
            if span not in self.given and self._found_first(span, sentence):
                self.given.add(span)
                return span.of(self.text)
        return None

    def _found_first(self, span: Span, sentence: Sentence) -> bool:
        """A search in the sentence meets these very characters first."""
        hits = find_verbatim(span.of(self.text), self.text, sentence.span)
        return bool(hits) and hits[0] == span


def _widened(sentence: Sentence, kernel: Span) -> Iterator[Span]:
    """The kernel's words with more and more of their neighbours, from what is wanted to what is allowed."""
    words = sentence.words
    inside = [i for i, word in enumerate(words) if word.overlaps(kernel)]
    if not inside:
        return
    first, last = inside[0], min(inside[-1], inside[0] + MOST - 1)
    while last - first + 1 < min(WANTED, len(words)):
        first, last = (first - 1, last) if first > 0 and (last - first) % 2 else _right(first, last, len(words))
    yield Span(words[first].start, words[last].end)
    while last - first + 1 < min(MOST, len(words)):
        first, last = _right(first, last, len(words))
        yield Span(words[first].start, words[last].end)
    for size in range(MOST, FEWEST - 1, -1):
        start = max(0, inside[0] - size + 1)
        yield from (
            Span(words[i].start, words[i + size - 1].end) for i in range(start, inside[0] + 1) if i + size <= len(words)
        )


def _right(first: int, last: int, total: int) -> tuple[int, int]:
    return (first, last + 1) if last + 1 < total else (max(0, first - 1), last)
