"""Read whatever kind of number starts at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.digits import read_digits
from summarizer.quantities.glued_measures import read_glued_measure
from summarizer.quantities.indefinite import read_indefinite, read_vague
from summarizer.quantities.number_words import DIGITS, SCALES, TEENS, TENS
from summarizer.quantities.shares import as_share, read_hedged_fraction
from summarizer.quantities.words import read_around_unit, read_cardinal, read_fraction, with_fraction
from summarizer.quantities.zeros import ZERO_STARTS, read_zero

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_CARDINAL_STARTS = frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS) | {"a", "an"}
_INDEFINITE_STARTS = frozenset(
    "dozens scores tens hundreds low lower mid middle high upper a few several many".split()
) | frozenset(f"{word}s" for word in SCALES)
_FRACTION_STARTS = frozenset(DIGITS) | {"a", "an", "half", "quarter"}
_ARTICLES = frozenset({"a", "an", "another", "one"})


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts at `index`, or None."""
    kind = tokens[index].kind
    if kind == "word":
        numeral = _read_word(tokens, index)
    else:
        numeral = (read_glued_measure(tokens, index) if kind == "number" else None) or read_digits(tokens, index)
    return as_share(tokens, numeral) if numeral is not None and numeral.is_whole else numeral


def read_vague_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """A vague counting word at `index`, or None."""
    return read_vague(tokens, index)


def _read_word(tokens: Tokens, index: int) -> Numeral | None:
    word = tokens.low(index)
    if word in ZERO_STARTS:
        return read_zero(tokens, index)
    numeral = read_around_unit(tokens, index) if word in _ARTICLES else None
    if numeral is None and word in _FRACTION_STARTS:
        numeral = read_fraction(tokens, index) or read_hedged_fraction(tokens, index)
    if numeral is None and word in _CARDINAL_STARTS:
        numeral = read_cardinal(tokens, index)
        numeral = with_fraction(tokens, numeral) if numeral is not None else None
    if numeral is None and word in _INDEFINITE_STARTS:
        numeral = read_indefinite(tokens, index)
    return numeral
