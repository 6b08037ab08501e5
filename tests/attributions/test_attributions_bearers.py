"""Who can be one who speaks: a person, a body, a document; not a fact, and not what would be said."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions


def speakers(text: str) -> list[str]:
    """The sources of what is told, in order."""
    return [text[span.source[0][0] : span.source[0][1]].rstrip(",") for span in find_attributions(text) if span.source]


@pytest.mark.parametrize(
    "text",
    [
        "Recent floods along the river underscore the danger of logging.",
        "The collapse of two piers highlights the age of the quay.",
        "The rise in prices signals trouble for fishermen.",
        "The port will announce new tariffs for grain.",
        "Field would say that the quay was sound.",
    ],
)
def test_a_fact_does_not_speak_and_what_would_be_said_is_not_said(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A report on the piers highlights the age of the quay.", "A report on the piers"),
        ("The harbour master underscored the danger of logging.", "The harbour master"),
        ("Field will say, “The quay is sound.”", "Field"),
        ("Harrow hinted that it would pay.", "Harrow"),
        ("The figures show that nine piers fell.", "The figures"),
    ],
)
def test_persons_bodies_places_and_documents_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Even Marsh said the quay was sound.", "Marsh"),
        ("She and her husband said the quay was sound.", "She and her husband"),
        ("The family, divers and port officials said the quay was sound.", "The family, divers and port officials"),
        ("Nora Field, Ivo Marsh and Ada Moss said the quay was sound.", "Nora Field, Ivo Marsh and Ada Moss"),
        ("The quay fell, divers and port officials said.", "divers and port officials"),
        ("It was a claim the agency said was false.", "the agency"),
        ("Field, who told the radio it was safe, said the quay was sound.", "Field"),
        ("According to Ivo “Eel” Marsh, the quay was sound.", "Ivo “Eel” Marsh"),
        ("The quay was sound, according to an official who requested anonymity.", "an official who requested anonymity"),
    ],
)
def test_a_subject_has_its_own_edges(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Nora Field threw her support behind the pier, saying it was sound.", "Nora Field", "it was sound"),
        ("The port issued a statement saying the pier was sound.", "The port", "the pier was sound"),
        ("The mayor quoted a letter saying the pier was sound.", "a letter", "the pier was sound"),
        ("Divers were angry, with Ivo Marsh tweeting that the pier was lost.", "Ivo Marsh", "that the pier was lost"),
        ("Bemoaning the “rotten pier,” Marsh left.", "Marsh", "the “rotten pier,”"),
    ],
)
def test_a_participle_has_the_subject_of_its_clause(text: str, speaker: str, words: str) -> None:
    found = [
        (text[span.source[0][0] : span.source[0][1]], text[span.content[0][0] : span.content[0][1]])
        for span in find_attributions(text)
        if span.source
    ]
    assert (speaker, words) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As Field told the paper, the quay was sound.", [("Field", "the quay was sound")]),
        ("The quay was rotten, as one report put it.", [("one report", "The quay was rotten")]),
        ("The quay is “a trap,” as Field said on Monday.", [("Field", "The quay is “a trap,”")]),
        ("As Field said the quay was sound, divers left.", [("Field", "the quay was sound")]),
    ],
)
def test_a_clause_with_as_comments_on_the_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (text[span.source[0][0] : span.source[0][1]], text[span.content[0][0] : span.content[-1][1]])
        for span in find_attributions(text)
        if span.source
    ]
    assert found[:1] == expected
