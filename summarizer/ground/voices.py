"""Whose words the article says that they are, where it names somebody: a model may put them into another mouth."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from summarizer.analysis import analysis_of
from summarizer.answers import SpeakerAnswer
from summarizer.attributions import AttributionSpan
from summarizer.ground.evidence import Evidence
from summarizer.ground.name_tokens import PARTICLES, TITLES, NameTokens, Token
from summarizer.overlaps import Overlaps
from summarizer.schema import Article
from summarizer.text import Span

_PRONOUNS = frozenset({"he", "she"})
_LEAST_OF_A_NAME = 2
"""A name of one word may stand for others ("Moscow", "the Pentagon")."""


def other_voice(article: Article, evidence: Evidence, speaker: SpeakerAnswer) -> str | None:
    """The person or body that the article names as the speaker of the words at the anchor, if that is somebody else.

    None where the article names nobody in full there, or where the speaker of the answer is named in the same paragraph.
    """
    claimed = _names(speaker.name)
    named = _named_at(article, evidence.anchor)
    if not claimed or not named or any(len(_names(source)) < _LEAST_OF_A_NAME for source in named):
        return None
    near = words_of_lines(article, evidence.anchor)
    words = _words(f"{speaker.name} {speaker.role or ''}")
    if claimed & near or any(words & _words(source) or _is_short(source, speaker.name) for source in named):
        return None
    return named[0]


def is_denied(article: Article, anchor: Span) -> bool:
    """All who speak of the words at the anchor deny them."""
    told = _spans_at(article, anchor)
    return bool(told) and all(span.denial and not span.direct for span in told)


def words_of_lines(article: Article, place: Span) -> frozenset[str]:
    """The words of the paragraph around a place."""
    return _words_at(article, analysis_of(article).line(place))


@functools.lru_cache(maxsize=1024)
def _words_at(article: Article, part: Span) -> frozenset[str]:
    return _words(part.of(article.text))


def _named_at(article: Article, anchor: Span) -> list[str]:
    """Who speaks there; for "he" and "she" whom the paragraph names as a speaker before."""
    names = _sources(article)
    return list(dict.fromkeys(names[span] for span in _spans_at(article, anchor)))


@functools.lru_cache(maxsize=64)
def _sources(article: Article) -> dict[AttributionSpan, str]:
    """The source of each attribution as written; for "he" and "she" the last one that its paragraph names in full."""
    found: dict[AttributionSpan, str] = {}
    last: dict[int, str] = {}
    for span in _told(article)[0]:
        source = _source(article.text, span)
        line = analysis_of(article).line(Span(*(span.source or span.cue)[0])).start
        if source.lower() in _PRONOUNS:
            source = last.get(line, source)
        elif len(_names(source)) >= _LEAST_OF_A_NAME:
            last[line] = source
        found[span] = source
    return found


def _spans_at(article: Article, anchor: Span) -> list[AttributionSpan]:
    spans, numbers, places = _told(article)
    return [spans[number] for number in sorted({numbers[place] for place in places.of(anchor)})]


@functools.lru_cache(maxsize=64)
def _told(article: Article) -> tuple[Sequence[AttributionSpan], Sequence[int], Overlaps]:
    """What is said in the article, and where: the number of its attribution for each stretch."""
    spans = [span for span in analysis_of(article).attributions if not span.negated]
    contents = [(number, Span(*place)) for number, span in enumerate(spans) for place in span.content]
    return spans, [number for number, _ in contents], Overlaps(place for _, place in contents)


def _source(text: str, span: AttributionSpan) -> str:
    return " ".join(text[start:end] for start, end in span.source)


def _names(text: str) -> frozenset[str]:
    return frozenset(token.low for token in NameTokens.of(text).tokens if _is_name(token))


def _is_name(token: Token) -> bool:
    return not token.is_small and token.low not in TITLES and token.low not in PARTICLES


def _words(text: str) -> frozenset[str]:
    return frozenset(t.low for t in NameTokens.of(text).tokens if not t.is_small or len(t.low) > len("the"))


def _is_short(left: str, right: str) -> bool:
    """One is the initials of the other."""
    letters = ["".join(word[0] for word in name.split() if word[0].isupper()) for name in (left, right)]
    return letters[0] in right.split() or letters[1] in left.split()
