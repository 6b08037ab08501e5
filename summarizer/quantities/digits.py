"""Read a number that starts with digits or a fraction sign."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.currencies import SIGNS
from summarizer.quantities.letters import LETTERS, read_letter
from summarizer.quantities.money import BEFORE_NUMBERS, currency_before, is_currency, is_currency_code
from summarizer.quantities.nouns import counted_noun, starts_noun
from summarizer.quantities.number_words import DOZEN, DOZEN_PRECISION, HUNDRED, MONEY_SCALES, SCALES, SHORT_SCALES
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.signs import minus_at, plus_at
from summarizer.quantities.thousands import is_comma_decimal, is_spaced_thousands
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# Nothing in the news is counted in more digits; longer runs are serial numbers.
_LONGEST_NUMBER = 24
_GROUP, _SURE_GROUPS = 3, 3
_GROUPED = re.compile(r"\d{1,3}([,\u202f'])\d{3}(?:\1\d{3})*(?:\.\d+)?$")
_LAKH_GROUPED = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_DOT_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|\d{1,3}(?:\.\d{3})+,\d+$")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}$")
_PLAIN = re.compile(r"\d*(?:\.\d+)?$")
# Kitchen, stock-market and inch fractions; other slashes are dates, scores and "24/7".
_SLASH_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 16, 32, 64})
_FRACTION_TOLERANCE = Decimal("0.1")
_SCALES_AFTER = (
    SCALES | {f"{word}s": scale for word, scale in SCALES.items()} | SHORT_SCALES | {"hundred": HUNDRED, "dozen": DOZEN}
)
# "A 5k run" is over five kilometres.
_RUNS = frozenset("run race walk course marathon runner".split())
_AFTER_DECIMALS = frozenset(SHORT_SCALES) | {"%", "percent", "per"}
_SIGNS_BEFORE = BEFORE_NUMBERS | {"-", "+", "minus", "negative"}
_LEVELS = frozenset("is was were of at to a".split())
_BELOW_ZERO = frozenset({"percentage", "percentage point", "point", "degree", "celsius", "fahrenheit"})


def parse_digits(raw: str) -> Decimal | None:
    """The value of a digit string with separators, or None if it is no plain number.

    A comma with one or two digits after it is a decimal comma, with three a thousands separator, and so is
    an Indian grouping ("12,34,567"). A single dot is always a decimal point, as English newswire writes it.
    """
    if len(raw) > _LONGEST_NUMBER:
        return None
    if _GROUPED.match(raw) or _LAKH_GROUPED.match(raw):
        return Decimal(re.sub(r"[,\u202f']", "", raw))
    if _DOT_GROUPED.match(raw):
        return Decimal(raw.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.match(raw):
        return Decimal(raw.replace(",", "."))
    return Decimal(raw) if _PLAIN.match(raw) else None


def written_precision(value: Decimal) -> Decimal:
    """Place value of the last digit that is meant, of a number written in digits.

    A decimal is meant to its last digit. Of a whole number the trailing zeros may be rounding, but two
    digits are always meant: 94,000 is given to the thousand, 1,000 to the hundred, 5 to the unit.
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(max(0, min(zeros, len(digits) - 2)))


def read_digits(tokens: Tokens, index: int) -> Numeral | None:
    """A number that starts with digits or a fraction sign: "1,180", "3.2 million", "10 1/2", "½"."""
    token = tokens[index]
    if token.kind == "fraction":
        value = _vulgar(token.raw)
        return _scaled(tokens, single(index, index + 1, value, value * _FRACTION_TOLERANCE, "fraction"))
    if token.kind != "number":
        return None
    if is_comma_decimal(tokens, index):
        cents = Decimal(f".{token.raw}")
        return single(index - 1, index + 1, cents, written_precision(cents), "digits")
    raw, after = _grouped_by_spaces(tokens, index)
    value_read = parse_digits(raw)
    if value_read is None:
        return None
    numeral = single(index, after, value_read, written_precision(value_read), "digits")
    return _scaled(tokens, with_sign(tokens, _with_fraction(tokens, numeral)))


def _grouped_by_spaces(tokens: Tokens, index: int) -> tuple[str, int]:
    """Join "80 000" and "80, 000", but only on 000: "May 12 300 people" holds two numbers.

    A comma with a space before it, too, stands only in tokenised text ("1 , 300").
    """
    raw, after = tokens[index].raw, index + 1
    if not (raw.isdigit() and len(raw) <= _GROUP):
        return raw, after
    if is_spaced_thousands(tokens, index):
        return raw + tokens[index + 1].raw, index + 2
    groups = _spaced_groups(tokens, index)
    if groups >= _SURE_GROUPS:
        return "".join(tokens[place].raw for place in range(index, index + groups)), index + groups
    while True:
        comma = after if tokens.low(after) == "," else after - 1
        apart = comma == after and not tokens.glued(after)
        group = tokens[comma + 1]
        spaced = group.start == tokens[comma].end + 1
        sure = group.raw == "000" or (apart and group.raw.isdigit() and len(group.raw) == _GROUP)
        if not (sure and spaced) or len(raw) > _LONGEST_NUMBER:
            return _with_spaced_decimals(tokens, raw, after)
        raw, after = raw + group.raw, comma + 2


def _with_spaced_decimals(tokens: Tokens, raw: str, after: int) -> tuple[str, int]:
    """Join "5 . 8 million" of tokenised text; without a scale or percent sign the point may end a sentence."""
    point, decimals = tokens[after], tokens[after + 1]
    apart = point.low == "." and not tokens.glued(after) and decimals.start == point.end + 1
    scaled = tokens.low(after + 2) in SCALES or tokens.low(after + 2) in _AFTER_DECIMALS
    if apart and scaled and decimals.raw.isdigit() and len(decimals.raw) <= _GROUP:
        return f"{raw}.{decimals.raw}", after + 2
    return raw, after


def _spaced_groups(tokens: Tokens, index: int) -> int:
    """How many groups of three digits stand in a row: three or more can only be one number ("1 234 567")."""
    groups = 1
    while groups <= _LONGEST_NUMBER // _GROUP:
        group = tokens[index + groups]
        spaced = group.start == tokens[index + groups - 1].end + 1
        if not (spaced and group.raw.isdigit() and len(group.raw) == _GROUP):
            break
        groups += 1
    return groups if not tokens[index].raw.startswith("0") and tokens[index + groups].kind != "number" else 1


def _vulgar(character: str) -> Decimal:
    """The value of a fraction sign; its decomposition spells numerator and denominator."""
    codes = unicodedata.decomposition(character).split()[1:]
    numerator, _, denominator = "".join(chr(int(code, 16)) for code in codes).partition("\u2044")
    if numerator.isdecimal() and denominator.isdecimal():
        return Decimal(numerator) / Decimal(denominator)
    return Decimal(str(unicodedata.numeric(character)))


def _slash_fraction(tokens: Tokens, index: int) -> Decimal | None:
    """The value of "3/4" at `index`, None if the slash means something else."""
    top, bottom = tokens[index], tokens[index + 2]
    joined = tokens.low(index + 1) == "/" and tokens.glued(index + 1) and tokens.glued(index + 2)
    if not joined or tokens.low(index + 3) == "/" or not (top.raw.isdecimal() and bottom.raw.isdecimal()):
        return None
    if len(top.raw) > _GROUP or len(bottom.raw) > _GROUP or int(bottom.raw) not in _SLASH_DENOMINATORS:
        return None
    return Decimal(top.raw) / Decimal(bottom.raw) if 0 < int(top.raw) < int(bottom.raw) else None


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add the fraction in "3/4", "10 1/2" and "10½"."""
    alone = _slash_fraction(tokens, numeral.first)
    if alone is not None:
        return single(numeral.first, numeral.first + 3, alone, alone * _FRACTION_TOLERANCE, "fraction")
    if tokens[numeral.last].kind == "fraction":
        part, last = _vulgar(tokens[numeral.last].raw), numeral.last + 1
    else:
        dash = tokens.low(numeral.last) == "-" and tokens.glued(numeral.last)
        place = numeral.last + (1 if dash else 0)
        slash = _slash_fraction(tokens, place)
        if slash is None:
            return numeral
        part, last = slash, place + 3
    return single(numeral.first, last, numeral.low + part, part * _FRACTION_TOLERANCE, "digits")


def with_sign(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number, negative after "minus" or a sign, which stands before its money too: "-5", "-$4", "$-4", "minus five"."""
    sign = numeral.first - 1
    if tokens.low(sign) not in _SIGNS_BEFORE:
        return numeral
    money = currency_before(tokens, numeral.first)
    if money is not None:
        return _signed_money(tokens, numeral, money[1])
    if plus_at(tokens, sign):
        return replace(numeral, first=sign)
    told = tokens.low(sign) == "negative"
    minus = _can_be_negative(tokens, sign, numeral.last) if told else minus_at(tokens, sign, money=False)
    return replace(_negative(numeral), first=sign) if minus else numeral


def _can_be_negative(tokens: Tokens, sign: int, last: int) -> bool:
    """What can fall below zero is told: "negative 2 percent", "was negative 7,000", not "tested negative 3 times"."""
    while tokens.low(last) in SCALES:
        last += 1
    unit = find_unit(tokens, last)
    if unit is not None:
        return unit.name in _BELOW_ZERO or is_currency(unit.name)
    return tokens.low(sign - 1) in _LEVELS and tokens[last].kind in {"symbol", "none", "break"}


def _signed_money(tokens: Tokens, numeral: Numeral, begin: int) -> Numeral:
    """A sum is negative by the sign before its currency, between the two, or in accountants' brackets: "$(4)"."""
    if minus_at(tokens, begin, money=True):
        return _negative(numeral)
    inner = numeral.first - 1
    if is_currency_code(tokens[inner - 1].raw):
        return _negative(numeral) if minus_at(tokens, inner, money=False) else numeral
    if not tokens.glued(inner) or tokens[inner - 1].raw not in SIGNS:
        return numeral
    if tokens.low(inner) == "(" and tokens.low(numeral.last) == ")":
        return replace(_negative(numeral), last=numeral.last + 1)
    return _negative(numeral) if tokens.low(inner) == "-" else numeral


def _negative(numeral: Numeral) -> Numeral:
    value = -numeral.low
    return replace(numeral, low=value, high=value, mantissa=value)


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiply by the scale that follows: "million", "bn", "lakh crore", "k", "dozen"."""
    while True:
        place = numeral.last
        word = tokens.low(place)
        if word == "-" and tokens.glued(place) and tokens.glued(place + 1):
            place += 1
            word = tokens.low(place)
        if word in LETTERS and (word != "mm" or tokens.glued(place) or tokens[place].raw == "MM"):
            return _lettered(tokens, numeral, place)
        scale = _SCALES_AFTER.get(word)
        if scale is None and word in MONEY_SCALES:
            scale = _scale_of_money(tokens, numeral, place)
        unit = word == "k" and not _is_thousand(tokens, numeral, place)
        if scale is None or unit or numeral.scale > SCALES["trillion"]:
            return numeral
        numeral = times(replace(numeral, last=place + 1), scale)
        if scale == DOZEN:
            return replace(numeral, precision=DOZEN_PRECISION)


def _is_thousand(tokens: Tokens, numeral: Numeral, place: int) -> bool:
    """The letter k stands for thousand: glued to its number, before what is counted, or after money; not in "a 5k run"."""
    if tokens.low(place + 1) in _RUNS:
        return False
    if tokens.glued(place):
        return True
    noun = counted_noun(tokens, place + 1, one=False)
    counts = noun is not None and noun.head not in _RUNS
    return counts or currency_before(tokens, numeral.first) is not None


def _scale_of_money(tokens: Tokens, numeral: Numeral, place: int) -> Decimal | None:
    """What a short form that is a scale after money only makes of it: "$5 mill", "Rs 20 L"."""
    money = currency_before(tokens, numeral.first)
    if money is None or (tokens.low(place) == "l" and not money[0].endswith("rupee")):
        return None
    if tokens.low(place) == "grand" and (numeral.scale > 1 or starts_noun(tokens, place + 1)):
        return None
    return MONEY_SCALES[tokens.low(place)]


def _lettered(tokens: Tokens, numeral: Numeral, place: int) -> Numeral:
    """The number scaled by the letter at `place`, open between both readings where the letter is."""
    first = numeral.first if tokens[numeral.first].kind in {"number", "fraction"} else numeral.first + 1
    factors = read_letter(tokens, place, first)
    if factors is None:
        return numeral
    low, high = factors
    scaled = times(replace(numeral, last=place + 1), high)
    return scaled if low == high else replace(scaled, low=numeral.low * low, scale=Decimal(1))


def times(numeral: Numeral, scale: Decimal) -> Numeral:
    """The numeral with a scale word after it."""
    high = None if numeral.high is None else numeral.high * scale
    style = "scaled" if numeral.style in {"digits", "words", "fraction"} else numeral.style
    return replace(
        numeral,
        low=numeral.low * scale,
        high=high,
        precision=numeral.precision * scale,
        style=style,
        scale=numeral.scale * scale,
    )
