"""Dots between thousands where the people counted are not named by a noun, and prices told for a time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The quake left 31.040 dead.", 31_040, 31_040),
        ("Some reports put it at 2.915 missing.", 2915, 2915),
        ("62.500 were injured.", 62_500, 62_500),
        ("There were 62.500 displaced people.", 62_500, 62_500),
        ("Between 1.400 and 1.900 dead are feared.", 1400, 1900),
        ("The death toll rose to 31.040.", 31_040, 31_040),
        ("Teachers earn €2.400 a month.", Decimal("2.4"), 2400),
        ("Rates rose to 2.375 percent.", Decimal("2.375"), Decimal("2.375")),
        ("The coin was at 1.035.", Decimal("1.035"), Decimal("1.035")),
    ],
)
def test_dotted(text: str, low: Decimal, high: Decimal) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high) == (low, high)
