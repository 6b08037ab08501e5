"""What figures count or measure, and numbers that hide in prefixes and names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


def units(text: str) -> list[tuple[str, str | None]]:
    return [(format(q.low if q.low is not None else q.high, "f"), q.unit) for q in find_quantities(text) if not q.is_date]


NAMED = [
    ("It costs $1,100 per square foot.", [("1100", "dollar per square foot")]),
    ("It burns 2.4 billion gallons of lamp oil a year.", [("2400000000", "gallon per year")]),
    ("Some 30 people a day arrive.", [("27.0", "people per day")]),
    ("There were 12 deaths per 100,000 people.", [("12", "death per 100000 people")]),
    ("It made eight million 250ml bottles.", [("8000000", "bottle"), ("250", "millilitre")]),
    ("The panel held 8.9 ksi.", [("8.9", "kilopound per square inch")]),
    ("The car does 29 mpg.", [("29", "mile per gallon")]),
    ("Sales grew more than sixfold.", [("6", "count")]),
    ("They run three larger clinics.", [("3", "large clinic")]),
    ("It trained 12 army and police officers.", [("12", "army police officer")]),
    ("Guards held 12 of the 20 gates.", [("12", "gate"), ("20", "gate")]),
    ("A tapered 14 gauge needle was used.", [("14", "gauge needle")]),
    ("The neck is 25.5\u2033 long.", [("25.5", "inch")]),
    ("It was 45 C in the shade.", [("45", "celsius")]),
    ("The motor gives 400 Nm of torque.", [("400", "newton metre")]),
    ("A pay of PS2.7m was agreed.", [("2700000.0", "pound sterling")]),
    ("Chips of sub-7 nanometre size.", [("7", "nanometre")]),
    ("The gas is cooled to minus-260 degrees Fahrenheit.", [("-260", "fahrenheit")]),
    ("It is worth exactly $2000.", [("2000", "dollar")]),
    ("A bid of C$9 (US$6.65) per share.", [("9", "canadian dollar per share"), ("6.65", "dollar")]),
]


@pytest.mark.parametrize(("text", "right"), NAMED)
def test_named(text, right):
    assert [(Decimal(value), unit) for value, unit in units(text)] == [(Decimal(value), unit) for value, unit in right]


@pytest.mark.parametrize(
    "text", ["He lives at 22 Avenue Lorn.", "The office is at 9 E 71st St in town.", "the sp 500 fell", "By 2120 it is gone."]
)
def test_no_figure(text):
    assert units(text) == []


def test_under_the_age_of():
    (found,) = find_quantities("Pupils under the age of 5 fell ill.")
    assert (found.approximator, found.unit) == ("less_than", "year of age")
