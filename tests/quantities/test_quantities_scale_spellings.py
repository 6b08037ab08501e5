"""Scales in the spellings of agencies and regions, and letters before another unit."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def intervals(text):
    return [(q.low, q.high, q.unit) for q in find_quantities(text) if not q.is_date]


SCALED = [
    ("The port lost 14 K containers.", 14_000, "container"),
    ("It owes $14 K.", 14_000, "dollar"),
    ("The quarry moved 9m cubic feet of gravel.", 9_000_000, "cubic foot"),
    ("The park covers 2m square metres.", 2_000_000, "square metre"),
    ("The 75m-euro airport was closed.", 75_000_000, "euro"),
    ("The population will hit 90m by 2045.", 90_000_000, None),
    ("The mall cost RM3.4bil.", 3_400_000_000, "ringgit"),
    ("The mall cost RM3.4mil.", 3_400_000, "ringgit"),
    ("The mall cost €7 mio.", 7_000_000, "euro"),
    ("The mall cost €7 mrd.", 7_000_000_000, "euro"),
    ("The mall cost £7 mill.", 7_000_000, "pound sterling"),
    ("He was paid Rs 45 L.", 4_500_000, "rupee"),
    ("He was paid ₹45L.", 4_500_000, "indian rupee"),
    ("He was paid 45 lacs.", 4_500_000, None),
]


@pytest.mark.parametrize(("text", "value", "unit"), SCALED)
def test_the_scale_is_kept(text, value, unit):
    assert intervals(text) == [(value, value, unit)]


LEFT_ALONE = [
    ("The gas was cooled to 77 K.", 77, None),
    ("She won a 10 K race.", 10, None),
    ("The shed is 4m by 3m.", 4, "metre"),
    ("The village lost 20 mill workers.", 20, "mill worker"),
    ("A 50m swim was held.", 50, "metre"),
    ("The tank holds 20L.", 20, "litre"),
]


@pytest.mark.parametrize(("text", "value", "unit"), LEFT_ALONE)
def test_what_is_no_scale_is_left_alone(text, value, unit):
    assert intervals(text)[0][:2] == (value, value)
    assert unit is None or intervals(text)[0][2] == unit


PARTS = [
    ("Only 4m of the region's farmers have water.", "farmer"),
    ("Two of the port's cranes fell.", "crane"),
    ("Over 3 million – mainly children – are at risk.", None),
    ("They number 4,500.", None),
    ("The injured number 40 to 50.", None),
    ("Protesters number 3-4,000.", None),
]


@pytest.mark.parametrize(("text", "unit"), PARTS)
def test_what_is_counted_is_named_without_whom_it_belongs_to(text, unit):
    (found,) = intervals(text)
    assert found[2] == unit


@pytest.mark.parametrize("text", ["He lives at number 45.", "House number 4,500 burned."])
def test_a_number_that_names_is_none(text):
    assert intervals(text) == []


COUNTED = [
    ("Schools took in 4.5m of the nation's poor.", 4_500_000),
    ("The lake basin covers 1.4m sq km.", 1_400_000),
    ("The 1.4 M-acre forest burned.", 1_400_000),
    ("A 3m-year-old jaw was found.", 3_000_000),
    ("A country of 31m votes today.", 31_000_000),
    ("The firm sold 650 k bikes.", 650_000),
    ("The 6m-a-year grant ended.", 6_000_000),
    ("Taxes were raised by 6m, a minister said of the budget.", 6_000_000),
    ("They paid 60m back to the insurer.", 60_000_000),
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_the_letter_counts_by_its_surroundings(text, value):
    assert intervals(text)[0][:2] == (value, value)


METRES = [
    "Guards held the crowds 40m back.",
    "They paved 40m of the city's waterfront.",
    "He stood 40m out of reach.",
    "The car halted 40m short of it.",
    "The dyke was raised by 40m.",
]


@pytest.mark.parametrize("text", METRES)
def test_the_letter_is_a_metre_by_its_surroundings(text):
    assert intervals(text)[0] == (40, 40, "metre")
