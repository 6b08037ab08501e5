"""Speech that the layout shows: transcripts, questions and answers, dashes; and tags of any verb."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions

_MARKS = ' "“”.,;:—–-*'


def said(text: str) -> list[tuple[str, list[str]]]:
    """Speaker and words of each attribution, without the marks at their edges."""
    return [
        (text[span.source[0][0] : span.source[0][1]], [text[start:end].strip(_MARKS) for start, end in span.content])
        for span in find_attributions(text)
        if span.source and span.kind == "speech"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nora Field: The quay sank.\nIvo Marsh: It did not.",
            [("Nora Field", ["The quay sank"]), ("Ivo Marsh", ["It did not"])],
        ),
        ("Q: Did it sink?\nA: It did not.", [("Q", ["Did it sink?"]), ("A", ["It did not"])]),
        ("Q. Did it sink?\nA. It did not.", [("Q", ["Did it sink?"]), ("A", ["It did not"])]),
        ("Q: Did it sink?\n\nField: It did.", [("Q", ["Did it sink?"]), ("Field", ["It did"])]),
        ("FIELD (by telephone): It sank.\nHOST: Thank you.", [("FIELD (by telephone)", ["It sank"]), ("HOST", ["Thank you"])]),
        ("NORA FIELD, MAYOR: It sank.\nMARSH: It did not.", [("NORA FIELD, MAYOR", ["It sank"]), ("MARSH", ["It did not"])]),
        ("[Field]: It sank.\n[Marsh]: It did not.", [("Field", ["It sank"]), ("Marsh", ["It did not"])]),
        ("**Ms. Field:** It sank.\n**Mr. Marsh:** It did not.", [("Ms. Field", ["It sank"]), ("Mr. Marsh", ["It did not"])]),
        ("—The quay sank —said Nora Field—. The pier did not.", [("Nora Field", ["The quay sank", "The pier did not"])]),
        ("– The quay sank, Nora Field said. – The pier did not.", [("Nora Field", ["The quay sank", "The pier did not"])]),
        ("- Who saw it? - asked Marsh.", [("Marsh", ["Who saw it?"])]),
        (
            "QUAY SINKS - Nora Field: “It went down within a minute, all of it.”",
            [("Nora Field", ["It went down within a minute, all of it"])],
        ),
    ],
)
def test_a_line_gives_its_words_to_its_speaker(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Place: Field Bay.\nPhoto: Nora Field.",
        "Monday: sunny in the north.\nTuesday: rain in most places.",
        "Quay collapse: what we know so far.",
        "North Field: The strike went on.\nSouth Marsh: The strike was over.",
    ],
)
def test_a_label_of_a_list_is_no_speaker(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "“It sank within a minute,” said Ivo “Eel” Marsh. “All of it.”",
            "Ivo “Eel” Marsh",
            ["It sank within a minute", "All of it"],
        ),
        ("“It sank within a minute,” said Ivo ‘Eel’ Marsh, a diver.", "Ivo ‘Eel’ Marsh, a diver", ["It sank within a minute"]),
        ("“It sank within a minute,” Marsh surmised.", "Marsh", ["It sank within a minute"]),
        ("“It sank within a minute,” she shot back, “all of it.”", "she", ["It sank within a minute", "all of it"]),
        ("“It sank within a minute.” Marsh said.", "Marsh", ["It sank within a minute."]),
        (
            "“It sank!” Field’s clerk, Ada Moss (of Harrow), shouted to the crowd.",
            "Field’s clerk, Ada Moss (of Harrow),",
            ["It sank!"],
        ),
        ("Marsh said the quay sank. “It took a minute.”", "Marsh", ["the quay sank", "It took a minute"]),
    ],
)
def test_a_tag_names_the_speaker(text: str, speaker: str, words: list[str]) -> None:
    assert [(who, [part.strip(_MARKS) for part in parts]) for who, parts in said(text)] == [
        (speaker, [word.strip(_MARKS) for word in words])
    ]


def test_words_in_marks_with_a_comma_inside_go_on_with_their_clause() -> None:
    text = "Field said there was a “great difference,” when it came to who was asked."
    assert said(text) == [("Field", ["there was a “great difference,” when it came to who was asked"])]


def test_a_signature_stands_on_the_line_after_its_quotation() -> None:
    assert said("“It sank within a minute.”\n— Nora Field, mayor") == [("Nora Field, mayor", ["It sank within a minute"])]
