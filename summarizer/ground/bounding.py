"""What is not read as it stands: paragraphs that are there before, and sentences longer than any real one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text import Span, stripped

LONGEST_SENTENCE = 3_000
"""Characters. What is longer has lost its full stops, and readers of a sentence look at all of it for each of its words."""
_LEAST_REPEATED = 60
"""A shorter paragraph ("Advertisement", "He said no.") may well stand twice."""
_CLAUSE_END = re.compile(r"[.!?;:,…。！？；，、]+[\"'”’»)\]]*\s+")
_BLANK = re.compile(r"\s+")
_BREAK = re.compile(r"(?<=[^\w\s])(?=\w)|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")


def unrepeated(text: str, spans: Sequence[Span]) -> list[Span]:
    """Those sentences whose paragraph does not stand word for word in front of it."""
    kept: list[Span] = []
    seen: set[str] = set()
    paragraph, is_first = Span(0, 0), True
    for span in spans:
        if not paragraph.covers(span):
            paragraph = _paragraph(text, span)
            words = " ".join(paragraph.of(text).split())
            is_first = len(words) < _LEAST_REPEATED or words not in seen
            seen.add(words)
        if is_first:
            kept.append(span)
    return kept


def repeated(text: str) -> int:
    """How many paragraphs stand word for word in front of themselves."""
    lines = [words for line in text.split("\n") if len(words := " ".join(line.split())) >= _LEAST_REPEATED]
    return len(lines) - len(set(lines))


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def cut(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence in pieces of bounded length: cut behind a clause, else at a blank, else between letters and digits."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        edge = _edge(text, start)
        if piece := stripped(text, Span(start, edge)):
            yield piece
        start = edge
    if piece := stripped(text, Span(start, sentence.end)):
        yield piece


def _edge(text: str, start: int) -> int:
    limit = start + LONGEST_SENTENCE
    for mark in (_CLAUSE_END, _BLANK, _BREAK):
        ends = [match.end() for match in mark.finditer(text, start + LONGEST_SENTENCE // 2, limit)]
        if ends and ends[-1] > start:
            return ends[-1]
    return limit
