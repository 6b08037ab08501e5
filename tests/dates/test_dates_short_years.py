"""Years of two digits, years told by words, and decades by name, read on Thursday 18 September 2025."""

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
        ("It opened in May \u201922.", "May \u201922", "2022-05-01", "2022-05-31"),
        ("It opened in Aug. '87.", "Aug. '87", "1987-08-01", "1987-08-31"),
        ("It is dated 07-Nov-98.", "07-Nov-98", "1998-11-07", "1998-11-07"),
        ("It is dated 7 May 23.", "7 May 23", "2023-05-07", "2023-05-07"),
        ("It is dated May 7, '23.", "May 7, '23", "2023-05-07", "2023-05-07"),
        ("It is dated 27/05/23.", "27/05/23", "2023-05-27", "2023-05-27"),
        ("It was the summer of \u201976.", "summer of \u201976", "1976-06-01", "1976-09-23"),
        ("The \u201987 storm broke it.", "\u201987", "1987-01-01", "1987-12-31"),
        ("He left in '03.", "'03", "2003-01-01", "2003-12-31"),
        ("It shut in late \u201911.", "late \u201911", "2011-09-01", "2011-12-31"),
        ("It was big in the '70s.", "'70s", "1970-01-01", "1979-12-31"),
        ("It was big in the noughties.", "noughties", "2000-01-01", "2009-12-31"),
        ("It was big in the late eighties.", "late eighties", "1986-01-01", "1989-12-31"),
        ("It shut in May of last year.", "May of last year", "2024-05-01", "2024-05-31"),
        ("It shut on 7 May of last year.", "7 May of last year", "2024-05-07", "2024-05-07"),
        ("It shut in the spring of last year.", "spring of last year", "2024-03-01", "2024-06-21"),
        ("It was built on May 17,1962 here.", "May 17,1962", "1962-05-17", "1962-05-17"),
        ("It was built in the 1700s.", "1700s", "1700-01-01", "1799-12-31"),
        ("It fell in Q2 '21.", "Q2 '21", "2021-04-01", "2021-06-30"),
    ],
)
def test_a_year_is_read_however_short(text: str, phrase: str, first: str, last: str) -> None:
    assert readings(text, WRITTEN) == [(phrase, first, last)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He won in 2015 and left in March of the same year.", "2015-03-01"),
        ("He won in 2015 but had left in March of the previous year.", "2014-03-01"),
        ("He left in March of the same year.", None),
        ("He left in March of the year he turned 50.", None),
        ("It was struck by lightning in March of the year 2019.", "2019-03-01"),
        ("He won in 2015, lost in 2018 and left in March of that year.", None),
    ],
)
def test_the_same_year_is_the_one_that_the_sentence_names(text: str, first: str | None) -> None:
    assert readings(text, WRITTEN)[-1][1] == first


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On 7 May 23 miners died.", "7 May"),
        ("On May 7, 23 miners died.", "May 7"),
    ],
)
def test_a_count_after_a_day_is_no_year(text: str, phrase: str) -> None:
    assert readings(text, WRITTEN) == [(phrase, "2025-05-07", "2025-05-07")]


def test_a_year_told_by_something_else_is_not_the_year_of_writing() -> None:
    assert readings("He left in March a year earlier.", WRITTEN)[0] == ("March", None, None)
    assert readings("He left in March the year before he died.", WRITTEN)[0] == ("March", None, None)
    assert readings("He left in March a year ago.", WRITTEN)[0] == ("March", "2024-03-01", "2024-03-31")


def test_a_month_and_two_digits_can_be_a_day_or_a_year() -> None:
    assert readings("It is dated Jun-21.", WRITTEN) == [("Jun-21", None, None)]


def test_a_count_after_a_month_is_no_day() -> None:
    assert readings("In May 23 miners died.", WRITTEN) == [("May", "2025-05-01", "2025-05-31")]
    assert readings("On May 23 miners died.", WRITTEN) == [("May 23", "2025-05-23", "2025-05-23")]


@pytest.mark.parametrize("text", ["He is in his eighties.", "'23 miners died,' she said.", "It was in the 90s, hot and dry."])
def test_ages_and_quoted_counts_are_no_years(text: str) -> None:
    assert readings(text, WRITTEN) == []


@pytest.mark.parametrize(
    "text", ["It opened in May \u201922.", "It opened in \u201922.", "It is dated 7-May-22.", "It was the thirties."]
)
def test_the_century_is_not_known_without_a_date_of_writing(text: str) -> None:
    assert [read[1:] for read in readings(text, None)] == [(None, None)]


@given(written=st.dates(date(1990, 1, 1), date(2089, 12, 31)), digits=st.integers(0, 99))
def test_a_short_year_lies_before_or_near_the_writing(written: date, digits: int) -> None:
    (span,) = find_dates(f"It fell in June \u2019{digits:02}.", written)

    assert span.earliest is not None
    assert span.earliest.year % 100 == digits
    assert written.year - 99 <= span.earliest.year <= written.year + 1


@pytest.mark.parametrize("piece", ["May \u201921 ", "18-Jan-", "the \u2019", "of last year ", "12/12/", "the late late "])
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WRITTEN), piece, 15_000)


@pytest.mark.parametrize("text", ["Prices rose in the year to May \u201919.", "Sales fell in the week ending 5 May '19."])
def test_a_stretch_never_takes_another_year_than_the_short_one(text: str) -> None:
    assert [span.earliest.year for span in find_dates(text, date(2025, 6, 15)) if span.earliest] == [2019]
