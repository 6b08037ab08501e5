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
        ("The studio will release 10 to 12 films.", [(10, 12, "film")]),
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
        ("It closed at 87.20 -1.35 -1.08%.", ["87.20", "-1.35", "-1.08"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It earned $3 per diluted share.", [(3, 3, "dollar per share")]),
        ("Gold cost $1,500 per troy ounce.", [(1500, 1500, "dollar per ounce")]),
        ("The rupee fell 12 paise to 71.", [(12, 12, "paisa"), (71, 71, None)]),
        ("It pumps 29 million bpd.", [(29_000_000, 29_000_000, "barrel per day")]),
        ("She lost 4st in a month.", [(4, 4, "stone")]),
        ("It came on the 21st.", []),
        ("It has a four cylinder turbo.", [(4, 4, "cylinder")]),
        ("The 180 page coffee-table book sold.", [(180, 180, "page")]),
        ("It needs 10 team members.", [(10, 10, "team member")]),
        ("It works in those 65 and older.", [(65, None, "year of age")]),
        (
            "Profit was 46 million pounds up from 40 million.",
            [(46_000_000,) * 2 + ("pound sterling",), (40_000_000,) * 2 + ("pound sterling",)],
        ),
        ("It takes eight years instead of 13.", [(8, 8, "year"), (13, 13, "year")]),
    ],
)
def test_units_in_short(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("The toll climbed to 1234.", [1234]),
        ("The index rose to 1463 from 1450.", [1463, 1450]),
        ("The firm built 2000 cars.", [2000]),
        ("It hired 1900 drivers.", [1900]),
    ],
)
def test_four_digits_that_are_no_year(text, lows):
    assert [low for low, *_ in read(text)] == lows


@pytest.mark.parametrize(
    "text", ["The 2000 elections were close.", "It goes back to 1463.", "It was from 1492.", "He left in 2000."]
)
def test_four_digits_that_are_a_year(text):
    assert read(text) == []
