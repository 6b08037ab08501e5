"""Conversion inside a dimension, and when two figures cannot both hold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import Quantity, convert, disjoint, find_quantities


def only(text: str) -> Quantity:
    (found,) = find_quantities(text, vague=True)
    return found


CONVERTED = [
    ("12 nautical miles", "length", "22224"),
    ("22 km", "length", "22000"),
    ("6 feet", "length", "1.8288"),
    ("2 hectares", "area", "20000"),
    ("3 tonnes", "mass", "3000"),
    ("two hours", "time", "7200"),
    ("212 degrees Fahrenheit", "temperature", "100"),
    ("50%", "share", "0.5"),
    ("half of them", "share", "0.5"),
    ("$5", "money:dollar", "5"),
    ("\u20ac5", "money:euro", "5"),
    ("5 soldiers", "count:soldier", "5"),
    ("killed 64", "number", "64"),
]


@pytest.mark.parametrize(("text", "dimension", "value"), CONVERTED)
def test_convert(text, dimension, value):
    measure = convert(only(text))
    assert measure.dimension == dimension
    assert measure.low is not None
    assert abs(measure.low - Decimal(value)) < Decimal("1e-9")


def test_open_ends_stay_open():
    assert convert(only("at least 5 km")).high is None
    assert convert(only("up to 5 km")).low is None


def test_a_length_per_time_is_a_speed():
    assert convert(only("5 metres a second")).dimension == convert(only("18 km/h")).dimension == "speed"


DISJOINT = [
    ("183 people", "170 people"),
    ("64 people", "46 people"),
    ("23 people", "17 people"),
    ("at least 183 people", "170 people"),
    ("more than 183 people", "183 people"),
    ("fewer than 20 people", "20 people"),
    ("dozens of people", "200 people"),
    ("3.2 million people", "3.3 million people"),
    ("up to 50 trucks", "51 trucks"),
    ("7%", "9%"),
    ("5 km", "5 miles"),
    ("rose 7%", "fell 7%"),
    ("between 10 and 20 men", "25 men"),
    ("300 people", "310 people"),
    ("3.1 million people", "more than 3.2 million people"),
    ("more than 40 trucks", "39 trucks"),
    ("more than $40 million", "less than $40 million"),
    ("fell 212", "213.71"),
    ("fell 212", "211.40"),
]


@pytest.mark.parametrize(("left", "right"), DISJOINT)
def test_disjoint(left, right):
    assert disjoint(only(left), only(right)) is True


COMPATIBLE = [
    ("3.2 million people", "3,214,000 people"),
    ("1,180 tonnes", "about 1,200 tonnes"),
    ("22 km", "12 nautical miles"),
    ("at least 183 people", "200 people"),
    ("dozens of people", "30 people"),
    ("hundreds of people", "dozens of people"),
    ("1,000 people", "1,012 people"),
    ("33%", "one in three of them"),
    ("two hours", "120 minutes"),
    ("100 degrees Celsius", "212 degrees Fahrenheit"),
    ("nearly 300 people", "290 people"),
    ("7%", "7.3%"),
    ("7.3%", "7.25%"),
    ("$40M", "more than $40 million"),
    ("3%", "less than 3%"),
    ("40 trucks", "more than 40 trucks"),
    ("fell 212", "212.83"),
    ("fell 213", "212.83"),
]


@pytest.mark.parametrize(("left", "right"), COMPATIBLE)
def test_compatible(left, right):
    assert disjoint(only(left), only(right)) is False


INCOMPARABLE = [
    ("5 soldiers", "5 tanks"),
    ("$5", "\u20ac9"),
    ("5 km", "9 hours"),
    ("5%", "9 percentage points"),
    ("many people", "3 people"),
    ("one of the soldiers", "3 soldiers"),
    ("in 1995", "in 1996"),
    ("another 3 people", "5 people"),
]


@pytest.mark.parametrize(("left", "right"), INCOMPARABLE)
def test_incomparable(left, right):
    assert disjoint(only(left), only(right)) is None


def test_same_measure_compares_counts_of_any_noun():
    assert disjoint(only("killed 64"), only("46 civilians"), same_measure=True) is True
    assert disjoint(only("killed 64"), only("5 km"), same_measure=True) is None
