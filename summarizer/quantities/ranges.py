"""Join two numbers into a range: "between 10 and 20", "5 to 10 percent", "hundreds to several thousands"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.compound import read_measure_range
from summarizer.quantities.direction import follows_change, takes_amount
from summarizer.quantities.escalation import escalated
from summarizer.quantities.money import BEFORE_NUMBERS, currency_before
from summarizer.quantities.nouns import CountedNoun, counted_noun
from summarizer.quantities.number_ranges import is_number_range
from summarizer.quantities.reading import read_numeral
from summarizer.quantities.shared_scale import share_level, share_scale
from summarizer.quantities.units import UnitMatch, find_unit
from summarizer.quantities.words import ending_scale

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

_ONE = Decimal(1)
_BIGGEST_STEP, _BIGGEST_SHARED_STEP = Decimal("1.5"), Decimal(2)
_LINK_WORDS = frozenset({"to", "and", "or"})
_LINKING = _LINK_WORDS | {"-"}
# "Two, maybe three hundred people".
_DOUBTING = frozenset({"maybe", "perhaps", "possibly"})
# No unit or noun phrase is longer, so no link comes later.
_LOOK_AHEAD = 10
# What joins the ends when something is counted between them: "from 200 fighters to 300".
_LINK_AFTER = {"from": "to", "between": "and"}
_CLOSE_RATIO = 3
_HEDGES = frozenset(
    "about around roughly approximately nearly almost up perhaps possibly maybe even just only some as many at least".split()
)
_BOUNDS = frozenset("over under more less fewer than above below".split())
# What may stand between the link and the right end.
_PASSED = _HEDGES | _BOUNDS | {"to", "-", "+", "minus", "plus"}


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
    after = _after_left(tokens, left)
    measures = read_measure_range(tokens, left, after.unit) if after.unit is not None else None
    if measures is not None:
        return measures
    if not _links(tokens, left, after.link, after.unit):
        return None
    right = _right_end(tokens, left, after.link)
    if right is None or not _same_unit(tokens, right, after):
        return None
    return _range_or_level(tokens, left, right, after)


def _range_or_level(tokens: Tokens, left: Numeral, right: Numeral, after: _Left) -> Numeral | None:
    link = tokens.low(after.link)
    shared = share_scale(tokens, left, right)
    if link == "to" and _tells_levels(tokens, shared, right, after.unit):
        return _first_level(tokens, left, right, after)
    joined = None if _is_bounded(tokens, after.link, right) else _interval(tokens, left, shared, right, after)
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
    return spoken and tokens.low(right.first) != "+" and _word_before(tokens, left) not in {"from", "between"}


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
    if _word_before(tokens, left) != "from" or after.unit is not None or after.noun is not None:
        return None
    further = read_range(tokens, right) or right
    shared = share_level(tokens, left, further)
    bare = currency_before(tokens, left.first) is None and currency_before(tokens, right.first) is None
    named = bare and (find_unit(tokens, further.last) or counted_noun(tokens, further.last, one=False))
    return replace(shared, unit_place=further.last) if named and shared.unit_place < 0 else shared


def _past_up(tokens: Tokens, left: Numeral, place: int) -> int:
    """The place of the "to" in "from £1.2m up to £1.5m"."""
    up = tokens.low(place) == "up" and tokens.low(place + 1) == "to" and _word_before(tokens, left) == "from"
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
    limited = before in _LINK_AFTER or before in _HEDGES or before in BEFORE_NUMBERS
    between = _LINK_AFTER.get(_word_before(tokens, left)) if limited else None
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
        return link == "to" or (unit is None if link == "or" else _word_before(tokens, left) == "between")
    if link != "-":
        return False
    if tokens.low(place + 1) == "to" and tokens.low(place + 2) == "-":
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
    sign = currency_before(tokens, left.first) is not None and _is_sign(tokens, place + 1)
    return sign or (left.style in {"words", "indefinite"} and tokens[place + 1].kind == "word")


def _word_before(tokens: Tokens, left: Numeral) -> str:
    money = currency_before(tokens, left.first)
    place = (money[1] if money else left.first) - 1
    while tokens.low(place) in _HEDGES:
        place -= 1
    return tokens.low(place)


def _right_end(tokens: Tokens, left: Numeral, place: int) -> Numeral | None:
    """The number after the link, past hedges, a second hyphen and a currency sign."""
    start = place + 1
    while start < place + 5 and (_is_passed(tokens, start)):
        start += 1
    right = read_numeral(tokens, start)
    if right is None or (right.style == "fraction" and tokens.low(place) == "to" and left.style != "fraction"):
        return None
    return right


def _is_passed(tokens: Tokens, place: int) -> bool:
    return tokens.low(place) in _PASSED or _is_sign(tokens, place)


def _is_bounded(tokens: Tokens, link: int, right: Numeral) -> bool:
    """The right end is a bound itself ("from 40 to more than 50"): that is no interval."""
    return any(tokens.low(place) in _BOUNDS for place in range(link + 1, right.first))


def _is_sign(tokens: Tokens, place: int) -> bool:
    """A currency, of up to three tokens ("-US$2"), begins at `place` or before it and leads to a number."""
    for number in range(place + 1, place + 4):
        if tokens[number].kind == "number":
            found = currency_before(tokens, number)
            return found is not None and found[1] <= place
    return False


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
    if tokens.low(place) == "to" or (money is not None and takes_amount(tokens.low(place))):
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
