"""Who vouches for a figure: the speaker on both sides of his verb, and nobody for what is only denied or asked."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.ground import ground, number_sentences
from summarizer.rules import answer


def read(text):
    numbered = number_sentences(article(text))
    return ground(numbered, [answer(numbered)])


def told(text):
    """Figure, how it is put and who says it, of each figure."""
    summary = read(text)
    names = {a.item_id: a.source for a in summary.attributions}
    claims = {c.item_id: c for c in summary.claims}
    found = ((f, claims[f.claim_id]) for f in summary.figures)
    return [(f.figure, str(c.modality), names.get(c.attribution_id)) for f, c in found]


def speakers(text):
    return [a.source for a in read(text).attributions]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors have heard 31 sailors, Ole Brandvik said, and have sent burned ropes to a laboratory near Torvik.",
        "The harbour, Ole Brandvik said, has room for 31 sailors and no more.",
    ],
)
def test_both_halves_of_an_interrupted_report_are_the_speakers(text):
    assert told(text) == [("31 sailors", "asserted", "Ole Brandvik")]


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead rose to 31 in Torvik, Ole Brandvik said.",
        "Ole Brandvik said the number of people killed in Torvik was 31.",
        "Ole Brandvik said the toll of the fire in Torvik was 31.",
    ],
)
def test_the_number_of_dead_is_no_hearsay(text):
    assert told(text) == [("31", "asserted", "Ole Brandvik")]


def test_what_is_told_of_the_thing_denied_is_not_denied():
    text = "The navy denied responsibility for the blast, in which 31 sailors were killed near Torvik."
    assert told(text) == [("31 sailors", "asserted", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The navy did not rule out that 31 sailors had drowned.",
        "The navy could not exclude that 31 sailors had drowned.",
        "The navy ruled out that 31 sailors had drowned.",
    ],
)
def test_what_is_or_is_not_ruled_out_is_no_figure(text):
    assert [figure for figure in told(text) if figure[1] == "asserted"] == []


def test_those_to_whom_nothing_happened_are_not_counted_among_the_victims():
    assert told("Thirty-one sailors were not killed, Ole Brandvik said.") == [("Thirty-one sailors", "denied", "Ole Brandvik")]
    (figure,) = read("The 31 sailors were not injured in Torvik, Ole Brandvik said.").figures
    assert figure.measure != "people injured"


def test_a_quotation_after_a_denial_is_what_he_does_say():
    text = "Ole Brandvik denied that guns had been kept in Torvik. “We had rope and 31 barrels of tar here.”"
    assert told(text) == [("31 barrels", "asserted", "Ole Brandvik")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Its head, Nora Field, told reporters that 31 sailors had drowned.", "Nora Field"),
        ("Ivo’s sister, Nora Field, said that 31 sailors had drowned.", "Nora Field"),
        ("Nora Field, the governor of Torvik, who said that 31 sailors had drowned, left early.", "Nora Field"),
        ("The claim that 31 sailors drowned was denied by both the navy and the port.", "the navy and the port"),
    ],
)
def test_the_speaker_goes_by_his_own_name(text, speaker):
    assert [name.removeprefix("the ") for name in speakers(text)] == [speaker.removeprefix("the ")]


def test_a_speaker_is_not_taken_for_the_one_he_speaks_for():
    text = "A spokesman for Nora Field said the quay was closed. Field said that 31 sailors had drowned."
    assert told(text) == [("31 sailors", "asserted", "Field")]


@pytest.mark.parametrize(
    "text",
    [
        "We regret the error and said that 31 sailors drowned.",
        "It was not clear who said the quay was closed.",
    ],
)
def test_the_writer_and_a_relative_that_takes_up_nobody_are_no_speakers(text):
    assert speakers(text) == []


def test_a_plural_at_the_head_of_a_sentence_is_no_he():
    text = "Nora Field said the quay was safe. Fishermen said it was not. Masters said the rope broke. “31 sailors drowned,” he said."
    assert told(text) == [("31 sailors", "asserted", "he")]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk apologised for saying that 31 sailors had drowned.",
        "The number of dead near Torvik is 14, not 31, Ole Brandvik said.",
    ],
)
def test_what_is_taken_back_or_put_right_is_not_stated(text):
    assert [figure for figure in told(text) if "31" in figure[0] and figure[1] == "asserted"] == []


def test_a_title_with_a_body_in_it_is_a_person():
    text = "Police chief Nora Field said 12 sailors drowned. She said 31 sailors were missing."
    assert [name for _, _, name in told(text)] == ["Police chief Nora Field"] * 2
