"""Numbers with their units written between the digits: feet and inches in signs, "2h30m"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.numeral import Numeral

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_FEET_AND_INCHES = re.compile(r"(\d)'(\d{1,2}(?:\.\d)?)$")
_RATIOS = {"inch": 12, "minute": 60, "second": 60, "pound-mass": 14}
_POUNDS = frozenset({"lb", "lbs", "pounds", "pound"})
_HOUR_DIGITS = 2
_HOURS = frozenset({"h", "hr", "hrs"})
_MINUTE_SIGNS = frozenset({"m", "min", "mins", "mn"})
_SECOND_SIGNS = frozenset({"s", "sec", "secs"})


def read_glued_measure(tokens: Tokens, index: int) -> Numeral | None:
    """Feet and inches, hours and minutes, or stones and pounds, that begin with the digits at `index`, in the smaller unit."""
    after = tokens.low(index + 1)
    signed = tokens.glued(index + 1) or tokens.low(index + 3) in _MINUTE_SIGNS
    if after in _HOURS and signed and not tokens.glued(index):
        return _hours_and_minutes(tokens, index)
    if after in _MINUTE_SIGNS and tokens.glued(index + 1) and _is_signed(tokens, index + 2, _SECOND_SIGNS):
        return _numeral(index, index + 4, (tokens[index].raw, tokens[index + 2].raw), "second")
    if after == "st" and tokens.low(index + 3) in _POUNDS and tokens[index + 2].raw.isdigit():
        return _numeral(index, index + 4, (tokens[index].raw, tokens[index + 2].raw), "pound-mass")
    if after == "st" and _is_stone(tokens, index):
        return _numeral(index, index + 3, (tokens[index].raw, tokens[index + 2].raw), "pound-mass")
    return _feet_and_inches(tokens, index) if after in {"'", '"'} or "'" in tokens[index].raw else None


def _is_signed(tokens: Tokens, place: int, signs: frozenset[str]) -> bool:
    """A short number at `place` with one of the `signs` right behind it."""
    raw = tokens[place].raw
    return raw.isdigit() and len(raw) <= _HOUR_DIGITS and tokens.low(place + 1) in signs and tokens.glued(place + 1)


def _is_stone(tokens: Tokens, index: int) -> bool:
    """No ordinal ("21st 4") but stones with the pounds unnamed: "12st 4"."""
    raw, pounds = tokens[index].raw, tokens[index + 2].raw
    ordinal = raw.endswith("1") and not raw.endswith("11")
    closed = tokens[index + 3].kind != "word" or tokens.low(index + 3) in {"and", "at", "in"}
    return raw.isdigit() and not ordinal and pounds.isdigit() and len(pounds) <= _HOUR_DIGITS and closed


def _feet_and_inches(tokens: Tokens, index: int) -> Numeral | None:
    match = _FEET_AND_INCHES.match(tokens[index].raw)
    if match is not None:
        last = index + 1
        signed = tokens.glued(last) and tokens.low(last) == '"'
        return _numeral(index, last + signed, (match[1], match[2]), "inch")
    feet, inches = tokens[index], tokens[index + 2]
    spaced = tokens.low(index + 1) == "'" and tokens.glued(index + 1) and inches.raw.isdigit() and feet.raw.isdigit()
    if not spaced or tokens.low(index + 3) != '"' or not tokens.glued(index + 3):
        return None
    return _numeral(index, index + 4, (feet.raw, inches.raw), "inch")


def _hours_and_minutes(tokens: Tokens, index: int) -> Numeral | None:
    hours, minutes, last = tokens[index].raw, tokens[index + 2].raw, index + 3
    digits = hours.isdigit() and len(hours) <= _HOUR_DIGITS and minutes.isdigit() and len(minutes) <= _HOUR_DIGITS
    signed = tokens.low(last) in _MINUTE_SIGNS and (tokens.glued(last) or tokens.low(last) == "min")
    if not digits or not (signed or tokens.glued(index + 2)):
        return None
    return _numeral(index, last + signed, (hours, minutes), "minute")


def _numeral(first: int, last: int, parts: tuple[str, str], unit: str) -> Numeral | None:
    """The numeral for a larger and a smaller part, told in the smaller unit."""
    ratio, small = _RATIOS[unit], Decimal(parts[1])
    if small >= ratio:
        return None
    value = Decimal(parts[0]) * ratio + small
    return Numeral(first, last, value, value, Decimal(1), "digits", value, unit=unit)
