"""Weeks, lists and ranges of days, read on Thursday 18 September 2025."""

from __future__ import annotations

from datetime import date

import pytest
from growth import grows_with_its_text
from hypothesis import given
from hypothesis import strategies as st
from reading_dates import readings

from summarizer.dates import find_dates

WRITTEN = date(2025, 9, 18)


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("Cases fell in the week to 7 September.", "the week to 7 September", "2025-09-01", "2025-09-07"),
        ("Cases fell in the week ended Sept. 7.", "the week ended Sept. 7", "2025-09-01", "2025-09-07"),
        ("Cases fell in the week to Sunday.", "the week to Sunday", "2025-09-08", "2025-09-14"),
        (
            "It is due in the week beginning 22 September 2025.",
            "the week beginning 22 September 2025",
            "2025-09-22",
            "2025-09-28",
        ),
        ("It was the week of Aug. 13.", "the week of Aug. 13", "2025-08-10", "2025-08-17"),
        ("It was the weekend of 9 August.", "the weekend of 9 August", "2025-08-09", "2025-08-10"),
        ("Profit fell in the year to June 2024.", "the year to June 2024", "2023-07-01", "2024-06-30"),
        ("Profit fell in the quarter ended March 31, 2024.", "the quarter ended March 31, 2024", "2024-01-01", "2024-03-31"),
        ("Profit fell in the six months to the end of May.", "the six months to the end of May", "2024-12-01", "2025-05-31"),
        ("He spoke on the eve of May 9.", "the eve of May 9", "2025-05-08", "2025-05-08"),
        ("Two days after May 9 he fled.", "Two days after May 9", "2025-05-11", "2025-05-11"),
        ("He was held from the 2nd to the 9th of July.", "the 2nd to the 9th of July", "2025-07-02", "2025-07-09"),
        ("He was held from July 2 to the 9th.", "from July 2 to the 9th", "2025-07-02", "2025-07-09"),
        ("It rained on 2, 3 and 5 July.", "2, 3 and 5 July", "2025-07-02", "2025-07-05"),
        ("Shells fell on the night of 2/3 July.", "2/3 July", "2025-07-02", "2025-07-03"),
        ("It rained from late May to early June.", "from late May to early June", "2025-05-18", "2025-06-12"),
        ("He led it from mid-2019 to early 2021.", "from mid-2019 to early 2021", "2019-05-01", "2021-04-30"),
        ("It rained in early to mid-May.", "early to mid-May", "2025-05-01", "2025-05-22"),
        ("It rained in the week of 4-10 August.", "the week of 4-10 August", "2025-08-03", "2025-08-10"),
        ("It rained overnight on 2-3 July.", "2-3 July", "2025-07-02", "2025-07-03"),
        ("It rained in the first week of May.", "the first week of May", "2025-05-01", "2025-05-13"),
        ("It rained in the second week of May 2024.", "the second week of May 2024", "2024-05-02", "2024-05-20"),
        ("It rained in the last week of May.", "the last week of May", "2025-05-19", "2025-05-31"),
        ("It rained on the last day of February 2024.", "the last day of February 2024", "2024-02-29", "2024-02-29"),
        ("It rained in the second half of May.", "the second half of May", "2025-05-15", "2025-05-31"),
        ("She was last seen on the 9th.", "the 9th", "2025-09-09", "2025-09-09"),
        ("She was last seen on the 28th.", "the 28th", "2025-08-28", "2025-08-28"),
        ("The trial will start on the 28th.", "the 28th", "2025-09-28", "2025-09-28"),
        ("She left on the 9th of last month.", "the 9th of last month", "2025-08-09", "2025-08-09"),
    ],
)
def test_a_stretch_runs_as_far_as_its_words_say(text: str, phrase: str, first: str, last: str) -> None:
    assert readings(text, WRITTEN) == [(phrase, first, last)]


def test_days_after_one_month_are_each_a_day() -> None:
    assert [read[:2] for read in readings("It rained on July 2, 5 and 9.", WRITTEN)] == [
        ("July 2", "2025-07-02"),
        ("5", "2025-07-05"),
        ("9", "2025-07-09"),
    ]
    assert [read[1] for read in readings("It rained on July 2 and 5, 2019.", None)] == ["2019-07-02", "2019-07-05"]
    assert [read[0] for read in readings("On July 2, 3 and 5 Torhamn was hit.", WRITTEN)] == ["July 2", "3", "5"]
    assert [read[0] for read in readings("On July 2 and 5 police officers fell ill.", WRITTEN)] == ["July 2"]
    assert [read[0] for read in readings("It rained on July 2 and 50 fell ill.", WRITTEN)] == ["July 2"]


@pytest.mark.parametrize(
    "text",
    [
        "He lives on the 9th floor.",
        "He led on the 9th hole.",
        "He came 9th.",
        "He won on the 2nd of nine tries.",
        "He spoke on the eve of the vote.",
        "The bridge of 3/4 inch steel broke.",
    ],
)
def test_ordinals_of_other_things_are_no_days(text: str) -> None:
    assert readings(text, WRITTEN) == []


def test_the_last_week_of_something_is_not_the_week_before_the_writing() -> None:
    assert readings("He quit in the last week of the campaign.", WRITTEN) == []
    assert readings("He was told this week of the fault.", WRITTEN) == [("this week", "2025-09-14", "2025-09-21")]
    assert readings("He quit last week.", WRITTEN) == [("last week", "2025-09-07", "2025-09-14")]


def test_a_verb_is_no_stretch() -> None:
    assert readings("The truce will last four days.", WRITTEN) == []


def test_a_day_after_a_later_one_may_be_of_the_next_month() -> None:
    assert readings("He was shot on 30 July and died on the 2nd.", WRITTEN)[-1] == ("the 2nd", None, None)
    assert readings("He was shot on 2 July and died on the 30th.", WRITTEN)[-1][1] == "2025-07-30"


@given(start=st.dates(date(1950, 1, 1), date(2080, 1, 1)), length=st.integers(1, 20))
def test_a_week_to_a_day_holds_it_and_the_six_days_before(start: date, length: int) -> None:
    end = date.fromordinal(start.toordinal() + length)
    named = f"{end.day} {end:%B} {end.year}"
    (week,) = find_dates(f"in the week to {named}.", None)
    (days,) = find_dates(f"from {start.day} {start:%B} {start.year} to {named}.", None)

    assert week.earliest is not None
    assert week.latest is not None
    assert (week.latest - week.earliest).days == 7
    assert (week.latest - end).days == 1
    assert (days.earliest, days.latest) == (start, week.latest)


@pytest.mark.parametrize("piece", ["the week to ", "the 3rd to ", "May 3, 4, ", "3, 4 and ", "from late ", "on the 5th "])
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WRITTEN), piece, 15_000)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Overnight into Tuesday the count was cut.", "Overnight into Tuesday"),
        ("The bridge fell in the night to 14 May.", "night to 14 May"),
        ("It rained from Monday night into Tuesday.", "Monday night into Tuesday"),
    ],
)
def test_a_night_into_a_day_is_of_both_days(text, phrase):
    (span,) = find_dates(text, date(2024, 5, 16))
    assert (span.text, span.earliest, span.latest) == (phrase, date(2024, 5, 13), date(2024, 5, 15))
