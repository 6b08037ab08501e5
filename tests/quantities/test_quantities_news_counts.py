"""Counts that everyday news of sport, cars and prices tells in its own short ways."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


def read(text):
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He hit 13 home runs.", "home run"),
        ("She drove in 121 RBIs.", "rbi"),
        ("The ship has 26 crewmen.", "crewman"),
        ("Her five grandchildren came.", "grandchild"),
        ("Two policewomen were there.", "policewoman"),
        ("It tested 14 specimens.", "specimen"),
        ("They sold 40 box sets.", "box set"),
    ],
)
def test_plurals_of_compounds(text, unit):
    assert [found for *_, found in read(text)] == [unit]


def test_the_name_max_is_no_limit():
    (quantity,) = find_quantities("A 737 MAX landed safely.")
    assert (quantity.low, quantity.approximator) == (737, "exact")


def test_a_limit_in_lower_case_stays():
    (quantity,) = find_quantities("It carries 300 kg max.")
    assert (quantity.low, quantity.high) == (None, 300)


def test_an_article_before_near():
    (quantity,) = find_quantities("It ended a near 20 percent fall.")
    assert (quantity.approximator, quantity.high) == ("about", 20)


def test_a_rate_by_the_month():
    assert read("It costs $4.99/mo.") == [(Decimal("4.99"), Decimal("4.99"), "dollar per month")]


def test_a_range_from_zero_needs_a_measure():
    assert read("It does 0-62 mph easily.") == [(0, 62, "mile per hour")]
    assert read("They lost 0-2 at home.") == []
