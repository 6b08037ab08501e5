"""Widen a number by the tolerance written after it: "40 ± 5", "40 people, plus or minus 5"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.digits import times
from summarizer.quantities.money import currency_before
from summarizer.quantities.reading import read_numeral
from summarizer.quantities.unit_names import UNITS_BY_NAME
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.naming import Named
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_LINKS: tuple[tuple[str, ...], ...] = (
    ("plus", "-", "or", "-", "minus"), ("plus", "or", "minus"), ("give", "or", "take"), ("plus", "/", "minus"),
    ("plus", "-", "minus"), ("+", "or", "-"), ("+", "/", "-"), ("+", "-"), ("\u00b1",),
)  # fmt: skip
_LINK_STARTS = frozenset(words[0] for words in _LINKS) | {",", "("}
# "-US$" before the digits.
_LONGEST_SIGN = 3
_LARGEST_PERCENT = 100
# "3,000 years ago, plus or minus 200 years".
_AFTER_UNIT = frozenset("ago old long high wide deep tall away".split())
_PERCENT = Decimal("0.01")
_POINTS = frozenset({"percentage", "percentage point", "point"})


class _Tolerance(NamedTuple):
    """How far the value may lie off, and the place after the words that tell it."""

    size: Numeral
    last: int
    opened: bool


def with_tolerance(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number with the tolerance that stands before their common unit: "40 ± 5 people"."""
    found = _tolerance(tokens, numeral.last)
    if found is None or numeral.low != numeral.high:
        return numeral
    size, last = abs(found.size.low), found.last
    large = numeral.low > _LARGEST_PERCENT or currency_before(tokens, numeral.first) is not None
    share = find_unit(tokens, last) if large else None
    if share is not None and share.name == "percentage":
        size, last = numeral.low * size * _PERCENT, share.last
    elif numeral.scale == 1 and numeral.low < size:
        numeral = times(numeral, found.size.scale)
    last = last + 1 if found.opened and tokens.low(last) == ")" else last
    return _widened(replace(numeral, last=last), size, found.size)


def with_unit_tolerance(tokens: Tokens, numeral: Numeral, named: Named) -> tuple[Numeral, Named]:
    """The number with the tolerance after its unit: "45% ± 3%", "2 m ± 5 cm", "40 people, plus or minus 5"."""
    found = _tolerance(tokens, named.last + (tokens.low(named.last) in _AFTER_UNIT))
    if found is None or numeral.low != numeral.high or named.last <= numeral.last:
        return numeral, named
    unit = find_unit(tokens, found.last)
    size = _in_unit(abs(found.size.low), unit.name if unit else None, named.unit, numeral.low)
    if size is None:
        return numeral, named
    last = unit.last if unit else found.last
    last = last + 1 if found.opened and tokens.low(last) == ")" else last
    return _widened(numeral, size, found.size), replace(named, last=last)


def _widened(numeral: Numeral, size: Decimal, written: Numeral) -> Numeral:
    precision = min(numeral.precision, written.precision)
    return replace(numeral, low=numeral.low - size, high=numeral.low + size, precision=precision)


def _tolerance(tokens: Tokens, place: int) -> _Tolerance | None:
    if tokens.low(place) not in _LINK_STARTS:
        return None
    opened = tokens.low(place) == "("
    start = place + 1 if tokens.low(place) in {",", "("} else place
    for words in _LINKS:
        if tokens.lows(start, len(words)) != words:
            continue
        size = _size(tokens, start + len(words))
        return _Tolerance(size, size.last, opened) if size is not None and size.low == size.high else None
    return None


def _size(tokens: Tokens, place: int) -> Numeral | None:
    """The number at `place`, past the sign of its money."""
    for number in range(place + 1, place + 1 + _LONGEST_SIGN):
        if tokens[number].kind == "number":
            money = currency_before(tokens, number)
            return read_numeral(tokens, number) if money is not None and money[1] <= place else read_numeral(tokens, place)
    return read_numeral(tokens, place)


def _in_unit(size: Decimal, unit: str | None, base: str | None, value: Decimal) -> Decimal | None:
    """The tolerance in the unit of the number it belongs to; None if the two measure different things."""
    if unit is None or unit == base or (unit in _POINTS and base in _POINTS):
        return size
    if unit == "percentage":
        return abs(value) * size * _PERCENT
    own, other = UNITS_BY_NAME.get(unit), UNITS_BY_NAME.get(base or "")
    if own is None or other is None or own.dimension != other.dimension:
        return None
    return size * own.factor / other.factor
