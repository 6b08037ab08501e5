"""Weekdays with what qualifies them, read on Thursday 18 September 2025."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from growth import grows_with_its_text
from hypothesis import given
from hypothesis import strategies as st
from reading_dates import readings

from summarizer.dates import find_dates

WRITTEN = date(2025, 9, 18)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("two", "three", "four", "five", "six")


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("The dam broke on the last Tuesday of May 2022.", "the last Tuesday of May 2022", "2022-05-31"),
        ("The dam broke on the third Sunday in June 2024.", "third Sunday in June 2024", "2024-06-16"),
        ("The dam broke on the second-last Monday of June 2024.", "second-last Monday of June 2024", "2024-06-17"),
        ("The dam broke on the 2nd Wednesday of August.", "2nd Wednesday of August", "2025-08-13"),
        ("The dam broke on the last Friday in October.", "the last Friday in October", "2024-10-25"),
        ("The dam will open on the last Friday in October.", "the last Friday in October", "2025-10-31"),
        ("The dam broke on the first Monday of last month.", "first Monday of last month", "2025-08-04"),
        ("The dam broke on Friday the 13th.", "Friday the 13th", "2025-06-13"),
        ("The dam broke on Monday the 8th, officers said.", "Monday the 8th", "2025-09-08"),
        ("It was on Friday the thirteenth.", "Friday the thirteenth", "2025-06-13"),
        ("The trial will begin on Monday the 29th.", "Monday the 29th", "2025-09-29"),
        ("It rained in March 2020. The town shut down on Friday the 13th.", "Friday the 13th", "2020-03-13"),
        ("The Monday before last, the dam broke.", "The Monday before last", "2025-09-08"),
        ("They will vote the Tuesday after next.", "the Tuesday after next", "2025-09-30"),
        ("The night before last, the dam broke.", "The night before last", "2025-09-16"),
        ("The dam broke a week ago Saturday.", "a week ago Saturday", "2025-09-06"),
        ("The dam broke two weeks ago today.", "two weeks ago today", "2025-09-04"),
        ("The dam broke two years ago yesterday.", "two years ago yesterday", "2023-09-17"),
        ("The play opens Tuesday week.", "Tuesday week", "2025-09-30"),
        ("The play opens Monday fortnight.", "Monday fortnight", "2025-10-06"),
        ("The play opens a week on Saturday.", "a week on Saturday", "2025-09-27"),
        ("The play opens two weeks from Friday.", "two weeks from Friday", "2025-10-03"),
        ("Three Mondays ago the dam broke.", "Three Mondays ago", "2025-09-01"),
        ("The dam broke on Tuesday last.", "Tuesday last", "2025-09-16"),
        ("The dam broke on Wednesday of last week.", "Wednesday of last week", "2025-09-10"),
        ("The talks resume on Wednesday next week.", "Wednesday next week", "2025-09-24"),
        ("The talks resume the day after tomorrow.", "the day after tomorrow", "2025-09-20"),
        ("He was born on Easter Monday 1960.", "Easter Monday 1960", "1960-04-18"),
        ("He was born on Good Friday, 1954.", "Good Friday, 1954", "1954-04-16"),
    ],
)
def test_a_weekday_is_the_one_that_the_words_around_it_pick(text: str, phrase: str, day: str) -> None:
    assert readings(text, WRITTEN)[-1] == (phrase, day, day)


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("The dam broke the month before last.", "the month before last", "2025-07-01", "2025-07-31"),
        ("He was there on Sunday of last week.", "Sunday of last week", "2025-09-07", "2025-09-14"),
        ("A truce held from Friday to Sunday.", "from Friday to Sunday", "2025-09-12", "2025-09-14"),
        ("A year ago on Tuesday the dam broke.", "A year ago on Tuesday", "2024-09-11", "2024-09-25"),
        ("A week ago on Friday the dam broke.", "A week ago on Friday", "2025-09-05", "2025-09-12"),
    ],
)
def test_what_two_days_can_be_meant_by_holds_both(text: str, phrase: str, first: str, last: str) -> None:
    assert readings(text, WRITTEN) == [(phrase, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "He resigned the following Tuesday.",
        "The Sunday before the vote was calm.",
        "That Saturday, the miners left.",
        "On the Wednesday he went home.",
        "It was the fifth Sunday of marches.",
        "The mosque was full on the last Friday of Ramadan.",
        "The bakery is open Monday to Friday.",
        "On the fifth Monday of February 2025 it rained.",
        "A few Fridays ago it rained.",
        "The fair was moved from Saturday to Sunday.",
        "He left on Thursday of the week before.",
        "A Tuesday in autumn would suit.",
        "Churches in Greece were full on Easter Sunday 2021.",
    ],
)
def test_a_weekday_told_from_something_else_is_no_day(text: str) -> None:
    assert all(read[1:] == (None, None) for read in readings(text, WRITTEN))


@pytest.mark.parametrize(
    "text", ["Every other Friday they met.", "They meet on Fridays.", "They play Friday nights.", "Sales rose on Black Friday."]
)
def test_habits_and_names_are_no_dates(text: str) -> None:
    assert readings(text, WRITTEN) == []


@pytest.mark.parametrize("text", ["On Friday the 4th Regiment crossed the river.", "On Friday the 9th Circuit ruled."])
def test_an_ordinal_that_counts_a_noun_is_no_day_of_the_month(text: str) -> None:
    assert readings(text, WRITTEN) == [("Friday", "2025-09-12", "2025-09-12")]


@given(written=st.dates(date(1990, 1, 1), date(2090, 1, 1)), weekday=st.sampled_from(_NAMES), count=st.integers(2, 6))
def test_so_many_weekdays_ago_is_that_many_less_one_weeks_before_the_last(written: date, weekday: str, count: int) -> None:
    (last,) = find_dates(f"It fell last {weekday}.", written)
    (ago,) = find_dates(f"It fell {_NUMBERS[count - 2]} {weekday}s ago.", written)
    (before,) = find_dates(f"It fell the {weekday} before last.", written)

    assert last.earliest is not None
    assert ago.earliest is not None
    assert before.earliest is not None
    assert last.earliest - ago.earliest == timedelta(weeks=count - 1)
    assert last.earliest - before.earliest == timedelta(weeks=1)


@given(year=st.integers(1950, 2090), month=st.integers(1, 12), weekday=st.sampled_from(_NAMES))
def test_the_first_and_the_last_weekday_of_a_month_are_in_it_and_whole_weeks_apart(year: int, month: int, weekday: str) -> None:
    name = date(2000, month, 1).strftime("%B")
    (first,) = find_dates(f"on the first {weekday} in {name} {year}.", None)
    (last,) = find_dates(f"on the last {weekday} of {name} {year}.", None)

    assert first.earliest is not None
    assert last.earliest is not None
    assert (first.earliest.month, last.earliest.month, first.earliest.day <= 7) == (month, month, True)
    assert (last.earliest - first.earliest).days in (21, 28)
    assert _NAMES[first.earliest.weekday()] == weekday


@pytest.mark.parametrize(
    "piece", ["the last Friday of ", "a week ago ", "Friday the ", "two weeks from ", "Monday to ", "the the "]
)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WRITTEN), piece, 15_000)
