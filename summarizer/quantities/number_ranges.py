"""Tell a range in digits ("5-10 people", "12-15 dead") from a score, a telephone number or a span of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.money import currency_before
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_words import SCALES, SHORT_SCALES
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

SCALE_ENDINGS = frozenset(SCALES) | frozenset(SHORT_SCALES) | {"hundred", "dozen", "m", "b"}
"""Words and letters that scale the digits before them."""
_YEAR_DIGITS, _DAY_DIGITS = 4, 2
_LONGEST_END = 8
_SCORE_LIMIT = 200
# A score is exact and nobody's fate.
_LOOSELY = frozenset("about around some roughly approximately between perhaps maybe".split())
_HOURS = frozenset({"am", "pm", "a.m", "p.m", "a", "p"})
_TOLD_OF = frozenset("below dead killed wounded injured hurt missing people".split())


def is_number_range(tokens: Tokens, first: int, last: int) -> bool:
    """Tell the range "5-10 people" from the score "2-1", the phone number "555-0199" and "2019-09-01"."""
    second, after = last + 1, last + 2
    if tokens.joins(after) and tokens[after + 1].kind == "number":
        return False
    years = tokens[first].raw.isdigit() and len(tokens[first].raw) == _YEAR_DIGITS
    left, right = tokens[first].raw.replace(",", ""), tokens[second].raw.replace(",", "")
    if not (_plain(left) and _plain(right)) or float(left) >= float(right):
        return False
    if left.startswith("0") and left.isdigit():
        return False
    if years and len(right) in {_YEAR_DIGITS, _DAY_DIGITS}:
        return find_unit(tokens, after) is not None
    grouped = "," in tokens[second].raw
    loose = tokens.low(first - 1) in _LOOSELY and tokens.low(after).rstrip(".") not in _HOURS
    if loose or grouped or tokens.low(after) in SCALE_ENDINGS or currency_before(tokens, first) is not None:
        return True
    counted = starts_noun(tokens, after) and is_plural(tokens.low(after))
    measured = (
        find_unit(tokens, after) is not None or counted or tokens.low(after) in _TOLD_OF or two_words_plural(tokens, after)
    )
    return measured or float(left) >= _SCORE_LIMIT


def two_words_plural(tokens: Tokens, place: int) -> bool:
    """A word and then a plural stand at `place`: "armed men"."""
    return starts_noun(tokens, place) and starts_noun(tokens, place + 1) and is_plural(tokens.low(place + 1))


def _plain(raw: str) -> bool:
    return raw.replace(".", "", 1).isdigit() and len(raw) <= _LONGEST_END
