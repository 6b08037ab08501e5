"""Where a range begins and ends: what stands before its left end, and the number behind its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.money import currency_before
from summarizer.quantities.reading import read_numeral

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

HEDGES = frozenset(
    "about around roughly approximately nearly almost up perhaps possibly maybe even just only some as many at least".split()
)
_BOUNDS = frozenset("over under more less fewer than above below".split())
# What may stand between the link and the right end.
_PASSED = HEDGES | _BOUNDS | {"to", "-", "+", "minus", "plus"}


def word_before(tokens: Tokens, left: Numeral) -> str:
    """The word before the number, its currency and its hedges."""
    return tokens.low(place_before(tokens, left))


def place_before(tokens: Tokens, left: Numeral) -> int:
    """The place before the number, its currency and its hedges."""
    money = currency_before(tokens, left.first)
    place = (money[1] if money else left.first) - 1
    while tokens.low(place) in HEDGES or tokens.low(place) in _BOUNDS:
        place -= 1
    return place


def right_end(tokens: Tokens, left: Numeral, place: int) -> Numeral | None:
    """The number after the link, past hedges, a second hyphen and a currency sign."""
    start = place + 1
    while start < place + 5 and (_is_passed(tokens, start)):
        start += 1
    right = read_numeral(tokens, start)
    if right is None or (right.style == "fraction" and tokens.low(place) == "to" and left.style != "fraction"):
        return None
    return right


def _is_passed(tokens: Tokens, place: int) -> bool:
    return tokens.low(place) in _PASSED or is_sign(tokens, place)


def is_bounded(tokens: Tokens, link: int, right: Numeral) -> bool:
    """The right end is a bound itself ("from 40 to more than 50"): that is no interval."""
    return any(tokens.low(place) in _BOUNDS for place in range(link + 1, right.first))


def is_sign(tokens: Tokens, place: int) -> bool:
    """A currency, of up to three tokens ("-US$2"), begins at `place` or before it and leads to a number."""
    for number in range(place + 1, place + 4):
        if tokens[number].kind == "number":
            found = currency_before(tokens, number)
            return found is not None and found[1] <= place
    return False
