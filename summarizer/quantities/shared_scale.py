"""Give the first of two numbers the scale that is written only after the second: "5 to 10 million", "20-30,000"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.digits import times
from summarizer.quantities.money import currency_before
from summarizer.quantities.number_words import SCALES
from summarizer.quantities.words import ending_scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_THOUSANDS = re.compile(r"\d{1,3}((?:,\d{3})+)$")
_HUNDRED, _THOUSAND, _MILLION, _ROUND = Decimal(100), Decimal(1000), Decimal(10**6), 100
# Farther apart than this the thousands may be meant for the right end alone: "1 to 10,000".
_CLOSE = 3
# Tens and hundreds: "tens or hundreds of thousands".
_ORDERS = frozenset({Decimal(10), Decimal(100)})
# A fall from 40 to 3 million is one of millions; "from 500 to 1 million" is not.
_FALL = 10


def share_scale(tokens: Tokens, left: Numeral, right: Numeral) -> Numeral:
    """The left end with the scale of the right: both are millions in "5 to 10 million", not in "500 to 1 million"."""
    if left.style == right.style == "indefinite" and left.scale == 1 < right.scale and left.low in _ORDERS:
        return times(left, right.scale) if left.low < right.mantissa else left
    part = left.style == "fraction" and right.style == "scaled" and right.mantissa < 1 and left.low < right.mantissa
    if part:
        return _scaled(left, right.scale)
    if not _is_bare(left):
        return left
    for scale in _scales(tokens, right):
        both_negative = left.low < 0 and right.low < 0 and abs(left.low) <= abs(right.low / scale) * _FALL
        if both_negative or abs(left.low) < abs(right.low / scale):
            return _scaled(left, scale)
    thousands = _written_thousands(tokens, left, right)
    close = thousands > 1 and left.low < right.low / thousands <= left.low * _CLOSE
    return _scaled(left, thousands) if close else left


def share_level(tokens: Tokens, left: Numeral, right: Numeral) -> Numeral:
    """The first of two levels with the scale of the second: "from 5.2 to 4.7 billion".

    Where only thousands are written ("from 20 to 30,000") it stays open whether the first has them, and where the
    second is told in the next larger scale ("from 900 to 1.1 billion") whether the first is told in the smaller.
    """
    if not _is_bare(left):
        return left
    for scale in _scales(tokens, right):
        if 0 < left.low <= right.low / scale * _FALL or abs(left.low) < abs(right.low / scale):
            return _scaled(left, scale)
    shared = share_scale(tokens, left, right)
    if shared is left and right.scale >= _MILLION and _HUNDRED <= left.low < _THOUSAND:
        shared = _scaled(left, right.scale / _THOUSAND)
    return left if shared is left else replace(shared, low=left.low, style="indefinite")


def share_level_of_range(tokens: Tokens, joined: Numeral, right: Numeral) -> Numeral:
    """A range that is the first of two levels with the scale of the second: "from 20-22 to 33-35 million"."""
    if joined.scale != 1 or joined.style not in {"digits", "words"}:
        return joined
    for scale in _scales(tokens, right):
        if 0 < joined.low <= right.low / scale * _FALL:
            return _scaled(joined, scale)
    return joined


def _is_bare(left: Numeral) -> bool:
    return left.scale == 1 and left.low == left.high and left.style in {"digits", "words"}


def _scaled(left: Numeral, scale: Decimal) -> Numeral:
    return replace(times(left, scale), style="scaled")


def _scales(tokens: Tokens, right: Numeral) -> Iterator[Decimal]:
    """The scales that may be meant for both ends, the longest first: hundred thousand, then thousand."""
    leading = _leading_scale(tokens, right)
    if leading > right.scale:
        yield leading
    whole = ending_scale(tokens, right)
    if whole > max(right.scale, Decimal(1)) and right.style in {"words", "scaled"}:
        yield whole
    if right.scale > 1:
        yield right.scale


def _leading_scale(tokens: Tokens, right: Numeral) -> Decimal:
    """The largest scale of a number that goes on after it: thousand in "four thousand five hundred", else one."""
    scales = [SCALES.get(tokens.low(place), Decimal(1)) for place in range(right.first, right.last)]
    largest = max(scales)
    ends = right.last - 1 - scales[::-1].index(largest)
    return largest if largest > 1 and ends < right.last - 1 and right.style in {"words", "scaled"} else Decimal(1)


def _written_thousands(tokens: Tokens, left: Numeral, right: Numeral) -> Decimal:
    """What the groups of zeros in "30,000" make of its first digits; one if it is not round, or both have a sign of money."""
    groups = _THOUSANDS.match(tokens[right.first].raw)
    both_signed = currency_before(tokens, left.first) is not None and currency_before(tokens, right.first) is not None
    if groups is None or right.style != "digits" or both_signed:
        return Decimal(1)
    unit = _THOUSAND ** groups[1].count(",")
    return unit if right.low % (_ROUND if unit == _THOUSAND else unit) == 0 else Decimal(1)
