"""Numbers with their unit or scale in the middle: "a year and a half", "three hours and a half", "a dozen or two"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.numeral import Numeral
from summarizer.quantities.unit_names import UNITS_BY_NAME
from summarizer.quantities.units import find_unit
from summarizer.quantities.words import SCALE_WORDS, past_hyphen

if TYPE_CHECKING:
    from summarizer.quantities.naming import Named
    from summarizer.quantities.tokens import Tokens

_ONE, _TENTH = Decimal(1), Decimal("0.1")
_HALF = Decimal("0.5")
_DETERMINERS = frozenset("the its their his her our my your these those this that them".split())
_PARTS: dict[tuple[str, ...], Decimal] = {
    ("a", "half"): _HALF,
    ("a", "quarter"): Decimal("0.25"),
    ("three", "quarters"): Decimal("0.75"),
}
# "Two years and a half dozen", "an hour and a quarter of the time": the part belongs to what follows.
_NO_PART_BEFORE = frozenset(SCALE_WORDS) | {"-", "time", "mile", "century"}


def read_around_unit(tokens: Tokens, index: int) -> Numeral | None:
    """A number with its unit or scale in the middle: "a year and a half", "a day or two", "a dozen or two"."""
    if tokens.low(index + 1) in SCALE_WORDS:
        return _one_or_two(tokens, index)
    unit = find_unit(tokens, index + 1)
    last = unit.last if unit is not None else index + 2
    part = _part_at(tokens, last) if unit is not None else None
    if part is not None:
        return Numeral(index, last + 3, _ONE + part, _ONE + part, _TENTH, "words", _ONE + part, unit_place=index + 1)
    if tokens.lows(last, 2) == ("or", "two") and tokens[index + 1].kind == "word":
        return Numeral(index, last + 2, _ONE, _ONE + _ONE, _ONE, "words", _ONE, unit_place=index + 1)
    return None


def _one_or_two(tokens: Tokens, index: int) -> Numeral | None:
    """A scale once or twice: "a million or two"; in "a hundred or two hundred" the scale comes again."""
    if tokens.lows(index + 2, 2) != ("or", "two") or tokens.low(past_hyphen(tokens, index + 4)) in SCALE_WORDS:
        return None
    scale = SCALE_WORDS[tokens.low(index + 1)]
    return Numeral(index, index + 4, scale, scale * 2, scale, "scaled", _ONE, scale)


def with_part_after_unit(tokens: Tokens, numeral: Numeral, named: Named) -> tuple[Numeral, Named]:
    """The number with the part told after its unit: "three hours and a half"."""
    part = _part_at(tokens, named.last) if numeral.is_whole and named.unit in UNITS_BY_NAME else None
    if part is None or numeral.scale != 1:
        return numeral, named
    value = numeral.low + part
    return replace(numeral, low=value, high=value, precision=_TENTH), replace(named, last=named.last + 3)


def _part_at(tokens: Tokens, place: int) -> Decimal | None:
    """The half or the quarter of "and a half" at `place`, unless something else follows that it is a part of."""
    part = _PARTS.get(tokens.lows(place + 1, 2)) if tokens.low(place) == "and" else None
    if part is None:
        return None
    after = place + 3
    if tokens.low(after) == "of":
        return part if part == _HALF and tokens.low(after + 1) not in _DETERMINERS else None
    return None if tokens.low(after) in _NO_PART_BEFORE or find_unit(tokens, after) is not None else part
