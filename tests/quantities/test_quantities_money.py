"""Money and signs: every way to write a currency, and the minus of sums and temperatures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import Quantity, disjoint, find_quantities


def figures(text: str) -> list[Quantity]:
    return [quantity for quantity in find_quantities(text) if not quantity.is_date]


def only(text: str) -> Quantity:
    (found,) = figures(text)
    return found


WRITTEN = [
    ("$US{}", "dollar"),
    ("US${}", "dollar"),
    ("U.S.${}", "dollar"),
    ("$A{}", "australian dollar"),
    ("A${}", "australian dollar"),
    ("$NZ{}", "new zealand dollar"),
    ("C${}", "canadian dollar"),
    ("Canadian ${}", "canadian dollar"),
    ("HK${}", "hong kong dollar"),
    ("S${}", "singapore dollar"),
    ("NT${}", "taiwan dollar"),
    ("R${}", "brazilian real"),
    ("J${}", "jamaican dollar"),
    ("E\u00a3{}", "egyptian pound"),
    ("\u00a3E{}", "egyptian pound"),
    ("LE {}", "egyptian pound"),
    ("RM{}", "ringgit"),
    ("R{}", "south african rand"),
    ("P{}", "philippine peso"),
    ("\u20b1{}", "philippine peso"),
    ("N{}", "naira"),
    ("\u20a6{}", "naira"),
    ("K{}", "kwacha"),
    ("KSh {}", "kenyan shilling"),
    ("Ksh{}", "kenyan shilling"),
    ("Sh{}", "shilling"),
    ("GH\u00a2{}", "ghanaian cedi"),
    ("Rp {}", "rupiah"),
    ("Tk {}", "taka"),
    ("Rs {}", "rupee"),
    ("Rs.{}", "rupee"),
    ("\u20b9{}", "indian rupee"),
    ("\u20a9{}", "south korean won"),
    ("CHF {}", "swiss franc"),
    ("SKr{}", "swedish krona"),
    ("NIS {}", "israeli shekel"),
    ("Dh{}", "dirham"),
    ("SR{}", "saudi riyal"),
    ("Pounds {}", "pound sterling"),
]
WRITTEN_AFTER = [
    ("{} z\u0142", "zloty"),
    ("{} kr", "krone"),
    ("{} won", "south korean won"),
    ("{} CFA francs", "cfa franc"),
    ("{} Hong Kong dollars", "hong kong dollar"),
    ("{} Egyptian pounds", "egyptian pound"),
    ("${} Canadian", "canadian dollar"),
    ("${} (Canadian)", "canadian dollar"),
    ("${} (US)", "dollar"),
]
AMOUNTS = [("12 million", "12000000"), ("1.5bn", "1500000000"), ("40m", "40000000")]


@pytest.mark.parametrize(("form", "unit"), WRITTEN + WRITTEN_AFTER)
@pytest.mark.parametrize(("written", "value"), AMOUNTS)
def test_a_sum_in_every_currency(form, unit, written, value):
    found = only(f"The mill is worth {form.format(written)}.")
    assert (found.low, found.high, found.unit) == (Decimal(value), Decimal(value), unit)


@pytest.mark.parametrize("form", ["-{}", "minus {}", "\u2013{}", "\u2212{}", "(-{})"])
@pytest.mark.parametrize("money", [form for form, _ in WRITTEN])
def test_the_minus_survives_every_currency(form, money):
    found = only(f"The mill posted a result of {form.format(money.format('12 million'))}.")
    assert (found.low, found.high) == (-12_000_000, -12_000_000)


@given(
    st.decimals(Decimal("0.1"), 999, places=1),
    st.sampled_from(["", " million", "bn", "k"]),
    st.sampled_from("$ \u20ac \u00a3 C$ US$".split()),
)
def test_a_sign_before_and_after_the_currency_is_the_same(value, scale, sign):
    plain = only(f"The result was {sign}{value}{scale}.")
    for text in (
        f"-{sign}{value}{scale}",
        f"minus {sign}{value}{scale}",
        f"\u2013{sign}{value}{scale}",
        f"{sign}-{value}{scale}",
    ):
        found = only(f"The result was {text}.")
        assert (found.low, found.high, found.unit) == (-plain.low, -plain.high, plain.unit)
        assert disjoint(found, plain) is True


POSITIVE = [
    "The result \u2013 $4m \u2013 was a record.",
    "The result\u2014$4m\u2014was a record.",
    "A loss of $4m was booked.",
    "The mill (market value $4m) closed.",
    "Revenue minus $4m in costs fell.",
    "The swing was +$4m.",
]


@pytest.mark.parametrize("text", POSITIVE)
def test_a_dash_or_a_loss_is_no_sign(text):
    assert only(text).low == 4_000_000


def test_a_dash_between_sums_is_a_range():
    found = only("It costs $3m\u2013$4m.")
    assert (found.low, found.high) == (3_000_000, 4_000_000)
    negative = only("It was worth -$4m to -$2m.")
    assert (negative.low, negative.high) == (-4_000_000, -2_000_000)


def test_brackets_after_the_currency_are_a_minus():
    assert only("Net worth was $(4.2) million.").low == -4_200_000


COLD = [
    ("It was minus five degrees.", "-5", "-5", "degree"),
    ("It was minus twenty-five degrees Celsius.", "-25", "-25", "celsius"),
    ("It was 12 below zero.", "-12", "-12", None),
    ("It was twelve degrees below zero.", "-12", "-12", "degree"),
    ("It was 12 degrees Celsius below zero.", "-12", "-12", "celsius"),
    ("It was 30 below zero Fahrenheit.", "-30", "-30", "fahrenheit"),
    ("It was more than 40 degrees below zero.", None, "-40", "degree"),
    ("It was nearly 40 degrees below zero.", "-40", "-36", "degree"),
    ("It was between 10 and 15 degrees below zero.", "-15", "-10", "degree"),
    ("It was minus 5 to minus 10 degrees.", "-10", "-5", "degree"),
    ("It ranged from minus 5 to plus 10 degrees.", "-5", "10", "degree"),
    ("It was minus 5 to 10 degrees.", "-10", "10", "degree"),
    ("It was between minus 5 and 10 degrees.", "-5", "10", "degree"),
    ("It was +5 degrees.", "5", "5", "degree"),
    ("The index moved +0.3 %.", "0.3", "0.3", "percentage"),
    ("Growth was negative 2 percent.", "-2", "-2", "percentage"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), COLD)
def test_degrees_and_shares_keep_their_sign(text, low, high, unit):
    found = only(text)
    assert (found.low, found.high) == tuple(None if end is None else Decimal(end) for end in (low, high))
    assert found.unit == unit


def test_a_bound_below_zero_bounds_the_other_side():
    assert only("It was at least 20 below zero.").approximator == "at_most"


NAMES = [
    "The R101 airship crashed.",
    "The N7 road is shut.",
    "The P5 nations met.",
    "The K2 peak is closed.",
    "The COP26 summit ended.",
    "An AK47 was found.",
    "Call +44 20 7946 0958 today.",
    "Call +442079460958 today.",
    "Clocks use UTC+3 there.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_and_telephone_numbers_are_no_sums(text):
    assert figures(text) == []


def test_a_nation_before_a_noun_is_not_the_nation_of_the_money():
    assert only("A $12 million Canadian film opened.").unit == "dollar"


def test_millimetres_are_no_millions():
    assert only("The 9mm rounds were found.").unit == "millimetre"
    assert only("The mill paid $5.5mm.").low == 5_500_000


COMPARED = [
    ("the index fell 0.3%", "the index: -0.3%", False),
    ("the index fell 0.3%", "the index: -0.5%", True),
    ("the index rose 0.3%", "the index: -0.3%", True),
    ("the index fell 0.3%", "the index: +0.3%", True),
    ("a loss of $4m", "a result of -$4m", False),
    ("a result of -$4m", "a result of $4m", True),
    ("worth 5 million rand", "worth R5 million", False),
    ("worth 5 million rand", "worth R7 million", True),
    ("worth $5 million", "worth $5 million (Canadian)", None),
]


@pytest.mark.parametrize(("left", "right", "apart"), COMPARED)
def test_signed_figures_are_compared_with_those_told_in_words(left, right, apart):
    for first, second in ((left, right), (right, left)):
        assert disjoint(only(first), only(second), same_measure=True) is apart
