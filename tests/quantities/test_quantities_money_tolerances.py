"""Tolerances of sums: with a sign of money, a scale meant for both, or as a share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The bill is $60 million, plus or minus $4 million.", 56_000_000, 64_000_000, "dollar"),
        ("The bill is €60m give or take €4m.", 56_000_000, 64_000_000, "euro"),
        ("The bill is £60 ± 4 million.", 56_000_000, 64_000_000, "pound sterling"),
        ("The bill is 60 ± 4 million euros.", 56_000_000, 64_000_000, "euro"),
        ("The bill is £60 million ± 5%.", 57_000_000, 63_000_000, "pound sterling"),
        ("The bill is $200 plus or minus 5 percent.", 190, 210, "dollar"),
        ("The bill is $60 (± $4).", 56, 64, "dollar"),
        ("Support is 60 ± 4 percent.", 56, 64, "percentage"),
        ("Some 60,000 ± 4,000 people came.", 56_000, 64_000, "people"),
    ],
)
def test_a_tolerance_has_the_scale_and_unit_it_was_written_with(text: str, low: int, high: int, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(low), Decimal(high), unit)


def test_not_even_tells_that_it_was_fewer() -> None:
    (quantity,) = find_quantities("Not even 30 people came.")
    assert (quantity.low, quantity.high, quantity.approximator) == (None, 30, "less_than")
