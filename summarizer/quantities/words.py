"""Read a number written in words: cardinals and fractions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.digits import times, written_precision
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_words import (
    DENOMINATOR_PLURALS,
    DENOMINATORS,
    DIGITS,
    DOZEN,
    DOZEN_PRECISION,
    HUNDRED,
    SCALES,
    TEENS,
    TENS,
)
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.units import is_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_ROUND_PARTS = frozenset({_HALF, _HALF / 2, _ONE - _HALF / 2})
# A third, a half: one figure in three, so a twentieth either way is still the same fraction.
_FRACTION_TOLERANCE = Decimal("0.1")
_ARTICLES = frozenset({"a", "an"})
SCALE_WORDS = SCALES | {"hundred": HUNDRED, "dozen": DOZEN}
_WHOLE_FOLLOWS = frozenset("of the its their his her our all those these".split())
_COMPARED = frozenset("more less fewer higher lower larger smaller cheaper off".split())
# "The first half", "the other half", "another quarter": parts of a match or a year.
_PERIOD_BEFORE = frozenset("first second third fourth last latter other this next previous final early late fiscal".split())
# Nobody writes two quarters for a half: they are quarters of a year.
_TWO_QUARTERS = (Decimal(2), 4)
_CALENDAR_UNITS = frozenset("year years day days time century decade".split())


def past_hyphen(tokens: Tokens, place: int) -> int:
    """The place of the next part of a number, past a hyphen that joins words."""
    return place + 1 if tokens.joins(place) else place


def _below_hundred(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    word = tokens.low(place)
    small = DIGITS.get(word, TEENS.get(word))
    if small is not None:
        return small, place + 1
    if word not in TENS:
        return None
    after = past_hyphen(tokens, place + 1)
    unit = DIGITS.get(tokens.low(after))
    return (TENS[word] + unit, after + 1) if unit else (TENS[word], place + 1)


def _below_thousand(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """One part of a number: "ninety-five", "three hundred and fifty", "a hundred"."""
    hundred_follows = tokens.low(past_hyphen(tokens, place + 1)) == "hundred"
    part = (_ONE, place + 1) if tokens.low(place) in _ARTICLES and hundred_follows else _below_hundred(tokens, place)
    if part is None:
        return None
    value, after = part
    step = past_hyphen(tokens, after)
    if tokens.low(step) != "hundred" or value == 0:
        return part
    value, after = value * HUNDRED, step + 1
    linked = tokens.low(after) == "and"
    rest = _below_hundred(tokens, after + 1 if linked else past_hyphen(tokens, after))
    if rest is None or (linked and _is_other_end(tokens, place, rest[1])):
        return value, after
    return value + rest[0], rest[1]


def _is_other_end(tokens: Tokens, first: int, last: int) -> bool:
    """The part after "and", which ends at `last`, is no rest but the other end: "between a hundred and two hundred"."""
    if tokens.low(past_hyphen(tokens, last)) == "hundred":
        return True
    return tokens.low(first - 1) == "between" and tokens.low(last) != "and"


def read_cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """A whole number in words: "two hundred and six", "a million", "two dozen"."""
    total, place, smallest, numeral = Decimal(0), index, None, None
    while True:
        part = _below_thousand(tokens, place)
        if part is None and not total and tokens.low(place) in _ARTICLES:
            part = (_ONE, place + 1)
        if part is None:
            return numeral
        value, after = part
        step = past_hyphen(tokens, after)
        scale = SCALES.get(tokens.low(step))
        if numeral is not None and tokens.low(place - 1) == "and" and _is_other_end(tokens, index, step if scale else after):
            return numeral
        if scale is not None and smallest is not None and scale >= smallest:
            return numeral
        if scale is None:
            return _last_part(tokens, index, total, part) or numeral
        total, smallest = total + value * scale, scale
        precision = written_precision(value) * scale
        mantissa = value if numeral is None else total
        numeral = Numeral(index, step + 1, total, total, precision, "scaled", mantissa, total / mantissa)
        linked = tokens.low(step + 1) == "and"
        if linked and _part_after_and(tokens, step + 2) is not None:
            return numeral
        place = step + 2 if linked else step + 1


def _last_part(tokens: Tokens, index: int, total: Decimal, part: tuple[Decimal, int]) -> Numeral | None:
    """The part without a scale word that ends a number; an article alone is not one."""
    value, after = part
    step = past_hyphen(tokens, after)
    if not total and tokens.low(step) == "dozen":
        return single(index, step + 1, value * DOZEN, DOZEN_PRECISION, "words")
    if not total and tokens.low(index) in _ARTICLES and after == index + 1:
        return None
    return single(index, after, total + value, written_precision(total + value), "words")


def _with_words_after_point(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add the digits spoken after the point: "two point five"."""
    digits = ""
    place = numeral.last + 1
    while tokens.low(numeral.last) == "point" and tokens.low(place) in DIGITS and len(digits) < 6:  # noqa: PLR2004
        digits, place = digits + str(DIGITS[tokens.low(place)]), place + 1
    if not digits:
        return numeral
    value = numeral.low + Decimal(f"0.{digits}")
    return single(numeral.first, place, value, written_precision(value), "words")


def _with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add a fraction, of the last scale where there is one: "two and a half", "a million and a quarter"."""
    place = past_hyphen(tokens, numeral.last)
    if tokens.low(place) != "and":
        return numeral
    fraction = _part_after_and(tokens, past_hyphen(tokens, place + 1)) or _bare_half(tokens, numeral, place + 1)
    if fraction is None:
        return numeral
    part, last = fraction
    if part != _HALF and tokens.low(last) == "of":
        return numeral
    if tokens.low(past_hyphen(tokens, last)) == "dozen" and ending_scale(tokens, numeral) > 1:
        return numeral
    own = SCALES.get(tokens.low(past_hyphen(tokens, last)))
    last_scale = ending_scale(tokens, numeral, whole=False)
    if last_scale > 1 and part not in _ROUND_PARTS:
        return numeral
    if own is not None and last_scale > 1:
        part, last, last_scale = part * own, past_hyphen(tokens, last) + 1, _ONE
    value = numeral.low + part * last_scale
    return single(numeral.first, last, value, part * last_scale * _FRACTION_TOLERANCE, "words")


def _part_after_and(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """The fraction at `place`, after a whole number and "and", and the place after it: "a half", "three-quarter", "half a"."""
    fraction = _counted_fraction(tokens, place)
    if fraction is not None:
        return fraction
    if tokens.lows(place, 2) in {("half", "a"), ("half", "an")}:
        return (_HALF, place + 2) if tokens.low(place + 2) in SCALES else None
    top, bottom = DIGITS.get(tokens.low(place)), DENOMINATORS.get(tokens.low(place + 2))
    if top and bottom and tokens.joins(place + 1) and top < bottom:
        return top / bottom, place + 3
    bottom = DENOMINATORS.get(tokens.low(place + 1))
    scaled = top and bottom and top < bottom and tokens.low(place + 2) in SCALES
    return (top / bottom, place + 2) if top and bottom and scaled else None


def _bare_half(tokens: Tokens, numeral: Numeral, place: int) -> tuple[Decimal, int] | None:
    """The half without its article in "a million and half people", not in "a million and half the people"."""
    counted = is_plural(tokens.low(place + 1)) and starts_noun(tokens, place + 1)
    if tokens.low(place) != "half" or not counted or ending_scale(tokens, numeral, whole=False) == 1:
        return None
    return _HALF, place + 1


def ending_scale(tokens: Tokens, numeral: Numeral, *, whole: bool = True) -> Decimal:
    """The scale words a number ends in: thousand for "two thousand", hundred thousand for "six hundred thousand".

    Unless `whole`, only the last of them, and no bare hundred: "two hundred and a half" is open.
    """
    scale, place = _ONE, numeral.last - 1
    while place >= numeral.first:
        word = tokens.low(place)
        step = DOZEN if word == "dozen" else SCALES.get(word)
        step = HUNDRED if word == "hundred" and whole else step
        if step is None and word != "-":
            break
        scale *= step or _ONE
        if step and not whole:
            break
        place -= 1
    return scale


def with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add what follows a whole number: "two point five", "two and a half", each with its scale."""
    longer = _with_half(tokens, _with_words_after_point(tokens, numeral))
    if longer is numeral or ending_scale(tokens, numeral, whole=False) > 1:
        return longer
    scale = SCALE_WORDS.get(tokens.low(past_hyphen(tokens, longer.last)))
    return _multiplied(tokens, longer, scale) if scale else longer


def with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add a half or a quarter to a number in digits: "3 and a half million", "5 million and a half"."""
    place = numeral.last
    between = tokens.low(numeral.first - 1) == "between"
    if between or tokens.low(place) != "and" or tokens[numeral.first].kind == "word":
        return numeral
    fraction = _counted_fraction(tokens, place + 1)
    parts = {"half", "quarter", "quarters"}
    return with_fraction(tokens, numeral) if fraction is not None and tokens.low(fraction[1] - 1) in parts else numeral


def _multiplied(tokens: Tokens, numeral: Numeral, scale: Decimal) -> Numeral:
    scaled = times(numeral, scale)
    after = past_hyphen(tokens, numeral.last) + 1
    return Numeral(scaled.first, after, scaled.low, scaled.high, scaled.precision, "scaled", scaled.mantissa, scaled.scale)


def _counted_fraction(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """The value of "a third", "two-thirds", "three quarters", and the place after it."""
    top = _ONE if tokens.low(place) in _ARTICLES else DIGITS.get(tokens.low(place))
    if not top:
        return None
    step = past_hyphen(tokens, place + 1)
    names = DENOMINATORS if top == 1 else DENOMINATOR_PLURALS
    bottom = names.get(tokens.low(step))
    if not bottom or top >= bottom or (top, bottom) == _TWO_QUARTERS:
        return None
    return top / bottom, step + 1


def read_fraction(tokens: Tokens, index: int) -> Numeral | None:
    """A fraction: "two-thirds", "a third of", "half a million", "half an hour", "a quarter of a million"."""
    linked = tokens.low(index - 1) in {"and", "or", "to"}
    if tokens.low(index - 1) in _PERIOD_BEFORE or (tokens.low(index - 2) in _PERIOD_BEFORE and not linked):
        return None
    bare = tokens.low(index) in {"half", "quarter"}
    counted = _counted_fraction(tokens, index)
    if counted is None and not bare:
        return None
    value, after = counted or (_ONE / DENOMINATORS[tokens.low(index)], index + 1)
    multiple = _multiple_after(tokens, after)
    fraction = single(index, after, value, value * _FRACTION_TOLERANCE, "fraction")
    if multiple is not None:
        return _multiplied_to(fraction, *multiple)
    if value == _HALF and tokens.low(after) in _ARTICLES and is_unit(tokens, after + 1):
        return single(index, after + 1, value, value * _FRACTION_TOLERANCE, "fraction")
    sure = _surely_fraction(tokens, index, after, bare=bare) or _is_end(tokens, index, after)
    return fraction if sure else None


def _is_end(tokens: Tokens, index: int, after: int) -> bool:
    """One of two fractions: "between a third and half", "a quarter to half a point", "half to one percent"."""
    if tokens.low(after) == "to":
        return tokens.low(after + 1) in {"half", "one", "1"} or _counted_fraction(tokens, after + 1) is not None
    if tokens.low(index - 1) == "between" and tokens.low(after) == "and":
        return tokens.low(after + 1) == "half" or _counted_fraction(tokens, after + 1) is not None
    if tokens.low(index - 1) != "and" or "between" not in tokens.lows(max(0, index - 5), 3):
        return False
    return tokens.low(index - 2) in DENOMINATORS or tokens.low(index - 2) in DENOMINATOR_PLURALS


def _surely_fraction(tokens: Tokens, index: int, after: int, *, bare: bool) -> bool:
    """Tell "a third of voters" from "a third person" and "the quarter"."""
    step = past_hyphen(tokens, after)
    unit = is_unit(tokens, step) and tokens.low(step) not in _CALENDAR_UNITS
    if bare:
        whole = tokens.low(index) == "half" and tokens.low(after) in _WHOLE_FOLLOWS
        return whole or (unit and tokens.low(index) == "half")
    if tokens.low(after) == "of" or unit or tokens.low(after) in _COMPARED:
        return tokens[after + 1].kind != "number"
    if tokens.low(index) in _ARTICLES:
        return False
    quarter = tokens.low(after - 1).startswith("quarter")
    return not quarter or tokens.joins(after - 2) or tokens.low(after) in _WHOLE_FOLLOWS


def _multiple_after(tokens: Tokens, after: int) -> tuple[Decimal, int] | None:
    """The scale in "half a million", "half-dozen", "a quarter of a million"."""
    place = after + 1 if tokens.low(after) == "of" and tokens.low(after + 1) in _ARTICLES else past_hyphen(tokens, after)
    place = past_hyphen(tokens, place + 1) if tokens.low(place) in _ARTICLES else place
    word = tokens.low(place)
    scale = DOZEN if word == "dozen" else SCALES.get(word)
    return (scale, place + 1) if scale else None


def _multiplied_to(fraction: Numeral, scale: Decimal, last: int) -> Numeral:
    value = fraction.low * scale
    return Numeral(fraction.first, last, value, value, fraction.precision * scale, "scaled", fraction.low, scale)
