"""Ranges of measures told in two units, short forms for hours, minutes and seconds, and dots after short units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import find_quantities


def _read(text: str) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The thief is between 5 feet 7 inches and 5 feet 9 inches tall.", 67, 69, "inch"),
        ("The thief is 5ft 7in to 5ft 9in tall.", 67, 69, "inch"),
        ("The trip takes 2 hours 10 minutes to 2 hours 40 minutes.", 130, 160, "minute"),
        ("The baby weighed between 7lb 2oz and 7lb 9oz.", 114, 121, "ounce"),
        ("The thief is between 5ft 8in and 6ft tall.", 68, 72, "inch"),
        ("The term is two years to two years and six months.", 24, 30, "month"),
        ("The flight takes 1 hour 45.", 105, 105, "minute"),
        ("The flight takes 1 h 45 min.", 105, 105, "minute"),
        ("The boxer is 12st 4.", 172, 172, "pound-mass"),
        ("The show runs 2h 5m.", 125, 125, "minute"),
        ("She finished in 4m 12s.", 252, 252, "second"),
        ("She finished in 4m12s.", 252, 252, "second"),
        ("A 6 ft. 3 in. keeper.", 75, 75, "inch"),
        ("The statue weighs 3 tonnes 200 kilos.", 3200, 3200, "kilogram"),
    ],
)
def test_measure(text: str, low: int, high: int, unit: str) -> None:
    assert _read(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "After 1 hour 45 fled.",
        "He came 21st 4 times.",
        "It lasted between 2 hours and 30 minutes.",
        "The wave was 12 ft. 10 men drowned.",
        "A 3m 40 seat bus came.",
    ],
)
def test_two_measures(text: str) -> None:
    assert all(low not in {105, 150, 154, 220, 298} for low, *_ in _read(text))


@given(st.integers(4, 6), st.integers(0, 10))
def test_a_range_of_measures_has_the_ends_it_was_written_with(feet: int, inches: int) -> None:
    text = f"They are between {feet} feet {inches} inches and {feet + 1} feet {inches + 1} inches tall."
    assert _read(text) == [(12 * feet + inches, 12 * feet + inches + 13, "inch")]
