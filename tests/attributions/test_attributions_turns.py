"""Two speakers in one sentence: each has his own words and nobody else's."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions

_MARKS = ' "“”‘’.,;:—–-'


def said(text: str) -> list[tuple[str, list[str]]]:
    """Speaker and words of each attribution, without the marks at their edges."""
    return [
        (
            text[span.source[0][0] : span.source[0][1]].strip(_MARKS),
            [text[start:end].strip(_MARKS) for start, end in span.content],
        )
        for span in find_attributions(text)
        if span.source
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The quay is closed,” said Nora Field; “the lock is open,” said Ivo Marsh.",
            [("Nora Field", ["The quay is closed"]), ("Ivo Marsh", ["the lock is open"])],
        ),
        (
            "“The quay is closed,” said Nora Field, but “the lock is open,” Ivo Marsh said.",
            [("Nora Field", ["The quay is closed"]), ("Ivo Marsh", ["the lock is open"])],
        ),
        (
            "“The quay is closed,” Field said, while Marsh said, “The lock is open.”",
            [("Field", ["The quay is closed"]), ("Marsh", ["The lock is open"])],
        ),
        (
            "“The quay is closed,” the mayor said – “It is open,” said her clerk.",
            [("the mayor", ["The quay is closed"]), ("her clerk", ["It is open"])],
        ),
        (
            "“The quay is closed,” the mayor told the paper, and “it is open,” her clerk told the same paper.",
            [("the mayor", ["The quay is closed"]), ("her clerk", ["it is open"])],
        ),
        (
            "The quay was closed, Field said; it was open, said Marsh.",
            [("Field", ["The quay was closed"]), ("Marsh", ["it was open"])],
        ),
        (
            "According to Field, the quay was closed, but “it is open,” Marsh said.",
            [("Marsh", ["it is open"]), ("Field", ["the quay was closed"])],
        ),
        (
            "“The quay is closed,” Field said before adding: “It will open soon.”",
            [("Field", ["The quay is closed"]), ("Field", ["It will open soon"])],
        ),
        (
            "Field told the radio the quay was shut, and Marsh told the paper that it was open.",
            [("Field", ["the quay was shut"]), ("Marsh", ["that it was open"])],
        ),
        (
            "“Is it shut?” one sailor said, another adding: “Nobody told us.”",
            [("one sailor", ["Is it shut?"]), ("another", ["Nobody told us"])],
        ),
        (
            "“It is shut,” Field said on Monday after the vote, “and we are glad.”",
            [("Field", ["It is shut", "and we are glad"])],
        ),
    ],
)
def test_each_speaker_has_his_own_words(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sorted(said(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Harbour chief knew quay was weak, says diver", "diver", "Harbour chief knew quay was weak"),
        ("Nine dead in quay collapse, say police", "police", "Nine dead in quay collapse"),
        ("The quay had no lights, said the harbour master.", "the harbour master", "The quay had no lights"),
        ("Toll could reach ninety, warns mayor", "mayor", "Toll could reach ninety"),
        ("“No lights,” said divers.", "divers", "No lights"),
        ("Said Nora Field, who dived there, “There were no lights.”", "Nora Field, who dived there", "There were no lights"),
        (
            "“No lights,” Ivo Marsh, a former head of the port, told Radio Quay.",
            "Ivo Marsh, a former head of the port",
            "No lights",
        ),
    ],
)
def test_the_speaker_stands_behind_or_before_the_verb(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, [words])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The quay was shut, a man who declined to be named said.", "a man who declined to be named"),
        (
            "A diver who asked not to be identified told the paper that the quay was shut.",
            "A diver who asked not to be identified",
        ),
        ("An officer who was not allowed to talk said the quay was shut.", "An officer who was not allowed to talk"),
    ],
)
def test_a_clause_about_the_speaker_is_part_of_him(text: str, speaker: str) -> None:
    assert [who for who, _ in said(text)] == [speaker]


def test_who_is_told_does_not_speak() -> None:
    assert said("Owner ‘ignored the diver’ before collapse, court told") == []


def test_a_wish_inside_what_is_said_is_part_of_it() -> None:
    assert said("Field said she hoped to open the quay soon.") == [("Field", ["she hoped to open the quay soon"])]


def test_a_clause_before_the_main_one_ends_at_its_comma() -> None:
    text = "After the port refused to open the quay, Marsh blamed “four old men”."
    assert said(text) == [("the port", ["to open the quay"]), ("Marsh", ["four old men"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Field told clerks “the quay is shut”; Marsh told them “it is open”.",
            [("Field", ["the quay is shut"]), ("Marsh", ["it is open"])],
        ),
        ("“The quay is shut,” wrote Field, prompting Marsh to reply: “It is open.”", [("Field", ["The quay is shut"])]),
        ("One diver said “we saw it”, another that “nobody saw it”.", [("One diver", ["we saw it"])]),
        (
            "As she spoke, Field said “the quay is shut”, but Marsh said “it is open”.",
            [("Field", ["the quay is shut"]), ("Marsh", ["it is open"])],
        ),
    ],
)
def test_words_stop_where_another_speaker_begins(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


def test_people_are_told_by_what_they_do() -> None:
    assert said("People who live nearby say the quay is shut.") == [("People who live nearby", ["the quay is shut"])]
    assert said("“It is shut,” said a man who gave his name as Marsh.") == [
        ("a man who gave his name as Marsh", ["It is shut"])
    ]
