"""The sentences of an article as they are known again in another one. Pure; each article of a story is read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from summarizer.schema import Article, Passage
from summarizer.text import Span, sentences, words

SAME_PASSAGE = 72.0
"""Lowest likeness (0-100) at which two sentences are held to be one sentence retold."""
_MIN_WORDS = 5


@dataclass(frozen=True, eq=False)
class Reading:
    """The sentences of an article's running text that are long enough to be known again.

    Attributes:
        sorted_words: for each passage its folded words in the order of the alphabet, as one text.
    """

    article: Article
    passages: Sequence[Span]
    sorted_words: Sequence[str]

    def passage(self, place: int) -> Passage:
        """A passage as a report shows it; one record, however many articles retell it."""
        if place not in self._shown:
            span = self.passages[place]
            self._shown[place] = Passage(quote=span.of(self.article.text), start=span.start, end=span.end)
        return self._shown[place]

    @cached_property
    def _shown(self) -> dict[int, Passage]:
        return {}

    @cached_property
    def _places(self) -> dict[str, int]:
        """The first passage that has these words."""
        return {told: place for place, told in reversed(list(enumerate(self.sorted_words)))}

    def likest(self, sorted_words: str) -> int | None:
        """The place of the passage that is likest to these words, the first of equals; None if none is their retelling."""
        if sorted_words in self._places:
            return self._places[sorted_words]
        best = process.extractOne(sorted_words, self.sorted_words, scorer=fuzz.ratio, score_cutoff=SAME_PASSAGE)
        return None if best is None else best[2]


class Readings:
    """The readings of a story's articles, each made when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Reading] = {}

    def of(self, article: Article) -> Reading:
        """The reading of one article."""
        if article.article_id not in self._known:
            self._known[article.article_id] = _read(article)
        return self._known[article.article_id]


def _read(article: Article) -> Reading:
    found = [(span, words(span.of(article.text))) for span in sentences(article.text, article.language)]
    kept = [(span, told) for span, told in found if len(told) >= _MIN_WORDS and not _in_a_zone(span, article)]
    return Reading(article, [span for span, _ in kept], [" ".join(sorted(told)) for _, told in kept])


def _in_a_zone(span: Span, article: Article) -> bool:
    return any(span.start < zone.end and zone.start < span.end for zone in article.zones)
