"""The scale of values of one chart: from a figure to its height, and what its lines are called."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.reporting.phrases import number

_WIDE = 40
"""Above this ratio of the largest figure to the smallest one the scale is logarithmic."""
_ZERO_ROOM = 0.14
"""Share of a logarithmic scale's height that parts zero from the smallest figure."""
_LINES = 4
_LONGEST = 9
_MOST_DIGITS = 15
_POWERS = ((Decimal(10) ** 12, " tn"), (Decimal(10) ** 9, " bn"), (Decimal(10) ** 6, " mln"))


@dataclass(frozen=True)
class ValueScale:
    """Heights of values, from 0 at the foot to 1 at the top.

    Attributes:
        low, high: the values at foot and top; of a logarithmic scale their common logarithms.
        zero: a logarithmic scale has a zero of its own at the foot.
    """

    low: Decimal
    high: Decimal
    is_log: bool = False
    zero: bool = False

    @classmethod
    def of(cls, values: Sequence[Decimal], loose: Sequence[Decimal] = ()) -> ValueScale:
        """The scale that shows all these values; the `loose` ones, of vague words, do not make it logarithmic."""
        found = sorted({*values, *loose})
        if not found:
            return cls(Decimal(0), Decimal(1))
        positive = [value for value in found if value > 0]
        firm = sorted(value for value in values or loose if value > 0)
        if firm and found[0] >= 0 and firm[-1] / firm[0] > _WIDE:
            return cls(positive[0].log10(), positive[-1].log10(), is_log=True, zero=found[0] == 0)
        return cls(*_linear(found[0], found[-1]))

    @property
    def begins_at_zero(self) -> bool:
        """Heights can be compared as lengths."""
        return not self.is_log and self.low <= 0 <= self.high

    def at(self, value: Decimal) -> float:
        """The height of a value."""
        if not self.is_log:
            return _share(value, self.low, self.high)
        if value <= 0:
            return 0.0
        room = _ZERO_ROOM if self.zero else 0.0
        return room + (1 - room) * _share(value.log10(), self.low, self.high)

    def lines(self) -> Sequence[Decimal]:
        """Round values to draw a line at, few and in rising order."""
        return self._powers() if self.is_log else _steps(self.low, self.high)

    def _powers(self) -> list[Decimal]:
        first, last = math.ceil(self.low), math.floor(self.high)
        step = max(1, math.ceil((last - first + 1) / _LINES))
        powers = [Decimal(1).scaleb(power) for power in range(first, last + 1, step)]
        return [*([Decimal(0)] if self.zero else []), *powers]


def _linear(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of a plain scale: it begins at zero unless all figures lie far from it."""
    if low == high:
        return (min(low, Decimal(0)), max(high, Decimal(0))) if low else (Decimal(0), Decimal(1))
    if 0 <= low <= high / 2:
        low = Decimal(0)
    return low, high


def _share(value: Decimal, low: Decimal, high: Decimal) -> float:
    return float((value - low) / (high - low)) if high > low else 0.5


def _steps(low: Decimal, high: Decimal) -> list[Decimal]:
    """Multiples of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / _LINES
    power = Decimal(1).scaleb(rough.adjusted()) if rough else Decimal(1)
    step = next((power * factor for factor in (1, 2, 5) if power * factor >= rough), power * 10)
    if low == low.to_integral_value() and high == high.to_integral_value():
        step = max(step, Decimal(1))
    first = math.ceil(low / step)
    return [step * place for place in range(first, first + 2 * _LINES) if step * place <= high]


def short(value: Decimal) -> str:
    """The value for a label, exact but for digits that no label has room for: "17", "1,180", "2.5 mln", "6.02e+23"."""
    if abs(value.adjusted()) > _MOST_DIGITS:
        return f"{value:.3g}"
    plain = number(value)
    for size, letter in _POWERS:
        if abs(value) >= size:
            scaled = number(value / size)
            return f"{scaled}{letter}" if len(scaled) < _LONGEST else f"{value:.3g}"
    return plain if len(plain) <= _LONGEST else f"{value:.4g}"


def label(low: Decimal | None, high: Decimal | None, sign: str) -> str:
    """An interval for a label: "17", "≥ 180", "≤ 15", "12.6–15.4"; "" without a number."""
    if low is not None and high is not None:
        return f"{sign}{short(low)}" if low == high else f"{sign}{short(low)}–{short(high)}"
    end = low if low is not None else high
    if end is None:
        return ""
    return f"{sign if sign.endswith(('<', '>')) else sign + ('≥' if high is None else '≤')} {short(end)}"
