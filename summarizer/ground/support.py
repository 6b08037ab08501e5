"""What supports a statement: the quotation marks around it, and the numbers and names the article has."""

from __future__ import annotations

import datetime as dt
import functools
import re

from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import Article
from summarizer.text import Span, fold

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"(?<![.!?“\"'‘(]\s)(?<!^)\b[A-Z][\w’'-]{2,}")
_OPENING = '"“„«'
_CLOSING = '"”“»'
_SHORT_WORD = 2
"""Words of so few letters ("of", "a", initials) say nothing about who is meant."""


@functools.lru_cache(maxsize=256)
def _known_words(article: Article) -> frozenset[str]:
    """All words of the article, its title, its outlet and its author, folded."""
    head = " ".join(filter(None, [article.title, article.outlet, article.author]))
    return frozenset(re.findall(r"\w+", fold(f"{article.text} {head}").text))


def is_named(article: Article, name: str) -> bool:
    """Every content word of the name stands somewhere in the article, its title or its outlet."""
    known = _known_words(article)
    wanted = [w for w in re.findall(r"\w+", fold(name).text) if len(w) > _SHORT_WORD]
    return all(_stands(word, known) for word in wanted)


def quoted_words(text: str, anchor: Span) -> Span | None:
    """The stretch between quotation marks, without them, that holds the anchor; None if none does.

    Marks are paired inside one paragraph; an unclosed quotation runs to the paragraph's end, as print convention has it.
    """
    left = text.rfind("\n", 0, anchor.start) + 1
    right = text.find("\n", anchor.end)
    right = len(text) if right < 0 else right
    opened: int | None = None
    for index in range(left, right):
        char = text[index]
        if opened is None and char in _OPENING:
            opened = index + 1
        elif opened is not None and char in _CLOSING:
            if opened - 1 <= anchor.start and anchor.end <= index + 1:
                return Span(opened, index)
            opened = None
    if opened is not None and opened - 1 <= anchor.start:
        return Span(opened, right)
    return None


def foreign_numbers(article: Article, statement: str) -> list[str]:
    """Numbers in digits that the statement has and the article, its title and its date have not, not even in words."""
    given = " ".join(filter(None, [article.text, article.title, article.published.isoformat() if article.published else None]))
    text = fold(given).text
    known = {_plain(n) for n in _NUMBER.findall(text)}
    wanted = [n for n in _NUMBER.findall(fold(statement).text) if _plain(n) not in known]
    if not wanted:
        return []
    values = {v for q in find_quantities(article.text) for v in (q.low, q.high) if v is not None}
    read = {n: {v for q in find_quantities(statement) if _holds(q, n) for v in (q.low, q.high)} for n in wanted}
    return [n for n in wanted if not (read[n] & values) and not _is_short_year(n, text)]


def _plain(number: str) -> str:
    return number.replace(",", "").lstrip("0") or "0"


def _holds(quantity: Quantity, number: str) -> bool:
    return number in _NUMBER.findall(fold(quantity.text).text)


def _is_short_year(number: str, text: str) -> bool:
    """A year that the article gives only as two digits behind an apostrophe ("the '90s")."""
    return len(number) == len("2000") and f"'{number[2:]}" in text


def foreign_names(article: Article, statement: str) -> tuple[str, ...]:
    """Capitalised words in the statement that stand nowhere in the article: the model's own knowledge, or a slip."""
    known = _known_words(article)
    names = dict.fromkeys(_NAME.findall(statement))
    parts = [p for name in names for p in re.findall(r"\w+", name) if len(p) > _SHORT_WORD and p[0].isupper()]
    return tuple(dict.fromkeys(p for p in parts if not _stands(fold(p).text, known) and not _is_month(p)))


def _stands(word: str, known: frozenset[str]) -> bool:
    """The word, its plural or its possessive is among the known ones ("Taliban's", "Afghans")."""
    return word in known or word.rstrip("s") in known or f"{word}s" in known


_MONTHS = {dt.date(2000, m, 1).strftime("%B").lower(): dt.date(2000, m, 1).strftime("%b").lower() for m in range(1, 13)}


def _is_month(word: str) -> bool:
    return word.lower() in _MONTHS or word.lower() in _MONTHS.values()


def quantity_at(text: str, place: Span) -> Quantity | None:
    """The quantity that the code reads at the figure, read in its sentence so that its qualifiers count."""
    left = text.rfind("\n", 0, place.start) + 1
    right = text.find("\n", place.end)
    line = text[left : right if right >= 0 else len(text)]
    inside = [
        q
        for q in find_quantities(line, vague=True)
        if q.start < place.end - left and place.start - left < q.end and not q.is_date
    ]
    return max(inside, key=lambda q: min(q.end, place.end - left) - max(q.start, place.start - left), default=None)
