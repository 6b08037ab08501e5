"""A raised or lowered digit is part of its word, and of no number."""

from __future__ import annotations

import pytest
from builders import speaker, statement, summary

TEXT = "The works let out 40 tonnes of CO₂ over 12 km² of Velt, 3⁴ times the norm, 183¹ gauges show."


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("The works let out", "The works let out 40 tonnes of CO2."),
        ("40 tonnes of CO₂", "The works let out 40 tonnes of CO₂."),
        ("3⁴ times the norm", "It lay over 12 km2."),
        ("over 12 km² of Velt", "It lay over 12 square kilometres."),
    ],
)
def test_a_formula_is_found_with_plain_digits(anchor: str, said: str) -> None:
    assert summary(TEXT, statement(anchor, text=said)).missing == ()


def test_a_formula_is_no_number_of_the_statement() -> None:
    text = "The works let out 40 tonnes of carbon dioxide over 12 square kilometres."

    made = summary(text, statement("tonnes of carbon dioxide", text="The works let out 40 tonnes of CO2 over 12 km²."))

    assert made.missing == ()


@pytest.mark.parametrize(
    "anchor", ["over 122 km", "34 times the norm", "1831 gauges show", "over 12 km3 of Velt", "of CO3 over"]
)
def test_a_raised_digit_runs_into_no_number(anchor: str) -> None:
    assert len(summary(TEXT, statement(anchor)).missing) == 1


def test_a_name_in_capitals_keeps_its_article() -> None:
    made = summary(
        "The Velt Guard said the road was shut.",
        statement("the road was shut", by="p1"),
        speakers=(speaker("THE VELT GUARD"),),
    )

    assert [a.source for a in made.attributions] == ["THE VELT GUARD"]
