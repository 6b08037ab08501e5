"""The present tense of plans ("the council votes Thursday") and weekdays that are names."""

from __future__ import annotations

from datetime import date

import pytest
from growth import grows_with_its_text

from summarizer.dates import find_dates

WEDNESDAY = date(2024, 3, 13)


def days(text: str) -> list[tuple[str, date | None]]:
    return [(span.text, span.earliest) for span in find_dates(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council votes Thursday on the tax.", 14),
        ("He appears in court on Friday.", 15),
        ("She faces trial on Monday over the theft.", 18),
        ("Villagers head to the polls Sunday.", 17),
        ("On Thursday, deputies vote on the budget.", 14),
        ("The bishop travels to Orda on Monday.", 18),
        ("The court is hearing the appeal on Thursday.", 14),
        ("The final is being played on Saturday.", 16),
        ("The two envoys meet in Varn on Saturday.", 16),
        ("Talks resume Thursday.", 14),
        ("The inquest continues on Monday.", 18),
        ("Monday marks a year since the quake.", 18),
        ("Sunday is polling day.", 17),
        ("The limit applies to all shops from Monday.", 18),
        ("Villagers choose a new mayor on Sunday.", 17),
        ("In an interview that airs Sunday, she denied it.", 17),
        ("The album comes out on Friday.", 15),
        ("Teachers walk out on Thursday in a row over pay.", 14),
        ("He was ordered to appear on Monday.", 18),
    ],
)
def test_a_plan_in_the_present_tense_is_ahead(text: str, day: int) -> None:
    assert days(text)[0][1] == date(2024, 3, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He faces charges over the stabbing on Monday.", 11),
        ("She faces trial for killing a guard on Sunday.", 10),
        ("The list won 300 votes on Sunday.", 10),
        ("Clerks were counting votes Monday.", 11),
        ("There were familiar faces on Monday.", 11),
        ("The footage shows guards beating him on Saturday.", 9),
        ("The visit on Tuesday was his first.", 12),
        ("A man is being questioned over the fire on Monday.", 11),
        ("Tuesday was the hottest day on record.", 12),
        ("Mayor meets strikers on Monday", 11),
        ("A clip that appears to show Sunday's crash is fake.", 10),
        ("Varn, which holds 40 prisoners taken on Sunday, denies it.", 10),
    ],
)
def test_nouns_grounds_and_headlines_look_back(text: str, day: int) -> None:
    assert days(text)[0][1] == date(2024, 3, day)


@pytest.mark.parametrize(
    "text",
    [
        "She plays Wednesday Addams on stage.",
        "He spoke at the Monday Club about trade.",
        "Sheffield Wednesday drew 1-1.",
        "The chain Ruby Tuesday closed.",
        "The series “Wednesday” was renewed.",
        'Her play "Saturday," about one day, was a success.',
        "The office has a casual Friday.",
    ],
)
def test_a_weekday_that_is_a_name_is_no_date(text: str) -> None:
    assert not find_dates(text, WEDNESDAY)


@pytest.mark.parametrize(
    "piece", ["the council votes Thursday ", "On Sunday, voters ", "appears on Friday a-b-", "Aa'a ", "On 3 May\n\n"]
)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, WEDNESDAY), piece, 15_000)
