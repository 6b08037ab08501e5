"""Years of other calendars, against published conversions, and years that are no calendar years."""

from __future__ import annotations

from datetime import date

import pytest
from growth import grows_with_its_text
from reading_dates import readings

from summarizer.dates import find_dates

WRITTEN = date(2025, 9, 18)


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("It opened in 1446 AH.", "1446 AH", "2024-07-06", "2025-06-26"),
        ("It opened in A.H. 1446, he said.", "A.H. 1446", "2024-07-06", "2025-06-26"),
        ("It opened in the Hijri year 1446.", "Hijri year 1446", "2024-07-06", "2025-06-26"),
        ("It opened in 1250 AH.", "1250 AH", "1834-05-08", "1835-04-30"),
        ("It opened in 1403 SH.", "1403 SH", "2024-03-20", "2025-03-20"),
        ("It opened in the Persian year 1399.", "Persian year 1399", "2020-03-20", "2021-03-20"),
        ("It opened in 2566 BE.", "2566 BE", "2023-01-01", "2023-12-31"),
        ("It opened in Reiwa 5.", "Reiwa 5", "2023-01-01", "2023-12-31"),
        ("It opened in Reiwa 1.", "Reiwa 1", "2019-05-01", "2019-12-31"),
        ("It opened in Showa 39.", "Showa 39", "1964-01-01", "1964-12-31"),
        ("It opened in the Hebrew year 5785.", "Hebrew year 5785", "2024-10-03", "2025-09-22"),
        ("It opened in 5783 AM.", "5783 AM", "2022-09-26", "2023-09-15"),
        ("It opened in 2017 E.C.", "2017 E.C.", "2024-09-11", "2025-09-10"),
        ("It opened in the Ethiopian year 2012.", "Ethiopian year 2012", "2019-09-12", "2020-09-10"),
        ("It opened in Saka 1946.", "Saka 1946", "2024-03-21", "2025-03-21"),
        ("It opened in Minguo 114.", "Minguo 114", "2025-01-01", "2025-12-31"),
        ("Sales fell in H2 2023.", "H2 2023", "2023-07-01", "2023-12-31"),
        ("Sales fell in 1H22.", "1H22", "2022-01-01", "2022-06-30"),
        ("Sales fell in Q3 of last year.", "Q3 of last year", "2024-07-01", "2024-09-30"),
        ("Sales fell in the second half of last year.", "the second half of last year", "2024-07-01", "2024-12-31"),
        ("Sales fell in FY2023-24.", "FY2023-24", "2023-01-01", "2024-12-31"),
        ("He scored 30 in 2023/24.", "2023/24", "2023-01-01", "2024-12-31"),
    ],
)
def test_a_year_is_counted_as_its_era_does(text: str, phrase: str, first: str, last: str) -> None:
    assert readings(text, WRITTEN) == [(phrase, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell in fiscal 2023.",
        "Sales fell in fiscal year 2023.",
        "Sales fell in FY23.",
        "Sales fell in the 2023 fiscal year.",
        "Sales fell in the third quarter of fiscal 2023.",
        "The tomb was built in 1400 BC.",
        "The road opened in 2080 BS.",
        "Iran built it in 1391.",
    ],
)
def test_a_year_of_which_it_is_open_how_it_is_counted_is_unresolved(text: str) -> None:
    read = readings(text, WRITTEN)
    assert read
    assert all(days == [None, None] for _, *days in read)


@pytest.mark.parametrize("text", ["The H1N1 virus spread.", "H1-B visas rose.", "It opened at 11 AM.", "He paid 1391 in cash."])
def test_letters_beside_numbers_are_no_eras(text: str) -> None:
    assert readings(text, WRITTEN) == []


def test_a_bare_year_elsewhere_is_one_of_our_own_calendar() -> None:
    assert readings("The plague came in 1391.", WRITTEN) == [("1391", "1391-01-01", "1391-12-31")]


@pytest.mark.parametrize(
    "piece", ["1400 ", "in 1400 ", "AH 1400 ", "Reiwa ", "fiscal ", "Q3 of fiscal ", "2020/21 ", "year of "]
)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WRITTEN), piece, 15_000)
