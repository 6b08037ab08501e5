"""The year of a month that leaves it out."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.dates import find_dates


@pytest.mark.parametrize(
    ("text", "phrase", "earliest"),
    [
        ("The offensive of 2015 left it weak; it came back, and in August its bomber struck.", "August", dt.date(2021, 8, 1)),
        ("It lost ground in 2015; it came back, and in August its bomber struck.", "August", None),
        ("It lost ground in 2015, and in August it struck.", "August", None),
        ("In 2015 it struck in August.", "August", dt.date(2015, 8, 1)),
        ("They met on 3 June 2015, and on 5 July they signed.", "5 July", dt.date(2015, 7, 5)),
        ("It struck in August.", "August", dt.date(2021, 8, 1)),
    ],
)
def test_a_year_is_carried_only_where_the_text_leaves_no_choice(text: str, phrase: str, earliest: dt.date | None) -> None:
    found = [d for d in find_dates(text, dt.date(2021, 11, 1)) if phrase in d.text]

    assert [d.earliest for d in found] == [earliest]
