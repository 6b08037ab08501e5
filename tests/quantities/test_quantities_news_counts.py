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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm plans to release 10 to 12 films.", [(10, 12, "film")]),
        ("The theatre will stage 12 shows.", [(12, 12, "show")]),
        ("The champion (52-3, 46 KOs) won.", [(46, 46, "ko")]),
        ("They get one 15-minute call.", [(15, 15, "minute")]),
        ("It got a euro110 billion loan.", [(110_000_000_000, 110_000_000_000, "euro")]),
        ("He lives on euro345 a month.", [(345, 345, "euro per month")]),
        ("The shares lost 3p to 145p.", [(3, 3, "penny"), (145, 145, "penny")]),
    ],
)
def test_counts_after_words_that_also_sort_numbers(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["Phase 3 trials began.", "He is on a 40 Under 40 list.", "See pages 10 to 12.", "The 737 MAX flew."]
)
def test_numbers_of_names(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("It closed at 113.40 -1.62 -1.41%.", ["113.40", "-1.62", "-1.41"]),
        ("Index 50 -1.3%.", ["-1.3"]),
        ("It takes 2 -3.5 hours.", ["2"]),
    ],
)
def test_a_smaller_figure_with_a_dash_is_a_fall(text, lows):
    assert [str(low) for low, *_ in read(text)] == lows


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It issued two highly critical reports.", "highly critical report"),
        ("They have three straight wins.", "straight win"),
        ("It seized seven AK-47 rifles.", "ak-47 rifle"),
        ("It sent two F-16 jets.", "f-16 jet"),
        ("They sold 40 PS4 controllers.", "ps4 controller"),
    ],
)
def test_described_plurals_and_types_of_machines(text, unit):
    assert [found for *_, found in read(text)] == [unit]


def test_money_is_no_type_of_machine():
    assert read("They gave away three USD50 cards.")[1] == (50, 50, "dollar")


def test_a_tie_break_is_no_count():
    assert read("She won 7-6 (2) and 6-7 (4).") == []


def test_one_official_reports():
    assert read("One official reports two deaths.") == [(1, 1, "official"), (2, 2, "death")]
