"""Join an order of magnitude to the larger one that follows in doubt: "hundreds, perhaps thousands"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.indefinite import read_indefinite
from summarizer.quantities.nouns import counted_noun

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_DOUBTS = frozenset({"perhaps", "possibly", "maybe", "even", "potentially", "probably"})
_JOINED = frozenset({"or", "and"})


def escalated(tokens: Tokens, left: Numeral) -> Numeral | None:
    """The interval over both orders, None if no larger one follows.

    What is counted stands after the second ("hundreds, if not thousands, of people") or after the first
    ("hundreds of people, perhaps thousands").
    """
    noun = counted_noun(tokens, left.last, one=False) if tokens.low(left.last) == "of" else None
    place = _past_doubt(tokens, noun.last if noun is not None else left.last)
    right = read_indefinite(tokens, place) if place else None
    if right is None or right.high is None or left.high is None or right.high <= left.high:
        return None
    last = right.last
    if noun is None and tokens.low(last) == "," and tokens.low(last + 1) == "of":
        last += 1
    unit_place = noun.head_place if noun is not None and tokens.low(last) != "of" else left.unit_place
    return replace(left, last=last, high=right.high, unit_place=unit_place)


def _past_doubt(tokens: Tokens, place: int) -> int:
    """The place after the words of doubt at `place`, a comma before them passed over; zero if there are none."""
    start = place + 1 if tokens.low(place) == "," else place
    start += tokens.low(start) in _JOINED
    if tokens.low(start) in _DOUBTS:
        return start + 1
    return start + 2 if tokens.lows(start, 2) == ("if", "not") else 0
