"""Which date of a sentence is a figure's own, and that a number inside a date is no figure."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.ground import ground, number_sentences
from summarizer.rules import answer


def days(text: str) -> list[tuple[str, str, str]]:
    numbered = number_sentences(article(text, published="2024-03-13"))
    figures = ground(numbered, [answer(numbered)]).figures
    return [(figure.figure, str(figure.earliest), str(figure.latest)) for figure in figures]


def test_a_stretch_from_one_day_to_another_is_no_open_one() -> None:
    text = "At least 30 people were arrested in Halbro from the 3rd to the 6th of March."
    assert days(text) == [("At least 30 people", "2024-03-03", "2024-03-07")]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Three guards were shot dead in Torvik on Monday and five on Tuesday.", "2024-03-12"),
        ("On Monday three guards were shot dead and on Tuesday five, while on Sunday it was calm.", "2024-03-12"),
    ],
)
def test_a_second_figure_has_its_own_day(text: str, second: str) -> None:
    assert days(text)[1][1] == second


def test_a_day_told_from_an_event_is_not_the_other_day() -> None:
    found = days("A bomb killed 14 soldiers near Torvik on Friday, a day after 9 soldiers were killed in Varn.")
    assert [first for _, first, _ in found] == ["2024-03-08", "None"]


def test_the_day_of_the_deed_goes_before_the_day_it_was_told() -> None:
    assert days("Police said on Tuesday that 14 soldiers were killed in Varn on Saturday.")[0][1] == "2024-03-09"


@pytest.mark.parametrize(
    "when", ["in November two years ago", "on 22 Bahman 1357", "on the twenty-first of November", "on May 3 or 5"]
)
def test_a_number_inside_a_date_is_no_figure(when: str) -> None:
    assert [figure for figure, _, _ in days(f"Forty villagers were killed in Torvik {when}.")] == ["Forty villagers"]
