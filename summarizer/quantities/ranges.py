"""Join two numbers into a range: "between 10 and 20", "5 to 10 percent", "hundreds to several thousands"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.digits import times
from summarizer.quantities.direction import follows_change
from summarizer.quantities.exclusions import is_number_range
from summarizer.quantities.money import currency_before
from summarizer.quantities.reading import read_numeral
from summarizer.quantities.units import UnitMatch, find_unit

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_BIGGEST_STEP = Decimal("1.5")
_CLOSE_RATIO = 3
_HEDGES = frozenset("about around roughly approximately nearly almost up perhaps possibly some as many at least".split())


def read_range(tokens: Tokens, left: Numeral) -> Numeral | None:
    """The range that starts with `left`, or None if it stands alone. Ends before the unit of its right end."""
    place, unit = _after_left(tokens, left)
    link = tokens.low(place)
    if not _links(tokens, left, place, unit):
        return None
    right = _right_end(tokens, place)
    if right is None or not _same_unit(tokens, right, unit):
        return None
    left = _share_scale(left, right)
    high = right.low if right.high is None else right.high
    if not left.low < high or not _fits(left, right, link):
        return None
    if link == "to" and _tells_levels(tokens, left, right, unit):
        return None
    precision = min(left.precision, right.precision)
    style = "indefinite" if left.style == "indefinite" else right.style
    return replace(left, last=right.last, high=high, precision=precision, style=style)


def _after_left(tokens: Tokens, left: Numeral) -> tuple[int, UnitMatch | None]:
    """The place of the linking word, past a unit of the left end ("10 percent to 20 percent")."""
    unit = find_unit(tokens, left.last)
    if unit is not None and tokens.low(left.last) != "-":
        return unit.last, unit
    return left.last, None


def _links(tokens: Tokens, left: Numeral, place: int, unit: UnitMatch | None) -> bool:
    link = tokens.low(place)
    before = _word_before(tokens, left)
    if link != "-":
        return {"and": before == "between", "to": before != "between", "or": unit is None}.get(link, False)
    if tokens.low(place + 1) == "to" and tokens.low(place + 2) == "-":
        return True
    if tokens[left.first].kind != "number" or tokens[place + 1].kind != "number":
        return _dash_between_words(tokens, left, place)
    measured = unit is not None or currency_before(tokens, left.first) is not None or left.last > left.first + 1
    return measured or tokens.glued(place) != tokens.glued(place + 1) or is_number_range(tokens, left.first, left.last)


def _dash_between_words(tokens: Tokens, left: Numeral, place: int) -> bool:
    """A hyphen links "two-three" and "$5-$10", where a sign stands before the right end."""
    sign = currency_before(tokens, left.first) is not None and currency_before(tokens, place + 2) is not None
    return sign or (left.style in {"words", "indefinite"} and tokens[place + 1].kind == "word")


def _word_before(tokens: Tokens, left: Numeral) -> str:
    money = currency_before(tokens, left.first)
    place = (money[1] if money else left.first) - 1
    while tokens.low(place) in _HEDGES:
        place -= 1
    return tokens.low(place)


def _right_end(tokens: Tokens, place: int) -> Numeral | None:
    """The number after the link, past hedges, a second hyphen and a currency sign."""
    start = place + 1
    while start < place + 5 and (tokens.low(start) in _HEDGES or tokens.low(start) in {"to", "-"} or _is_sign(tokens, start)):
        start += 1
    right = read_numeral(tokens, start)
    if right is None or (right.style == "fraction" and tokens.low(place) == "to"):
        return None
    return right


def _is_sign(tokens: Tokens, place: int) -> bool:
    found = currency_before(tokens, place + 1)
    return found is not None and found[1] <= place


def _same_unit(tokens: Tokens, right: Numeral, unit: UnitMatch | None) -> bool:
    """A unit on the left must come back on the right."""
    if unit is None:
        return True
    other = find_unit(tokens, right.last)
    return other is not None and other.name == unit.name


def _share_scale(left: Numeral, right: Numeral) -> Numeral:
    """In "5 to 10 million" both are millions; in "500 to 1 million" they are not."""
    if left.scale == 1 and right.scale > 1 and left.style in {"digits", "words"} and left.low < right.mantissa:
        return replace(times(left, right.scale), style="scaled")
    return left


def _tells_levels(tokens: Tokens, left: Numeral, right: Numeral, unit: UnitMatch | None) -> bool:
    """Two figures, no range: "rose from 10 to 20", "rose by $4 billion to $40 billion".

    After a verb of change only "by 1 to 1.5 degrees" is a range: the ends are close and share one unit.
    """
    money = currency_before(tokens, left.first)
    place = (money[1] if money else left.first) - 1
    if tokens.low(place) == "to":
        return False
    if not follows_change(tokens, place - 1 if tokens.low(place) in {"from", "by"} else place):
        return False
    if tokens.low(place) == "from" or unit is not None or money is not None:
        return True
    return right.low > left.low * _CLOSE_RATIO


def _fits(left: Numeral, right: Numeral, link: str) -> bool:
    if link != "or":
        return True
    return left.style != "fraction" and right.low <= max(left.low * _BIGGEST_STEP, left.low + 1)
