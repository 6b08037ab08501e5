"""Numbers and dates of a statement that its article does not have."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from summarizer.dates import DateSpan, find_dates
from summarizer.ground.timing import days_of, has_words, has_words_apart
from summarizer.ground.values import is_of_one_measure, says_same
from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import Article
from summarizer.text import Span, find_verbatim, fold

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_NAME_BEFORE = re.compile(r"[^\W\d_]\w* $")
_MAY_BE_DATED = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|century", re.IGNORECASE)
_ONE_UNIT = re.compile(
    r"\b(?:an?|the|this|last|past|next|each|every)\s(hour|day|week|fortnight|month|year|decade|century)\b", re.IGNORECASE
)
_TOLD = frozenset({"absolute", "partial", "range"})
"""Dates that name their month or year; "on Monday" is told from the day of writing."""
_WORDS_FOR = {
    1: re.compile(r"\b(?:an?|one|single|sole|only|lone|another|first)\b", re.IGNORECASE),
    2: re.compile(r"\b(?:both|pair|couple|twins?|duo|second|double[ds]?|twice|either|neither|each other)\b", re.IGNORECASE),
    3: re.compile(r"\b(?:trio|triplets?|third|triple[ds]?|thrice)\b", re.IGNORECASE),
}
"""Words that say a small number without being one."""


def foreign_numbers(article: Article, statement: str) -> list[str]:
    """Numbers in digits that the statement has and the article, its title and its date have not, not even in words."""
    text, known = _digits(article)
    wanted = [n for n in _NUMBER.findall(fold(statement).text) if _plain(n) not in known]
    if not wanted:
        return []
    said, values = find_quantities(statement), _quantities(article)
    held = {n for n in wanted for q in said if _holds(q, n) and any(_ends_met(q, v) for v in values)}
    dates = [d.text for d in find_dates(statement, article.published) if _lies_in(d, article)]
    held |= {n for n in wanted for date in dates if n in _NUMBER.findall(date)}
    return [n for n in wanted if n not in held and not _is_short_year(n, text)]


@functools.lru_cache(maxsize=64)
def _digits(article: Article) -> tuple[str, frozenset[str]]:
    """What an article gives, folded, and its numbers in digits."""
    given = " ".join(filter(None, [article.text, article.title, article.published.isoformat() if article.published else None]))
    text = fold(given).text
    return text, frozenset(_plain(n) for n in _NUMBER.findall(text))


def other_numbers(article: Article, statement: str, cited: Sequence[Span]) -> list[str]:
    """Quantities and dates that the statement gives otherwise than the sentences it rests on, as it writes them.

    What those sentences do not give may stand elsewhere in the article, as long as they give nothing of its measure
    that the statement passes over. A value may be written in another way, rounder, or without its hedge.
    """
    said = [q for q in find_quantities(statement) if not q.is_date and not _is_label(q, statement, article)]
    near = [q for q in _quantities(article) if any(span.start < q.end and q.start < span.end for span in cited)]
    words = " ".join(span.of(article.text) for span in cited)
    others = [q.text for q in said if not (_is_near(q, near, words) or _is_elsewhere(q, article, said, near))]
    dates = find_dates(statement, article.published) if _MAY_BE_DATED.search(statement) else []
    return [*others, *(d.text for d in dates if not _is_dated(d, article, cited))]


@functools.lru_cache(maxsize=64)
def _quantities(article: Article) -> tuple[Quantity, ...]:
    return tuple(find_quantities(article.text))


@functools.lru_cache(maxsize=64)
def _title_quantities(article: Article) -> tuple[Quantity, ...]:
    return tuple(find_quantities(article.title or ""))


def _is_near(said: Quantity, near: Sequence[Quantity], words: str) -> bool:
    if any(says_same(said, given) for given in near if not given.is_date):
        return True
    return _is_worded(said, near, words) or _is_unread(said, near, words) or _is_one_unit(said, words)


def _is_worded(said: Quantity, near: Sequence[Quantity], words: str) -> bool:
    """A small number that the sentences say in another way ("a man", "both"), and of whose measure they give no other."""
    small = next((word for value, word in _WORDS_FOR.items() if said.low == said.high == value), None)
    rivals = any(is_of_one_measure(said, given) for given in near)
    return small is not None and small.search(words) is not None and not (rivals and said.unit)


def _is_one_unit(said: Quantity, words: str) -> bool:
    """The length of time that a unit without a number gives: "within a week" for "within seven days"."""
    units = {match.group(1).lower() for match in _ONE_UNIT.finditer(words)}
    return any(says_same(said, one) for unit in units for one in find_quantities(f"one {unit}"))


def _is_unread(said: Quantity, near: Sequence[Quantity], words: str) -> bool:
    """The very words stand in the sentences, where the code reads no quantity or the same words."""
    return bool(find_verbatim(said.text, words)) and not any(said.text.lower() in given.text.lower() for given in near)


def _is_elsewhere(said: Quantity, article: Article, all_said: Sequence[Quantity], near: Sequence[Quantity]) -> bool:
    far = [given for given in (*_quantities(article), *_title_quantities(article)) if not given.is_date]
    if not any(says_same(said, given) for given in far):
        return False
    rivals = [given for given in near if is_of_one_measure(said, given) and not given.is_date]
    return not rivals or any(says_same(other, given) for other in all_said for given in rivals)


def _is_label(said: Quantity, statement: str, article: Article) -> bool:
    """A number behind a name that the article has as well: "Warehouse 6"."""
    name, digits = _NAME_BEFORE.search(statement[: said.start]), _NUMBER.match(said.text)
    return bool(
        name and name.group()[0].isupper() and digits and find_verbatim(f"{name.group()}{digits.group()}", article.text)
    )


def _is_dated(said: DateSpan, article: Article, cited: Sequence[Span]) -> bool:
    """The article has the words of the date, or names a day or a stretch of days that lies in it."""
    if said.kind not in _TOLD or said.earliest is None or said.latest is None:
        return True
    if has_words(article, said.text) or has_words_apart(article, said.text, cited):
        return True
    years = _YEAR.findall(said.text)
    return _lies_in(said, article) or (bool(years) and all(_is_short_year(y, fold(article.text).text) for y in years))


def _lies_in(said: DateSpan, article: Article) -> bool:
    """A day or a stretch of days that the article names lies in the one that is said."""
    first, last = said.earliest, said.latest
    if first is None or last is None:
        return False
    return any(start is not None and end is not None and first <= start and end <= last for start, end in days_of(article))


def _ends_met(said: Quantity, given: Quantity) -> bool:
    """One has an end of the other, or says the same in another unit."""
    ends = {said.low, said.high} & {given.low, given.high} - {None}
    return bool(ends) or (not said.is_date and not given.is_date and says_same(said, given))


def _plain(number: str) -> str:
    """The digits without what only sets them: "9:40" is "9.40"."""
    return number.replace(",", "").replace(":", ".").lstrip("0") or "0"


def _holds(quantity: Quantity, number: str) -> bool:
    return number in _NUMBER.findall(fold(quantity.text).text)


def _is_short_year(number: str, text: str) -> bool:
    """A year that the article gives only as two digits behind an apostrophe ("the '90s")."""
    return len(number) == len("2000") and f"'{number[2:]}" in text
