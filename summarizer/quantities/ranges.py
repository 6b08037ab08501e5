"""Join two numbers into a range: "between 10 and 20", "5 to 10 percent", "hundreds to several thousands"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.compound import read_measure_range
from summarizer.quantities.direction import follows_change, takes_amount
from summarizer.quantities.escalation import escalated
from summarizer.quantities.exclusions import sort_of
from summarizer.quantities.money import BEFORE_NUMBERS, currency_before
from summarizer.quantities.nouns import CountedNoun, counted_noun
from summarizer.quantities.number_ranges import is_number_range
from summarizer.quantities.range_ends import HEDGES, is_bounded, is_sign, place_before, right_end, word_before
from summarizer.quantities.shared_scale import share_level, share_level_of_range, share_scale
from summarizer.quantities.time_phrases import TIME_STARTS, names_level, past_time
from summarizer.quantities.units import UnitMatch, find_unit
from summarizer.quantities.words import ending_scale

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_YEAR = re.compile(r"(?:19|20)\d\d$")
_COPULAS = frozenset({"was", "is", "were", "are", "be", "been"})
_BIGGEST_STEP, _BIGGEST_SHARED_STEP = Decimal("1.5"), Decimal(2)
_LINK_WORDS = frozenset({"to", "and", "or"})
_LINKING = _LINK_WORDS | {"-", "from"}
# "Two, maybe three hundred people".
_DOUBTING = frozenset({"maybe", "perhaps", "possibly"})
# No unit or noun phrase is longer, so no link comes later.
_LOOK_AHEAD = 10
# What joins the ends when something is counted between them: "from 200 fighters to 300".
_LINK_AFTER = {"from": "to", "between": "and"}
_CLOSE_RATIO = 3


class _Left(NamedTuple):
    """What follows the left end: its unit or what it counts, and the place of the linking word."""

    link: int
    unit: UnitMatch | None = None
    noun: CountedNoun | None = None


def read_range(tokens: Tokens, left: Numeral) -> Numeral | None:
    """The range that starts with `left`, or None if it stands alone. Ends before the unit of its right end.

    Of two levels ("rose from 10 to 20 percent") it is the first alone, with the scale and the unit of the second.
    """
    doubted = escalated(tokens, left) if left.style == "indefinite" else None
    if doubted is not None:
        return doubted
    if _LINKING.isdisjoint(tokens.lows(left.last, _LOOK_AHEAD)) and not _is_doubted(tokens, left.last):
        return None
    if tokens.low(left.last) == "from":
        return _level_before_from(tokens, left)
    if tokens.low(left.last) in TIME_STARTS and word_before(tokens, left) == "from":
        return _level_before_time(tokens, left)
    after = _after_left(tokens, left)
    measures = read_measure_range(tokens, left, after.unit) if after.unit is not None else None
    return measures if measures is not None else _linked(tokens, left, after)


def _linked(tokens: Tokens, left: Numeral, after: _Left) -> Numeral | None:
    """The range, or the first of two levels, whose other end stands behind the link."""
    if not _links(tokens, left, after.link, after.unit):
        return None
    right = right_end(tokens, left, after.link)
    if right is None or not _same_unit(tokens, right, after):
        return None
    found = _range_or_level(tokens, left, right, after)
    return found if found is None or tokens.low(after.link) == "to" else _range_as_level(tokens, found)


def _range_or_level(tokens: Tokens, left: Numeral, right: Numeral, after: _Left) -> Numeral | None:
    link = tokens.low(after.link)
    shared = share_scale(tokens, left, right)
    if link == "to" and _tells_levels(tokens, shared, right, after.unit):
        return _first_level(tokens, left, right, after)
    joined = None if is_bounded(tokens, after.link, right) else _interval(tokens, left, shared, right, after)
    if joined is not None or link != "to" or left.low < right.low / right.scale:
        return joined
    return _first_level(tokens, left, right, after)


def _interval(tokens: Tokens, left: Numeral, shared: Numeral, right: Numeral, after: _Left) -> Numeral | None:
    """The interval between two ends, the left as written and with its `shared` scale; with what is counted inside it."""
    step = _BIGGEST_STEP if shared is left else _BIGGEST_SHARED_STEP
    close = tokens.low(after.link) not in {"or", ","} or _lie_close(tokens, shared, right, step)
    joined = _joined(shared, right) if close else None
    if joined is None:
        return None
    if _shares_minus(tokens, left, right):
        joined = replace(joined, low=min(joined.low, -right.low))
    return joined if after.noun is None else _with_noun_inside(tokens, joined, after)


def _shares_minus(tokens: Tokens, left: Numeral, right: Numeral) -> bool:
    """The word "minus" may be meant for both ends: "minus 5 to 10 degrees", but not "from minus 5 to plus 10"."""
    spoken = tokens.low(left.first) == "minus" and right.low > 0 and tokens.low(right.first - 1) != "plus"
    return spoken and tokens.low(right.first) != "+" and word_before(tokens, left) not in {"from", "between"}


def _joined(left: Numeral, right: Numeral) -> Numeral | None:
    """The interval from one end to the other; below zero the larger figure may come first."""
    high = right.low if right.high is None else right.high
    low = left.low
    if low < 0 and high < low:
        low, high = high, low
    if not low < high:
        return None
    precision = min(left.precision, right.precision)
    style = "indefinite" if left.style == "indefinite" else right.style
    return replace(left, last=right.last, low=low, high=high, precision=precision, style=style)


def _first_level(tokens: Tokens, left: Numeral, right: Numeral, after: _Left) -> Numeral | None:
    """The first of two levels, which tells no scale or unit where the second does: "from 24 to 33 billion metres"."""
    if word_before(tokens, left) != "from" or after.unit is not None or after.noun is not None:
        return None
    return _with_second_level(tokens, left, right)


def _level_before_from(tokens: Tokens, left: Numeral) -> Numeral | None:
    """The first of two levels told backwards: "to $3.1 from $2.4 billion", "to 45 from 52 percent"."""
    if word_before(tokens, left) != "to":
        return None
    right = right_end(tokens, left, left.last)
    if right is None or sort_of(tokens, right) != "quantity" or _YEAR.match(tokens[right.first].raw):
        return None
    money = [found and found[0] for found in (currency_before(tokens, end.first) for end in (left, right))]
    return _with_second_level(tokens, left, right) if money[0] == money[1] else None


def _level_before_time(tokens: Tokens, left: Numeral) -> Numeral | None:
    """The first of two levels with its time behind it, open if only the second tells a scale: "from $3 in May to $4bn"."""
    place = past_time(tokens, left.last)
    right = right_end(tokens, left, place) if tokens.low(place) == "to" else None
    if right is None or (currency_before(tokens, left.first) is None) != (currency_before(tokens, right.first) is None):
        return None
    shared = share_level(tokens, left, right)
    return None if shared is left else replace(shared, low=left.low, style="indefinite")


def _range_as_level(tokens: Tokens, joined: Numeral) -> Numeral:
    """A range that is the first of two levels: "from 20-22 to 33-35 million tonnes"."""
    if tokens.low(joined.last) != "to" or word_before(tokens, joined) != "from":
        return joined
    right = right_end(tokens, joined, joined.last)
    return _with_second_level(tokens, joined, right) if right is not None else joined


def _with_second_level(tokens: Tokens, left: Numeral, right: Numeral) -> Numeral:
    further = right if tokens.low(right.last) == "from" else read_range(tokens, right) or right
    shared = share_level(tokens, left, further) if left.low == left.high else share_level_of_range(tokens, left, further)
    bare = currency_before(tokens, left.first) is None and currency_before(tokens, right.first) is None
    named = bare and names_level(tokens, further.last)
    return replace(shared, unit_place=further.last) if named and shared.unit_place < 0 else shared


def _past_up(tokens: Tokens, left: Numeral, place: int) -> int:
    """The place of the "to" in "from £1.2m up to £1.5m"."""
    up = tokens.low(place) == "up" and tokens.low(place + 1) == "to" and word_before(tokens, left) == "from"
    return place + 1 if up else place


def _with_noun_inside(tokens: Tokens, joined: Numeral, after: _Left) -> Numeral:
    """What is counted stands after the left end only: "from 200 fighters to several thousand"."""
    again = counted_noun(tokens, joined.last, one=False)
    return joined if again is not None or after.noun is None else replace(joined, unit_place=after.noun.head_place)


def _after_left(tokens: Tokens, left: Numeral) -> _Left:
    """What stands between the left end and the linking word: nothing, a unit or what is counted."""
    unit = find_unit(tokens, left.last)
    if unit is not None and tokens.low(left.last) != "-":
        return _Left(_past_up(tokens, left, unit.last), unit)
    if tokens[left.last].kind != "word" or tokens.low(left.last) in _LINK_WORDS:
        return _Left(left.last)
    before = tokens.low(left.first - 1)
    limited = before in _LINK_AFTER or before in HEDGES or before in BEFORE_NUMBERS
    between = _LINK_AFTER.get(word_before(tokens, left)) if limited else None
    between = between or ("to" if left.style == "indefinite" else None)
    noun = counted_noun(tokens, left.last, one=False) if between else None
    if noun is not None and tokens.low(noun.last) == between:
        return _Left(noun.last, noun=noun)
    return _Left(_past_up(tokens, left, left.last))


def _links(tokens: Tokens, left: Numeral, place: int, unit: UnitMatch | None) -> bool:
    link = tokens.low(place)
    if link == ",":
        return _is_doubted(tokens, place)
    if link in _LINK_WORDS:
        return link == "to" or (unit is None if link == "or" else word_before(tokens, left) == "between")
    if link != "-":
        return False
    if tokens.low(place + 1) == "to" and (tokens.low(place + 2) == "-" or tokens.glued(place)):
        return True
    if tokens[left.first].kind != "number" or tokens[place + 1].kind != "number":
        return _dash_between_words(tokens, left, place)
    measured = unit is not None or currency_before(tokens, left.first) is not None or left.last > left.first + 1
    return measured or tokens.glued(place) != tokens.glued(place + 1) or is_number_range(tokens, left.first, left.last)


def _is_doubted(tokens: Tokens, place: int) -> bool:
    """A larger number is added in doubt at `place`: ", maybe three hundred"."""
    return tokens.low(place) == "," and tokens.low(place + 1) in _DOUBTING


def _dash_between_words(tokens: Tokens, left: Numeral, place: int) -> bool:
    """A hyphen links "two-three" and "$5-$10", where a sign stands before the right end."""
    sign = currency_before(tokens, left.first) is not None and is_sign(tokens, place + 1)
    return sign or (left.style in {"words", "indefinite"} and tokens[place + 1].kind == "word")


def _same_unit(tokens: Tokens, right: Numeral, after: _Left) -> bool:
    """A unit on the left must come back on the right; what is counted there need not, but nothing else may follow."""
    if after.noun is not None:
        again = counted_noun(tokens, right.last, one=False)
        return find_unit(tokens, right.last) is None and (again is None or again.name == after.noun.name)
    if after.unit is None:
        return True
    other = find_unit(tokens, right.last)
    return other is not None and other.name == after.unit.name


def _tells_levels(tokens: Tokens, left: Numeral, right: Numeral, unit: UnitMatch | None) -> bool:
    """Two figures, no range: "rose from 10 to 20", "rose by $4 billion to $40 billion".

    After a verb of change only "by 1 to 1.5 degrees" is a range: the ends are close and share one unit.
    """
    money = currency_before(tokens, left.first)
    place = (money[1] if money else left.first) - 1
    word = tokens.low(place)
    if word == "to" or word in _COPULAS or (money is not None and takes_amount(word)):
        return False
    start = place_before(tokens, left)
    place = start if tokens.low(start) == "from" else place
    borrowed = left.style == "scaled" and left.last == left.first + 1 and right.scale > 1
    if money is not None and borrowed and tokens.low(place) != "from":
        return False
    if not follows_change(tokens, place - 1 if tokens.low(place) in {"from", "by"} else place):
        return False
    if tokens.low(place) == "from" or (tokens.low(place) != "of" and (unit is not None or money is not None)):
        return True
    return right.low > abs(left.low) * _CLOSE_RATIO


def _lie_close(tokens: Tokens, left: Numeral, right: Numeral, step: Decimal) -> bool:
    """Numbers linked by "or" make one figure if they are orders of magnitude or next to each other on their scale."""
    if left.style == "fraction":
        return False
    if left.style == right.style == "indefinite":
        return True
    scale = min(max(end.scale, ending_scale(tokens, end)) for end in (left, right))
    return right.low <= max(left.low * step, left.low + scale)
