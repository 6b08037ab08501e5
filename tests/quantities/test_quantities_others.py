"""What "others", "another 12" and "three more" count, and how many "tens" are."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def units(text):
    return [quantity.unit for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people and wounded 58 others.", ["people", "people"]),
        ("Four soldiers drowned and another 12 are missing.", ["soldier", "people"]),
        ("Nine miners were freed on Monday, and three more on Tuesday.", ["miner", "people"]),
        ("It hurt seven women and a further 20 were treated for shock.", ["woman", "people"]),
        ("Six died and 31 others were hurt.", [None, "people"]),
        ("Another 12 were injured.", ["people"]),
        ("The gunmen wounded three more.", ["people"]),
        ("Two children died. Dozens of others fled.", ["child", None]),
        ("He sold 12 cars and three more in May.", ["car", None]),
        ("The storm sank 12 boats and damaged 58 others.", ["boat", None]),
        ("It has 30 offices and plans another 12.", ["office", None]),
        ("Two people own 40 shops and will open another 12.", ["people", "shop", None]),
        ("The blast killed 12 people. The firm has 40 shops and will open another 12.", ["people", "shop", None]),
        ("The blast killed 12 people and wounded three more civilians.", ["people", "civilian"]),
        ("He gave 58 others.", [None]),
    ],
)
def test_others_are_people_where_the_sentence_counts_people(text, expected):
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Tens of people were hurt.", 20, 100, "people"),
        ("It sank tens of boats.", 20, 100, "boat"),
        ("Tens of thousands of people fled.", 10_000, 100_000, "people"),
        ("Dozens of people were hurt.", 24, 100, "people"),
        ("Scores of people were hurt.", 40, 100, "people"),
    ],
)
def test_tens_are_two_at_least(text, low, high, unit):
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["He got two tens and a king.", "The tens of the deck were marked.", "It rose by the tens."])
def test_tens_that_count_nothing(text):
    assert all(quantity.low != 20 for quantity in find_quantities(text))
