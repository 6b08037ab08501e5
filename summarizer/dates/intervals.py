"""Calendar arithmetic: the half-open interval [first day, day after the last) of a day, month, season and so on.

All functions raise ValueError or OverflowError outside the years 1 to 9999; the caller of a rule catches both.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

# Meteorological and astronomical seasons of the northern hemisphere taken together: neither reading is excluded.
_SEASON_EDGES = {"spring": ((3, 1), (6, 22)), "summer": ((6, 1), (9, 24)), "autumn": ((9, 1), (12, 23))}


def day(value: date) -> Days:
    """One day."""
    return value, value + timedelta(days=1)


def month(year: int, number: int) -> Days:
    """One calendar month."""
    return date(year, number, 1), shift_months(date(year, number, 1), 1)


def months(year: int, first: int, last: int) -> Days:
    """The months `first` to `last` of a year, both included."""
    return date(year, first, 1), month(year, last)[1]


def year_span(first: int, last: int | None = None) -> Days:
    """One year, or the years `first` to `last`, both included."""
    return date(first, 1, 1), date((first if last is None else last) + 1, 1, 1)


def quarter(year: int, number: int) -> Days:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number)


def season(year: int, name: str) -> Days:
    """A season of the northern hemisphere.

    "winter 2015" can be the one that begins or the one that ends in 2015; the interval holds both.
    """
    if name == "winter":
        return date(year - 1, 12, 1), date(year + 1, 3, 22)
    (first_month, first_day), (last_month, last_day) = _SEASON_EDGES[name]
    return date(year, first_month, first_day), date(year, last_month, last_day)


def part_of_year(year: int, part: str) -> Days:
    """The early, middle or late part of a year, with overlapping edges: "early" is January to April."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return months(year, first, last)


def part_of_month(year: int, number: int, part: str) -> Days:
    """The early, middle or late part of a month, with overlapping edges."""
    length = monthrange(year, number)[1]
    first, last = {"early": (1, 12), "mid": (9, 22), "late": (18, length)}[part]
    return date(year, number, first), day(date(year, number, last))[1]


def week(value: date) -> Days:
    """The week of a day, whether it begins on Monday (ISO 8601) or on Sunday (United States)."""
    iso = value - timedelta(days=value.weekday())
    american = value - timedelta(days=(value.weekday() + 1) % 7)
    return min(iso, american), max(iso, american) + timedelta(days=7)


def weekend(value: date) -> Days:
    """The Saturday and Sunday that end the ISO week of a day."""
    saturday = value + timedelta(days=5 - value.weekday())
    return saturday, saturday + timedelta(days=2)


def shift_months(value: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month where it is shorter."""
    index = value.year * 12 + value.month - 1 + count
    year, number = divmod(index, 12)
    return date(year, number + 1, min(value.day, monthrange(year, number + 1)[1]))


def shift(value: date, count: int, unit: str) -> date:
    """A day moved by a count of units; hours and minutes move by the days they could cross."""
    if unit in ("month", "year", "decade", "century"):
        return shift_months(value, count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    if unit in ("hour", "minute"):
        crossed = -(-abs(count) // (24 if unit == "hour" else 1440))
        return value + timedelta(days=crossed if count > 0 else -crossed)
    return value + timedelta(days=count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1))


def around(value: date, unit: str) -> Days:
    """The days that round to `value` when counting in `unit`: half a unit to either side."""
    if unit in ("day", "night"):
        return day(value)
    if unit in ("hour", "minute"):
        return value, value + timedelta(days=2)
    half = {"week": 3, "weekend": 3, "fortnight": 7, "month": 15, "year": 183, "decade": 1826, "century": 18262}[unit]
    return value - timedelta(days=half), value + timedelta(days=half + 1)
