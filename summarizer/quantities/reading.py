"""Read whatever kind of number starts at a token."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.digits import read_digits, with_sign
from summarizer.quantities.indefinite import read_indefinite, read_vague
from summarizer.quantities.number_words import DIGITS, SCALES, TEENS, TENS
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.units import is_unit
from summarizer.quantities.words import read_around_unit, read_cardinal, read_fraction, with_fraction, with_half

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_CARDINAL_STARTS = frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS) | {"a", "an"}
_INDEFINITE_STARTS = frozenset(
    "dozens scores tens hundreds low lower mid middle high upper a few several many".split()
) | frozenset(f"{word}s" for word in SCALES)
_FRACTION_STARTS = frozenset(DIGITS) | {"a", "an", "half", "quarter"}
_ARTICLES = frozenset({"a", "an", "another", "one"})
_LARGEST_SHARE = 1_000_000
_OUT_OF = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",), ("-", "in", "-"))
_FRACTION_TOLERANCE = Decimal("0.1")
_YEARS_FROM = 1000


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts at `index`, or None."""
    numeral = _read_word(tokens, index) if tokens[index].kind == "word" else read_digits(tokens, index)
    if numeral is None or not numeral.is_whole:
        return numeral
    return _as_share(tokens, with_half(tokens, numeral) if tokens.low(numeral.last) == "and" else numeral)


def read_vague_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """A vague counting word at `index`, or None."""
    return read_vague(tokens, index)


def _read_word(tokens: Tokens, index: int) -> Numeral | None:
    word = tokens.low(index)
    numeral = read_around_unit(tokens, index) if word in _ARTICLES else None
    if numeral is None and word in _FRACTION_STARTS:
        numeral = read_fraction(tokens, index)
    if numeral is None and word in _CARDINAL_STARTS:
        numeral = read_cardinal(tokens, index)
        numeral = with_sign(tokens, with_fraction(tokens, numeral)) if numeral is not None else None
    if numeral is None and word in _INDEFINITE_STARTS:
        numeral = read_indefinite(tokens, index)
    return numeral


def _as_share(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A share: "one in five", "nine out of 10"; but not "three in 10 minutes"."""
    for words in _OUT_OF:
        if tokens.lows(numeral.last, len(words)) != words:
            continue
        place = numeral.last + len(words)
        whole = read_digits(tokens, place) if tokens[place].kind == "number" else _whole_in_words(tokens, place)
        if whole is None or not _is_share(tokens, numeral, whole, words):
            return numeral
        value = numeral.low / whole.low
        return single(numeral.first, whole.last, value, value * _FRACTION_TOLERANCE, "fraction")
    return numeral


def _whole_in_words(tokens: Tokens, place: int) -> Numeral | None:
    return read_cardinal(tokens, place) if tokens.low(place) in _CARDINAL_STARTS else None


def _is_share(tokens: Tokens, part: Numeral, whole: Numeral, words: tuple[str, ...]) -> bool:
    if not (whole.is_whole and 0 < part.low < whole.low <= _LARGEST_SHARE):
        return False
    if words != ("in",):
        return True
    plain_year = whole.style == "digits" and whole.low > _YEARS_FROM and whole.last == whole.first + 1
    return part.low < len(DIGITS) and not plain_year and not is_unit(tokens, whole.last)
