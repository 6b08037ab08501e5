"""Numbers of a statement that its article does not have, or has for something else."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.ground.clocks import clocks_given
from summarizer.ground.given import Given, given_in
from summarizer.ground.ordinals import other_ordinals, spelled_ordinals
from summarizer.ground.said_dates import dates_said, lies_in
from summarizer.ground.values import is_age, is_count, is_measured, is_of_one_measure, says_same
from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import Article
from summarizer.text import Span, find_verbatim, fold

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_FORMULA = re.compile(r"\b(?:co2|(?<=\d )[cdk]?m[23])\b")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = 24
_NAME_BEFORE = re.compile(r"[^\W\d_]\w* $")
_ONE_UNIT = re.compile(
    r"\b(?:an?|the|this|last|past|next|each|every)\s(hour|day|week|fortnight|month|year|decade|century)\b", re.IGNORECASE
)
_NO_NAMES = frozenset(
    (
        "a an the this that these those some any another each every all both no just only about around nearly almost "
        "over under than more less fewer least most up to roughly approximately exactly maybe perhaps his her its their "
        "our my your of in on at by for from with and or but when while after before since until other further first "
        "last next top what how if among between as still even now then there here yet also so "
    ).split()
)
"""Words before a number at the head of a sentence that name nothing."""
_LABEL = re.compile(r"\b(?P<name>[A-Z]\w+) (?P<number>\d+)\b(?![.,:]?\d)")
_NO_LABELS = _NO_NAMES | frozenset(f"{dt.date(2000, month, 1):%B}".lower() for month in range(1, 13))
_WORDS_FOR = {
    1: re.compile(r"\b(?:an?|one|single|sole|only|lone|another|first)\b", re.IGNORECASE),
    2: re.compile(r"\b(?:both|pair|couple|twins?|duo|second|double[ds]?|twice|either|neither|each other)\b", re.IGNORECASE),
    3: re.compile(r"\b(?:trio|triplets?|third|triple[ds]?|thrice)\b", re.IGNORECASE),
}
"""Words that say a small number without being one."""


@dataclass(frozen=True)
class _Statement:
    """A statement and the quantities in it."""

    text: str
    quantities: Sequence[Quantity]


def foreign_numbers(article: Article, statement: str) -> list[str]:
    """Numbers in digits that the statement has and the article, its title and its date have not, not even in words."""
    text, known = _digits(article)
    wanted = [n for n in _NUMBER.findall(_FORMULA.sub("", fold(statement).text)) if _plain(n) not in known]
    if not wanted:
        return []
    said, given = _quantities_said(statement), given_in(article)
    held = {n for n in wanted for q in said if _holds(q, n) and _is_given(q, given)}
    dates = [d.text for d in dates_said(statement, article.published) if lies_in(d, article)]
    held |= set(spelled_ordinals(article.text, statement))
    held |= {n for n in wanted for told in (*dates, *clocks_given(article, statement)) if n in _NUMBER.findall(told)}
    return [n for n in wanted if n not in held and not _is_short_year(n, text)]


def cuts_number(text: str, part: Span) -> bool:
    """The part begins or ends in the middle of a number of the text."""
    around = range(max(0, part.start - 1), part.start + 1), range(part.end - 1, min(len(text), part.end + 1))
    return any(all(_is_in_number(text, index) for index in edge) and len(edge) > 1 for edge in around)


def _is_in_number(text: str, index: int) -> bool:
    """A digit, or a mark between two of them."""
    if text[index].isdigit():
        return True
    return text[index] in ".,:" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()


@functools.lru_cache(maxsize=64)
def _digits(article: Article) -> tuple[str, frozenset[str]]:
    """What an article gives, folded, and its numbers in digits."""
    given = " ".join(filter(None, [article.text, article.title, article.published.isoformat() if article.published else None]))
    text = fold(given).text
    return text, frozenset(_plain(n) for n in _NUMBER.findall(text))


def other_numbers(article: Article, statement: str, cited: Sequence[Span]) -> list[str]:
    """Quantities that the statement gives otherwise than the sentences it rests on, as it writes them.

    What those sentences do not give may stand elsewhere in the article, as long as they give nothing of its measure
    that the statement passes over. A value may be written in another way, rounder, or without its hedge.
    """
    words = " ".join(span.of(article.text) for span in cited)
    said = [q for q in _quantities_said(statement) if not q.is_date and not _is_label(q, statement, article)]
    near = given_in(article).near(cited)
    whole = _Statement(statement, said)
    swapped = _swapped([q for q in said if q.unit], [q for q in near if q.unit])
    wrong = [
        q
        for q in said
        if q in swapped
        or not (_is_near(q, _of_its_sort(q, near, article.text), words) or _is_elsewhere(q, whole, article, near))
    ]
    ordinals = other_ordinals(article, statement, cited, _quantities_said(statement))
    return [*(q.text for q in wrong), *_relabelled(said, statement, words), *ordinals]


def _swapped(said: Sequence[Quantity], near: Sequence[Quantity]) -> list[Quantity]:
    """Two numbers that the statement gives, each for what the article counts by the other one."""
    given = [(q, g) for q in said for g in near if q.unit != g.unit and is_count(q) and is_count(g) and says_same(q, g)]
    pairs = ((one, other) for one in given for other in given if one[0].unit == other[1].unit and one[1].unit == other[0].unit)
    return [q for one, other in pairs for q in (one[0], other[0])]


def _of_its_sort(said: Quantity, near: Sequence[Quantity], text: str) -> Sequence[Quantity]:
    """For an age, what may be one: "four of the children" may not."""
    return [given for given in near if not text.startswith(" of ", given.end)] if is_age(said) else near


@functools.lru_cache(maxsize=4096)
def _quantities_said(text: str) -> tuple[Quantity, ...]:
    """The quantities of a statement or a title. An article is grounded again when more of it has been read."""
    return tuple(find_quantities(text))


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
    return any(says_same(said, one) for unit in units for one in _quantities_said(f"one {unit}"))


def _is_unread(said: Quantity, near: Sequence[Quantity], words: str) -> bool:
    """The very words stand in the sentences, where the code reads no quantity or the same words."""
    return bool(find_verbatim(said.text, words)) and not any(said.text.lower() in given.text.lower() for given in near)


def _is_elsewhere(said: Quantity, statement: _Statement, article: Article, near: Sequence[Quantity]) -> bool:
    """Another sentence gives it, and the cited ones give no other of its measure that the statement puts it for."""
    if not given_in(article).says(said):
        return False
    rivals = [given for given in near if is_of_one_measure(said, given) and not given.is_date]
    unsaid = [given for given in rivals if not any(says_same(other, given) for other in statement.quantities)]
    replaced = any(_next_word(article.text, given) == _next_word(statement.text, said) for given in unsaid)
    return len(unsaid) < max(1, len(rivals)) and not replaced


def _next_word(text: str, quantity: Quantity) -> str | None:
    match = _WORD.search(text, quantity.end, quantity.end + _NEXT)
    return match.group().lower() if match else None


def _is_label(said: Quantity, statement: str, article: Article) -> bool:
    """A plain number behind a name that has it in the article as well: "Warehouse 6"."""
    name, digits = _NAME_BEFORE.search(statement[: said.start]), _NUMBER.match(said.text)
    if name is None or digits is None or is_measured(said):
        return False
    word = name.group().strip()
    return word[0].isupper() and word.lower() not in _NO_NAMES and bool(find_verbatim(f"{word} {digits.group()}", article.text))


def _relabelled(said: Sequence[Quantity], statement: str, words: str) -> list[str]:
    """Names with a number that the cited sentences number otherwise: "Shed 6" as "Shed 7"."""
    labels = [m for m in _LABEL.finditer(statement) if m["name"].lower() not in _NO_LABELS]
    unread = [m for m in labels if not any(q.start < m.end() and m.start("number") < q.end for q in said)]
    given: dict[str, set[str]] = {}
    for match in _LABEL.finditer(words) if unread else ():
        given.setdefault(match["name"], set()).add(match["number"])
    numbers = {m["name"]: {other["number"] for other in labels if other["name"] == m["name"]} for m in unread}
    return [m.group() for m in unread if m["name"] in given and given[m["name"]].isdisjoint(numbers[m["name"]])]


def _is_given(said: Quantity, given: Given) -> bool:
    """The article gives an end of it, or says the same in another unit."""
    return not given.ends.isdisjoint((said.low, said.high)) or (not said.is_date and given.says(said))


def _plain(number: str) -> str:
    """The digits without what only sets them: "9:40" is "9.40"."""
    return number.replace(",", "").replace(":", ".").lstrip("0") or "0"


def _holds(quantity: Quantity, number: str) -> bool:
    return number in _NUMBER.findall(fold(quantity.text).text)


def _is_short_year(number: str, text: str) -> bool:
    """A year that the article gives only as two digits behind an apostrophe ("the '90s")."""
    return len(number) == len("2000") and f"'{number[2:]}" in text
