"""Numbers of dates that stand away from their month or era: "3 to 7 March", "May 3, 5 and 9", "1400 AH", "Reiwa 6"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.calendar_numbers import is_month
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_LAST_DAY = 31
_MOST_LISTED = 6
_JOINS = frozenset({",", "and", "&", "to", "through", "until", "till", "-", "/"})
_FINAL_JOINS = _JOINS - {",", "/"}
_ERAS_AFTER = frozenset("AH A.H. SH S.H. BE B.E. AM A.M. E.C. BS B.S. Hijri hijri Saka".split())
_ERAS_BEFORE = frozenset("AH A.H. BE B.E. Reiwa Heisei Showa Taisho Meiji Minguo Juche Saka".split())
_CALENDARS = frozenset(
    "hijri iranian persian afghan solar shamsi buddhist thai hebrew jewish ethiopian roc nepali taiwanese islamic".split()
)
_ERA_DIGITS = (3, 4)


def belongs_to_date(tokens: Tokens, first: int, last: int) -> bool:
    """The number at `first` is a day that shares its month with another one, or a year of another calendar."""
    raw = tokens[first].raw
    if not raw.isdecimal() or len(raw) > _ERA_DIGITS[1]:
        return False
    if int(raw) <= _LAST_DAY and (_before_month(tokens, first) or _after_month(tokens, first, last)):
        return True
    return _is_era_year(tokens, first, last)


def _before_month(tokens: Tokens, first: int) -> bool:
    """A day of "3, 4 and 5 May", "3-Feb": nothing but rising days and what joins them up to the month."""
    place, day = first, int(tokens[first].raw)
    for _ in range(_MOST_LISTED):
        place += 1 + (tokens.low(place + 1) in {"st", "nd", "rd", "th"})
        if tokens.low(place) == "of" and is_month(tokens, place + 1):
            return True
        if place > first + 1 and is_month(tokens, place):
            return True
        if tokens.low(place) not in _JOINS:
            return False
        if tokens.low(place) == "-" and is_month(tokens, place + 1):
            return True
        place += 1
        place += tokens.low(place) in {"and", "the", "&"}
        following = _day(tokens, place)
        if following <= day:
            return False
        day = following
    return False


def _after_month(tokens: Tokens, first: int, last: int) -> bool:
    """A day of "May 3, 5 and 9", if no noun follows the last of them."""
    end = _last_listed(tokens, first, last)
    if end is None or starts_noun(tokens, end) or find_unit(tokens, end) is not None:
        return False
    place, day = first, int(tokens[first].raw)
    for _ in range(_MOST_LISTED):
        place -= 1
        place -= tokens.low(place) == "the"
        if tokens.low(place) not in _JOINS:
            return False
        place -= 1
        place -= tokens.low(place) == ","
        before = _day(tokens, place)
        if not 0 < before < day:
            return False
        day = before
        if is_month(tokens, place - (2 if tokens.low(place - 1) == "." else 1)):
            return True
    return False


def _last_listed(tokens: Tokens, first: int, last: int) -> int | None:
    """The place after the list that the number stands in; None if the list has no final "and" or "to"."""
    if tokens.low(first - 1) in _FINAL_JOINS or (tokens.low(first - 1) == "the" and tokens.low(first - 2) in _FINAL_JOINS):
        return last
    place = last
    for _ in range(_MOST_LISTED):
        is_final = tokens.low(place) in _FINAL_JOINS or (tokens.low(place) == "," and tokens.low(place + 1) in _FINAL_JOINS)
        if tokens.low(place) not in _JOINS:
            return None
        place += 1 + (tokens.low(place + 1) in _FINAL_JOINS)
        if not _day(tokens, place):
            return None
        place += 1
        if is_final:
            return place
    return None


def _day(tokens: Tokens, place: int) -> int:
    """The day of the month at a place; zero if there is none."""
    raw = tokens[place].raw
    return int(raw) if raw.isdecimal() and len(raw) <= len("31") and int(raw) <= _LAST_DAY else 0


def _is_era_year(tokens: Tokens, first: int, last: int) -> bool:
    raw, before = tokens[first].raw, tokens.low(first - 1)
    if len(raw) in range(_ERA_DIGITS[0], _ERA_DIGITS[1] + 1) and tokens[last].raw in _ERAS_AFTER:
        return True
    if tokens[first - 1].raw in _ERAS_BEFORE:
        return not starts_noun(tokens, last)
    return before == "year" and tokens.low(first - 2) in _CALENDARS
