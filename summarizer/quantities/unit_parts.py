"""The smaller units that a measure goes on in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.digits import read_digits
from summarizer.quantities.numeral import Numeral
from summarizer.quantities.units import find_unit
from summarizer.quantities.words import read_cardinal

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

UNIT_PARTS: dict[str, dict[str, tuple[int, int]]] = {
    "mile": {"yard": (1760, 1760), "foot": (5280, 5280)},
    "yard": {"foot": (3, 3), "inch": (36, 36)},
    "foot": {"inch": (12, 12)},
    "kilometre": {"metre": (1000, 1000)},
    "metre": {"centimetre": (100, 100)},
    "stone": {"pound-mass": (14, 14), "pound sterling": (14, 14)},
    "pound-mass": {"ounce": (16, 16)},
    "pound sterling": {"ounce": (16, 16)},
    "metric ton": {"kilogram": (1000, 1000)},
    "kilogram": {"gram": (1000, 1000)},
    "year": {"month": (12, 12), "week": (52, 53), "day": (365, 366)},
    "month": {"week": (4, 5), "day": (28, 31)},
    "week": {"day": (7, 7)},
    "day": {"hour": (24, 24)},
    "hour": {"minute": (60, 60), "second": (3600, 3600)},
    "minute": {"second": (60, 60)},
}
"""How many of the smaller unit make one of the larger, at least and at most."""


def read_article_part(tokens: Tokens, index: int) -> Numeral | None:
    """The article that counts the larger unit in "an hour and 20 minutes"."""
    if tokens.low(index + 2) != "and":
        return None
    unit = find_unit(tokens, index + 1)
    if unit is None or unit.name not in UNIT_PARTS:
        return None
    part = read_digits(tokens, index + 3) if tokens[index + 3].kind == "number" else read_cardinal(tokens, index + 3)
    smaller = find_unit(tokens, part.last) if part is not None else None
    if smaller is None or smaller.name not in UNIT_PARTS[unit.name]:
        return None
    one = Decimal(1)
    return Numeral(index, index + 1, one, one, one, "words", one)
