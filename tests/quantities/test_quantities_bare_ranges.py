"""Ranges in digits that no noun follows, bounds in signs, and tolerances of shares and ages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


def _read(text: str) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    "text",
    ["30-35 dead.", "Blast leaves 30-35 wounded.", "About 30-35 survived.", "Some 30-35 were held.", "Roughly 30-35 came."],
)
def test_a_range_of_people_not_named(text: str) -> None:
    assert [(low, high) for low, high, _ in _read(text)] == [(30, 35)]


@pytest.mark.parametrize("text", ["They won 3-5.", "The home side lost 30-35.", "Call 55-5670."])
def test_a_score_is_no_range(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        (">=30 people died.", 30, None, "people"),
        ("<=30 people died.", None, 30, "people"),
        ("The crowd was 50,000 ± 10%.", 45_000, 55_000, None),
        ("It was 3,000 years ago, plus or minus 200 years.", 2800, 3200, "year"),
        ("The wall is 3,000 metres long, give or take 200 metres.", 2800, 3200, "metre"),
    ],
)
def test_signs_and_tolerances(text: str, low: int | None, high: int | None, unit: str | None) -> None:
    assert _read(text) == [(low, high, unit)]
