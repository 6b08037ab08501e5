"""Step over the time that a figure is told of: "in 2010", "in May", "last year", "a year ago"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.calendar_numbers import MONTHS
from summarizer.quantities.nouns import counted_noun
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

TIME_STARTS = frozenset({"in", "last", "this", "the", "a", "during"})
"""The first word of such a time, in lower case."""
_SPANS = frozenset("year quarter month week season decade summer winter spring autumn term period".split())
_WHICH = frozenset({"last", "this", "previous", "same", "prior", "first", "second", "third", "fourth"})
_PAST = frozenset({"ago", "earlier", "before", "previously"})
_YEAR_DIGITS = 4


def past_time(tokens: Tokens, place: int) -> int:
    """The place after the time told at `place`, `place` itself if there is none."""
    at = place + 1 if tokens.low(place) in {"in", "during"} else place
    at = at + 1 if tokens.low(at) == "the" else at
    if tokens.low(at) in MONTHS:
        return at + 2 if _is_year(tokens, at + 1) else at + 1
    if at > place and _is_year(tokens, at):
        return at + 1
    if tokens.low(at) == "a" and tokens.low(at + 1) in _SPANS and tokens.low(at + 2) in _PAST:
        return at + 3
    if tokens.low(at) in _WHICH and (tokens.low(at + 1) in _SPANS or tokens.low(at + 1) in MONTHS):
        return at + 2
    return place


def names_level(tokens: Tokens, place: int) -> bool:
    """A unit or what is counted stands at `place`, no moment: "3 years ago"."""
    unit = find_unit(tokens, place)
    if unit is not None:
        return tokens.low(unit.last) not in _PAST
    return counted_noun(tokens, place, one=False) is not None


def _is_year(tokens: Tokens, place: int) -> bool:
    return tokens[place].raw.isdigit() and len(tokens[place].raw) == _YEAR_DIGITS
