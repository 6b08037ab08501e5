"""Measures told in two units at once: "5 ft 10 in", "2 hours 30 minutes", "3 years and 2 months"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.naming import Named
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.reading import read_numeral
from summarizer.quantities.unit_parts import UNIT_PARTS
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.units import UnitMatch

# "5 foot 10", "12 stone 4": the smaller unit goes without saying.
_UNSAID = {"foot": "inch", "stone": "pound-mass"}
# "1 hour 45." at the end of its clause only: "after 1 hour 45 fled".
_UNSAID_AT_END = {"hour": "minute", "minute": "second", "metre": "centimetre"}
_FIRST_TWO_DIGITS = 10
_AGE = " of age"
_MOST_PARTS = 3
_SHORT, _INCHES = frozenset({"ft", "st", "lb"}), frozenset({"in", "ins"})
_STYLES = frozenset({"digits", "words"})


def with_smaller_units(tokens: Tokens, numeral: Numeral, named: Named) -> tuple[Numeral, Named]:
    """The measure in its smallest unit, with all the parts that follow it."""
    for _ in range(_MOST_PARTS):
        longer = _with_part(tokens, numeral, named) if named.unit in UNIT_PARTS else None
        if longer is None:
            break
        numeral, named = longer
    return numeral, named


def _with_part(tokens: Tokens, numeral: Numeral, named: Named) -> tuple[Numeral, Named] | None:
    unit = named.unit or ""
    place = _part_place(tokens, named.last)
    part = read_numeral(tokens, place) if numeral.is_whole and numeral.style in _STYLES else None
    if part is None or part.low != part.high or part.style not in _STYLES or _is_other_end(tokens, numeral, named):
        return None
    smaller = find_unit(tokens, part.last)
    name = smaller.name.removesuffix(_AGE) if smaller is not None else _unsaid(tokens, unit, named.last, part)
    ratio = UNIT_PARTS[unit].get(name or "")
    last = smaller.last if smaller is not None else part.last
    if ratio is None or name is None or not 0 <= part.low < ratio[0] or tokens.low(last) == "respectively":
        return None
    low, high = (numeral.low * each + part.low for each in ratio)
    name = "pound-mass" if name == "pound sterling" else name
    aged = _AGE if smaller is not None and smaller.name.endswith(_AGE) else ""
    return replace(numeral, low=low, high=high, precision=part.precision), replace(named, unit=f"{name}{aged}", last=last)


def _is_other_end(tokens: Tokens, numeral: Numeral, named: Named) -> bool:
    """What follows is the other end of a range: "between 2 hours and 30 minutes"."""
    return tokens.low(numeral.first - 1) == "between" and tokens.low(named.last) == "and"


def read_measure_range(tokens: Tokens, left: Numeral, unit: UnitMatch) -> Numeral | None:
    """The range between two measures of several parts: "between 5 ft 7 in and 5 ft 9 in"; None if there is none."""
    if unit.name not in UNIT_PARTS or tokens[unit.last].kind not in {"number", "word", "symbol"}:
        return None
    first, low = with_smaller_units(tokens, left, Named(unit.name, unit.last))
    link = _past_inches(tokens, low)
    linked = tokens.low(link) in {"to", "-"} or (tokens.low(link) == "and" and tokens.low(left.first - 1) == "between")
    right = read_numeral(tokens, link + 1) if linked else None
    again = find_unit(tokens, right.last) if right is not None else None
    if right is None or again is None:
        return None
    second, high = with_smaller_units(tokens, right, Named(again.name, again.last))
    if low.unit == unit.name and high.unit == again.name:
        return None
    smaller = high.unit if low.unit == unit.name else low.unit
    ends = _in_unit(first, low, smaller), _in_unit(second, high, smaller)
    if ends[0] is None or ends[1] is None or not ends[0] < ends[1]:
        return None
    return replace(first, last=_past_inches(tokens, high), low=ends[0], high=ends[1], unit=smaller)


def _in_unit(numeral: Numeral, named: Named, smaller: str | None) -> Decimal | None:
    """The measure in the smaller unit, None if it cannot be told exactly."""
    if named.unit == smaller:
        return numeral.low if numeral.low == numeral.high else None
    ratio = UNIT_PARTS.get(named.unit or "", {}).get(smaller or "")
    return numeral.low * ratio[0] if ratio is not None and ratio[0] == ratio[1] else None


def _past_inches(tokens: Tokens, named: Named) -> int:
    """The place after a measure and the short form of its inches, which is no unit by itself."""
    return named.last + (named.unit == "inch" and tokens.low(named.last) in _INCHES)


def _part_place(tokens: Tokens, place: int) -> int:
    """Where the smaller part begins, past a comma, "and" or a joining hyphen."""
    if tokens.joins(place):
        return place + 1
    place += tokens.low(place) == "," or (tokens.low(place) == "." and tokens.low(place - 1) in _SHORT)
    return place + (tokens.low(place) == "and")


def _unsaid(tokens: Tokens, unit: str, place: int, part: Numeral) -> str | None:
    joined = tokens.joins(place)
    dotted = part.first == place + 1 and tokens.low(place) == "." and tokens.low(part.last) in _INCHES
    alone = (
        (part.first == place or dotted)
        and not starts_noun(tokens, part.last)
        and tokens.low(part.last) not in {"%", "-", "/", ":"}
    )
    if alone and part.low >= _FIRST_TWO_DIGITS and tokens[part.last].kind in {"symbol", "none", "break"}:
        return _UNSAID.get(unit) or _UNSAID_AT_END.get(unit)
    return _UNSAID.get(unit) if joined or alone else None
