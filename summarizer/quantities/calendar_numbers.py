"""Numbers that tell time: years, days of the month, times of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.change_words import CHANGE_WORDS
from summarizer.quantities.money import currency_before
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Also English words; a month only with a capital or between numbers.
_DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "jan", "dec"})
_TIME_WORDS = frozenset("am pm a.m a.m. p.m p.m. gmt o'clock est edt bst cet utc et hrs".split())
_YEAR_BEFORE = frozenset(
    "in since until till by of from to during after before through early late mid around circa year years fiscal "
    "the a for season summer winter spring autumn fall this last next and or between".split()
)
_HEDGES_BEFORE = frozenset(
    "least than over nearly almost about approximately roughly some most exceeding total average".split()
)
_HEDGES_OR_PREPOSITIONS = frozenset({"over", "about"})
_PEOPLE = frozenset(
    "people men women children staff soldiers troops civilians workers employees fighters militants refugees students "
    "residents families households homes houses jobs prisoners deaths casualties victims migrants passengers "
    "customers users members players spectators fans police officers personnel dollars".split()
)
_ERAS = frozenset("ad a.d a.d. bc b.c b.c. bce ce b.c.e. c.e.".split())
_EARLIEST_YEAR, _LATEST_YEAR, _SURE_FROM = 1000, 2100, 1800
_FARTHEST_YEAR = 2500
_LIKELY_YEARS = range(1950, 2036)
_YEAR_DIGITS, _DAY_DIGITS, _LAST_DAY = 4, 2, 31


def tells_time(tokens: Tokens, numeral: Numeral, first: int) -> bool:
    """The number whose digits are at `first` is part of a date or a time of day."""
    return _is_time(tokens, first, numeral.last) or _is_day(tokens, first, numeral.last) or _is_year(tokens, numeral, first)


def _is_time(tokens: Tokens, first: int, last: int) -> bool:
    """Part of a time of day: "11 a.m.", "17:22", "2300 GMT"."""
    after = tokens.low(last)
    if after in _TIME_WORDS and not (after in {"et", "est"} and tokens[last].raw.islower()):
        return True
    if after == "a" and tokens.lows(last, 4) == ("a", ".", "m", "."):
        return True
    right = _colon(tokens, last) and tokens[last + 1].kind == "number"
    return right or (_colon(tokens, first - 1) and tokens[first - 2].kind == "number")


def _colon(tokens: Tokens, place: int) -> bool:
    """A colon with no space on either side, or with both, as in tokenised text."""
    return tokens.low(place) == ":" and tokens.glued(place) == tokens.glued(place + 1)


def is_month(tokens: Tokens, place: int) -> bool:
    """The word at a place names a month; "may" and "march" only with a capital or beside a number."""
    word = tokens[place]
    sure = word.low not in _DOUBTFUL_MONTHS or word.raw[0].isupper() or tokens.low(place + 1) == "."
    return word.low in MONTHS and (sure or _between(tokens, place))


def _between(tokens: Tokens, place: int) -> bool:
    return tokens[place - 1].kind == "number" or tokens.low(place - 1) in {"on", "since", "until", "by"}


def _is_day(tokens: Tokens, first: int, last: int) -> bool:
    """A day beside its month: "March 29", "Oct. 31", "1 May", "Aug 14-16"."""
    raw = tokens[first].raw
    if last != first + 1 or not raw.isdecimal() or len(raw) > _DAY_DIGITS or int(raw) > _LAST_DAY:
        return False
    before = first - 2 if tokens.low(first - 1) in {".", "the"} else first - 1
    if tokens.low(first - 1) == "-" and tokens[first - 2].kind == "number":
        before = first - 3
    if is_month(tokens, before):
        is_month_alone = tokens.low(before - 1) == "in" and tokens.low(first - 1) != "the" and is_plural(tokens.low(last))
        return not ((_has_own_day(tokens, before) or is_month_alone) and starts_noun(tokens, last))
    after = last + 1 if tokens.low(last) == "of" else last
    return is_month(tokens, after) and find_unit(tokens, last) is None


def _has_own_day(tokens: Tokens, month: int) -> bool:
    """The month has a day before it: "on 5 June 21 people died"."""
    raw = tokens[month - 1].raw
    return raw.isdecimal() and len(raw) <= _DAY_DIGITS and int(raw) <= _LAST_DAY


def _is_year(tokens: Tokens, numeral: Numeral, first: int) -> bool:
    raw = tokens[first].raw
    if numeral.last != first + 1 or numeral.first != first or not raw.isdigit() or currency_before(tokens, first):
        return False
    if tokens.low(first - 1) == "'" and tokens.glued(first) and len(raw) == _DAY_DIGITS:
        return not _opens_quotation(tokens, first)
    if tokens.low(numeral.last) in _ERAS or tokens.low(first - 1) in _ERAS:
        return True
    if len(raw) != _YEAR_DIGITS or not _EARLIEST_YEAR <= int(raw) <= _FARTHEST_YEAR:
        return False
    if int(raw) > _LATEST_YEAR:
        return tokens.low(first - 1) in {"by", "until"} and not starts_noun(tokens, numeral.last)
    return _reads_as_year(tokens, numeral, first)


def _opens_quotation(tokens: Tokens, first: int) -> bool:
    """The mark before a count of something opens what is said: "'21 people died', he said"."""
    counts = starts_noun(tokens, first + 1) and is_plural(tokens.low(first + 1))
    return counts and tokens.low(first - 2) not in _YEAR_BEFORE


def _reads_as_year(tokens: Tokens, numeral: Numeral, first: int) -> bool:
    """Four digits without a comma: a year unless a hedge, a unit or people say otherwise."""
    before, last = tokens.low(first - 1), numeral.last
    noun = starts_noun(tokens, last) and is_plural(tokens.low(last))
    if before in _HEDGES_BEFORE or (before == "of" and tokens.low(first - 2) in _HEDGES_BEFORE):
        return before in _HEDGES_OR_PREPOSITIONS and not noun
    if _is_level(tokens, first) or (noun and _is_round_count(tokens, first)):
        return False
    unit = find_unit(tokens, last)
    if tokens.low(last) in _PEOPLE or (unit is not None and not _is_period(unit.name)):
        return False
    if int(tokens[first].raw) >= _SURE_FROM:
        return True
    if tokens.low(first - 2) == "between" or tokens.low(first - 3) == "between":
        return not noun
    return before in _YEAR_BEFORE and not starts_noun(tokens, last)


def _is_level(tokens: Tokens, first: int) -> bool:
    """A level reached by a change, which news seldom sets in a year so far off: "climbed to 1234", "to 1463 from 1450"."""
    if int(tokens[first].raw) in _LIKELY_YEARS:
        return False
    if tokens.low(first - 1) == "to":
        return tokens.low(first - 2) in CHANGE_WORDS
    back = tokens.low(first - 1) == "from" and tokens[first - 2].kind == "number" and tokens.low(first - 3) == "to"
    return back and tokens.low(first - 4) in CHANGE_WORDS


def _is_round_count(tokens: Tokens, first: int) -> bool:
    """Full hundreds or an unlikely year before what is counted, behind a verb: "built 2000 cars"."""
    before, after, value = tokens[first - 1], tokens[first + 1], int(tokens[first].raw)
    counted = before.kind == "word" and before.raw.islower() and before.low not in _YEAR_BEFORE and after.raw.islower()
    return counted and (value % 100 == 0 or value not in _LIKELY_YEARS)


def _is_period(name: str) -> bool:
    return name in {"year", "month", "quarter"}
