"""What date phrases mean, read on Sunday 29 August 2021."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.dates import date_interval, find_dates, weekday_mismatch

WRITTEN = date(2021, 8, 29)


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
        ("on 3 June 2015 in", "3 June 2015", "2015-06-03", "2015-06-04"),
        ("On the 3rd of June, 2015", "3rd of June, 2015", "2015-06-03", "2015-06-04"),
        ("June 3, 2015.", "June 3, 2015", "2015-06-03", "2015-06-04"),
        ("at 2015-06-03 it", "2015-06-03", "2015-06-03", "2015-06-04"),
        ("(Aug. 26, 2021)", "Aug. 26, 2021", "2021-08-26", "2021-08-27"),
        ("AUGUST 26, 2021", "AUGUST 26, 2021", "2021-08-26", "2021-08-27"),
        ("03.06.2015", "03.06.2015", "2015-06-03", "2015-06-04"),
        ("13/6/2015", "13/6/2015", "2015-06-13", "2015-06-14"),
        ("6/3/2015", "6/3/2015", None, None),
        ("31 June 2015", "31 June 2015", None, None),
        ("in 2015, he", "2015", "2015-01-01", "2016-01-01"),
        ("the 2016 election", "2016", "2016-01-01", "2017-01-01"),
        ("in January 2015", "January 2015", "2015-01-01", "2015-02-01"),
        ("in the 1990s", "1990s", "1990-01-01", "2000-01-01"),
        ("mid-2016", "mid-2016", "2016-05-01", "2016-09-01"),
        ("between 1996 and 2001", "between 1996 and 2001", "1996-01-01", "2002-01-01"),
        ("June 3-5, 2015", "June 3-5, 2015", "2015-06-03", "2015-06-06"),
        ("June 30\u2013July 2, 2015", "June 30\u2013July 2, 2015", "2015-06-30", "2015-07-03"),
        ("3-5 June 2015", "3-5 June 2015", "2015-06-03", "2015-06-06"),
        ("2015-2018", "2015-2018", "2015-01-01", "2019-01-01"),
        ("from March to May 2020", "from March to May 2020", "2020-03-01", "2020-06-01"),
        ("December to March 2020", "December to March 2020", "2019-12-01", "2020-04-01"),
        ("Q1 2026", "Q1 2026", "2026-01-01", "2026-04-01"),
        ("the first quarter of 2020", "first quarter of 2020", "2020-01-01", "2020-04-01"),
        ("the second quarter", "second quarter", None, None),
        ("the summer of 2015", "summer of 2015", "2015-06-01", "2015-09-24"),
    ],
)
def test_calendar_dates(text: str, phrase: str, earliest: str | None, latest: str | None) -> None:
    assert only(text) == (phrase, earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("A bomb killed two on August 26", "2021-08-26", "2021-08-27"),
        ("It happened on Dec. 28", "2020-12-28", "2020-12-29"),
        ("Parliament will vote on Dec. 28", "2021-12-28", "2021-12-29"),
        ("killed on Sunday", "2021-08-29", "2021-08-30"),
        ("Monday morning", "2021-08-23", "2021-08-24"),
        ("will meet on Monday", "2021-08-30", "2021-08-31"),
        ("On Friday, parliament will vote", "2021-09-03", "2021-09-04"),
        ("last Tuesday", "2021-08-24", "2021-08-25"),
        ("last Sunday", "2021-08-22", "2021-08-23"),
        ("next Sunday", "2021-09-05", "2021-09-06"),
        ("yesterday", "2021-08-28", "2021-08-29"),
        ("today", "2021-08-29", "2021-08-30"),
        ("last night", "2021-08-28", "2021-08-29"),
        ("last week", "2021-08-16", "2021-08-29"),
        ("earlier this week", "2021-08-23", "2021-08-30"),
        ("this month", "2021-08-01", "2021-09-01"),
        ("last year", "2020-01-01", "2021-01-01"),
        ("last summer", "2020-06-01", "2020-09-24"),
        ("last June", "2021-06-01", "2021-07-01"),
        ("two days ago", "2021-08-27", "2021-08-28"),
        ("two months ago", "2021-06-14", "2021-07-15"),
        ("three years ago", "2018-02-27", "2019-03-01"),
        ("more than two years ago", None, "2020-02-29"),
        ("in recent weeks", None, "2021-08-30"),
        ("over the past three days", "2021-08-26", "2021-08-30"),
        ("over the weekend", "2021-08-28", "2021-08-30"),
    ],
)
def test_dates_told_from_the_day_of_writing(text: str, earliest: str | None, latest: str | None) -> None:
    assert only(text)[1:] == (earliest, latest)
    assert only(text, None)[1:] == (None, None)


@pytest.mark.parametrize(
    "text", ["two months after the withdrawal", "the day before the attack", "a week later", "the same day", "a Sunday"]
)
def test_what_hangs_on_an_event_is_kept_unresolved(text: str) -> None:
    assert only(text)[1:] == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "he may go", "they march on", "a second man", "1500 people", "of 2000 troops", "every Monday", "Black Friday",
        "the Sunday Times", "between 5 and 10 people", "USA Today", "at 2,015 feet", "$2015", "an august body",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, WRITTEN) == []


def test_year_is_carried_over_within_a_paragraph() -> None:
    text = "In August 2019 the town fell. On Aug. 26 a bomb went off.\n\nOn Aug. 20 this was denied."
    spans = find_dates(text, WRITTEN)
    assert [span.earliest for span in spans] == [date(2019, 8, 1), date(2019, 8, 26), date(2021, 8, 20)]
    assert [span.kind for span in spans] == ["absolute", "absolute", "partial"]


def test_date_that_could_be_the_coming_one_is_not_guessed() -> None:
    assert only("the election in November")[1] is None
    assert only("the state held its election in November")[1] == "2020-11-01"
    assert only("the state will hold its election in November")[1] == "2021-11-01"


def test_year_told_by_the_words_after_the_date() -> None:
    assert [span.earliest for span in find_dates("the 14th of August last year", WRITTEN)] == [
        date(2020, 8, 14),
        date(2020, 1, 1),
    ]
    assert [span.earliest for span in find_dates("in May next year", WRITTEN)] == [date(2022, 5, 1), date(2022, 1, 1)]
    assert only("half a century ago")[1] is None


def test_day_that_became_a_name_has_its_own_year() -> None:
    assert only("the Sept. 11 attacks")[1] == "2001-09-11"


def test_weekday_that_does_not_fit() -> None:
    text = "On Sunday, 3 June 2015, and on Wednesday, 3 June 2015, and on 3 June 2015 (Friday)."
    assert [span.text for span in weekday_mismatch(text, None)] == ["Sunday, 3 June 2015", "3 June 2015"]
    assert [span.text for span in weekday_mismatch("on Friday, Aug. 26", WRITTEN)] == ["Friday, Aug. 26"]


def test_weekday_shows_that_the_year_is_another() -> None:
    assert only("Friday, March 12")[1] == "2021-03-12"
    assert only("Thursday, March 12")[1] is None
    assert weekday_mismatch("Thursday, March 12", WRITTEN) == []


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("2015", (date(2015, 1, 1), date(2016, 1, 1))),
        ("on Sunday", (date(2021, 8, 29), date(2021, 8, 30))),
        ("the 1990s", (date(1990, 1, 1), date(2000, 1, 1))),
        (" 3 June 2015. ", (date(2015, 6, 3), date(2015, 6, 4))),
        ("since 2015", (date(2015, 1, 1), date(2016, 1, 1))),
        ("3 June 2015 at the latest", None),
        ("in recent weeks", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_date_interval(phrase: str, interval: tuple[date, date] | None) -> None:
    assert date_interval(phrase, WRITTEN) == interval


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Most residents had returned home by Sunday night, the office said.", date(2025, 9, 7)),
        ("According to police most residents had left by Sunday.", date(2025, 9, 7)),
        ("The bombing claimed by the group on Thursday killed nobody.", date(2025, 9, 4)),
        ("Coffins stood side by side in the hall on Saturday.", date(2025, 9, 6)),
        ("Residents must leave by Friday, police said.", date(2025, 9, 12)),
        ("Police told residents to leave the quarter by Friday.", date(2025, 9, 12)),
        ("Payment is due by Friday.", date(2025, 9, 12)),
        ("The bridge will open by Friday.", date(2025, 9, 12)),
    ],
)
def test_by_a_day_is_past_or_to_come_as_the_verb_before_it_tells(text: str, day: date) -> None:
    (found,) = find_dates(text, date(2025, 9, 8))

    assert found.earliest == day
