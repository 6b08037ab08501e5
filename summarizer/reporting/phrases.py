"""Numbers, dates and lists in plain English, the same on every machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from summarizer.naming import MONTHS, day
from summarizer.schema import Figure, MeasureRow

EXACT = (None, "exact")

SPELLED_OUT_UP_TO = 30
"""A number with more digits than this is shown in scientific notation."""


def count(number: int, singular: str, plural: str | None = None) -> str:
    """The number and what it counts: "1 article", "2 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(words: Sequence[str], limit: int | None = None) -> str:
    """The words as a list in a sentence: "a", "a and b", "a, b and c"; beyond the limit "a, b and 7 more"."""
    shown = list(words)
    if limit is not None and len(shown) > limit + 1:
        shown = [*shown[:limit], f"{len(words) - limit} more"]
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


MOST_NAMED = 6
"""Articles that a line names; how many more there are is said, and all stand in report.json."""


def some(names: Sequence[str]) -> str:
    """Names of articles as a list in a sentence, each once: "A, B, C, D, E, F and 194 more"."""
    return listed(list(dict.fromkeys(names)), MOST_NAMED)


def joined(*parts: str | None) -> str:
    """The parts that are there, with a dot between them."""
    return " · ".join(part for part in parts if part)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence itself. Comes before escaping: "1" and "1." differ there."""
    text = text.strip()
    return text if text.endswith((*".!?…。！？؟۔।", ".”", "?”", "!”", "。」")) else f"{text}."


def period(first: dt.date, last: dt.date) -> str:
    """From the first day to the last, such as "from 28 February to 3 March 2021"; "on 3 March 2021" if they are one."""
    if first == last:
        return f"on {day(first)}"
    if first.year != last.year:
        return f"from {day(first)} to {day(last)}"
    if first.month != last.month:
        return f"from {first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"from {first.day} to {day(last)}"


def number(value: Decimal) -> str:
    """The number in digits, grouped by thousands: "1,200,000", "3.5"."""
    if abs(value.adjusted()) > SPELLED_OUT_UP_TO:
        return str(value)
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def interval(low: Decimal | None, high: Decimal | None) -> str:
    """The interval that code read from a figure: "183", "171 to 189", "183 or more", "200 or less"."""
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{number(low or Decimal())} or more"
    if low is None:
        return f"{number(high)} or less"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _bounds(figure: Figure) -> str:
    """The interval in words; "more than" and "less than" leave the number itself out."""
    if figure.approximator == "more_than" and figure.low is not None and figure.high is None:
        return f"more than {number(figure.low)}"
    if figure.approximator == "less_than" and figure.high is not None and figure.low is None:
        return f"less than {number(figure.high)}"
    return interval(figure.low, figure.high)


def when_read(when: str, earliest: dt.date | None, latest: dt.date | None) -> str:
    """A time as the article puts it, with the days that code read: "on Sunday → 21 June 2015"."""
    if earliest is None or latest is None or latest <= earliest:
        return when
    first, last = earliest, latest - dt.timedelta(days=1)
    read = day(first) if first == last else period(first, last)
    return when if when == read else f"{when} → {read}"


def read_as(row: MeasureRow) -> str:
    """The interval of a figure in a table: "14 or more", "270 to 330"."""
    return f"{interval(row.low, row.high)}{', a vague word' if row.vague and row.low != row.high else ''}"


def reading(figure: Figure) -> str | None:
    """What code read from a figure, or None where that is the very digits the article writes."""
    if figure.low is None and figure.high is None:
        return "no number could be read from it"
    read = _bounds(figure)
    read = f"{figure.direction} {read}" if figure.direction else read
    read = f"{read}, a vague word" if figure.vague else read
    return None if read in figure.figure.split() and figure.approximator in EXACT else read
