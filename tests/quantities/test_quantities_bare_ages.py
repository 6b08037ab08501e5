"""Ages of people whose commas are missing, and ages told as a range."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def read(text):
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Tara Miller 33 who starred in it left.", 33, 33),
        ("Joe Miller Jr. 49 took the car.", 49, 49),
        ("Joe Miller Jr., 49, took the car.", 49, 49),
        ("It was tested on those aged 5 to 11.", 5, 11),
        ("It was tested on those aged 16 to 25 years.", 16, 25),
        ("It is for children ages 5-11.", 5, 11),
        ("She will turn 29 in April.", 29, 29),
        ("Women aged between 16 and 25 were asked.", 16, 25),
    ],
)
def test_ages(text, low, high):
    assert read(text) == [(low, high, "year of age")]


@pytest.mark.parametrize(
    "text",
    [
        "The Falcon 90 who flew it.",
        "Channel Four 33 men.",
        "It turned 40 people away.",
        "It turned 20 degrees.",
        "He used Section 33 who knows why.",
    ],
)
def test_numbers_that_are_no_ages(text):
    assert all(unit != "year of age" for *_, unit in read(text))


def test_a_bound_between_aged_and_the_number():
    assert read("It helped those aged over 12 years.") == [(12, None, "year of age")]
