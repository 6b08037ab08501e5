"""Tell two numbers with a dash that make a range ("5-10 people", "12-15 dead") from scores, telephone numbers and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.quantities.local_amounts import is_three_digits
from summarizer.quantities.money import currency_before
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_words import SCALES, SHORT_SCALES
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

SCALE_ENDINGS = {word: float(scale) for word, scale in (SCALES | SHORT_SCALES).items()} | {
    "hundred": 1e2,
    "dozen": 12.0,
    "m": 1e6,
    "b": 1e9,
}
"""Words and letters that scale the digits before them, and by how much."""
_YEAR_DIGITS, _DAY_DIGITS = 4, 2
_LONGEST_END = 8
_SCORE_LIMIT = 200
# A score is exact and nobody's fate.
_LOOSELY = frozenset("about around some roughly approximately between perhaps maybe aged ages".split())
_HOURS = frozenset({"am", "pm", "a.m", "p.m", "a", "p"})
_TOLD_OF = frozenset("below dead killed wounded injured hurt missing people".split())
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}$")


def is_number_range(tokens: Tokens, first: int, last: int) -> bool:
    """Tell the range "5-10 people" from the score "2-1", the phone number "555-0199" and "2019-09-01"."""
    second, after = last + 1, last + 2
    grouped = "," in tokens[second].raw
    if is_three_digits(tokens, after) and tokens[after + 1].kind != "number":
        grouped, after = True, after + 1
    if tokens.joins(after) and tokens[after + 1].kind == "number":
        return False
    left, right = _plain(tokens[first].raw), _plain(tokens[second].raw)
    if not left or not right or _is_serial(tokens, left, after):
        return False
    scale = SCALE_ENDINGS.get(tokens.low(after))
    if float(left) >= float(right) * (scale or 1):
        return False
    years = tokens[first].raw.isdigit() and len(left) == _YEAR_DIGITS
    if years and len(right) in {_YEAR_DIGITS, _DAY_DIGITS}:
        return find_unit(tokens, after) is not None
    loose = tokens.low(first - 1) in _LOOSELY and tokens.low(after).rstrip(".") not in _HOURS
    if loose or grouped or scale is not None or currency_before(tokens, first) is not None or _is_level(tokens, first, after):
        return True
    counted = starts_noun(tokens, after) and is_plural(tokens.low(after))
    told_of = tokens.low(after) in _TOLD_OF
    measured = find_unit(tokens, after) is not None or counted or told_of or two_words_plural(tokens, after)
    return measured or float(left) >= _SCORE_LIMIT


def _is_serial(tokens: Tokens, left: str, after: int) -> bool:
    """A zero at the front makes a serial number or a score ("0-2"), unless a unit stands at `after` ("0-62 mph")."""
    return left.startswith("0") and left.isdigit() and (left != "0" or find_unit(tokens, after) is None)


def _is_level(tokens: Tokens, first: int, after: int) -> bool:
    """Two numbers after "from" and before "to" and a number are where something started: "from 10-12 to 15-18 percent"."""
    ends = tokens[after + 1].kind == "number" and tokens.low(after) == "to"
    return ends and tokens.low(first - 1) == "from"


def two_words_plural(tokens: Tokens, place: int) -> bool:
    """Two words that can be a noun phrase, the second a plural."""
    return starts_noun(tokens, place) and starts_noun(tokens, place + 1) and is_plural(tokens.low(place + 1))


def _plain(raw: str) -> str:
    """The digits with a point for decimals and without marks of thousands; empty if they are no plain number."""
    marked = raw.replace(",", ".") if _DECIMAL_COMMA.match(raw) else raw.replace(",", "")
    return marked if marked.replace(".", "", 1).isdigit() and len(marked) <= _LONGEST_END else ""
