"""The signs of numbers in words, of both ends of a range, and of depths below zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import Quantity, find_quantities


def _one(text: str) -> Quantity:
    found = [quantity for quantity in find_quantities(text) if not quantity.is_date]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Cash flow was minus a quarter of a million dollars.", -250_000, "dollar"),
        ("Cash flow was minus half a billion euros.", -500_000_000, "euro"),
        ("The fund showed a balance of negative nine million euros.", -9_000_000, "euro"),
        ("The fund showed a balance of negative 9 million euros.", -9_000_000, "euro"),
        ("Net arrivals were negative 7,000.", -7_000, None),
        ("It was twenty degrees below.", -20, "degree"),
        ("It was twenty below.", -20, None),
        ("Temperatures sank to 25 below.", -25, None),
    ],
)
def test_a_sign_in_words_is_kept(text: str, low: int, unit: str | None) -> None:
    quantity = _one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, low, unit)


def test_the_size_of_an_error_has_no_sign() -> None:
    quantity = _one("The margin of error is plus or minus three percent.")
    assert (quantity.low, quantity.unit) == (3, "percentage")
    assert _one("The error is plus or minus half a million votes.").low == 500_000


@pytest.mark.parametrize("text", ["The club is 12 below.", "She tested negative 3 times.", "The price is 30 below the peak."])
def test_no_sign(text: str) -> None:
    assert (_one(text).low or 0) > 0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The gap is put at roughly minus €5m.", Decimal(-5_500_000), Decimal(-4_500_000)),
        ("It was almost minus 40 degrees.", -40, -36),
        ("It was nearly 40 degrees below zero.", -40, -36),
    ],
)
def test_a_hedge_before_a_minus(text: str, low: Decimal, high: Decimal) -> None:
    quantity = _one(text)
    assert (quantity.low, quantity.high) == (low, high)


def test_a_swing_leads_from_one_level_to_another() -> None:
    levels = [quantity.low for quantity in find_quantities("The account swung from minus $8 million to plus $2 million.")]
    assert levels == [-8_000_000, 2_000_000]


@given(st.integers(2, 9), st.integers(2, 9), st.sampled_from(["$", "€", "£"]))
def test_both_ends_below_zero_share_their_scale(left: int, right: int, sign: str) -> None:
    if left == right:
        return
    quantity = _one(f"The result lies between -{sign}{left} and -{sign}{right} million.")
    assert (quantity.low, quantity.high) == (-max(left, right) * 10**6, -min(left, right) * 10**6)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It will be 15-20 below zero.", -20, -15, None),
        ("Rates stood at 0.4 percent below zero.", Decimal("-0.4"), Decimal("-0.4"), "percentage"),
        ("It was 4 degrees above zero.", 4, 4, "degree"),
        ("It was 6 above zero.", 6, 6, None),
        ("Wind chills of 35 below are expected.", -35, -35, None),
    ],
)
def test_depth_and_height_over_zero(text: str, low: Decimal, high: Decimal, unit: str | None) -> None:
    quantity = _one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)
