"""Whom an article rests on and what its speakers are is told in the article's words or not at all."""

from __future__ import annotations

import pytest
from builders import speaker, statement, summary

TEXT = (
    "The ferry Alda sank on Monday and 12 people died, the Lund Wire reported. Anna Berg, the harbour master of Torvik, "
    "told Radio Delta that the pumps had failed.\nThe United Coast Council (UCC) said a war of words helps nobody. "
    "A criminal court in Torvik will look into it.\nThe owner's chief executive, Otto Strand, said nothing."
)


def told(**fields):
    name, role, via = fields.pop("name", "Anna Berg"), fields.pop("role", None), fields.pop("via", [])
    said = statement("the pumps had failed", text="The pumps had failed.", by="p1", sents=[2])
    return summary(TEXT, said, speakers=(speaker(name, role=role, via=via),), **fields)


@pytest.mark.parametrize("name", ["Reuters", "The Herald Agency", "Anna Strand", "XYZ", "The Courier"])
def test_an_outlet_that_the_article_does_not_name_is_no_source(name):
    made = told(credited=[name], main_source=name, via=[name])
    assert (made.credited, made.main_source) == ((), None)
    assert made.attributions[0].via == ()
    kinds = {missing.kind for missing in made.missing}
    assert kinds == ({"credit", "channel"} if name == "The Courier" else {"credit", "main source", "channel"})


@pytest.mark.parametrize("name", ["Lund Wire", "the Lund Wire news agency", "Radio Delta", "United Coast Council", "UCC"])
def test_one_that_it_names_is(name):
    made = told(credited=[name], main_source=name, via=[name])
    assert (made.credited, made.main_source, made.attributions[0].via) == ((name,), name, (name,))
    assert made.missing == ()


@pytest.mark.parametrize(
    "role", ["war criminal", "murderer", "President", "chief executive", "harbour master of Oslo", "Minister"]
)
def test_a_role_that_the_article_does_not_give_the_speaker_is_missing(role):
    made = told(role=role)
    assert made.attributions[0].role is None
    assert [(missing.kind, missing.statement) for missing in made.missing] == [("role", f"Anna Berg, {role}")]


@pytest.mark.parametrize("role", ["harbour master of Torvik", "the harbour master", "Torvik's harbour master"])
def test_a_role_that_it_gives_is_kept(role):
    assert told(role=role).attributions[0].role == role


def test_invented_figures_words_and_what_was_left_out_are_seen():
    text = "In Torvik 12 people died. “We saw the water come over the bow,” said Anna Berg. The mayor thanked the crew."
    made = summary(
        text,
        statement("12 people died", text="In Torvik 120 people died."),
        statement("mayor thanked the crew", text="“It was murder”, the mayor said.", sents=[3]),
        statement("It was murder, plain murder", sents=[2]),
    )
    assert [claim.quote for claim in made.claims if "120" in claim.statement or "murder, plain" in claim.quote] == []
    assert len(made.missing) >= 2
    assert {place.quote for place in made.uncovered} == {"12 people", "“We saw the water come over the bow,”"}
