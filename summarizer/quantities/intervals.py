"""The interval a hedged number stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.number_words import DOZEN

if TYPE_CHECKING:
    from summarizer.quantities.hedges import Limit
    from summarizer.quantities.model import Approximator
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

# "About 300" is 270 to 330. Readers take such hedges to allow roughly a tenth either way, more for round
# numbers than for others: Ferson et al., Natural language of uncertainty: numeric hedge words,
# Int. J. Approximate Reasoning 57 (2015); Williams and Power, Hedging and rounding in numerical
# expressions, Pragmatics & Cognition 21 (2013).
ABOUT = Decimal("0.1")
_ROUND_FROM, _ROUND_STEP = 1000, 100

Interval = tuple[Decimal | None, Decimal | None, "Approximator"]


def interval(numeral: Numeral, limit: Limit) -> Interval:
    """Low end, high end and approximator of a number under a hedge.

    "Nearly 300" comes up to 300 from below and does not pass it. A range keeps its own ends under any hedge;
    an order of magnitude gives way to a bound ("more than dozens").
    """
    low, high = _plain(numeral.low), None if numeral.high is None else _plain(numeral.high)
    if limit in {"exact", "about", "nearly"} and low != high:
        return low, high, "between"
    if low != high and numeral.style not in {"indefinite", "vague"}:
        return low, high, "between"
    if limit in {"at_least", "more_than"}:
        return low, None, "at_least" if limit == "at_least" else "more_than"
    if limit in {"at_most", "less_than"}:
        return None, high, "at_most" if limit == "at_most" else "less_than"
    if limit == "exact":
        return low, high, "exact"
    margin = abs(low) * ABOUT
    ends = (_plain(low - margin), _plain(low + margin))
    if limit == "nearly":
        ends = (low, ends[1]) if low < 0 else (ends[0], low)
    return *ends, "about"


def _plain(value: Decimal) -> Decimal:
    """A whole value without the zeros that a scale leaves after the point."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def precision(numeral: Numeral, *, is_count: bool) -> Decimal:
    """Place value of the last digit that is meant; zero for a count given to the unit.

    Readers take a round bare number for rounded and a sharp one for exact (Williams and Power 2013). Counts
    of people and things are the figures that conflict in the news, so there only full hundreds from 1,000 up
    and scale words count as rounded (1,500, not 300); everything measured is given to its last written digit.
    """
    whole = is_count and numeral.is_whole and numeral.style in {"digits", "words"}
    rounded = numeral.low >= _ROUND_FROM and numeral.low % _ROUND_STEP == 0
    return Decimal(0) if whole and not rounded else numeral.precision


_DOZEN, _HALF_DOZEN = Decimal(4), Decimal(2)


def round_word_precision(tokens: Tokens, numeral: Numeral) -> Decimal | None:
    """Place value of a number told by a round word, None for others.

    "Two dozen" is 24 give or take two, "half a dozen" six give or take one; "a hundred" is rounded as its digits are.
    """
    words = tokens.lows(numeral.first, numeral.last - numeral.first)
    if not numeral.is_whole:
        return None
    if "dozen" in words:
        return _HALF_DOZEN if numeral.low < DOZEN else _DOZEN
    article = words[0] in {"a", "an"} and len(words) > 1 and words[1] == "hundred"
    return numeral.precision if article else None
