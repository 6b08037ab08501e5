"""Places in a row ("the fourth strike") that a statement gives otherwise than the sentences it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.analysis import analysis_of
from summarizer.dates import DateSpan
from summarizer.ground.said_dates import dates_said
from summarizer.quantities import Quantity
from summarizer.schema import Article
from summarizer.text import Span

_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=2,
    )
}
_ORDINAL = re.compile(rf"\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)}))\b", re.IGNORECASE)
_LEAST = 3
"""Whoever writes "first" or "second" may only tell one thing from another."""


def other_ordinals(article: Article, statement: str, cited: Sequence[Span], read: Sequence[Quantity]) -> list[str]:
    """Ordinals of the statement where the cited sentences have others in their place, as it writes them.

    Args:
        article: What the statement is of.
        statement: Its words.
        cited: The sentences it rests on.
        read: The statement's quantities: "a fourth of the crew" is no place in a row.
    """
    known: list[Quantity | DateSpan] = [*read, *dates_said(statement, article.published)] if _ORDINAL.search(statement) else []
    said = [m for m in _ORDINAL.finditer(statement) if _place(m) >= _LEAST and not _is_part(m.span(), known)]
    if not said:
        return []
    given = ordinals_given(article, cited)
    passed_over = given - {_place(m) for m in _ORDINAL.finditer(statement)}
    return [m.group() for m in said if passed_over and _place(m) not in given]


def ordinals_given(article: Article, parts: Sequence[Span]) -> frozenset[int]:
    """The places in a row that these parts of the article tell."""
    analysis = analysis_of(article)
    found: set[int] = set()
    for part in parts:
        known: list[Quantity | DateSpan] = [*analysis.quantities(part), *analysis.dates(part)]
        for match in _ORDINAL.finditer(article.text, part.start, part.end):
            if not _is_part(match.span(), known):
                found.add(_place(match))
    return frozenset(found)


def spelled_ordinals(text: str, statement: str) -> list[str]:
    """Digits of ordinals in the statement that the text has in words: the "4" of "4th" for "fourth"."""
    said = [m for m in _ORDINAL.finditer(statement) if m["digits"]]
    given = {_place(m) for m in _ORDINAL.finditer(text)} if said else set()
    return [m["digits"] for m in said if _place(m) in given]


def _place(ordinal: re.Match[str]) -> int:
    return int(ordinal["digits"]) if ordinal["digits"] else _WORDS[ordinal["word"].lower()]


def _is_part(place: tuple[int, int], known: Sequence[Quantity | DateSpan]) -> bool:
    return any(found.start < place[1] and place[0] < found.end for found in known)
