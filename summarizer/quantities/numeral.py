"""The number a reader of digits or words hands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Style = Literal["digits", "words", "scaled", "fraction", "indefinite", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens `first` up to but not including `last`.

    `precision` is the place value of the last significant digit. `style` tells how it was written: "scaled"
    with a scale word ("3 million"), "indefinite" as an order of magnitude ("dozens"), "vague" without one
    ("many"). `mantissa` is what stands before the scale.
    `unit_place` is set when the unit stands inside ("a year and a half") or behind another number ("from 45 to 52
    percent"). A number told as so many degrees `below_zero` is kept positive. `unit` is told by a sign inside (6'2").
    """

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    precision: Decimal
    style: Style
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    unit_place: int = -1
    unit: str | None = None
    below_zero: bool = False

    @property
    def is_whole(self) -> bool:
        """The number is one integer, not an interval and not a fraction."""
        return self.low == self.high and self.low == self.low.to_integral_value()


def single(first: int, last: int, value: Decimal, precision: Decimal, style: Style) -> Numeral:
    """A numeral for one value without a scale word."""
    return Numeral(first, last, value, value, precision, style, value)
