"""Whose words they are where the sentence makes it hard to tell: descriptions, brackets, agents, estimates, deeds."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions

_MARKS = ' "“”‘’.,;:—–-'


def said(text: str) -> list[tuple[str, list[str]]]:
    """Speaker and words of each attribution that is told as said, without the marks at their edges."""
    return [
        (
            " ".join(text[start:end] for start, end in span.source).strip(_MARKS),
            [text[start:end].strip(_MARKS) for start, end in span.content],
        )
        for span in find_attributions(text)
        if not span.negated
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr Nora Field, head of St Ole's clinic, said nurses in the town had seen 31 wounded.",
            [("Dr Nora Field, head of St Ole's clinic", ["nurses in the town had seen 31 wounded"])],
        ),
        ("Ivo Marsh, nicknamed “Rope”, said the quay was shut.", [("Ivo Marsh, nicknamed “Rope", ["the quay was shut"])]),
        ("“Let them read it,” Nora Field, its clerk, said there.", [("Nora Field, its clerk", ["Let them read it"])]),
        ("The quay, said Nora Field, is shut.", [("Nora Field", ["The quay", "is shut"])]),
        ("Quay unsafe, says clerk", [("clerk", ["Quay unsafe"])]),
        ("Port hid cracks for years, diver claims", [("diver", ["Port hid cracks for years"])]),
        ("Storms, floods and insurance claims", []),
        ("A man whose boat was lost said the buoys were out.", [("A man whose boat was lost", ["the buoys were out"])]),
        (
            "The quay is shut, the Harbour Press Bureau (HPB) reports.",
            [("the Harbour Press Bureau (HPB)", ["The quay is shut"])],
        ),
    ],
)
def test_a_description_beside_the_name_is_not_what_was_said(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quay was shut, Nora Field said, but the lock was open, according to Ivo Marsh.",
            [("Nora Field", ["The quay was shut"]), ("Ivo Marsh", ["the lock was open"])],
        ),
        (
            "According to Nora Field the quay was shut, while according to Ivo Marsh it was open.",
            [("Nora Field", ["the quay was shut"]), ("Ivo Marsh", ["it was open"])],
        ),
        (
            "The clerk said the quay was shut, but according to the pilots, the lock was open.",
            [("The clerk", ["the quay was shut"]), ("the pilots", ["the lock was open"])],
        ),
        (
            "“We rang them,” said Nora Field, the clerk, “but nobody came,” Ivo Marsh, her deputy, added.",
            [("Nora Field, the clerk", ["We rang them"]), ("Ivo Marsh, her deputy", ["but nobody came"])],
        ),
        (
            "“The quay is shut,” said Nora Field (“the lock is open,” said Ivo Marsh).",
            [("Nora Field", ["The quay is shut"]), ("Ivo Marsh", ["the lock is open"])],
        ),
        ("“We rang them,” Nora Field said; “nobody came.”", [("Nora Field", ["We rang them", "nobody came"])]),
    ],
)
def test_each_speaker_has_his_own_clause(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port put the number of dead at 31 on Sunday.", [("The port", ["the number of dead at 31 on Sunday"])]),
        (
            "The clerk, Nora Field, puts the damage at between $3m and $4m, but the port disagrees.",
            [("The clerk, Nora Field", ["the damage at between $3m and $4m"])],
        ),
        ("The damage was put at $3m by the port.", [("the port", ["The damage was put at $3m"])]),
        ("The port did not put the toll at 31.", []),
        ("He put the rope on the quay at 9 p.m.", []),
        ("The port spoke of about 31 dead.", [("The port", ["about 31 dead"])]),
    ],
)
def test_a_figure_that_somebody_names_is_his(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "When Field called one of the numbers, nobody came.",
        "A sailor had called his wife from beneath a hatch.",
        "Police questioned the pilot about the last hour.",
        "The port has closed three quays, highlighting the council’s failure to repair them.",
        "A second, smaller blast destroyed a shed.",
    ],
)
def test_a_deed_is_no_speech(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called the quay a ruin.", [("He", ["the quay a ruin"])]),
        ("The ropes promised by the port arrived on Sunday.", [("the port", ["The ropes"])]),
        (
            "The claims were dismissed by both the port and the ministry.",
            [("both the port and the ministry", ["The claims"])],
        ),
    ],
)
def test_the_words_about_a_thing_are_whose_they_are(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The Rope” said the quay fell.", []),
        ("“We rang,” said Nora Field, whose clerk added: “And they came.”", "We rang"),
        ("“Nine drowned,” said the clerk. “Thirty,” a pilot corrected her.", "Nine drowned"),
        ("“Nine drowned,” said the clerk. “Nine at least,” she nodded.", "Nine drowned"),
    ],
)
def test_another_ones_words_are_not_added(text, expected):
    found = said(text)
    assert (found[0][1][:1] if found else []) == ([expected] if expected else [])
    assert all("And they came" not in words and "Thirty" not in words for _, words in found[:1])


@pytest.mark.parametrize(
    "text",
    [
        "Neither Field, the clerk, nor Marsh, the pilot, admitted that the quay was shut.",
        "There is nobody who says the quay was shut.",
        "There is no one who says the quay was shut.",
    ],
)
def test_nobody_says_what_neither_of_two_says(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Nora Field] The quay is shut.\n[Ivo Marsh] It is not.",
            [("Nora Field", ["The quay is shut"]), ("Ivo Marsh", ["It is not"])],
        ),
        ("(Field): The quay is shut.\n(Marsh): It is not.", [("Field", ["The quay is shut"]), ("Marsh", ["It is not"])]),
        ("Mr. Field: It is shut.\nThe Chairman: Thank you.", [("Mr. Field", ["It is shut"]), ("The Chairman", ["Thank you"])]),
        ("[Photo] The quay was shut.\n[Map] The lock was open.", []),
        ("[Nora Field] The quay was shut on Sunday.", []),
    ],
)
def test_names_in_brackets_and_offices_label_turns(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the clerk 31 sailors drowned, but according to the port it was 40.",
            [("the clerk", ["31 sailors drowned"]), ("the port", ["it was 40"])],
        ),
        ("According to a survey of 1,000 sailors, the quay is shut.", [("a survey of 1,000 sailors", ["the quay is shut"])]),
    ],
)
def test_a_number_begins_the_clause_behind_the_name(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pilots hold the quay, say both sides.", "both sides"),
        ("Prices rise fast, says the port.", "the port"),
        ("The lock leaks, said the clerk who built it.", "the clerk who built it"),
    ],
)
def test_a_statement_may_turn_on_any_verb(text, speaker):
    assert [name for name, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A sailor who quit in 2019 and asked not to be named said the rope was old.",
            [("A sailor who quit in 2019 and asked not to be named", ["the rope was old"])],
        ),
        ("Whoever says the rope was old is wrong.", []),
        ("Anyone who says the rope was old is wrong.", []),
    ],
)
def test_a_clause_about_the_speaker_does_not_speak(text, expected):
    assert said(text) == expected
