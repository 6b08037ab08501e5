"""One name in two spellings, and names that only look alike."""

from __future__ import annotations

import pytest
from builders import speaker, statement, summary

TEXT = (
    "María José Peña of the Ministry of Fisheries told Søren Łukas on Monday that Norwegian and French trawlers would leave Velt. "
    "Witnesses said the crews and the parties were calm, and the Austrian consul agreed."
)


@pytest.mark.parametrize("name", ["Maria Jose Pena", "Soren Lukas", "Fisheries Ministry", "a witness", "Ministry of Fisheries"])
def test_a_name_may_lose_its_accents_or_turn_round_its_of(name: str) -> None:
    made = summary(TEXT, statement("trawlers would leave Velt", by="p1"), speakers=(speaker(name),))

    assert [a.source for a in made.attributions] == [name]


@pytest.mark.parametrize("name", ["Maria Jose Lukas", "Ministry of Defence", "Defence Ministry", "Peña Soren", "a policeman"])
def test_a_name_of_others_words_is_missing(name: str) -> None:
    made = summary(TEXT, statement("trawlers would leave Velt", by="p1"), speakers=(speaker(name),))

    assert made.attributions == ()


@pytest.mark.parametrize(
    "said", ["Trawlers from France and Norway would leave Velt.", "Trawlers of Pena's ministry would leave."]
)
def test_a_country_is_known_by_its_people(said: str) -> None:
    made = summary(TEXT, statement("trawlers would leave Velt", text=said))

    assert made.claims[0].doubts == ()


@pytest.mark.parametrize(
    ("said", "foreign"), [("Trawlers from Australia would leave.", "Australia"), ("The crews of Spain left.", "Spain")]
)
def test_another_country_is_doubted(said: str, foreign: str) -> None:
    made = summary(TEXT, statement("trawlers would leave Velt", text=said))

    assert made.claims[0].doubts == (foreign,)


@pytest.mark.parametrize("name", ["Health Department", "Police Ministry", "Harbour Ministry"])
def test_the_names_of_two_bodies_are_not_mixed(name: str) -> None:
    text = "The Ministry of Health and the Police Department of Harbour Town said trawlers would leave."

    made = summary(text, statement("trawlers would leave", by="p1"), speakers=(speaker(name),))

    assert made.attributions == ()
