"""Read "12 degrees below zero" as minus twelve degrees, and compare falls told by a sign and by a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.intervals import Interval
    from summarizer.quantities.model import Approximator, Quantity
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_DEGREES = frozenset({"degree", "celsius", "fahrenheit", "kelvin", "percentage", "percentage point"})
_FIRSTS = frozenset(
    "below above % percent percentage per degree degrees deg deg. c f \u00b0 - celsius centigrade fahrenheit kelvin".split()
)
_SIDES = frozenset({"below", "above"})
_REACH = 5
_AFTER_COLD = frozenset("are were is was and in on at last overnight this with".split())
_SHARES = frozenset("% percent percentage cent point points".split())
_OPENERS = frozenset({"-", "(", "$", "/"})
_COLD = frozenset("temperature temperatures chill chills mercury thermometer cold winter night nights".split())
_MIRRORED: dict[Approximator, Approximator] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}


def told_below_zero(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number, marked as a depth below zero if the words after it or its degrees say so."""
    if tokens.low(numeral.last) not in _FIRSTS or _SIDES.isdisjoint(tokens.lows(numeral.last, _REACH)):
        return numeral
    unit = find_unit(tokens, numeral.last)
    measured = unit is not None and unit.name in _DEGREES
    after = unit.last if unit is not None and measured else numeral.last
    mark = tokens.lows(after, 2)
    if mark == ("above", "zero"):
        return replace(numeral, last=after + 2, unit_place=numeral.last if measured else -1)
    if mark[0] == "below" and _is_cold(tokens, numeral.first, after + 1, measured=measured):
        return replace(numeral, last=after + 1, unit_place=numeral.last if measured else -1, below_zero=True)
    freezing = mark == ("below", "freezing") and unit is not None and unit.name == "celsius"
    if mark != ("below", "zero") and not freezing:
        return numeral
    named = find_unit(tokens, after + 2)
    if named is not None and named.name in _DEGREES:
        return replace(numeral, last=named.last, unit_place=after + 2, below_zero=True)
    return replace(numeral, last=after + 2, unit_place=numeral.last if measured else -1, below_zero=True)


def _is_cold(tokens: Tokens, first: int, after: int, *, measured: bool) -> bool:
    """Nothing follows that the number lies below: "it was twenty below.", "20 degrees below on Monday"."""
    if tokens[after].kind not in {"symbol", "none", "break"} and tokens.low(after) not in _AFTER_COLD:
        return False
    if tokens.low(after) in _OPENERS:
        return False
    before = tokens.lows(max(0, first - _REACH), min(first, _REACH))
    return (
        (measured and tokens.low(after - 2) not in _SHARES)
        or before[-2:] in {("it", "was"), ("it", "is")}
        or not _COLD.isdisjoint(before)
    )


def with_falls_alike(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """The two figures, a fall told by a minus put as one told in words where the other is: "-3%" beside "fell 3%"."""
    if left.direction == "down" and right.direction is None and _is_negative(right):
        return left, _as_fall(right)
    if right.direction == "down" and left.direction is None and _is_negative(left):
        return _as_fall(left), right
    return left, right


def _is_negative(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high < 0


def _as_fall(quantity: Quantity) -> Quantity:
    low, high, approximator = mirrored((quantity.low, quantity.high, quantity.approximator))
    return replace(quantity, low=low, high=high, approximator=approximator, direction="down")


def mirrored(interval: Interval) -> Interval:
    """The interval on the other side of zero: "more than 40 below" is less than minus forty."""
    low, high, approximator = interval
    negated = (None if high is None else -high, None if low is None else -low)
    return (*negated, _MIRRORED.get(approximator, approximator))
