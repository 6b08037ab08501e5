"""A rule that is left out for a paragraph's lack of words would not have matched in it."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.dates import find, find_dates
from summarizer.dates.gates import Has, Paragraph, paragraphs

WRITTEN = date(2024, 3, 13)
PHRASES = (
    "9/11", "the 6 Jan riot", "18-Jan-18", "from 1996 to 2001", "from March to May 2020", "May 3-5", "the 3rd to the 7th of March",
    "2015-18", "2015-06-03", "03.06.2015", "3/6/21", "27.02.21", "May 3, 2021", "3 MAY 2021", "early january 2015", "late 2016",
    "Summer of 2015", "in 1998", "(2019)", "its 2019 vote", "last June", "this past May", "in August", "on MONDAY", "next Friday",
    "yesterday", "tonight", "last night", "Overnight", "this morning", "this week", "the past quarter", "over the weekend",
    "for the weekend", "this fall", "the past three years", "in recent days", "Two weeks after", "days before", "that night", "the same decade",
    "the last Friday of March", "Friday the 13th", "Tuesday, 5th", "from Friday to Sunday", "the following Monday",
    "the first week of May", "two Fridays ago", "a week ago Sunday", "a week from Monday", "Monday week", "the Friday before last",
    "the winter before last", "Monday of last week", "Monday last", "Good Friday 2023", "Good Friday last year",
    "the week to 12 January", "the year to March 2023", "the week starting 4 March", "the week of March 4", "two days after May 3, 2021",
    "the eve of May 5", "on the 5th", "the fifth of March", "May the fifth", "May 3 or 4", "Christmas Eve", "New Year’s Day",
    "3, 4 and 5 May", "June ’21", "May of last year", "the summer of the year before last", "Q3 ’21", "in ’08", "the late ’80s",
    "the roaring seventies", "the sixties", "the aughts", "mid- to late May", "mid-2019 to 2021", "H1 2021", "2H21", "3Q21", "the first half of last year",
    "fiscal 2021", "FY21", "the 2021 tax year", "the school year 2020-21", "2020/21", "1400 AH", "AH 800", "the Iranian year 1402",
    "1402 in the Persian calendar", "2563 BE", "Reiwa 5", "Shōwa gannen", "Minguo 112", "10 Muharram 1445", "Zul Hijja 1440",
    "in Ramadan", "22 Bahman 1357", "in the 1990s", "the 20th Century", "the second half of 2020", "the third quarter", "Q4",
    "two years ago", "YEARS AGO", "A DECADE AGO", "half an hour ago", "centuries ago",
)  # fmt: skip


@pytest.mark.parametrize("phrase", PHRASES)
def test_gates_keep_every_reading(phrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Nothing was told.\n\nIt came {phrase}, they knew.\n"
    gated = find_dates(text, WRITTEN)
    monkeypatch.setattr(find, "paragraphs", lambda text: [Paragraph(0, len(text), sum(kind.value for kind in Has))])
    assert gated == find_dates(text, WRITTEN)
    assert gated


def test_paragraphs_are_the_whole_text() -> None:
    text = "One.\n\nTwo\nlines.\n \n\nThree in May.\n"
    told = paragraphs(text)
    assert "".join(text[paragraph.start : paragraph.end] for paragraph in told) == text
    assert [bool(paragraph.has & Has.MONTH) for paragraph in told][-1]


def test_a_phrase_may_break_at_a_line_end() -> None:
    assert [span.text for span in find_dates("It fell on 3\nMay 2021.\n\nMay 2021 was hot.", WRITTEN)] == [
        "3\nMay 2021",
        "May 2021",
    ]
