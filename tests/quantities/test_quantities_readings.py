"""What each way of writing a number is read as."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import Quantity, find_quantities


def only(text: str) -> Quantity:
    found = [quantity for quantity in find_quantities(text) if not quantity.is_date]
    assert len(found) == 1, found
    return found[0]


def amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


VALUES = [
    ("183 people died", "183"),
    ("1,180 tonnes", "1180"),
    ("12,34,567 rupees", "1234567"),
    ("1.234.567 people", "1234567"),
    ("3,5 million people", "3500000"),
    ("10 000 people", "10000"),
    ("10\u202f500 people", "10500"),
    ("1 234 567 people", "1234567"),
    ("80, 000 spectators", "80000"),
    ("\uff11\uff12\uff13 people", "123"),
    ("\u0663\u0660 people", "30"),
    ("\u22125 degrees", "-5"),
    ("minus 5 degrees", "-5"),
    ("ninety five miles", "95"),
    ("twenty-one guns", "21"),
    ("three hundred and fifty men", "350"),
    ("two thousand three hundred and six people", "2306"),
    ("a hundred people", "100"),
    ("two dozen men", "24"),
    ("half a dozen men", "6"),
    ("half a million refugees", "500000"),
    ("a quarter of a million refugees", "250000"),
    ("two and a half years", "2.5"),
    ("an hour and a half", "1.5"),
    ("two point five percent", "2.5"),
    ("10 1/2 miles", "10.5"),
    ("7\u00bd miles", "7.5"),
    ("3/4 mile", "0.75"),
    ("one in five voters", "0.2"),
    ("nine out of 10 voters", "0.9"),
    ("two-thirds of voters", str(Decimal(2) / 3)),
    ("35 lakh", "3500000"),
    ("2.5 crore rupees", "25000000"),
    ("\u00a35m", "5000000"),
    ("$3bn", "3000000000"),
    ("10k runners", "10000"),
    ("10m people", "10000000"),
    ("75 USD million", "75000000"),
    ("30 MUSD", "30000000"),
    ("three dollars and 50 cents", "3.5"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_one_value(text, value):
    found = only(text)
    assert (found.low, found.high, found.approximator) == (Decimal(value), Decimal(value), "exact")


HEDGED = [
    ("at least 183 people", "183", None, "at_least"),
    ("killed least 183 people", "183", None, "at_least"),
    ("no fewer than 12 men", "12", None, "at_least"),
    ("300 or more", "300", None, "at_least"),
    ("100+ people", "100", None, "at_least"),
    ("more than 20 calls", "20", None, "more_than"),
    ("just over two hours", "2", None, "more_than"),
    ("upwards of 50 trucks", "50", None, "more_than"),
    ("up to 50 trucks", None, "50", "at_most"),
    ("as many as 40 men", None, "40", "at_most"),
    ("no more than 3", None, "3", "at_most"),
    ("fewer than ten men", None, "10", "less_than"),
    ("just under 20 percent", None, "20", "less_than"),
    ("about 300", "270", "330", "about"),
    ("some 300 fighters", "270", "330", "about"),
    ("an estimated 400,000 lives", "360000", "440000", "about"),
    ("a dozen or so", "10.8", "13.2", "about"),
    ("nearly 300", "270", "300", "about"),
    ("at least about 300", "300", None, "at_least"),
    ("between 10 and 20 soldiers", "10", "20", "between"),
    ("5-10 people", "5", "10", "between"),
    ("5\u201310 people", "5", "10", "between"),
    ("5 to 10 million people", "5000000", "10000000", "between"),
    ("$1.5-2 billion", "1500000000", "2000000000", "between"),
    ("\u20ac10\u2013\u20ac15 million", "10000000", "15000000", "between"),
    ("5% to 7%", "5", "7", "between"),
    ("two or three soldiers", "2", "3", "between"),
    ("a day or two", "1", "2", "between"),
    ("hundreds to several thousands", "100", "10000", "between"),
    ("dozens of fighters", "24", "100", "between"),
    ("scores of people", "40", "100", "between"),
    ("hundreds of thousands of people", "100000", "1000000", "between"),
    ("tens of thousands of dollars", "10000", "100000", "between"),
    ("several hundred people", "200", "1000", "between"),
    ("the low thousands", "1000", "5000", "between"),
]


@pytest.mark.parametrize(("text", "low", "high", "approximator"), HEDGED)
def test_interval_and_approximator(text, low, high, approximator):
    found = only(text)
    assert (found.low, found.high, found.approximator) == (amount(low), amount(high), approximator)


UNITS = [
    ("183 people", "people"),
    ("nine persons", "people"),
    ("13 US military personnel", "us military personnel"),
    ("seven European countries", "european country"),
    ("the three other soldiers", "soldier"),
    ("12 wins", "win"),
    ("two viruses", "virus"),
    ("three police officers", "police officer"),
    ("one man", "man"),
    ("a two-door car", "door"),
    ("517 rushing yards", "yard"),
    ("27%", "percentage"),
    ("19 per cent", "percentage"),
    ("2 percentage points", "percentage point"),
    ("$6 each", "dollar"),
    ("US$200", "dollar"),
    ("A$60", "australian dollar"),
    ("10.5 million Australian dollars", "australian dollar"),
    ("USD 200", "dollar"),
    ("15 euros", "euro"),
    ("470 pence a share", "penny per share"),
    ("200 lbs", "pound-mass"),
    ("paid 500 pounds", "pound sterling"),
    ("87 mph", "mile per hour"),
    ("140 km/h", "kilometre per hour"),
    ("500,000 barrels a day", "barrel per day"),
    ("$5.02 a gallon", "dollar per gallon"),
    ("660 square meters", "square metre"),
    ("6,000 km\u00b2", "square kilometre"),
    ("30\u00b0C", "celsius"),
    ("98.6 degrees F", "fahrenheit"),
    ("a 50 year-old man", "year of age"),
    ("a 15-month-old girl", "month of age"),
    ("aged 45", "year of age"),
    ("over the age of 21", "year of age"),
    ("said Jane Doe, 34, on Monday", "year of age"),
    ("a 5.9-magnitude quake", "magnitude"),
    ("three-quarters of a point", "point"),
    ("a third of voters", "fraction"),
    ("killed 64", None),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_unit(text, unit):
    assert only(text).unit == unit


DIRECTIONS = [
    ("Prices rose by 7%", "up"),
    ("Prices rose sharply, 7%", "up"),
    ("down 34 cents", "down"),
    ("a decline of 3 points", "down"),
    ("a 7% rise", "up"),
    ("shares were 10 points lower", "down"),
    ("membership fell to 3 million", "down"),
    ("output fell by 300,000 barrels a day", "down"),
    ("up to 50 trucks", None),
    ("rent makes up 31 percent of it", None),
    ("they raised $5 million", None),
    ("he dropped 5 bombs", None),
    ("183 people", None),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_direction(text, direction):
    assert only(text).direction == direction


NONE_IN = [
    "the 22nd amendment",
    "the third man",
    "won 5-3 on penalties",
    "ended 2-2 on aggregate",
    "call 555-0199",
    "call +1 202 555 0143 today",
    "24703L202",
    "the Galaxy S23 and the F-16 and COVID-19",
    "iPhone 11 and 11 Pro",
    "Section 427 Row 21",
    "Articles 60 and 64",
    "in Chapter Five",
    "version 2.1 and 3.2.1",
    "open 24/7",
    "each one of them",
    "no one came",
    "one another",
    "the bottom three",
    "a one-off deal",
    "phase 3 trials",
    "Windows 10 users",
    "at ground zero",
    "lives at 123 Random Street",
    "many people, several more, a few",
]


@pytest.mark.parametrize("text", NONE_IN)
def test_no_quantity(text):
    assert find_quantities(text) == []


DATES = [
    "in 1995",
    "On March 29",
    "Oct. 31",
    "5 May",
    "dec. 12, 1994",
    "at 10:30",
    "at 11 a.m.",
    "the 2012 elections",
    "the 1990s",
]


@pytest.mark.parametrize("text", DATES)
def test_dates_are_marked(text):
    found = find_quantities(text)
    assert found
    assert all(quantity.is_date for quantity in found)


def test_number_after_a_date_is_its_own():
    texts = [(quantity.text, quantity.is_date) for quantity in find_quantities("On May 12 300 people met")]
    assert texts == [("12", True), ("300 people", False)]


def test_year_with_people_is_a_count():
    assert only("2000 soldiers").unit == "soldier"


def test_levels_after_a_verb_of_change_are_two_figures():
    assert [quantity.low for quantity in find_quantities("rose from 300 to 500")] == [300, 500]
    found = find_quantities("having grown by $12.4 billion to $208.1 billion")
    assert [quantity.low for quantity in found] == [Decimal("12.4e9"), Decimal("208.1e9")]


def test_range_of_a_change_stays_one_figure():
    found = find_quantities("the lake cooled by 2 to 2.5 degrees Celsius (3.6 to 4.5 degrees Fahrenheit)")
    assert [(quantity.low, quantity.high) for quantity in found] == [(2, Decimal("2.5")), (Decimal("3.6"), Decimal("4.5"))]


def test_one_of_the_is_marked_partitive():
    assert only("one of the soldiers").partitive
    assert not only("one soldier").partitive


@pytest.mark.parametrize("text", ["many people", "several people", "a few people", "most of them", "a fraction of it"])
def test_vague_words_only_on_request(text):
    assert find_quantities(text) == []
    (found,) = find_quantities(text, vague=True)
    assert found.vague


@pytest.mark.parametrize("text", ["Bombing Kills 22 in Kabul", "Blast Kills Two in Kabul", "Melee Leaves 7 Injured"])
def test_headline_verbs_are_no_names(text):
    assert only(text).low in {22, 2, 7}


@pytest.mark.parametrize("text", ["another three people", "a further nine people", "five more civilians", "150 more wounded"])
def test_additions_are_marked(text):
    assert only(text).additional


@pytest.mark.parametrize("text", ["more than three people", "three people", "5% more than that"])
def test_totals_are_not_additions(text):
    assert not only(text).additional


def test_hyphen_leaves_the_unit_to_the_next_number():
    assert [quantity.unit for quantity in find_quantities("the 16- and 18-year-old males")] == ["year of age"] * 2


@pytest.mark.parametrize("text", ["The ferry turned over 22 kilometres from the port", "She went over 7 nautical miles short"])
def test_over_after_a_verb_of_tipping_is_no_bound(text):
    assert only(text).approximator == "exact"


@pytest.mark.parametrize("text", ["over 22 kilometres of road", "for over 20 years", "killed over 300 people"])
def test_over_is_a_bound_elsewhere(text):
    assert only(text).approximator == "more_than"


def test_tokenised_numbers_are_joined():
    assert only("a crowd of 22 , 000 people").low == 22000
    assert only("watched by 39 . 9 million people").low == Decimal("39.9e6")


def test_text_runs_from_hedge_to_unit():
    source = "It killed at least 183 people, including 13 US military personnel."
    found = find_quantities(source)
    assert [quantity.text for quantity in found] == ["at least 183 people", "13 US military personnel"]
    assert all(source[quantity.start : quantity.end] == quantity.text for quantity in found)


def test_age_at_death():
    assert [only(text).unit for text in ("Painter dead at 78", "she died at 78.")] == ["year of age"] * 2
    assert only("dead at 3 clinics").unit == "clinic"


def test_part_of_a_counted_whole_names_what_the_whole_counts():
    part, whole = find_quantities("closed 12 of 20 rural clinics")
    assert (part.text, part.unit, whole.unit) == ("12", "rural clinic", "rural clinic")
    assert find_quantities("on 3 of 5 days")[0].unit is None
