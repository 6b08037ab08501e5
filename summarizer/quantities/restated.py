"""What a figure takes over from the one right before it: its direction, its bound, what it counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.comparison import BOUNDS, convert
from summarizer.quantities.direction import continues_change, reaches_level

if TYPE_CHECKING:
    from summarizer.quantities.model import Quantity
    from summarizer.quantities.tokens import Tokens

_SAME = Decimal("0.1")
_SAME_NOUN = frozenset({"from", "to", "including", "versus", "vs", "against", "with"})
_STOPS = frozenset({".", ";", "!", "?"})
# "The index stood at 16,369, up 58 points."
_SIGNED = {("up",), ("down",), (",", "up"), (",", "down"), ("(", "up"), ("(", "down")}
# What links a figure to an earlier or another one of the same measure, told without its unit.
_MEANT_AGAIN = frozenset(
    {("up", "from"), ("down", "from"), (",", "up", "from"), (",", "down", "from"), ("instead", "of"), ("rather", "than")}
)
_REACH = 14
_FROM = 7
_SHARES = frozenset({"share", "percentage point", "point"})


def with_last_figure(tokens: Tokens, found: list[Quantity], quantity: Quantity, free: int) -> Quantity:
    """The figure with what it shares with the last of `found`, which ended before the token at `free`."""
    if not found or quantity.is_date or found[-1].is_date:
        return quantity
    last = found[-1]
    if tokens.low(free) == "(" and tokens[free].end == quantity.start:
        return _converted(last, quantity)
    levelled = quantity.unit == "point" and last.unit is None
    bare = quantity.unit is None and last.unit is not None
    if not (bare or levelled or (last.direction is not None and quantity.direction is None)):
        return quantity
    first = _place(tokens, free, quantity.start)
    if first is None:
        return quantity
    if levelled and tokens.lows(free, first - free) in _SIGNED:
        found[-1] = replace(last, unit=quantity.unit)
    if bare and _means_same(tokens, last, free, first):
        quantity = replace(quantity, unit=last.unit)
    return _moved_on(tokens, last, quantity, free, first)


def _moved_on(tokens: Tokens, last: Quantity, quantity: Quantity, free: int, first: int) -> Quantity:
    """The figure with the direction of the last one where it goes on with that change or is the level it reached."""
    if last.direction is None or quantity.direction is not None:
        return quantity
    alike = _moves_alike(last, quantity) and continues_change(tokens, free, first)
    level = quantity.unit in {None, "point"} and reaches_level(tokens, free, first)
    return replace(quantity, direction=last.direction) if alike or level else quantity


def _means_same(tokens: Tokens, last: Quantity, free: int, first: int) -> bool:
    """The unit of the last figure is meant again: "from 14 mpg to 24", "60 vessels, including 15 at sea"."""
    if tokens.lows(free, first - free) == ("to",) and _follows_from(tokens, last):
        return True
    if tokens.lows(free, first - free) in _MEANT_AGAIN:
        return True
    return convert(last).dimension.startswith("count:") and _leaves_noun_out(tokens, free, first)


def _follows_from(tokens: Tokens, last: Quantity) -> bool:
    """The last figure is where a change began: "from 14 mpg to 24"."""
    return tokens.text[max(0, last.start - _FROM) : last.start].rstrip().lower().endswith(" from")


def _leaves_noun_out(tokens: Tokens, free: int, first: int) -> bool:
    """The noun of the last figure is meant again: "30 homes, up from 12", "60 vessels, including 15 at sea"."""
    if tokens.low(first - 1) not in _SAME_NOUN or (tokens.low(first - 1) == "with" and tokens.low(first - 2) != "compared"):
        return False
    return not any(tokens[place].kind == "break" or tokens.low(place) in _STOPS for place in range(free, first))


def _converted(last: Quantity, quantity: Quantity) -> Quantity:
    """A figure in brackets converts the one before it: it moves the same way and is bounded alike."""
    left, right = convert(last), convert(quantity)
    if left.dimension != right.dimension:
        return quantity
    quantity = replace(quantity, direction=quantity.direction or last.direction)
    limit = left.low if left.low is not None else left.high
    if last.approximator not in BOUNDS or quantity.approximator != "exact" or limit is None or right.low is None:
        return quantity
    if abs(limit - right.low) > abs(limit) * _SAME:
        return quantity
    low = None if last.low is None else quantity.low
    return replace(quantity, approximator=last.approximator, low=low, high=None if last.high is None else quantity.high)


def _moves_alike(last: Quantity, quantity: Quantity) -> bool:
    return last.unit == quantity.unit or {convert(last).dimension, convert(quantity).dimension} <= _SHARES


def _place(tokens: Tokens, free: int, start: int) -> int | None:
    """The token that starts at the character `start`, if it is near."""
    for place in range(free, free + _REACH):
        if tokens[place].start == start:
            return place
    return None
