"""Put quantities on one scale and decide whether two of them can both hold."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.below_zero import with_falls_alike
from summarizer.quantities.money import full_name, is_currency
from summarizer.quantities.unit_names import UNITS_BY_NAME

if TYPE_CHECKING:
    from summarizer.quantities.model import Quantity

_FREEZING_FAHRENHEIT = Decimal(32)
_CELSIUS_PER_FAHRENHEIT = Decimal(5) / Decimal(9)
_FREEZING_KELVIN = Decimal("273.15")
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_TEN = Decimal(10)
# A whole number may be cut as well as rounded: an index that fell 115.57 points "fell 115".
_CUT_OFF = _ONE
_MONTHS = 12
_PER = " per "
_AGE = " of age"


class Measure(NamedTuple):
    """A quantity in the base unit of its dimension; None is an open end.

    `dimension` is a physical one ("length"), "money:dollar", "count:soldier", or "number" without a unit.
    """

    dimension: str
    low: Decimal | None
    high: Decimal | None


def convert(quantity: Quantity) -> Measure:
    """The quantity's interval in the base unit of its dimension, as written, without rounding tolerance.

    Only units of one dimension are converted into each other. Money keeps its currency, a count its noun.
    """
    dimension, _ = _scale(quantity.unit)
    return Measure(dimension, _to_base(quantity.low, quantity.unit), _to_base(quantity.high, quantity.unit))


def disjoint(left: Quantity, right: Quantity, *, same_measure: bool = False) -> bool | None:
    """The two quantities cannot both be true of one thing.

    Each figure stands for every value that rounds to it at the precision it was written in, so "3.2 million"
    and "3,214,000" agree; a count given to the unit is exact, so 183 and 170 do not. Two figures in one unit
    and at one precision are compared as written: "3.2 million" and "3.3 million" are disjoint. Against a bound
    that leaves its number out, a measured or round figure still stands for what it was rounded from: "$30 million"
    and "more than $30 million" agree, and so do "150 people" and "more than 150", but not 183 and "more than 183".

    Args:
        left: One quantity.
        right: The other; the order does not matter.
        same_measure: The caller knows that both tell the same measure, so that counts are compared whatever
            they name ("64" and "46 people"). Other dimensions still have to agree.

    Returns:
        None if they cannot be compared: other dimensions, a date, a vague word, "one of the …", or an addition against a total.
    """
    if any(quantity.is_date or quantity.vague or quantity.partitive for quantity in (left, right)):
        return None
    if left.additional != right.additional:
        return None
    left, right = with_falls_alike(left, right)
    left_dimension, right_dimension = _scale(left.unit)[0], _scale(right.unit)[0]
    if left_dimension != right_dimension and not (same_measure and _counts(left_dimension, right_dimension)):
        return None
    if left.direction and right.direction and left.direction != right.direction and not (_has_zero(left) or _has_zero(right)):
        return True
    converted = left.unit != right.unit and not _counts(left_dimension, right_dimension)
    loose = converted or left.precision != right.precision
    return _apart(left, right, loose=loose) or _apart(right, left, loose=loose)


def _has_zero(quantity: Quantity) -> bool:
    return (quantity.low is None or quantity.low <= 0) and (quantity.high is None or quantity.high >= 0)


def _counts(left: str, right: str) -> bool:
    return all(dimension == "number" or dimension.startswith("count:") for dimension in (left, right))


def _apart(lower: Quantity, upper: Quantity, *, loose: bool) -> bool:
    """All of `lower` lies below all of `upper`, counting ends that are left out and, if `loose`, rounding."""
    if lower.high is None or upper.low is None:
        return False
    slack = _CUT_OFF if _is_rounded_count(lower, upper) or _is_cut_year(lower, upper) else _slack(lower, upper, loose=loose)
    top = _to_base(lower.high + slack, lower.unit)
    bottom = _to_base(upper.low - _slack(upper, lower, loose=loose), upper.unit)
    if top is None or bottom is None:
        return False
    passed = upper.approximator == "more_than" and not _is_round(lower)
    return top < bottom or (top == bottom and (passed or lower.approximator == "less_than"))


def _slack(quantity: Quantity, other: Quantity, *, loose: bool) -> Decimal:
    """How far a value may lie outside the interval and still round to its ends: half the last digit."""
    if _is_rounded_count(quantity, other):
        return _HALF
    if quantity.approximator in BOUNDS and _counts(_scale(quantity.unit)[0], _scale(other.unit)[0]):
        return Decimal(0)
    meets_bound = quantity.approximator == "exact" and other.approximator in {"more_than", "less_than"}
    if quantity.precision is None or not (loose or meets_bound):
        return Decimal(0)
    return quantity.precision * _HALF


BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than"})
"""Nobody rounds a count past the bound that he names: "more than 1,000" is not said of 950."""


def _is_rounded_count(quantity: Quantity, other: Quantity) -> bool:
    """A whole number for what the other figure gives with decimals: things counted have none, so it was rounded or cut."""
    decimals = other.precision is not None and 0 < other.precision < 1
    return decimals and quantity.precision == 0 and quantity.approximator == "exact"


def _is_cut_year(quantity: Quantity, other: Quantity) -> bool:
    """Whole years where the other figure tells the months, too: "16 years" is said of 16 years and nine months."""
    years = quantity.unit in {"year", "year of age"} and quantity.approximator == "exact" and quantity.precision == 1
    return years and other.unit in {"month", "month of age"} and other.low is not None and other.low % _MONTHS != 0


def _is_round(quantity: Quantity) -> bool:
    """A plain figure that ends in zero: rounded down it still holds ("150 climbers" of 153), rounded up it would not."""
    value = quantity.high if quantity.approximator == "exact" else None
    return value is not None and value != 0 and value % _TEN == 0


@functools.lru_cache(maxsize=4096)
def _scale(unit: str | None) -> tuple[str, Decimal]:
    """The dimension of a unit, and how many base units one makes."""
    if unit is None:
        return "number", _ONE
    if unit in UNITS_BY_NAME:
        known = UNITS_BY_NAME[unit]
        return known.dimension, known.factor
    if is_currency(unit):
        return f"money:{full_name(unit)}", _ONE
    if unit.endswith(_AGE):
        dimension, factor = _scale(unit.removesuffix(_AGE))
        return f"age:{dimension}", factor
    if _PER in unit:
        return _rate_scale(unit)
    return f"count:{unit.rpartition(' ')[2]}", _ONE


def _rate_scale(unit: str) -> tuple[str, Decimal]:
    """The dimension of "barrel per day"; a length per time is a speed."""
    amount, _, base = unit.rpartition(_PER)
    amount_dimension, amount_factor = _scale(amount)
    base_dimension, base_factor = _scale(base)
    name = "speed" if (amount_dimension, base_dimension) == ("length", "time") else f"{amount_dimension}/{base_dimension}"
    return name, amount_factor / base_factor


def _to_base(value: Decimal | None, unit: str | None) -> Decimal | None:
    """A value in the base unit; temperatures have shifted zeros."""
    if value is None:
        return None
    if unit == "fahrenheit":
        return (value - _FREEZING_FAHRENHEIT) * _CELSIUS_PER_FAHRENHEIT
    if unit == "kelvin":
        return value - _FREEZING_KELVIN
    return value * _scale(unit)[1]
