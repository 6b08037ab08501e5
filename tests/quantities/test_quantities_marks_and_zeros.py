"""Marks of thousands, zeros in words, tolerances, shares, round words and measures in two units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import disjoint, find_quantities


def read(text: str) -> list[tuple[str, str, str | None]]:
    """Low end, high end and unit of every number in the text."""
    return [(str(q.low), str(q.high), q.unit) for q in find_quantities(text) if not q.is_date]


def apart(left: str, right: str) -> bool | None:
    (one,), (other,) = find_quantities(left), find_quantities(right)
    return disjoint(one, other, same_measure=True)


THOUSANDS = [
    ("The storm cut power to 27.500 homes.", ("27500", "27500", "home")),
    ("More than 3.000 soldiers took part.", ("3000", "None", "soldier")),
    ("The fund holds 2 300 million euros.", ("2300000000", "2300000000", "euro")),
    ("The plant employs 1 800 workers.", ("1800", "1800", "worker")),
    ("The bridge cost \u20ac 4 500.", ("4500", "4500", "euro")),
    ("Between 10.000 and 15.000 people fled.", ("10000", "15000", "people")),
    ("A tip of ,50 euros was left.", ("0.50", "0.50", "euro")),
    ("The pen cost \u20ac,89.", ("0.89", "0.89", "euro")),
    ("The firm sold 0.250 units.", ("0.250", "0.250", "unit")),
    ("It stood at 3.125 percent.", ("3.125", "3.125", "percentage")),
    ("Petrol costs $3.599 per gallon.", ("3.599", "3.599", "dollar per gallon")),
    ("The price was 12.500 euros.", ("12.500", "12500", "euro")),
    ("Crews moved 45.000 tonnes of rubble.", ("45", "45000", "metric ton")),
    ("She averaged 2.375 goals.", ("2.375", "2.375", "goal")),
]


@pytest.mark.parametrize(("text", "right"), THOUSANDS)
def test_marks_of_thousands(text, right):
    assert read(text) == [right]


@pytest.mark.parametrize("text", ["On May 1 500 people marched.", "In Ward 4 500 people marched."])
def test_a_number_after_a_name_stays_apart_from_the_next(text):
    assert read(text)[-1][:2] == ("500", "500")


ZEROS = [
    ("Not one soldier died.", ["soldier"]),
    ("Not a single house was left standing.", ["house"]),
    ("No injuries were reported.", ["injury"]),
    ("There were no fatalities.", ["fatality"]),
    ("No one on board was killed.", ["people"]),
    ("Nobody died.", ["people"]),
    ("No-one was hurt.", ["people"]),
    ("None of the passengers was hurt.", ["passenger"]),
    ("No homes were destroyed.", ["home"]),
    ("No deaths or injuries were reported.", ["death", "injury"]),
    ("Fire Destroys School, No Injuries", ["injury"]),
]


@pytest.mark.parametrize(("text", "units"), ZEROS)
def test_zero_in_words(text, units):
    assert read(text) == [("0", "0", unit) for unit in units]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows why.",
        "No plans have been announced.",
        "There is no doubt.",
        "No one can say.",
        "There was no loss of life.",
    ],
)
def test_no_zero(text):
    assert read(text) == []


def test_a_denied_toll_conflicts_with_a_toll():
    assert apart("nobody was killed", "3 people were killed") is True
    assert apart("no casualties were reported", "zero casualties were reported") is False
    assert apart("no further deaths were reported", "3 deaths were reported") is None
    assert apart("no new deaths were reported", "3 deaths were reported") is None


TOLERANCES = [
    ("The toll is 120 \u00b1 10 people.", ("110", "130", "people")),
    ("The poll gave him 45% \u00b1 3%.", ("42", "48", "percentage")),
    ("It weighs 40 kg, plus or minus 2.", ("38", "42", "kilogram")),
    ("Some 300 people, give or take 20, came.", ("280", "320", "people")),
    ("The age is 40 +/- 5 years.", ("35", "45", "year")),
    ("The rod is 2 m \u00b1 5 cm.", ("1.95", "2.05", "metre")),
    ("The load is 200 kg \u00b1 10%.", ("180", "220", "kilogram")),
    ("The rate is 5% plus or minus 1 percentage point.", ("4", "6", "percentage")),
    ("The margin of error is plus or minus 3 percentage points.", ("3", "3", "percentage point")),
]


@pytest.mark.parametrize(("text", "right"), TOLERANCES)
def test_tolerance(text, right):
    (found,) = read(text)
    assert (Decimal(found[0]), Decimal(found[1]), found[2]) == (Decimal(right[0]), Decimal(right[1]), right[2])


@given(st.integers(1, 5000), st.integers(1, 50))
def test_a_tolerance_reaches_as_far_down_as_up(value, size):
    (found,) = find_quantities(f"some value of {value:,} \u00b1 {size} tons")
    assert (found.low, found.high) == (value - size, value + size)


HEDGES = [
    ("As few as 40 people came.", "at_least"),
    ("Just short of 600 people came.", "less_than"),
    ("Just shy of 600 people came.", "less_than"),
    ("Barely 40 people came.", "about"),
    ("In the neighbourhood of 40 people came.", "about"),
    ("40-ish people came.", "about"),
    ("Slightly fewer than 40 people came.", "less_than"),
    ("A shade over 40 people came.", "more_than"),
    ("40 people, if not more, came.", "at_least"),
    ("At a minimum 40 people came.", "at_least"),
    ("No fewer than 40 people came.", "at_least"),
]


@pytest.mark.parametrize(("text", "approximator"), HEDGES)
def test_hedge(text, approximator):
    (found,) = find_quantities(text)
    assert found.approximator == approximator


def test_a_hedge_after_a_figure_does_not_take_the_next_ones():
    text = "At least 58 people and over 300 trucks, 30 boats and over 40 rafts were lost."
    assert [(str(q.low), q.approximator) for q in find_quantities(text)] == [
        ("58", "at_least"), ("300", "more_than"), ("30", "exact"), ("40", "more_than")
    ]  # fmt: skip


SHARES = [
    ("One in 2,500 births is affected.", "0.0004"),
    ("1 in 2000 births is affected.", "0.0005"),
    ("One child in five is hungry.", "0.2"),
    ("One patient in 1,000 dies.", "0.001"),
    ("The odds were 1 in 10 million.", "0.0000001"),
    ("One of every four died.", "0.25"),
]


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_share(text, value):
    (found,) = find_quantities(text)
    assert (found.low, found.unit) == (Decimal(value), "fraction")


@pytest.mark.parametrize("text", ["Fewer than half said yes.", "Less than a half agreed."])
def test_hedged_half(text):
    (found,) = find_quantities(text)
    assert (found.low, found.high, found.approximator) == (None, Decimal("0.5"), "less_than")


@pytest.mark.parametrize(
    "text", ["One person in 2019 died.", "Three in 10 minutes.", "One man in two cars.", "about half past nine"]
)
def test_no_share(text):
    assert "fraction" not in {unit for _, _, unit in read(text)}


ROUND_WORDS = [
    ("two dozen people", "26 people", False),
    ("two dozen people", "40 people", True),
    ("half a dozen people", "7 people", False),
    ("half a dozen people", "12 people", True),
    ("two dozen people", "three dozen people", True),
    ("a hundred people", "104 people", False),
    ("24 people", "25 people", True),
    ("at least a dozen people", "9 people", True),
]


@pytest.mark.parametrize(("left", "right", "verdict"), ROUND_WORDS)
def test_round_words_leave_room(left, right, verdict):
    assert apart(left, right) is verdict


COMPOUND = [
    ("He is 6 ft 2 in tall.", "74", "inch"),
    ("The 6-foot-5 guard scored.", "77", "inch"),
    ("She is 5'6\" tall.", "66", "inch"),
    ("She is 5' 6\" tall.", "66", "inch"),
    ("The baby weighed 7 pounds, 3 ounces.", "115", "ounce"),
    ("It lasted two hours and 15 minutes.", "135", "minute"),
    ("He was jailed for 3 years and 2 months.", "38", "month"),
    ("The baby is 2 years and 3 months old.", "27", "month of age"),
    ("It took an hour and 20 minutes.", "80", "minute"),
    ("It ran for 1 day, 4 hours and 30 minutes.", "1710", "minute"),
    ("It took 2h30m.", "150", "minute"),
    ("He weighs 12 stone 4 pounds.", "172", "pound-mass"),
]


@pytest.mark.parametrize(("text", "value", "unit"), COMPOUND)
def test_measure_in_two_units(text, value, unit):
    assert read(text) == [(value, value, unit)]


@pytest.mark.parametrize("text", ["5 feet 10 people can stand on", "They met for 3 hours and 12 people left."])
def test_two_measures_side_by_side(text):
    assert len(read(text)) == 2


def test_feet_and_inches_agree_with_centimetres():
    assert apart("6 ft 1 in tall", "185 cm tall") is False
    assert apart("6 ft 1 in tall", "165 cm tall") is True


def test_whole_years_are_cut_where_months_are_told():
    assert apart("jailed for 16 years", "jailed for 16 years and nine months") is False
    assert apart("jailed for 16 years", "jailed for 17 years and nine months") is True


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("The gate will be shut within 15 days.", 15),
        ("Homes within 10 km of the quay were cleared.", 10),
        ("They struck twice within three weeks.", 3),
    ],
)
def test_within_a_stretch_names_its_end(text, high):
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high, quantity.approximator) == (None, high, "at_most")


def test_within_a_group_is_no_bound():
    (quantity,) = find_quantities("Trust within 12 villages was low.")
    assert (quantity.low, quantity.high) == (12, 12)
