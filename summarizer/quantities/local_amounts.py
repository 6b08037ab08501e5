"""Tell a sum after local short forms of money, which also name roads, models and laws, from their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.number_words import SCALES, SHORT_SCALES

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_TRADED_BEFORE = frozenset(
    "paid pay pays paying cost costs costing worth fine fined fee priced price for spent spend charged charge charges owed owe "
    "owes offered offer earn earns earned receive received raised sold sell buy bought donated won stole lent borrowed".split()
)
_TRADED_AFTER = frozenset(
    "fine fee grant note ticket bonus allowance stipend coin bill price salary wage per each apiece".split()
)
SCALED = frozenset(SCALES) | frozenset(SHORT_SCALES) | {"m", "b", "hundred", "tr", "mill"}
"""Words and letters that scale a number."""
_REACH = 2
_JOINED = frozenset({"-", "to", "and", "or"})
_CENTS, _GROUP = 2, 3
_NEVER_BARE = frozenset("D Q L W Y B".split())


def is_amount(tokens: Tokens, place: int, first: int) -> bool:
    """The number can only be a sum: it has a scale, groups or cents, or words of trade stand before it."""
    number = tokens[first]
    whole, point, cents = number.raw.partition(".")
    if number.kind != "number" or "," in whole or (point and len(cents) == _CENTS):
        return number.kind == "number"
    if is_three_digits(tokens, first + 1) and tokens.low(place - 1) != "the":
        return True
    scale = _past_other_end(tokens, place, first + 1)
    scale += tokens.low(scale) == "-"
    if tokens.low(first + 1) in _TRADED_AFTER and tokens.glued(first):
        return True
    if tokens.low(scale) in SCALED and (len(tokens.low(scale)) > 1 or tokens.glued(scale)):
        return True
    if starts_noun(tokens, first + 1) or tokens[place].raw in _NEVER_BARE:
        return False
    return any(tokens.low(back) in _TRADED_BEFORE for back in range(place - 1, place - 1 - _REACH, -1))


def is_three_digits(tokens: Tokens, place: int) -> bool:
    """Three digits stand one space behind the number before them, as a group of thousands does: "R12 500"."""
    group = tokens[place]
    return (
        group.kind == "number" and group.start == tokens[place - 1].end + 1 and len(group.raw) == _GROUP and group.raw.isdigit()
    )


def _past_other_end(tokens: Tokens, prefix: int, place: int) -> int:
    """The place after the other end of a range, which may have the letters of the first again: "R1.2-R3 million"."""
    if tokens.low(place) not in _JOINED:
        return place
    end = place + 2 if tokens[place + 1].raw == tokens[prefix].raw else place + 1
    return end + 1 if tokens[end].kind == "number" else place
