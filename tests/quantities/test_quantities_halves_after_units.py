"""Halves and quarters told after the unit, and a half without its article after a scale."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import find_quantities


def _read(text: str) -> list[tuple[Decimal | None, str | None]]:
    return [(quantity.low, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The trial took three months and a half.", "3.5", "month"),
        ("Six hours and a half passed before help came.", "6.5", "hour"),
        ("The ditch is 4 feet and a half deep.", "4.5", "foot"),
        ("A mile and a quarter away stands a mill.", "1.25", "mile"),
        ("An hour and three quarters passed.", "1.75", "hour"),
        ("An ounce and a half of silver was hidden.", "1.5", "ounce"),
        ("A point and a half divides them.", "1.5", "point"),
        ("A billion and half euros were spent.", "1500000000", "euro"),
        ("Two million and half refugees came.", "2500000", "refugee"),
    ],
)
def test_part_after_the_unit(text: str, value: str, unit: str) -> None:
    assert _read(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It took two years and half the budget.", [(2, "year"), (Decimal("0.5"), "fraction")]),
        ("It took two years and a half million euros.", [(2, "year"), (500_000, "euro")]),
        ("It took two years and a half dozen men.", [(2, "year"), (6, "man")]),
        ("It took three weeks and a quarter of the crew.", [(3, "week"), (Decimal("0.25"), "fraction")]),
        ("It cost a million and half the crew.", [(1_000_000, None), (Decimal("0.5"), "fraction")]),
        ("It took two hours and a half hour more.", [(2, "hour"), (Decimal("0.5"), "hour")]),
    ],
)
def test_a_half_of_something_else_stands_alone(text: str, figures: list[tuple[Decimal, str]]) -> None:
    assert _read(text) == figures


@given(st.integers(2, 90), st.sampled_from(["hour", "year", "mile", "metre"]))
def test_a_half_after_the_unit_is_one_before_it(whole: int, unit: str) -> None:
    assert _read(f"It is {whole} {unit}s and a half.") == _read(f"It is {whole} and a half {unit}s.")
