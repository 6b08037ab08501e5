"""Properties that hold for every text and every quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from growth import grows_with_its_text
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.quantities import Quantity, disjoint, find_quantities

WORDS = (
    "at least about up to between and or more than nearly some half a an of the in one two three twenty hundred thousand "
    "million dozen dozens hundreds several low few many per cent percent % $ £ € - – — ( ) , . : / ' \" ½ ² ° km m miles "
    "hour year old people soldiers US May March 5 10 3.2 1,000 2019 12:30 + USD dollars cents rose fell by from point"
).split()
NUMBER_TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=25).map(" ".join)
GLUED_TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
ANY_TEXT = st.one_of(st.text(), NUMBER_TEXTS, GLUED_TEXTS)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_offsets_are_exact_and_quantities_do_not_overlap(text):
    end = 0
    for quantity in find_quantities(text, vague=True):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        end = quantity.end


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_intervals_are_in_order(text):
    for quantity in find_quantities(text, vague=True):
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_units_are_lower_case(text):
    assert all(quantity.unit is None or quantity.unit == quantity.unit.lower() for quantity in find_quantities(text))


FORMS = ["{} people", "at least {} people", "more than {} people", "up to {} people", "about {} people", "${}", "{} km", "{}%"]


@given(st.integers(0, 10**12), st.sampled_from(FORMS))
def test_printed_integers_are_read_back(value, form):
    (found,) = find_quantities(form.format(f"{value:,}"))
    assert Decimal(value) in {found.low, found.high} or found.low < value < found.high


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["{} km", "${}", "{}%"]))
def test_printed_decimals_are_read_back(value, form):
    (found,) = find_quantities(form.format(f"{value:,}"))
    assert found.low == found.high == value


@given(st.integers(0, 10**9), st.sampled_from(FORMS))
def test_its_own_text_reads_the_same(value, form):
    (first,) = find_quantities(f"They said that {form.format(f'{value:,}')} were there.")
    (again,) = find_quantities(first.text)
    assert (again.low, again.high, again.approximator, again.unit) == (first.low, first.high, first.approximator, first.unit)


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["between {} and {} people", "{}-{} people", "{} to {} people"]))
def test_ranges_are_read_back(left, right, form):
    low, high = sorted((left, right + left))
    (found,) = find_quantities(form.format(low, high))
    assert (found.low, found.high, found.approximator) == (low, high, "between")


APPROXIMATORS = ["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
UNITS = ["people", "kilometre", "mile", "percentage", "fraction", "dollar", "celsius", "fahrenheit", None]


@st.composite
def quantities(draw):
    low = Decimal(draw(st.integers(0, 5000)))
    high = low + draw(st.integers(0, 50))
    approximator = draw(st.sampled_from(APPROXIMATORS))
    ends = {
        "exact": (low, low),
        "at_least": (low, None),
        "more_than": (low, None),
        "at_most": (None, high),
        "less_than": (None, high),
    }
    bounds = ends.get(approximator, (low, high))
    precision = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(10), Decimal("0.1"), None]))
    unit, direction = draw(st.sampled_from(UNITS)), draw(st.sampled_from(["up", "down", None]))
    return Quantity(0, 1, "x", *bounds, approximator, unit, direction, precision=precision)


@given(quantities(), quantities())
def test_disjoint_is_symmetric(left, right):
    assert disjoint(left, right) == disjoint(right, left)


@given(quantities())
def test_nothing_is_disjoint_from_itself(quantity):
    assert disjoint(quantity, quantity) is False


@given(quantities(), quantities())
def test_disjoint_intervals_share_no_value(left, right):
    if left.unit == right.unit and left.direction == right.direction and disjoint(left, right):
        lows = [quantity.low for quantity in (left, right) if quantity.low is not None]
        highs = [quantity.high for quantity in (left, right) if quantity.high is not None]
        assert max(lows) >= min(highs)


HOSTILE = [
    "1", "1 ", "1,", "1.", "1-", "1/", "a ", "one ", "one hundred ", "million ", "1 million ", "half of ", "about ", "1 about ",
    "between 1 and ", "a a a b ", "$", "$1 ", "(", "1 (", "½", "'", "a'", "U.S.", "1 the ", "1 more ", "to ", "1 to ", "\n", "\n \n",
    "dozens of ", "1 \u202f", "- ", "1 000 ", "big blue old ",
]  # fmt: skip


def scan(text):
    return find_quantities(text, vague=True)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece):
    assert grows_with_its_text(scan, piece, 3_000)


def test_a_long_hostile_text_takes_no_longer_per_character():
    assert grows_with_its_text(scan, "".join(HOSTILE), 40_000)
