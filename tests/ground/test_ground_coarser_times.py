"""A time may be the month or the year of a day that the cited sentences give."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import statement, summary

TEXT = "The quay at Velt burned down on March 5, 2021, and again on 9 June. A new one was opened in July 2023."


@pytest.mark.parametrize(
    ("when", "earliest", "latest"),
    [
        ("March 2021", dt.date(2021, 3, 1), dt.date(2021, 4, 1)),
        ("in March of 2021", dt.date(2021, 3, 1), dt.date(2021, 4, 1)),
    ],
)
def test_the_month_of_a_given_day_is_given(when: str, earliest: dt.date, latest: dt.date) -> None:
    made = summary(TEXT, statement("The quay at Velt burned down", when=when))

    assert made.missing == ()
    assert (made.claims[0].earliest, made.claims[0].latest) == (earliest, latest)


@pytest.mark.parametrize("when", ["last year", "winter of 2021", "April 2021", "March 2022", "2019"])
def test_another_month_is_missing_and_stands_for_no_time(when: str) -> None:
    made = summary(TEXT, statement("The quay at Velt burned down", when=when))

    assert made.claims[0].earliest is None
    assert [m.anchor for m in made.missing] == [when]


@pytest.mark.parametrize("when", ["on Sunday at 9:40 p.m.", "Sunday, 9:40 pm", "at 9:40 p.m. on Sunday"])
def test_the_day_may_stand_on_the_other_side_of_the_hour(when: str) -> None:
    text = "The alarm came at 9:40 p.m. on Sunday, and the boats left on Monday at 6 a.m."

    made = summary(text, statement("The alarm came", when=when))

    assert made.missing == ()
    assert made.claims[0].earliest == dt.date(2024, 10, 13)


def test_the_hour_of_another_day_is_not_given() -> None:
    text = "The alarm came at 9:40 p.m. on Sunday, and the boats left on Monday at 6 a.m."

    made = summary(text, statement("The alarm came", when="on Monday at 9:40 p.m."))

    assert [m.anchor for m in made.missing] == ["on Monday at 9:40 p.m."]
