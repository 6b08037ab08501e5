"""Shares: a verb after the whole, odds of one in 2000, ranges of shares, and fractions only a hedge or a verb tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


def _read(text: str) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One pupil in eight goes to school hungry.", "0.125"),
        ("One worker in four makes less.", "0.25"),
        ("One pupil out of eight is absent.", "0.125"),
        ("Three pupils out of every four are absent.", "0.75"),
        ("The odds are 1 in 2000.", "0.0005"),
        ("Doctors put the chance at one in 1600.", "0.000625"),
        ("Just short of half agreed.", "0.5"),
        ("At most half came.", "0.5"),
        ("Only half survived.", "0.5"),
        ("Exactly half were insured.", "0.5"),
        ("Half were women.", "0.5"),
    ],
)
def test_share(text: str, value: str) -> None:
    (quantity,) = find_quantities(text)
    assert Decimal(value) in {quantity.low, quantity.high}
    assert quantity.unit == "fraction"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between a third and half of pupils came.", Decimal(1) / 3, Decimal("0.5")),
        ("Between a fifth and a quarter of pupils came.", Decimal("0.2"), Decimal("0.25")),
        ("Between a third and two thirds of pupils came.", Decimal(1) / 3, Decimal(2) / 3),
        ("The cost fell by between a fifth and a quarter.", Decimal("0.2"), Decimal("0.25")),
        ("One in four to five pupils is absent.", Decimal("0.2"), Decimal("0.25")),
        ("One in five or six pupils is absent.", Decimal(1) / 6, Decimal("0.2")),
    ],
)
def test_range_of_shares(text: str, low: Decimal, high: Decimal) -> None:
    assert _read(text) == [(low, high, "fraction")]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The bank may cut rates by a quarter to half a percentage point.", "0.25", "0.5", "percentage point"),
        ("Growth may be half to one percent.", "0.5", "1", "percentage"),
        ("A quarter to three quarters of a million homes were hit.", "250000", "750000", "home"),
    ],
)
def test_fractions_joined_by_to(text: str, low: str, high: str, unit: str) -> None:
    assert _read(text) == [(Decimal(low), Decimal(high), unit)]


@pytest.mark.parametrize(
    "text",
    ["He was only half joking.", "The second half was dull.", "The glass is only half full.", "The other half were lost."],
)
def test_no_share(text: str) -> None:
    assert _read(text) == []


def test_a_part_and_the_round_number_it_is_told_for_are_one_figure() -> None:
    assert [unit for *_, unit in _read("Deaths stood at 14 per 1,000 births.")] == ["per 1000 birth"]
    assert [unit for *_, unit in _read("There were 14 cases for every 1,000 pupils.")] == ["case per 1000 pupil"]


def test_a_base_in_groups_and_a_counted_whole() -> None:
    assert [unit for *_, unit in _read("There were 9 cases per 100 000 inhabitants.")] == ["case per 100000 inhabitant"]
    assert _read("Three miners out of 42 were saved.") == [(3, 3, "miner"), (42, 42, None)]


def test_a_year_after_in_stays_a_year() -> None:
    assert _read("One plant in 2017 was shut.") == [(1, 1, "plant")]
    assert _read("Two men in three cars were seen.") == [(2, 2, "man"), (3, 3, "car")]
