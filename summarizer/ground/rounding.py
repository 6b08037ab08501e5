"""Whether one number is another one rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from summarizer.quantities import Quantity

Side = Literal["above", "below"]
_HALF = Decimal("0.5")
_FAR = Decimal("0.2")
"""Rounding to one digit may move a small number by half of it; whoever reads "two years" for 18 months is misled."""


def is_rounded(said: Quantity, given: Quantity, values: tuple[Decimal, Decimal], side: Side | None) -> bool:
    """The value that is said is the given one, rounded as far as its digits and its hedge allow.

    Args:
        said: The rounder quantity.
        given: What the article has.
        values: The number of each, in one unit.
        side: Where a bound that is said points: "more than 180" lets the number lie above, and no further than 190.
    """
    left, right = values
    gap, exact = abs(left - right), given.precision or Decimal(0)
    oversteps = left > right if side == "above" else left < right
    if gap > _FAR * abs(right) or (side and oversteps and gap > _HALF * exact):
        return False
    rounded = said.precision or _place_of_hedged(said, left)
    if said.unit != given.unit and gap <= _HALF * (rounded + exact):
        return True
    return rounded > exact and gap <= (rounded if side else _HALF * rounded)


def _place_of_hedged(said: Quantity, value: Decimal) -> Decimal:
    """The place value of the last digit that is no zero, of a count that its hedge makes a round one; else zero."""
    if said.approximator == "exact" or not value or value != value.to_integral_value():
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent) if int(exponent) > 0 else Decimal(0)
