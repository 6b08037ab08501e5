"""The Gregorian days of a year of another calendar, as half-open intervals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from summarizer.dates import hijri, intervals
from summarizer.dates.spans import UNKNOWN, Interval

_ONE_DAY = timedelta(days=1)
_LEAP_FEBRUARY = 29
_THAI_REFORM = 2484
_HEBREW_PARTS_A_DAY = 25_920
# What turns days of the Hebrew count, as the rule of the new moons yields them, into ordinals of `date`.
_HEBREW_EPOCH = -1_373_427
# Lengths that no Hebrew year may have; the new year is moved so that they do not arise.
_TOO_LONG, _TOO_SHORT = 356, 382
_MOVED_WEEKDAYS = 3


def _thai(year: int) -> Interval:
    """Calendar years since 1941; the years before began in April."""
    low, high = intervals.year_span(year - 543)
    return (low, high) if year >= _THAI_REFORM else (low, intervals.shift_months(high, 3))


def _saka(year: int) -> Interval:
    """The Indian national calendar: from 22 March, or 21 March in a Gregorian leap year."""
    return _saka_start(year), _saka_start(year + 1)


def _saka_start(year: int) -> date:
    february = intervals.month(year + 78, 2)
    is_leap = (february[1] - february[0]).days == _LEAP_FEBRUARY
    return date(year + 78, 3, 21 if is_leap else 22)


def _ethiopian(year: int) -> Interval:
    """From 11 September, or the 12th before a Gregorian leap year; so between 1900 and 2099."""
    return _meskerem(year), _meskerem(year + 1)


def _meskerem(year: int) -> date:
    return date(year + 7, 9, 12 if year % 4 == 0 else 11)


def _hebrew(year: int) -> Interval:
    """From the first day of Tishri on."""
    return _rosh_hashanah(year), _rosh_hashanah(year + 1)


def _rosh_hashanah(year: int) -> date:
    """The day of the new moon of Tishri, moved by the rules that keep feasts off certain weekdays."""
    before, start, after = (_new_moon(year + step) for step in (-1, 0, 1))
    moved = 2 if after - start == _TOO_LONG else 1 if start - before == _TOO_SHORT else 0
    return date.fromordinal(start + moved + _HEBREW_EPOCH)


def _new_moon(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // _HEBREW_PARTS_A_DAY
    return day + ((3 * (day + 1)) % 7 < _MOVED_WEEKDAYS)


def _unresolved(year: int) -> Interval:
    del year
    return UNKNOWN


# The years in which a number is one of the calendar and its arithmetic holds, and that arithmetic.
_ERAS: dict[str, tuple[int, int, Callable[[int], Interval]]] = {
    "solar": (1000, 1500, hijri.solar_year),
    "lunar": (100, 1500, hijri.lunar_year),
    "thai": (2300, 2700, _thai),
    "hebrew": (5500, 6000, _hebrew),
    "ethiopian": (1893, 2091, _ethiopian),
    "saka": (1800, 2100, _saka),
    "nepali": (1900, 2150, _unresolved),
    "christian": (100, 9998, intervals.year_span),
    "open": (1, 9999, _unresolved),
}


def era_year(era: str, year: int) -> Interval | None:
    """The days of a year; unresolved where regions count it differently, None where it is no year of that calendar.

    Args:
        era: "solar" and "lunar" (Hijri), "thai", "hebrew", "ethiopian", "saka", "nepali",
            "christian" or "open".
        year: The number of the year in it.
    """
    first, last, days = _ERAS[era]
    return days(year) if first <= year <= last else None
