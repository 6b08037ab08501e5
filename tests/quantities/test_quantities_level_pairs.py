"""Ranges of two scales joined by a dash, and pairs of levels of which only the second tells scale and unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities

M = 10**6


def intervals(text):
    return [(q.low, q.high, q.unit) for q in find_quantities(text) if not q.is_date]


DASHED = [
    ("The rink cost $850,000-1.1m.", 850_000, 1_100_000, "dollar"),
    ("The rink cost €900,000-1m.", 900_000, 1_000_000, "euro"),
    ("They ask for €3,5-4 million.", 3_500_000, 4_000_000, "euro"),
    ("They ask for 3,5-4 percent.", Decimal("3.5"), 4, "percentage"),
    ("They ask for 800-1.2bn euros.", 800, 1_200_000_000, "euro"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), DASHED)
def test_a_dash_joins_ends_of_two_scales(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


@pytest.mark.parametrize("text", ["They won 3-1.", "Call 555-0142.", "They won 21-9, 15-11."])
def test_scores_and_telephone_numbers_are_none(text):
    assert intervals(text) == []


LEVELS = [
    (
        "Yields rose from 10-12 to 15-18 million tonnes.",
        [(10 * M, 12 * M, "metric ton"), (15 * M, 18 * M, "metric ton")],
    ),
    ("Duties went from 3-4 to 6-7 percent.", [(3, 4, "percentage"), (6, 7, "percentage")]),
    ("Yields rose from 4 or 5 to 8 million tonnes.", [(4 * M, 5 * M, "metric ton"), (8 * M, 8 * M, "metric ton")]),
    (
        "It cut its outlook from $2.9-3.1 to $2.6-2.8 billion.",
        [(2900 * M, 3100 * M, "dollar"), (2600 * M, 2800 * M, "dollar")],
    ),
    ("Debt rose to $4.1 from $3.4 billion.", [(4100 * M, 4100 * M, "dollar"), (3400 * M, 3400 * M, "dollar")]),
    ("Debt rose to £4.1 from £3.4bn.", [(4100 * M, 4100 * M, "pound sterling"), (3400 * M, 3400 * M, "pound sterling")]),
    ("Debt rose to 4.1 from 3.4 billion euros.", [(4100 * M, 4100 * M, "euro"), (3400 * M, 3400 * M, "euro")]),
    (
        "It cut its outlook to 1.8 from 2.5 per cent.",
        [(Decimal("1.8"),) * 2 + ("percentage",), (Decimal("2.5"),) * 2 + ("percentage",)],
    ),
    ("Its fleet grew to 45 from 31 ships.", [(45, 45, "ship"), (31, 31, "ship")]),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_the_first_level_has_the_scale_and_unit_of_the_second(text, expected):
    assert intervals(text) == expected


APART = [
    ("The toll rose to 45 from 31.", (45, 45, None)),
    ("The score rose to 7 from 3 years ago.", (7, 7, None)),
    ("Its share rose to 45 from 2019 levels.", (45, 45, None)),
    ("The price rose to $4 from 3 euros.", (4, 4, "dollar")),
    ("It grew to 45 staff from 2 million.", (45, 45, "staff")),
]


@pytest.mark.parametrize(("text", "first"), APART)
def test_levels_that_tell_nothing_of_each_other_stay_as_they_are(text, first):
    assert intervals(text)[0] == first


SUSPENDED = [
    ("The $2.5- to $3-billion plan failed.", 2500 * M, 3000 * M, "dollar"),
    ("A 10- to 15-million-euro plan failed.", 10 * M, 15 * M, "euro"),
    ("The 16- to 18-year-olds left.", 16, 18, "year of age"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), SUSPENDED)
def test_a_hyphen_left_to_the_second_end_makes_a_range(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


HEDGED = [
    ("Herds grew from almost 3 to 4.5 million.", 4_500_000),
    ("Herds grew from just over 3 to 4.5 million.", 4_500_000),
    ("Herds grew from about 20 to nearly 30 percent.", 30),
]


@pytest.mark.parametrize(("text", "second"), HEDGED)
def test_levels_may_be_hedged(text, second):
    found = intervals(text)
    assert len(found) == 2
    assert found[1][1] == second
    assert found[0][0] < second


OPEN = [
    ("Sales rose from $2.2 last year to $3.1 billion.", Decimal("2.2"), Decimal(2_200_000_000), "dollar"),
    ("Sales rose from 2.2 in 2010 to 3.1 million in 2020.", Decimal("2.2"), Decimal(2_200_000), None),
    ("Herds grew from 800 to 1.3 billion hens.", Decimal(800), Decimal(800_000_000), "hen"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), OPEN)
def test_a_level_that_may_lack_its_scale_stays_open(text, low, high, unit):
    assert intervals(text)[0] == (low, high, unit)


def test_a_time_between_levels_that_tell_their_scale_changes_nothing():
    assert intervals("Sales rose from $2 million last year to $3 million.") == [
        (2 * M, 2 * M, "dollar"),
        (3 * M, 3 * M, "dollar"),
    ]
    assert intervals("It went from 3 in May to 5 in June.") == [(3, 3, None), (5, 5, None)]


def test_spaced_thousands_at_both_ends_of_a_dash():
    assert intervals("Some crowds, 20 000-30 000 people, stayed.") == [(20_000, 30_000, "people")]


RANGES = [
    ("The loss was NZ$4 to NZ$6 million.", 4 * M, 6 * M, "new zealand dollar"),
    ("The loss was £400 million to £2 billion.", 400 * M, 2000 * M, "pound sterling"),
    ("Costs rose $4 to $6 million.", 4 * M, 6 * M, "dollar"),
    ("The loss was two to three hundred thousand pounds.", 200_000, 300_000, "pound sterling"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_ends_that_share_a_scale_or_tell_what_was_are_a_range(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


def test_a_change_and_the_level_after_it_are_two():
    assert intervals("Costs rose $4 million to $6 million.") == [(4 * M, 4 * M, "dollar"), (6 * M, 6 * M, "dollar")]
    assert intervals("The share rose $2 to $30.") == [(2, 2, "dollar"), (30, 30, "dollar")]


def test_lost_weight_is_no_money():
    assert intervals("A weight loss of 40 pounds was seen.") == [(40, 40, "pound-mass")]
