"""Find every quantity in a text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.around_units import with_part_after_unit
from summarizer.quantities.below_zero import mirrored, told_below_zero
from summarizer.quantities.compound import with_smaller_units
from summarizer.quantities.digits import times
from summarizer.quantities.direction import find_direction
from summarizer.quantities.exclusions import Sort, continues_labels, sort_of
from summarizer.quantities.hedges import hedge_after, hedge_before
from summarizer.quantities.intervals import interval, precision, round_word_precision
from summarizer.quantities.model import Quantity
from summarizer.quantities.money import currency_before
from summarizer.quantities.naming import name_unit, with_unit_scale
from summarizer.quantities.number_words import SCALES
from summarizer.quantities.others import name_others
from summarizer.quantities.ranges import read_range
from summarizer.quantities.reading import read_numeral, read_vague_numeral
from summarizer.quantities.restated import with_last_figure
from summarizer.quantities.thousands import with_dotted_thousands
from summarizer.quantities.tokens import Tokens
from summarizer.quantities.tolerances import with_tolerance, with_unit_tolerance
from summarizer.quantities.veiled import veiled_numbers

if TYPE_CHECKING:
    from summarizer.quantities.naming import Named
    from summarizer.quantities.numeral import Numeral


_EXACTLY = frozenset({"exactly", "precisely"})
_ADDED = frozenset({"another", "further", "additional", "extra"})
_ADDED_AFTER = _ADDED | {"more"}


class _Veiled:
    """Places in the order of the text, asked about in that order."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self._places = places
        self._next = 0

    def meets(self, start: int, end: int) -> bool:
        """One of them shares a character with this stretch, which lies behind all asked about before."""
        while self._next < len(self._places) and self._places[self._next][1] <= start:
            self._next += 1
        return self._next < len(self._places) and self._places[self._next][0] < end


def find_quantities(text: str, *, vague: bool = False) -> list[Quantity]:
    """Every quantity in `text`, in order, none overlapping another.

    Years, days and times of day come with `is_date` set. Ordinals, scores, phone numbers, names with numbers
    and list numbers are left out, as is a number with a letter that looks like a digit. Counting words without a
    usable interval ("many", "most", "a few") are left out unless `vague` asks for them. Never raises; the time grows
    with the length of the text.
    """
    tokens, veiled = Tokens(text), _Veiled(veiled_numbers(text))
    found: list[Quantity] = []
    place = free = 0
    label_end = -1
    while place < len(tokens):
        numeral = read_numeral(tokens, place)
        if numeral is None and vague:
            numeral = read_vague_numeral(tokens, place)
        if numeral is None:
            place += 1
            continue
        unread = continues_labels(tokens, numeral, label_end) or veiled.meets(tokens[place].start, tokens[numeral.last - 1].end)
        sort = "label" if unread else sort_of(tokens, numeral)
        quantity, place = _build(tokens, numeral, sort, free)
        label_end = place if sort == "label" else -1
        if quantity is not None:
            quantity = name_others(tokens, found, quantity, numeral.first, place)
            found.append(with_last_figure(tokens, found, quantity, free))
            free = place
    return found


def _build(tokens: Tokens, numeral: Numeral, sort: Sort, free: int) -> tuple[Quantity | None, int]:
    """The quantity for a number, and the place where reading goes on; nothing before `free` belongs to it."""
    if sort == "label":
        return None, numeral.last
    if sort == "date":
        return _date(tokens, numeral), numeral.last
    numeral = told_below_zero(tokens, read_range(tokens, numeral) or numeral)
    return _quantity(tokens, numeral, free)


def _date(tokens: Tokens, numeral: Numeral) -> Quantity:
    start, end = tokens[numeral.first].start, tokens[numeral.last - 1].end
    return Quantity(start, end, tokens.text[start:end], numeral.low, numeral.low, is_date=True)


def _quantity(tokens: Tokens, numeral: Numeral, free: int) -> tuple[Quantity, int]:
    numeral = with_tolerance(tokens, numeral)
    money = currency_before(tokens, numeral.first)
    money = money if money and money[1] >= free else None
    core = money[1] if money else numeral.first
    inner = hedge_after(tokens, numeral.last)
    numeral, place = _scaled_behind(tokens, numeral, inner[1]) if inner else (numeral, numeral.last)
    named = name_unit(tokens, numeral, money[0] if money else None, place)
    numeral, named = _complete(tokens, with_unit_scale(numeral, named), named)
    outer = inner or hedge_after(tokens, named.last)
    last = max(named.last, outer[1] if outer else 0)
    hedge = hedge_before(tokens, core, named.unit)
    limit = outer[0] if outer and hedge.kind in {"exact", "about"} else hedge.kind
    first = max(free, min(hedge.first, _range_start(tokens, numeral, core)))
    start, end = tokens[first].start, tokens[last - 1].end
    low, high, approximator = mirrored(interval(numeral, limit)) if numeral.below_zero else interval(numeral, limit)
    quantity = Quantity(
        start=start,
        end=end,
        text=tokens.text[start:end],
        low=low,
        high=high,
        approximator=approximator,
        unit=named.unit,
        direction=find_direction(tokens, first, last, named.unit),
        vague=numeral.style == "vague",
        additional=_is_additional(tokens, core, numeral.last, last) or _denies_more(tokens, numeral),
        partitive=_is_partitive(tokens, numeral),
        precision=_precision(tokens, numeral, is_count=named.is_count),
    )
    return quantity, last


def _scaled_behind(tokens: Tokens, numeral: Numeral, place: int) -> tuple[Numeral, int]:
    """The number with the scale words behind its hedge ("30-odd thousand", "40-plus million") and the place after them."""
    while tokens.low(place) in SCALES:
        numeral, place = times(numeral, SCALES[tokens.low(place)]), place + 1
    return numeral, place


def _complete(tokens: Tokens, numeral: Numeral, named: Named) -> tuple[Numeral, Named]:
    """The number and its unit with what follows the unit, and with the reading of its marks that the unit allows."""
    numeral, named = with_part_after_unit(tokens, *with_smaller_units(tokens, numeral, named))
    return with_unit_tolerance(tokens, with_dotted_thousands(tokens, numeral, named), named)


def _range_start(tokens: Tokens, numeral: Numeral, core: int) -> int:
    """A range begins with its "between"."""
    return core - 1 if numeral.low != numeral.high and tokens.low(core - 1) == "between" else core


def _is_additional(tokens: Tokens, core: int, after: int, last: int) -> bool:
    """The word "another" or "further" stands before the number, or "more" after it or after what it counts."""
    before = tokens.low(core - 1) in _ADDED or tokens.low(core) == "another"
    compared = tokens.low(after + 1) == "than" or tokens.low(last + 1) == "than"
    return before or (not compared and (tokens.low(after) in _ADDED_AFTER or tokens.low(last) in _ADDED_AFTER))


def _denies_more(tokens: Tokens, numeral: Numeral) -> bool:
    """No new deaths on top of those told before: "no new deaths", "no other injuries", "no one else"."""
    return numeral.low == numeral.high == 0 and tokens.low(numeral.last) in {"new", "other", "else"}


def _precision(tokens: Tokens, numeral: Numeral, *, is_count: bool) -> Decimal:
    """Words that stand for a round number leave room even when they count people, unless they are said to be exact."""
    if is_count and tokens.low(numeral.first - 1) in _EXACTLY:
        return Decimal(0)
    round_word = round_word_precision(tokens, numeral)
    return precision(numeral, is_count=is_count) if round_word is None else round_word


def _is_partitive(tokens: Tokens, numeral: Numeral) -> bool:
    single_word = numeral.last == numeral.first + 1
    return single_word and tokens.low(numeral.first) == "one" and tokens.low(numeral.last) == "of"
