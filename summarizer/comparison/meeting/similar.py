"""How alike two measures or speakers are. Pure and symmetric; every score is between 0 and 1."""

from __future__ import annotations

import functools
import re

from summarizer.text import folded, words

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")
_STOP = frozenset(
    "a an and are as at be been but by for from had has have he her his i in into is it its of on or she that the their "
    "them they this to was were which who whom will with said says say told would could about after all also than then".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ied", "ies", "ed", "es", "s")
_MIN_STEM = 3
_LONGEST_KEPT = 1000
"""Characters: the stems of statements, quotations and measures are asked for again and again, those of articles once."""
_NOBODY = frozenset("peopl person human victim confirm number count total report".split())
"""Words that say nothing about whom a measure counts; the words of the families are added below."""
CHILDREN = {"child", "children", "minor", "boy", "girl", "infant", "bab"}
FAMILIES = (
    frozenset("kill dead die death fatalit toll los lost perish bodi body bod drown slain".split()),
    frozenset("injur wound hurt".split()),
    frozenset("miss unaccount".split()),
    frozenset("rescu surviv survivor sav saved pull pick".split()),
    frozenset("aboard board manifest".split()),
    frozenset("licens capacit permit allow limit maximum".split()),
    frozenset("arrest detain held".split()),
    frozenset("displac homeles evacuat fled".split()),
)
"""Measures that are easily taken for one another and never are one: a toll of dead is no toll of injured."""
_FAMILIAR = _NOBODY.union(*FAMILIES)
_LOST = frozenset({"los", "lost"})
_NO_DEATHS = frozenset(
    "job post home hous seat power point money acr hectar vot match gam busines build boat ship vehicl livestock cattl "
    "crop".split()
)
"""Things that are lost without anybody's death: "jobs lost", "soldiers who lost their posts"."""


def stems(text: str | None) -> tuple[str, ...]:
    """Content words in order, folded and cut to a crude stem, so that "rescued" meets "rescue"."""
    if not text:
        return ()
    return _stems(text) if len(text) <= _LONGEST_KEPT else _stems.__wrapped__(text)


@functools.lru_cache(maxsize=32768)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(_stem(token) for token in _TOKEN.findall(folded(text)) if token not in _STOP)


@functools.lru_cache(maxsize=65536)
def _stem(token: str) -> str:
    if token[0].isdigit():
        return token
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= _MIN_STEM:
            return token[: -len(ending)]
    return token.removesuffix("e") if len(token) > _MIN_STEM else token


@functools.lru_cache(maxsize=65536)
def same_measure(left: str, right: str) -> float:
    """How likely two measures ("people killed", "death toll") count the same: 0 if they name different kinds."""
    a, b = _counted(left), _counted(right)
    kinds_a, kinds_b = _kinds(a), _kinds(b)
    if kinds_a != kinds_b or bool(a & CHILDREN) != bool(b & CHILDREN):
        return 0.0
    if not a or not b:
        return 0.0
    overlap = len(a & b) / len(a | b)
    own_a, own_b = (words - _FAMILIAR for words in (a, b))
    return max(overlap, 0.6) if kinds_a and not (own_a and own_b and not own_a & own_b) else overlap


def _counted(measure: str) -> set[str]:
    """The words of a measure, without "lost" where it is things that are lost."""
    own = set(stems(measure))
    return own - _LOST if own & _NO_DEATHS else own


def _kinds(words: set[str]) -> frozenset[int]:
    return frozenset(i for i, family in enumerate(FAMILIES) if words & family)


@functools.lru_cache(maxsize=16384)
def measure_key(measure: str) -> frozenset[str]:
    """What a measure counts, the same for "people killed" and "death toll": the words of its family, else its own."""
    own = frozenset(_counted(measure))
    return frozenset().union(*(family for family in FAMILIES if own & family)) or own


_TITLES = frozenset("gen general mr mrs ms dr president minister spokesman spokeswoman captain".split())


@functools.lru_cache(maxsize=65536)
def speaker_likeness(left: str, right: str) -> float:
    """How likely two names are one speaker: the share of the shorter name's words in the longer, initials counted."""
    a, b = _name_words(left), _name_words(right)
    if not a or not b:
        return 0.0
    if initials(left) == "".join(b) or initials(right) == "".join(a):
        return 1.0
    small, large = sorted((a, b), key=len)
    return len(set(small) & set(large)) / len(set(small))


def _name_words(name: str) -> list[str]:
    return [w for w in words(name) if w not in _TITLES and w not in _STOP]


def initials(name: str) -> str:
    """First letters of the capitalised words: "The Wall Street Journal" gives "wsj"."""
    return "".join(w[0] for w in re.findall(r"\b[A-Z]\w*", name.removeprefix("The "))).lower()
