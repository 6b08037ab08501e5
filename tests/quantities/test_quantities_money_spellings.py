"""Money in local spellings, and pounds and won that are money by what is done with them."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def intervals(text):
    return [(q.low, q.high, q.unit) for q in find_quantities(text) if not q.is_date]


MONEY = [
    ("The levy is SLRs 40 million.", 40_000_000, "sri lankan rupee"),
    ("The levy is NRs40,000.", 40_000, "nepalese rupee"),
    ("The levy is MRs 400.", 400, "mauritian rupee"),
    ("The levy is S£40 million.", 40_000_000, "syrian pound"),
    ("The levy is 40 million TL.", 40_000_000, "turkish lira"),
    ("The levy is 40 million US$.", 40_000_000, "dollar"),
    ("The levy is 40 million A$.", 40_000_000, "australian dollar"),
    ("The levy is S/40 million.", 40_000_000, "peruvian sol"),
    ("The levy is S/. 4,000.", 4_000, "peruvian sol"),
    ("The levy is B/. 4,000.", 4_000, "balboa"),
    ("About 40 trillion won was set aside.", None, "south korean won"),
    ("Gunmen stole 40,000 pounds in cash.", 40_000, "pound sterling"),
    ("Losses of 40,000 pounds were reported.", 40_000, "pound sterling"),
    ("Several thousand pounds were stolen.", None, "pound sterling"),
]


@pytest.mark.parametrize(("text", "value", "unit"), MONEY)
def test_money_is_named(text, value, unit):
    (found,) = intervals(text)
    assert found[2] == unit
    assert value is None or found[:2] == (value, value)


OTHER = [
    ("Gunmen stole 400 pounds of copper.", "pound-mass"),
    ("The crate weighs 400 pounds.", "pound-mass"),
]


@pytest.mark.parametrize(("text", "unit"), OTHER)
def test_a_weight_stays_a_weight(text, unit):
    assert intervals(text)[0][2] == unit


@pytest.mark.parametrize("text", ["The party that 2 million won over lost.", "Flats S/40 and S/41 burned."])
def test_no_money_is_read_into_other_words(text):
    assert all(unit not in {"south korean won", "peruvian sol"} for _, _, unit in intervals(text))


RANGES = [
    ("Flats at R1.4-R2 million were sold.", 1_400_000, 2_000_000, "south african rand"),
    ("Flats at P1.4 to P2 million were sold.", 1_400_000, 2_000_000, "philippine peso"),
    ("Flats at N1.4-N2bn were sold.", 1_400_000_000, 2_000_000_000, "naira"),
    ("Rates of R4 000-R6 500 are usual.", 4_000, 6_500, "south african rand"),
    ("Rates of R12 000 are usual.", 12_000, 12_000, "south african rand"),
    ("Rates of L.E. 12,000 are usual.", 12_000, 12_000, "egyptian pound"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_both_ends_may_have_the_local_letter(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


def test_a_road_before_a_count_is_no_money():
    assert intervals("On the R12 500 people were stuck.")[-1][0] == 500


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The levy is N4.2tr.", 4_200_000_000_000, "naira"),
        ("The levy is 4.2MM USD.", 4_200_000, "dollar"),
        ("The levy is CFAF 4.2bn.", 4_200_000_000, "cfa franc"),
        ("The levy is 4.2bn CFA.", 4_200_000_000, "cfa franc"),
        ("The levy is 4.2bn CFA francs.", 4_200_000_000, "cfa franc"),
        ("The levy is Ps4.2bn.", 4_200_000_000, "peso"),
        ("A few thousand pounds went missing.", None, "pound sterling"),
    ],
)
def test_sums_of_banks_and_regions_are_read(text, value, unit):
    (found,) = intervals(text)
    assert found[2] == unit
    assert value is None or found[:2] == (value, value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The levy is $40 million (CAD).", "canadian dollar"),
        ("The levy is $40 million (NZ).", "new zealand dollar"),
        ("The levy is $40 million (a).", "dollar"),
        ("The levy is Pakistani Rs 40 million.", "pakistani rupee"),
        ("The levy is Sri Lankan Rs40 million.", "sri lankan rupee"),
        ("The levy is Nepali Rs 40 million.", "nepalese rupee"),
        ("The levy is Tanzanian Sh40 million.", "tanzanian shilling"),
        ("The levy is Rs 40 million.", "rupee"),
    ],
)
def test_the_nation_beside_the_amount_names_the_money(text, unit):
    assert intervals(text) == [(40_000_000, 40_000_000, unit)]
