"""Digits whose thousands a dot or a space marks, and decimals that begin with a comma."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.calendar_numbers import MONTHS
from summarizer.quantities.money import currency_before
from summarizer.quantities.noun_words import STOP_WORDS
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_words import SCALES, SHORT_SCALES
from summarizer.quantities.unit_names import UNITS_BY_NAME
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.naming import Named
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_THOUSAND = Decimal(1000)
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}$")
_GROUP, _CENTS_DIGITS, _YEAR_DIGITS = 3, 2, 4
_AVERAGED_REACH = 6
_AVERAGED = frozenset("average averaged averages averaging mean median".split())
# Told in fractions as a matter of course, so a dot before three digits marks decimals.
_DECIMAL_DIMENSIONS = frozenset({"share", "percentage point", "point", "temperature", "angle", "times", "magnitude"})
_DECIMAL_UNITS = frozenset({"second", "minute"})
# Things counted that are also told in fractions: "1.250 shares for each".
_DIVISIBLE = frozenset({"share", "unit", "child"})
_FATES = frozenset(
    "dead died killed wounded injured hurt missing displaced rescued evacuated arrested detained homeless infected".split()
)
_PAYDAYS = frozenset({"day", "week", "month", "year"})
_OPENERS = frozenset("some nearly almost roughly approximately another only estimated totalling totaling".split())


def with_dotted_thousands(tokens: Tokens, numeral: Numeral, named: Named) -> Numeral:
    """The number with its dot read as a mark of thousands where what it counts comes whole ("45.000 people").

    Where both readings are possible ("12.500 euros") the interval reaches from the one to the other.
    """
    if numeral.style != "digits" or numeral.high is None:
        return numeral
    marked = [_DOTTED.match(tokens[place].raw) is not None for place in (numeral.first, numeral.last - 1)]
    if not any(marked):
        return numeral
    left, right = (_THOUSAND if mark else Decimal(1) for mark in marked)
    if _comes_whole(tokens, numeral, named):
        return replace(numeral, low=numeral.low * left, high=numeral.high * right, precision=numeral.precision * _THOUSAND)
    if _is_open(tokens, numeral, named):
        return replace(numeral, high=numeral.high * right)
    return numeral


def _is_averaged(tokens: Tokens, numeral: Numeral, named: Named) -> bool:
    before = tokens.lows(max(0, numeral.first - _AVERAGED_REACH), min(numeral.first, _AVERAGED_REACH))
    return tokens.low(named.last) in {"per", "each"} or not _AVERAGED.isdisjoint(before)


def _comes_whole(tokens: Tokens, numeral: Numeral, named: Named) -> bool:
    counted = named.is_count and named.unit is not None and named.unit.rpartition(" ")[2] not in _DIVISIBLE
    if named.is_count and named.unit is None:
        counted = _tells_people(tokens, numeral, named.last)
    return counted and not _is_averaged(tokens, numeral, named)


def _tells_people(tokens: Tokens, numeral: Numeral, place: int) -> bool:
    """The number is of people whose fate only is told: "41.020 dead", "45.000 were displaced", "the toll rose to 3.200"."""
    place += tokens.low(place) in {"were", "are", "have", "had"}
    before = tokens.lows(max(0, numeral.first - _AVERAGED_REACH), min(numeral.first, _AVERAGED_REACH))
    return tokens.low(place) in _FATES or "toll" in before


def _is_open(tokens: Tokens, numeral: Numeral, named: Named) -> bool:
    """Decimals are seldom written with two zeros at the end, so such digits may be thousands."""
    if not tokens[numeral.last - 1].raw.endswith("00") or _is_averaged(tokens, numeral, named):
        return False
    unit = named.unit or ""
    known = UNITS_BY_NAME.get(unit)
    decimal = known is not None and (known.dimension in _DECIMAL_DIMENSIONS or unit in _DECIMAL_UNITS)
    base = unit.partition(" per ")[2]
    return not decimal and (not base or base in _PAYDAYS)


def is_spaced_thousands(tokens: Tokens, index: int) -> bool:
    """One space between two groups of digits joins them: "1 500 million", "about 12 300 people".

    After a month, a name or another number the groups are two numbers ("May 1 500 people").
    """
    first, group = tokens[index], tokens[index + 1]
    if not (group.kind == "number" and group.start == first.end + 1 and len(group.raw) == _GROUP and group.raw.isdigit()):
        return False
    if first.raw.startswith("0") or tokens[index + 2].kind == "number" or _continues_number(tokens, index):
        return False
    before = tokens[index - 1]
    named = before.raw[:1].isupper() and (before.low not in STOP_WORDS | _OPENERS or before.low in MONTHS)
    money = currency_before(tokens, index) is not None
    return money or (not named and not tokens.glued(index) and _is_counted(tokens, index + 2))


def _continues_number(tokens: Tokens, index: int) -> bool:
    """A number stands right before `index` that is no year after "in"."""
    before = tokens[index - 1]
    year = len(before.raw) == _YEAR_DIGITS and before.raw[:2] in {"19", "20"} and tokens.low(index - 2) == "in"
    return before.kind == "number" and not year


def _is_counted(tokens: Tokens, place: int) -> bool:
    word = tokens.low(place)
    plural = starts_noun(tokens, place) and (is_plural(word) or is_plural(tokens.low(place + 1)))
    return word in SCALES or word in SHORT_SCALES or plural or find_unit(tokens, place) is not None


def is_comma_decimal(tokens: Tokens, index: int) -> bool:
    """A comma opens the number: ",50 euros", "€,89". A count after a comma is no decimal."""
    comma = index - 1
    if tokens.low(comma) != "," or not tokens.glued(index) or len(tokens[index].raw) > _CENTS_DIGITS:
        return False
    if currency_before(tokens, comma) is not None:
        return True
    return not tokens.glued(comma) and find_unit(tokens, index + 1) is not None
