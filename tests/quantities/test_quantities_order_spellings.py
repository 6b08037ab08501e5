"""Orders of magnitude as they are also written, and scales behind a hedge: "30-odd thousand"."""

from __future__ import annotations

import pytest

from summarizer.quantities import disjoint, find_quantities


def intervals(text):
    return [(q.low, q.high, q.unit) for q in find_quantities(text) if not q.is_date]


HEDGED = [
    ("Twenty-odd thousand fans came.", 18_000, 22_000, "fan"),
    ("Some 40-odd million dollars were lost.", 36_000_000, 44_000_000, "dollar"),
    ("$40-odd million was lost.", 36_000_000, 44_000_000, "dollar"),
    ("A hundred-odd thousand fans came.", 90_000, 110_000, "fan"),
    ("40 or so lakh crore rupees were lost.", 36_000_000_000_000, 44_000_000_000_000, "rupee"),
    ("40-plus thousand fans came.", 40_000, None, "fan"),
    ("40+ million fans came.", 40_000_000, None, "fan"),
    ("Forty-something thousand fans came.", 36_000, 44_000, "fan"),
    ("40-odd fans came.", 36, 44, "fan"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), HEDGED)
def test_a_scale_behind_a_hedge_is_kept(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


ORDERS = [
    ("Another couple of hundred fans came.", 200, 300, "fan"),
    ("The couple hundred fans there left.", 200, 300, "fan"),
    ("Couple of thousand fans came.", 2_000, 3_000, "fan"),
    ("Multiple million dollars were lost.", 2_000_000, 10_000_000, "dollar"),
    ("Hundreds of thousand fans came.", 100_000, 1_000_000, "fan"),
    ("Hundred thousands of fans came.", 100_000, 1_000_000, "fan"),
    ("Several hundreds of thousand fans came.", 200_000, 1_000_000, "fan"),
    ("Several hundred of thousands of fans came.", 200_000, 1_000_000, "fan"),
    ("Thousands upon thousands of fans came.", 1_000, 10_000, "fan"),
    ("He was paid £20 grand.", 20_000, 20_000, "pound sterling"),
    ("The $5 million grand prize was his.", 5_000_000, 5_000_000, "dollar"),
    ("A $500 grand piano burned.", 500, 500, "dollar"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), ORDERS)
def test_an_order_of_magnitude_keeps_all_its_words(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


@pytest.mark.parametrize("text", ["A couple of fans came.", "The couple left.", "The couple of the year left."])
def test_a_couple_of_people_is_no_order(text):
    assert intervals(text) == []


def test_a_scale_behind_a_hedge_conflicts_with_the_number_alone():
    (left,), (right,) = find_quantities("20-odd thousand fans"), find_quantities("20 fans")
    assert disjoint(left, right)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Five millions fans came.", 5_000_000),
        ("Two hundred thousands fans came.", 200_000),
        ("A hundred thousands fans came.", 100_000),
        ("Five millions of fans came.", 5_000_000),
        ("Five thousand fans came.", 5_000),
    ],
)
def test_a_scale_word_in_the_plural_counts_after_a_number(text, value):
    assert intervals(text) == [(value, value, "fan")]


@pytest.mark.parametrize(
    "words", ["hundreds and ", "thousands upon ", "to 3 from ", "from 3 to ", "20-22 to ", "from 20-22 to "]
)
def test_long_chains_are_read_without_deep_calls(words):
    assert len(find_quantities(words * 3_000)) < 10_000
