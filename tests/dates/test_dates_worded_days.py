"""Days of the month in words, one of two days, and holidays with a fixed date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from summarizer.dates import find_dates

WRITTEN = date(2024, 3, 13)


def spans(text: str) -> list[tuple[str, date | None, date | None]]:
    return [(span.text, span.earliest, span.latest) for span in find_dates(text, WRITTEN)]


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("It fell on the fifth of March.", "the fifth of March", "2024-03-05", "2024-03-05"),
        ("The tax was raised on the first of December.", "the first of December", "2023-12-01", "2023-12-01"),
        ("It ended on the twenty-second of October 1989.", "the twenty-second of October 1989", "1989-10-22", "1989-10-22"),
        ("It ended on the thirtieth of June of last year.", "the thirtieth of June of last year", "2023-06-30", "2023-06-30"),
        ("It ended on April the third.", "April the third", "2023-04-03", "2023-04-03"),
        ("The store burned on January 8 or 9.", "January 8 or 9", "2024-01-08", "2024-01-09"),
        ("The store burned on 8 or 9 January 2021.", "8 or 9 January 2021", "2021-01-08", "2021-01-09"),
        ("They met from the 30th of January to the 1st of February.", "from the 30th of January to the 1st of February",
         "2024-01-30", "2024-02-01"),
        ("Shots were fired on New Year's Day.", "New Year's Day", "2024-01-01", "2024-01-01"),
        ("Two died on Boxing Day 2019.", "Boxing Day 2019", "2019-12-26", "2019-12-26"),
        ("Two died on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24"),
        ("Two died on New Year’s Eve of last year.", "New Year’s Eve of last year", "2023-12-31", "2023-12-31"),
        ("It was filed on 27.02.21.", "27.02.21", "2021-02-27", "2021-02-27"),
        ("He left in May of the year before last.", "May of the year before last", "2022-05-01", "2022-05-31"),
        ("Sales fell in 1Q 2022.", "1Q 2022", "2022-01-01", "2022-03-31"),
        ("More snow is forecast for the weekend.", "the weekend", "2024-03-16", "2024-03-17"),
    ],
)  # fmt: skip
def test_the_days(text: str, phrase: str, first: str, last: str) -> None:
    assert spans(text) == [(phrase, date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1))]


@pytest.mark.parametrize(
    "text",
    [
        "The second of March’s two marches was calm.",
        "Version 10.11.12 of the tool is out.",
        "They sing every Christmas Day.",
        "The roads were full on the Fourth of July weekend.",
    ],
)
def test_nothing_of_one_day(text: str) -> None:
    assert not any(found[1] and found[2] and found[2] - found[1] == timedelta(days=1) for found in spans(text))
