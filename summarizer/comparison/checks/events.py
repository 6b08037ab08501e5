"""Checks of what happened: denied or not, on which day, where, to whom, and how surely."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

from summarizer.comparison.checks.pairs import Found, Pair
from summarizer.terms import Modality
from summarizer.text import words

_DENIED_ALIKE = 0.25
_SAME_EVENT = 0.4
_ONE_EVENT = 0.5
_UNSURE = frozenset({Modality.ALLEGED, Modality.EXPECTED, Modality.OPINION})
_PLACE = re.compile(
    r"\b(?i:in|at|near|off|outside|inside|from|to|towards?|between|through|of) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
                  "september october november december".split())  # fmt: skip


def denial_against_assertion(pair: Pair) -> Found | None:
    """What is denied in one place is stated in the other."""
    stances = {pair.left.claim.modality, pair.right.claim.modality}
    if Modality.DENIED not in stances or len(stances) == 1 or pair.likeness < _DENIED_ALIKE:
        return None
    denied, stated = (pair.left, pair.right) if pair.left.claim.modality is Modality.DENIED else (pair.right, pair.left)
    why = f"{denied.row_id} denies what {stated.row_id} may state"
    return Found(why, pair.left.claim.statement, pair.right.claim.statement, pair.likeness, conflict=False)


def date_disjoint(pair: Pair) -> Found | None:
    """What looks like one event is given two dates that share no day."""
    left, right = pair.left.claim, pair.right.claim
    if not (left.earliest and left.latest and right.earliest and right.latest) or pair.likeness < _SAME_EVENT:
        return None
    if left.earliest < right.latest and right.earliest < left.latest:
        return None
    why = f"“{left.when}” ({left.earliest}) and “{right.when}” ({right.earliest}) share no day"
    return Found(why, left.when or "", right.when or "", pair.likeness, conflict=False)


def fact_against_claim(pair: Pair) -> Found | None:
    """What one puts as a fact the other puts as a claim, an expectation or an opinion."""
    stances = (pair.left.claim.modality, pair.right.claim.modality)
    if Modality.ASSERTED not in stances or not _UNSURE.intersection(stances) or pair.likeness < _ONE_EVENT:
        return None
    left, right = stances
    return Found(f"{left} against {right}", str(left), str(right), pair.likeness, conflict=False)


def other_place(pair: Pair) -> Found | None:
    """Nearly the same is told of two places."""
    return _other(pair, places, "in")


def other_participant(pair: Pair) -> Found | None:
    """Nearly the same is told with other names in it."""
    return _other(pair, _people, "of")


def _other(pair: Pair, names_in: Callable[[str], frozenset[str]], word: str) -> Found | None:
    """Each statement has a name no word of which stands in the other."""
    if pair.likeness < _SAME_EVENT:
        return None
    left, right = pair.left.claim.statement, pair.right.claim.statement
    ours, theirs = names_in(left), names_in(right)
    if not ours or not theirs:
        return None
    a, b = _foreign(ours, right), _foreign(theirs, left)
    if not a or not b:
        return None
    return Found(f"much the same is told {word} {a} and {word} {b}", a, b, pair.likeness, conflict=False)


def _foreign(names: frozenset[str], other: str) -> str:
    """The names of which the other statement has no word."""
    known = _words_in(other)
    return ", ".join(sorted(name for name in names if known.isdisjoint(_words_in(name))))


@functools.lru_cache(maxsize=65536)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(words(text))


@functools.lru_cache(maxsize=65536)
def places(statement: str) -> frozenset[str]:
    """The names that stand where a statement says where."""
    return _names(match.group(1) for match in _PLACE.finditer(statement))


@functools.lru_cache(maxsize=65536)
def _people(statement: str) -> frozenset[str]:
    return _names(match.group() for match in _NAME.finditer(statement)) - places(statement)


def _names(found: Iterable[str]) -> frozenset[str]:
    return frozenset(name.strip() for name in found if not _DAYS.intersection(words(name)))
