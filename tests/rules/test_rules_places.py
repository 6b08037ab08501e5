"""Which words behind a preposition name a place."""

from __future__ import annotations

import pytest

from summarizer.rules.places import places


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Navy Missile Strike on Torvik Kills Five, Injures Seven", ["Torvik"]),
        ("Blast in Old Halbro Wounded 22", ["Old Halbro"]),
        ("Fire at Port Ansel Leaves Dozens Homeless", ["Port Ansel"]),
        ("Ferry Sinks off Torvik", []),
        ("The bus left the road near Niagara Falls on Monday.", ["Niagara Falls"]),
        ("A house burned in Cut Bank, and another in Fall River.", ["Cut Bank", "Fall River"]),
        ("The road to the village of Fire Island was closed.", ["Fire Island"]),
    ],
)
def test_a_headline_verb_ends_the_name_of_a_place(text: str, named: list[str]) -> None:
    assert places(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nineteen people died in Monday's explosion in Lissa.", ["Lissa"]),
        ("Four were hurt in last week’s fire, nine in Thursday’s.", []),
        ("A cut was agreed in March's talks in Halbro.", ["Halbro"]),
        ("No one was hurt in Torvik's harbour.", ["Torvik"]),
        ("It was told in Reuters’ account of the fire.", []),
    ],
)
def test_a_day_or_a_month_is_no_place_in_the_possessive_either(text: str, named: list[str]) -> None:
    assert places(text) == named
