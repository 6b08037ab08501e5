"""The value the package returns: one quantity as an article wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Approximator = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, the interval it stands for, and what it counts or measures.

    `text` is the article's own characters: `source[start:end] == text`, in code points. It runs from the
    first word that limits the value ("at least") to the unit.

    `low` and `high` are Decimals, or None where the interval is open. Both ends belong to the interval, with
    two exceptions: `more_than` leaves `low` out and `less_than` leaves `high` out. "Up to 50" is [None, 50].

    Attributes:
        unit: Singular and lower case ("percentage", "mile per hour", "soldier"), None if nothing is named.
        direction: Set when the figure is the size of a rise or fall, or the level reached by one.
        is_date: The number is a year, a day of the month or a time of day; `low` is the bare number.
        vague: A counting word without a usable interval ("many"); never found to conflict with anything.
        additional: "Another three", "five more": added to a figure told before, not a total.
        partitive: "One of the soldiers": a member is picked out, the group is not counted.
        precision: Place value of the last significant digit written (100000 for "3.2 million"). Zero for a
            count given to the unit; None when unknown.
    """

    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    approximator: Approximator = "exact"
    unit: str | None = None
    direction: Direction | None = None
    is_date: bool = False
    vague: bool = False
    additional: bool = False
    partitive: bool = False
    precision: Decimal | None = None
