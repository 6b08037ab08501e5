"""Whether two quantities say the same number: value, unit, sign, and the way a bound points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from summarizer.ground.rounding import Side, is_rounded
from summarizer.quantities import Quantity, convert
from summarizer.quantities.others import PERSONS

_FROM_BELOW = frozenset({"at_most", "less_than"})
_FROM_ABOVE = frozenset({"at_least", "more_than"})
_NEARLY = Decimal("1.12")
"""The ends of "nearly 300" are 270 and 300, those of "about 300" 270 and 330."""
_ROUGH = Decimal("1.25")
"""A number word that stands for a narrow stretch ("two dozen") is also said as a number in it."""
_FALL = "down"
_DOLLAR = "dollar"
"""Without a nation it is one money, whatever the other ones are called."""
_ORDER = 3
_OBJECTS = frozenset(
    "house home building flat apartment room tent school hospital clinic mosque church temple shop store factory warehouse "
    "bridge road tower vehicle car truck lorry bus train carriage tank boat ship ferry vessel plane aircraft jet helicopter "
    "drone rocket missile bomb shell mine gun rifle weapon round bullet computer phone ticket book letter".split()
)
_NUMBER, _COUNT, _AGE, _MONEY = "number", "count:", "age:", "money:"
_MEASURED = "share"
_POINTS = frozenset({"point", "percentage point"})
_DEGREES = frozenset({"angle", "temperature"})
"""Dimensions of "12 degrees", which names its scale or does not."""


def says_same(said: Quantity, given: Quantity) -> bool:
    """The first says no other number than the second, and may only be rounder, in another unit, or without its hedge."""
    if not _is_of_kind(said, given) or _point_apart(said, given):
        return False
    return any(_same_value(left, right) for left, right in _in_one_unit(said, given))


def is_of_one_measure(left: Quantity, right: Quantity) -> bool:
    """Both have one dimension, and count the same if they count."""
    return convert(left).dimension == convert(right).dimension


def is_age(quantity: Quantity) -> bool:
    """It tells how old somebody is."""
    return convert(quantity).dimension.startswith(_AGE)


def is_count(quantity: Quantity) -> bool:
    """It counts people or things that it names."""
    return convert(quantity).dimension.startswith(_COUNT)


def is_measured(quantity: Quantity) -> bool:
    """It is more than a plain number, perhaps with a noun: it has a unit of measure, a currency, or a scale."""
    dimension = convert(quantity).dimension
    if not (dimension == _NUMBER or dimension.startswith(_COUNT)):
        return True
    digits = "".join(char for char in quantity.text if char.isdecimal())
    return _core(quantity) != Decimal(digits or 0)


def _is_of_kind(said: Quantity, given: Quantity) -> bool:
    """What the two measure is not different: a number without a unit may be of any."""
    left, right = (convert(q).dimension.removeprefix(_AGE).partition("/")[0] for q in (said, given))
    if left == right or _NUMBER in {left, right} or {left, right} in (_POINTS, _DEGREES):
        return True
    if left.startswith(_COUNT) and right.startswith(_COUNT):
        return not _counts_people_for_objects(said, given)
    if left.startswith(_MONEY) and right.startswith(_MONEY):
        name = left.removeprefix(_MONEY)
        return name != _DOLLAR and right.endswith(f" {name}")
    return _MEASURED in {left, right} and (left.startswith(_COUNT) or right.startswith(_COUNT)) and _is_part(said, given)


def _counts_people_for_objects(said: Quantity, given: Quantity) -> bool:
    """One counts persons and the other things made by hand; other nouns may name the same in other words."""
    heads = [(q.unit or "").rpartition(" ")[2] for q in (said, given)]
    return any(one in PERSONS and other in _OBJECTS for one, other in (heads, heads[::-1]))


def _is_part(said: Quantity, given: Quantity) -> bool:
    """One of them is a part of a whole ("half the crew"), which a percentage can give as well."""
    return any(q.low is not None and q.high is not None and q.low > 0 and q.high < 1 for q in (said, given))


def _point_apart(said: Quantity, given: Quantity) -> bool:
    """One bounds from below what the other bounds from above, or the one rises and the other falls."""
    if said.direction and given.direction and said.direction != given.direction:
        return True
    sides = {_side(said), _side(given)}
    return len(sides - {None}) > 1


def _side(quantity: Quantity) -> Side | None:
    if quantity.approximator in _FROM_ABOVE:
        return "above"
    return "below" if quantity.approximator in _FROM_BELOW or _is_nearly(quantity) else None


def _is_nearly(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return quantity.approximator == "about" and low is not None and high is not None and 0 < low < high < low * _NEARLY


def _in_one_unit(said: Quantity, given: Quantity) -> list[tuple[Quantity, Quantity]]:
    """Both as written if one has no unit or the units are the same, and both in the base unit."""
    pairs = [(_based(said), _based(given))]
    if _other_rates(said, given):
        return pairs
    degrees = {convert(said).dimension, convert(given).dimension} == _DEGREES
    if said.unit is None or given.unit is None or said.unit == given.unit or degrees or _counts_or_pays(said):
        pairs.append((said, given))
    return pairs


def _other_rates(said: Quantity, given: Quantity) -> bool:
    """Each is told per something, and not per the same ("a day", "a week")."""
    left, right = ((q.unit or "").partition(" per ")[2] for q in (said, given))
    return bool(left and right) and left != right


def _counts_or_pays(quantity: Quantity) -> bool:
    return convert(quantity).dimension.startswith((_COUNT, _MONEY))


def _based(quantity: Quantity) -> Quantity:
    """The quantity in its base unit, its precision with it."""
    measure = convert(quantity)
    end, based = (quantity.low, measure.low) if quantity.low else (quantity.high, measure.high)
    precision = quantity.precision
    if precision and end and based is not None:
        precision = abs(precision * based / end)
    return replace(quantity, low=measure.low, high=measure.high, precision=precision)


def _same_value(said: Quantity, given: Quantity) -> bool:
    if _is_range(said) or _is_range(given):
        return _same_range(said, given)
    left, right = _core(said), _core(given)
    return left is not None and right is not None and _meets(left, right, said, given)


def _meets(left: Decimal, right: Decimal, said: Quantity, given: Quantity) -> bool:
    """Equal, or the one that is said is the other one rounded."""
    if left == right or (left == -right and _falls_by(said, given)):
        return True
    return is_rounded(said, given, (left, right), _side(said))


def _falls_by(said: Quantity, given: Quantity) -> bool:
    """One tells a fall in words, the other as a negative number ("fell 3 percent", "minus 3 percent")."""
    below = [q.direction for q in (said, given) if (_core(q) or 0) < 0]
    above = [q.direction for q in (said, given) if (_core(q) or 0) > 0]
    return below == [None] and above == [_FALL]


def _core(quantity: Quantity) -> Decimal | None:
    """The number itself, without what its hedge makes of it."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return high if low is None else low
    if low == high or _is_nearly(quantity):
        return high
    return (low + high) / 2


def _is_range(quantity: Quantity) -> bool:
    return (
        quantity.low is not None
        and quantity.high is not None
        and quantity.low != quantity.high
        and quantity.approximator != "about"
    )


def _same_range(said: Quantity, given: Quantity) -> bool:
    """The ends are the same; a word for many ("hundreds") also says what lies in it, and a narrow one is said by it."""
    if _is_range(said) and _is_range(given) and (said.low, said.high) == (given.low, given.high):
        return True
    if _is_range(said) and not _has_digits(said):
        lies_in = _is_range(given) or _lies_in(_core(given), said)
        return lies_in and _overlap(said, given) and _is_of_one_order(said, given)
    return _is_range(given) and not _is_range(said) and _is_narrow(given) and _overlap(said, given)


def _lies_in(value: Decimal | None, said: Quantity) -> bool:
    return value is not None and (said.low or 0) <= value and (said.high is None or value <= said.high)


def _has_digits(quantity: Quantity) -> bool:
    return any(char.isdecimal() for char in quantity.text)


def _is_narrow(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return not _has_digits(quantity) and low is not None and high is not None and low > 0 and high <= low * _ROUGH


def _is_of_one_order(left: Quantity, right: Quantity) -> bool:
    """Two words for many begin at about the same number: "hundreds" and "several hundred", but not "thousands"."""
    if _has_digits(right) or not _is_range(right) or not left.low or not right.low:
        return True
    return max(left.low, right.low) <= min(left.low, right.low) * _ORDER


def _overlap(left: Quantity, right: Quantity) -> bool:
    ends = [(q.low, q.high) for q in (left, right)]
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends if high is not None]
    return not lows or not highs or max(lows) <= min(highs)
