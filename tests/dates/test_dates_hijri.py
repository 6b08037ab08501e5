"""Dates of the Hijri and the Solar Hijri calendar, against published conversions."""

from __future__ import annotations

from datetime import date

import pytest
from growth import grows_with_its_text

from summarizer.dates import date_interval, find_dates, weekday_mismatch

WRITTEN = date(2024, 4, 12)
"""23 Hamal 1403, 3 Shawwal 1445."""


def only(text: str, written: date | None = WRITTEN) -> tuple[str, str | None, str | None]:
    spans = find_dates(text, written)
    assert len(spans) == 1, spans
    span = spans[0]
    return (
        span.text,
        span.earliest.isoformat() if span.earliest else None,
        span.latest.isoformat() if span.latest else None,
    )


@pytest.mark.parametrize(
    ("text", "phrase", "earliest", "latest"),
    [
        ("on 22 Hamal 1403 in", "22 Hamal 1403", "2024-04-10", "2024-04-11"),
        ("on 1 Hamal 1400", "1 Hamal 1400", "2021-03-21", "2021-03-22"),
        ("on 24 Asad 1400", "24 Asad 1400", "2021-08-15", "2021-08-16"),
        ("on 28 Asad 1298", "28 Asad 1298", None, None),
        ("in Asad 1400, Kabul", "Asad 1400", "2021-07-23", "2021-08-23"),
        ("the 7th of Sawr, 1357", "7th of Sawr, 1357", "1978-04-27", "1978-04-28"),
        ("30 Hoot 1403", "30 Hoot 1403", "2025-03-20", "2025-03-21"),
        ("30 Hut 1402", "30 Hut 1402", None, None),
        ("3 Farvardin 1403", "3 Farvardin 1403", "2024-03-22", "2024-03-23"),
        ("22 Bahman 1357", "22 Bahman 1357", "1979-02-11", "1979-02-12"),
        ("Hamal 22, 1403", "Hamal 22, 1403", "2024-04-10", "2024-04-11"),
        ("Esfand of 1402", "Esfand of 1402", "2024-02-20", "2024-03-20"),
        ("22 Hamal 2024", "22 Hamal 2024", "2024-04-10", "2024-04-11"),
    ],
)
def test_solar_dates_are_exact(text: str, phrase: str, earliest: str | None, latest: str | None) -> None:
    assert only(text, None) == (phrase, earliest, latest)


@pytest.mark.parametrize(
    ("text", "phrase", "earliest", "latest"),
    [
        ("on 12 Ramadan 1445 in", "12 Ramadan 1445", "2024-03-21", "2024-03-24"),
        ("on 1 Muharram 1446 AH", "1 Muharram 1446 AH", "2024-07-06", "2024-07-09"),
        ("10 Dhul Hijjah 1444", "10 Dhul Hijjah 1444", "2023-06-27", "2023-06-30"),
        ("10 Dhu al-Hijjah 1444", "10 Dhu al-Hijjah 1444", "2023-06-27", "2023-06-30"),
        ("12 Rabi' al-Awwal 1445", "12 Rabi' al-Awwal 1445", "2023-09-26", "2023-09-29"),
        ("12 Rabi-ul-Awal 1445", "12 Rabi-ul-Awal 1445", "2023-09-26", "2023-09-29"),
        ("1 Rabi II 1445", "1 Rabi II 1445", "2023-10-15", "2023-10-18"),
        ("in Ramazan 1445", "Ramazan 1445", "2024-03-10", "2024-04-11"),
        ("Ramadan 2024", "Ramadan 2024", "2024-03-10", "2024-04-11"),
        ("Ramadan 2030", "Ramadan 2030", None, None),
        ("31 Ramadan 1445", "31 Ramadan 1445", None, None),
        ("12 Ramadan 1205", "12 Ramadan 1205", None, None),
    ],
)
def test_lunar_dates_are_a_day_wider_on_either_side(text: str, phrase: str, earliest: str | None, latest: str | None) -> None:
    assert only(text, None) == (phrase, earliest, latest)


def test_day_without_a_year_is_told_from_the_day_of_writing() -> None:
    assert only("The ministry said on 22 Hamal") == ("22 Hamal", "2024-04-10", "2024-04-11")
    assert only("Voting will begin on 5 Sawr")[1] == "2024-04-24"
    assert only("Voting began on 5 Sawr")[1] == "2023-04-25"
    assert only("the vote of 5 Sawr")[1] is None
    assert only("The ministry said on 22 Hamal", None)[1] is None
    assert only("They will meet on 30 Hoot")[1] == "2025-03-20"
    assert only("They fasted until 30 Shaban 1445", None)[1] == "2024-03-10"
    assert only("They met on Wednesday, 22 Hamal")[1] == "2024-04-10"
    assert only("They met on Monday, 22 Hamal")[1] is None


def test_month_without_a_year_is_resolved_only_while_it_lasts() -> None:
    assert only("in Farvardin") == ("Farvardin", "2024-03-20", "2024-04-20")
    assert only("during Ramadan")[1:] == (None, None)
    assert only("during Ramadan", date(2024, 3, 20))[1] == "2024-03-10"
    assert only("in the month of Hamal")[:2] == ("Hamal", "2024-03-20")


@pytest.mark.parametrize(
    "text",
    [
        "President Asad said", "Mizan reported", "in a hut", "Hut 1400 people", "3 Mehr Street", "22 Asad loyalists", "Ramadan said",
        "Asad 2015", "Tir", "Shaban, a farmer", "by Rajab", "$12 Ramadan", "1403 Hamal", "in Safar", "a Dey",
    ],
)  # fmt: skip
def test_names_and_common_words_are_no_dates(text: str) -> None:
    assert find_dates(text, WRITTEN) == []


def test_weekday_is_checked_where_the_day_is_exact() -> None:
    assert [span.text for span in weekday_mismatch("On Monday, 22 Hamal 1403", None)] == ["Monday, 22 Hamal 1403"]
    assert weekday_mismatch("On Wednesday, 22 Hamal 1403, and Friday, 12 Ramadan 1445", None) == []


def test_phrase_that_is_one_such_date() -> None:
    assert date_interval("on 22 Hamal 1403", None) == (date(2024, 4, 10), date(2024, 4, 11))
    assert date_interval("22 Hamal 1403 (April 10, 2024)", None) is None


@pytest.mark.parametrize(
    "piece", ["3 Asad ", "Rabi ", "Rabi al-", "Dhu al-", "Ramadan 1445 ", "month of ", "Monday, 3 ", "in Ramadan "]
)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WRITTEN), piece, 15_000)
