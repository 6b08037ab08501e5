"""Read a number that starts with digits or a fraction sign."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.money import stands_after_currency
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.number_words import HUNDRED, SCALES, SHORT_SCALES
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.thousands import is_comma_decimal, is_spaced_thousands

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
_MEASURE_ADJECTIVES = frozenset("tall long wide deep high away thick below above apart across by x from".split())


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
    return _scaled(tokens, _signed(tokens, _with_fraction(tokens, numeral)))


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
    scaled = tokens.low(after + 2) in SCALES or tokens.low(after + 2) in {"%", "percent", "per"}
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
    if not joined or tokens.low(index + 3) == "/" or not (top.raw.isdigit() and bottom.raw.isdigit()):
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


def _signed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Make the number negative after "minus" or a sign that joins nothing to its left."""
    sign = numeral.first - 1
    before = tokens[sign - 1]
    glued_sign = tokens.low(sign) == "-" and tokens.glued(numeral.first) and not tokens.glued(sign)
    opened = tokens.low(sign) == "-" and before.raw in {"(", "[", '"', "'"} and tokens.glued(numeral.first)
    if not (tokens.low(sign) == "minus" or glued_sign or opened) or before.kind == "number":
        return numeral
    value = -numeral.low
    return replace(numeral, first=sign, low=value, high=value, mantissa=value)


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiply by the scale that follows: "million", "bn", "lakh crore", "k"."""
    while True:
        place = numeral.last
        if tokens.low(place) == "-" and tokens.glued(place) and tokens.glued(place + 1):
            place += 1
        scale = _scale_at(tokens, place, numeral.first)
        if scale is None or numeral.scale > SCALES["trillion"]:
            return numeral
        numeral = times(replace(numeral, last=place + 1), scale)


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


def _scale_at(tokens: Tokens, place: int, first: int) -> Decimal | None:
    word = tokens.low(place)
    singular = word.removesuffix("s")
    if singular in SCALES:
        return SCALES[singular]
    if word == "hundred":
        return HUNDRED
    if word in SHORT_SCALES and (tokens.glued(place) or word != "k"):
        return SHORT_SCALES[word]
    if word in {"m", "b", "t"}:
        return _letter_scale(tokens, place, first)
    return None


def _letter_scale(tokens: Tokens, place: int, first: int) -> Decimal | None:
    """Read "m" as million before people and after money, as metre elsewhere; "b" and "t" only after money."""
    letter, raw = tokens.low(place), tokens[place].raw
    value = {"m": SCALES["million"], "b": SCALES["billion"], "t": SCALES["trillion"]}[letter]
    if stands_after_currency(tokens, first):
        return value
    if not tokens.glued(place) or letter == "t":
        return None
    follows = tokens.low(place + 1) not in _MEASURE_ADJECTIVES and starts_noun(tokens, place + 1)
    return value if raw == "M" or follows else None
