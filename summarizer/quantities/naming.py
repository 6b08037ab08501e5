"""What a number counts or measures: money, a unit, an age, a share of something, or a noun."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.ages import AGE, follows_aged, is_age
from summarizer.quantities.digits import times
from summarizer.quantities.money import nation_after
from summarizer.quantities.nouns import CountedNoun, counted_noun, is_plural, singular, starts_noun
from summarizer.quantities.number_words import SCALES
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.reading import read_numeral
from summarizer.quantities.unit_names import UNITS_BY_SURFACE
from summarizer.quantities.units import UnitMatch, find_unit, rate_after, rate_past_brackets
from summarizer.quantities.zeros import counts_nobody

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_ONE = Decimal(1)
_MILLION = Decimal(10**6)
_CENTS, _BARE_CENTS = 100, 10
_CENT = Decimal("0.01")
_ARTICLES = frozenset({"a", "an", "own"})
_SINGULAR_MEASURES = frozenset(
    "page seat bed room bedroom storey story member nation team lap hole game match cylinder door speed star seater "
    "course".split()
)
_CHANGE = {"dollar": "cent", "euro": "cent", "pound sterling": "penny"}
_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Named:
    """The unit of a number and the place after it.

    `factor` and `change` are written after the unit: the scale in "75 USD million", the cents in "three
    dollars fifty".
    """

    unit: str | None
    last: int
    is_count: bool = False
    factor: Decimal = _ONE
    change: Decimal = Decimal(0)


def with_unit_scale(numeral: Numeral, named: Named) -> Numeral:
    """The number with the scale or the small change that was written after its unit."""
    if named.change:
        value = numeral.low + named.change
        return single(numeral.first, numeral.last, value, _CENT, "digits")
    return times(numeral, named.factor) if named.factor != 1 else numeral


def name_unit(tokens: Tokens, numeral: Numeral, currency: str | None, place: int) -> Named:
    """What stands at `place`, after a number and its hedges; `currency` is the money named before it."""
    inside = _inside(tokens, numeral, place)
    if inside is not None:
        return inside
    if currency is not None:
        return _priced(tokens, currency, place)
    unit = find_unit(tokens, place)
    if unit is None:
        unit = _suspended(tokens, place)
    if unit is not None:
        aged = unit.name == "year" and follows_aged(tokens, numeral)
        return Named(AGE, unit.last) if aged else _with_change(tokens, numeral, _measured(tokens, unit))
    if is_age(tokens, numeral, counts=starts_noun(tokens, numeral.last)):
        return Named(AGE, place)
    before = numeral.first - 1
    if tokens.low(before - 1 if tokens.low(before) == "of" else before) == "magnitude":
        return Named("magnitude", place)
    return _share(tokens, numeral) if numeral.style == "fraction" else _counted(tokens, numeral, place)


def _inside(tokens: Tokens, numeral: Numeral, place: int) -> Named | None:
    """The unit told by the number itself ("a year and a half", "2h30", "nobody"), None if it has none."""
    if numeral.unit is not None:
        return Named(numeral.unit, place)
    if numeral.unit_place >= 0:
        unit = find_unit(tokens, numeral.unit_place)
        if unit is not None:
            return Named(unit.name, place)
        noun = counted_noun(tokens, numeral.unit_place, one=True)
        return Named(noun.name if noun is not None else singular(tokens.low(numeral.unit_place)), place, is_count=True)
    if numeral.low == 0 and counts_nobody(tokens, numeral):
        return Named(_PEOPLE, place, is_count=True)
    alone = tokens.low(numeral.first) == "none" and tokens.low(place) != "of"
    return Named(None, place, is_count=True) if alone else None


def _share(tokens: Tokens, numeral: Numeral) -> Named:
    """A part of a unit ("three-quarters of a point"), else a share of whatever follows."""
    if tokens.low(numeral.last) == "of" and tokens.low(numeral.last + 1) in {"a", "an", "one"}:
        unit = find_unit(tokens, numeral.last + 2)
        if unit is not None:
            return Named(unit.name, unit.last)
    return Named("fraction", numeral.last)


def _measured(tokens: Tokens, unit: UnitMatch) -> Named:
    scale = SCALES.get(tokens.low(unit.last))
    if scale is not None and tokens[unit.last - 1].raw.isupper():
        return Named(unit.name, unit.last + 1, factor=scale)
    return Named(unit.name, unit.last, factor=_MILLION if unit.is_million else _ONE)


def _suspended(tokens: Tokens, place: int) -> UnitMatch | None:
    """The unit that a hyphen leaves to the next number: "16- and 18-year-old"."""
    left_open = tokens.low(place) == "-" and tokens.glued(place) and not tokens.glued(place + 1)
    if not left_open or tokens.low(place + 1) not in {"and", "or", "to"}:
        return None
    following = read_numeral(tokens, place + 2)
    unit = find_unit(tokens, following.last) if following is not None else None
    return UnitMatch(unit.name, place + 1) if unit is not None else None


def _with_change(tokens: Tokens, numeral: Numeral, named: Named) -> Named:
    """Add the cents in "three dollars and 50 cents" and "three dollars fifty"."""
    cents = _CHANGE.get(named.unit or "")
    if cents is None or named.factor != 1 or not numeral.is_whole or numeral.scale != 1:
        return named
    linked = tokens.low(named.last) == "and"
    change = read_numeral(tokens, named.last + 1 if linked else named.last)
    if change is None or not change.is_whole or not 0 < change.low < _CENTS:
        return named
    unit = find_unit(tokens, change.last)
    if unit is not None and unit.name == cents:
        return Named(named.unit, unit.last, change=change.low * _CENT)
    bare = unit is None and not linked and change.low >= _BARE_CENTS and not starts_noun(tokens, change.last)
    closed = bare and tokens.low(change.last) not in {"$", "-", "to", "%", "/"}
    return Named(named.unit, change.last, change=change.low * _CENT) if closed else named


def _priced(tokens: Tokens, currency: str, place: int) -> Named:
    """A sign before the number names the money; a rate or the name again may follow it."""
    again = find_unit(tokens, place) if tokens[place].kind == "word" else None
    if again is not None and (again.name.startswith(currency) or again.name.endswith(currency)):
        return Named(again.name, again.last)
    currency, place = nation_after(tokens, currency, place) or (currency, place)
    rate = rate_after(tokens, place)
    if rate is not None:
        return Named(f"{currency} per {rate[0]}", rate[1])
    base = rate_past_brackets(tokens, place)
    return Named(f"{currency} per {base}" if base else currency, place)


def _counted(tokens: Tokens, numeral: Numeral, place: int) -> Named:
    """The noun after the number; a hyphen ties one singular word to it ("two-door")."""
    if tokens.joins(place) and tokens.low(place + 1) == "strong":
        return Named(None, place, is_count=True)
    if tokens.joins(place) and tokens[place + 1].kind == "word":
        noun = counted_noun(tokens, place + 1, one=True, words=1)
    else:
        one = numeral.low == numeral.high and abs(numeral.low) <= 1 and tokens.low(place) != "of"
        noun = counted_noun(tokens, place, one=one or _is_attributive(tokens, numeral))
    if tokens.low(place) in _SINGULAR_MEASURES and starts_noun(tokens, place + 1) and not _ends_in_plural(tokens, noun):
        return Named(tokens.low(place), place + 1, is_count=True)
    if noun is None:
        rate = rate_after(tokens, place) if tokens[place + 1].kind == "number" else None
        if rate is not None:
            return Named(f"per {rate[0]}", rate[1])
        behind = _past_measure(tokens, place) or _whole_counted(tokens, numeral, place)
        return Named(behind, place, is_count=True)
    unit = UNITS_BY_SURFACE.get(noun.head)
    if unit is None or tokens[noun.head_place].raw[0].isupper():
        rate = rate_after(tokens, noun.last)
        name, last = (f"{noun.name} per {rate[0]}", rate[1]) if rate else (noun.name, noun.last)
        return Named(name, last, is_count=True)
    aged = find_unit(tokens, noun.head_place)
    return Named(aged.name, aged.last) if aged is not None else Named(unit.name, noun.last)


def _ends_in_plural(tokens: Tokens, noun: CountedNoun | None) -> bool:
    return noun is not None and is_plural(tokens.low(noun.head_place))


def _is_attributive(tokens: Tokens, numeral: Numeral) -> bool:
    """An article stands before the number, and so one thing is described: "a tapered 14 gauge needle"."""
    first = numeral.first
    near = tokens.low(first - 1) in _ARTICLES or (tokens.low(first - 2) in _ARTICLES and starts_noun(tokens, first - 1))
    described = tokens[numeral.last].raw
    noun = described.islower() and not described.endswith(("ed", "ly", "ing"))
    return near and noun and numeral.style == "digits" and numeral.is_whole


def _past_measure(tokens: Tokens, place: int) -> str | None:
    """The noun behind a measure that only describes it: "eight million 250ml bottles", "two 5-year-old boys"."""
    inner = read_numeral(tokens, place) if tokens[place].kind == "number" else None
    unit = find_unit(tokens, inner.last) if inner is not None else None
    noun = counted_noun(tokens, unit.last, one=False) if unit is not None else None
    return noun.name if noun is not None and noun.head not in UNITS_BY_SURFACE else None


def _whole_counted(tokens: Tokens, numeral: Numeral, place: int) -> str | None:
    """What a part is taken of, where the whole is counted too: "12 of 20 clinics"."""
    start = place + 2 if tokens.low(place + 1) == "the" else place + 1
    whole = read_numeral(tokens, start) if tokens.low(place) == "of" else None
    if whole is None or not whole.is_whole or whole.low < numeral.low:
        return None
    noun = counted_noun(tokens, whole.last, one=False)
    return noun.name if noun is not None and noun.head not in UNITS_BY_SURFACE else None
