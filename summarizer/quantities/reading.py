"""Read whatever kind of number starts at a token."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.around_units import read_around_unit
from summarizer.quantities.digits import read_digits, times, with_sign
from summarizer.quantities.glued_measures import read_glued_measure
from summarizer.quantities.indefinite import read_indefinite, read_vague
from summarizer.quantities.number_words import (
    CARDINAL_STARTS,
    DIGITS,
    DOZEN,
    DOZEN_PRECISION,
    HUNDRED,
    PLURAL_SCALES,
    SCALES,
    TEENS,
    TENS,
)
from summarizer.quantities.numeral import single
from summarizer.quantities.shares import as_share, read_hedged_fraction
from summarizer.quantities.unit_names import TIMES
from summarizer.quantities.unit_parts import read_article_part
from summarizer.quantities.words import read_cardinal, read_fraction, with_fraction, with_half
from summarizer.quantities.zeros import ZERO_STARTS, read_zero

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_INDEFINITE_STARTS = frozenset(
    "dozens scores tens hundreds low lower mid middle high upper a few several many another couple multiple hundred".split()
) | frozenset(f"{word}s" for word in SCALES)
_FRACTION_STARTS = frozenset(DIGITS) | {"a", "an", "half", "quarter"}
_FOLDS = {**DIGITS, **TEENS, **TENS, "hundred": HUNDRED, "thousand": SCALES["thousand"]}
_BEFORE_BARE_DOZEN = frozenset({"some", "another", "the", "these", "those"})
_ARTICLES = frozenset({"a", "an", "another", "one"})


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts at `index`, or None."""
    kind = tokens[index].kind
    if kind == "word":
        numeral = _read_word(tokens, index)
    elif kind not in {"number", "fraction"}:
        return None
    else:
        numeral = (read_glued_measure(tokens, index) if kind == "number" else None) or read_digits(tokens, index)
        numeral = _with_spoken_sign(tokens, numeral) if numeral is not None else None
    if numeral is None or not numeral.is_whole:
        return numeral
    return as_share(tokens, with_half(tokens, numeral) if tokens.low(numeral.last) == "and" else numeral)


def read_vague_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """A vague counting word at `index`, or None."""
    return read_vague(tokens, index)


def _read_word(tokens: Tokens, index: int) -> Numeral | None:
    word = tokens.low(index)
    if word in ZERO_STARTS:
        return read_zero(tokens, index)
    numeral = read_around_unit(tokens, index) or read_article_part(tokens, index) if word in _ARTICLES else None
    if numeral is None and word in _FRACTION_STARTS:
        numeral = read_fraction(tokens, index) or read_hedged_fraction(tokens, index)
        scaled = numeral is not None and numeral.style == "scaled"
        numeral = _with_spoken_sign(tokens, with_sign(tokens, numeral)) if numeral is not None and scaled else numeral
    if numeral is None and word in CARDINAL_STARTS:
        numeral = read_cardinal(tokens, index)
        if numeral is not None:
            numeral = with_sign(tokens, with_fraction(tokens, _with_plural_scale(tokens, numeral)))
            numeral = _with_spoken_sign(tokens, numeral)
    if numeral is None and word.endswith("fold"):
        return _read_fold(tokens, index)
    if word == "dozen" and tokens.low(index - 1) in _BEFORE_BARE_DOZEN:
        return single(index, index + 1, DOZEN, DOZEN_PRECISION, "words")
    if numeral is None and word in _INDEFINITE_STARTS:
        numeral = read_indefinite(tokens, index)
    return numeral


def _with_plural_scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number with a scale word that is put in the plural after it: "five millions"."""
    scale = PLURAL_SCALES.get(tokens.low(numeral.last))
    if scale is None or numeral.scale > 1 or numeral.high is None:
        return numeral
    return times(replace(numeral, last=numeral.last + 1), scale)


def _read_fold(tokens: Tokens, index: int) -> Numeral | None:
    """A multiple in one word: "sixfold", "tenfold"."""
    value = _FOLDS.get(tokens.low(index).removesuffix("fold"))
    return replace(single(index, index + 1, value, value, "words"), unit=TIMES) if value is not None else None


def _with_spoken_sign(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Negative after "minus-" ("minus-40 degrees"); "plus or minus 3" tells a size, not a sign."""
    first = numeral.first
    if numeral.low < 0 and tokens.low(first) == "minus" and tokens.lows(first - 2, 2) == ("plus", "or"):
        return replace(numeral, first=first + 1, low=abs(numeral.low), high=abs(numeral.low), mantissa=abs(numeral.mantissa))
    joined = tokens.low(first - 1) == "-" and tokens.glued(first) and tokens.glued(first - 1)
    if joined and tokens.low(first - 2) == "minus" and numeral.low == numeral.high:
        return replace(numeral, first=first - 2, low=-numeral.low, high=-numeral.low, mantissa=-numeral.mantissa)
    return numeral
