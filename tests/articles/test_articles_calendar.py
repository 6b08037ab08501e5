"""Dates and times in many languages and calendars: names, forms, eras, numbers and what decides their order."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.calendar_names import LOCALES, MONTHS, SHARED_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from summarizer.articles.clock import read_time
from summarizer.articles.draft import Stamp
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, day_comes_first
from summarizer.articles.publication import find_dates, find_unclear, is_ambiguous, read_stamp

MARCH = dt.date(2021, 3, 4)
WIDTHS = ("wide", "abbreviated")
CONTEXTS = ("format", "stand-alone")


def folded(name):
    return name.strip().rstrip(".").lower()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_of_months_is_that_of_the_locale_data(locale):
    names = {(folded(n), k) for w in WIDTHS for c in CONTEXTS for k, n in get_month_names(w, c, locale).items()}
    missing = {n for n, k in names if not any(map(str.isdigit, n)) and n not in SHARED_MONTHS and MONTHS.get(n) != k}
    assert not {name for name in missing if len(name) > 1 and not ("\u3400" <= name[0] <= "\u9fff")}
    assert all(number in SHARED_MONTHS[name].values() for name, number in names if name in SHARED_MONTHS)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_of_weekdays_is_that_of_the_locale_data(locale):
    for context in CONTEXTS:
        for number, name in get_day_names("wide", context, locale).items():
            assert WEEKDAYS.get(folded(name), number if folded(name) in SHORT_WEEKDAYS or len(name) < 4 else None) == number


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("4. März 2021, 14:30 Uhr", "14:30"),
        ("04.03.2021, 14.30 Uhr", "14:30"),
        ("Donnerstag, 4. Mrz. 2021", None),
        ("le 4 mars 2021 à 14h30", "14:30"),
        ("4 de março de 2021 às 14h30", "14:30"),
        ("04/mar/2021", None),
        ("4 de marzo del 2021, 2:30 p. m.", "14:30"),
        ("4 d’abril de 2021", "april"),
        ("giovedì 4 marzo 2021 ore 14.30", "14:30"),
        ("4 mrt. 2021 om 14:30", "14:30"),
        ("4 марта 2021 г., 14:30", "14:30"),
        ("4 березня 2021 року", None),
        ("4 marca 2021 r., godz. 14.30", "14:30"),
        ("4. března 2021 v 14:30", "14:30"),
        ("4. 3. 2021", None),
        ("4.3.2021 klo 14.30", "14:30"),
        ("2021. március 4. 14:30", "14:30"),
        ("4 Μαρτίου 2021, 2:30 μ.μ.", "14:30"),
        ("4 Mart 2021 Perşembe 14:30", "14:30"),
        ("الخميس 4 مارس 2021 - 14:30", "14:30"),
        ("٤ آذار/مارس ٢٠٢١", None),
        ("4 مارس (آذار) 2021", None),
        ("۴ مارس ۲۰۲۱", None),
        ("4 במרץ 2021, 14:30", "14:30"),
        ("ב-4 במרץ 2021", None),
        ("4 मार्च 2021", None),
        ("२०२१-०३-०४", None),
        ("4 มีนาคม 2564 14.30 น.", "14:30"),
        ("4 มี.ค. 2564", None),
        ("4 Maret 2021 14:30 WIB", "14:30"),
        ("ngày 4 tháng 3 năm 2021", None),
        ("2021年3月4日 14時30分", "14:30"),
        ("2021年03月04日下午2:30", "14:30"),
        ("二〇二一年三月四日", None),
        ("令和3年3月4日", None),
        ("民國110年3月4日", None),
        ("2021. 3. 4. 14:30", "14:30"),
        ("2021년 3월 4일 오후 2시 30분", "14:30"),
        ("2021.03.04 오전 9:00", "09:00"),
    ],
)
def test_one_day_in_many_languages(text, time):
    if time == "april":
        assert read_stamp(text) == Stamp(dt.date(2021, 4, 4))
    else:
        assert read_stamp(text) == Stamp(MARCH, time)


@pytest.mark.parametrize(
    "text",
    [
        "14 اسفند 1399",
        "20 رجب 1442",
        "4 مارس/نيسان 2021",
        "4 Marchember 2021",
        "平成40年13月4日",
        "二〇二一年三月三十五日",
        "4 de 2021",
        "31 juin 2021",
        "4 listopada 2021",
    ],
)
def test_what_names_no_day_for_certain_is_none(text):
    assert read_stamp(text) is None


def test_a_month_that_two_languages_share_is_unclear_without_a_language():
    assert is_ambiguous("4 listopada 2021")
    assert [span.date.month for span in find_dates("4 listopada 2021", Custom(language="pl"))] == [11]
    assert [span.date.month for span in find_dates("4. listopada 2021", Custom(language="hr"))] == [10]
    assert not find_unclear("4 listopada 2021", Custom(language="pl"))


@pytest.mark.parametrize(
    ("text", "custom", "day"),
    [
        ("03/04/2021", Custom(day_first=True), dt.date(2021, 4, 3)),
        ("03/04/2021", Custom(day_first=False), dt.date(2021, 3, 4)),
        ("03/04/2021", NO_CUSTOM, None),
        ("03/25/2021", Custom(day_first=True), dt.date(2021, 3, 25)),
        ("mercoledì 03/04/2024", NO_CUSTOM, dt.date(2024, 4, 3)),
        ("Donnerstag, 04.03.21", NO_CUSTOM, dt.date(2021, 3, 4)),
        ("04.03.21", Custom(day_first=True), dt.date(2021, 3, 4)),
        ("04.03.21", NO_CUSTOM, None),
        ("25.12.99", Custom(day_first=True), None),
    ],
)
def test_what_decides_the_order_of_numbers(text, custom, day):
    stamp = read_stamp(text, custom)
    assert (stamp.date if stamp else None) == day


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("03/04/2021 and 22/04/2021", True),
        ("03/04/2021 and 04/22/2021", False),
        ("03/04/2021", None),
        ("04/04/2021", None),
        ("22/04/2021, 04/23/2021", None),
        ("22.04.2021", None),
    ],
)
def test_the_order_that_other_dates_show(head, first):
    assert day_comes_first(head) is first


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("um 14 Uhr", "14:00"),
        ("18 h 05", "18:05"),
        ("kl. 9.05", "09:05"),
        ("12:05 am", "00:05"),
        ("9:00 مساءً", "21:00"),
        ("午前9時", "09:00"),
        ("3時間前", None),
        ("2h ago", None),
        ("04.03.2021", None),
        ("25:10", None),
        ("13:00 pm", None),
        ("14:30 UTC+3", "14:30+03:00"),
    ],
)
def test_times_of_day(text, time):
    assert read_time(text) == time


@given(st.text(alphabet="0123456789./-: 年月日年월일marchMärzдЯ,٣", max_size=80))
def test_dates_of_any_text_are_in_range_and_disjoint(text):
    position = 0
    for span in find_dates(text):
        assert position <= span.start < span.end <= len(text)
        position = span.end
