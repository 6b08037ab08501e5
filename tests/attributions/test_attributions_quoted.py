"""Whose the words between quotation marks are, however the sentence around them is built."""

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
        ("“The quay is shut,” harbour master Nora A. Field wrote.", [("harbour master Nora A. Field", ["The quay is shut"])]),
        ("“The quay is shut,” magazine The Odrana Post said.", [("magazine The Odrana Post", ["The quay is shut"])]),
        (
            "“It works,” Ivo Marsh, a fellow of the Odra Institute in Rome, Italy, and co-author of the paper, said.",
            [("Ivo Marsh, a fellow of the Odra Institute in Rome, Italy, and co-author of the paper", ["It works"])],
        ),
        ("“Shut the gates!” an officer shouts.", [("an officer", ["Shut the gates!"])]),
    ],
)
def test_the_speaker_is_named_whole(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Field called Marsh a “rogue,” an “idler,” “unfit” and a “fool.”", "Marsh a “rogue,” an “idler,” “unfit” and a “fool"),
        ("Field wrote that Marsh is a “rogue”, an “idler” and a “fool.”", "that Marsh is a “rogue”, an “idler” and a “fool"),
        ("Field calls the state of the harbour “a shame” for all.", "the state of the harbour “a shame” for all"),
        (
            "Field said she is glad the quay is open and looks forward to “a better year.”",
            "she is glad the quay is open and looks forward to “a better year",
        ),
    ],
)
def test_words_in_marks_stay_in_the_sentence_that_quotes_them(text: str, content: str) -> None:
    assert said(text) == [("Field", [content])]


def test_an_aside_before_a_quotation_names_its_speaker() -> None:
    text = "The harbour is seen, as The Odrana Post put it in a long report, as “the last free port.”"
    assert "The Odrana Post" in [source for source, _ in said(text)]
    text = "Marsh became, as The Odrana Post put it in a long report, “the king of the quay.”"
    assert said(text) == [("The Odrana Post", ["the king of the quay"])]


def test_two_participles_are_two_reports() -> None:
    assert said("Field pushed back, saying the quay had been safe for years and calling the report “a lie.”") == [
        ("Field", ["the quay had been safe for years"]),
        ("Field", ["the report “a lie"]),
    ]


def test_a_sentence_may_end_in_an_abbreviation() -> None:
    text = "The firm denied that it had a plan for the U.S. She says ports need no more “lectures on safety.”"
    assert ("She", ["ports need no more “lectures on safety"]) in said(text)


def test_white_space_before_a_closing_mark_ends_the_sentence_too() -> None:
    text = (
        '"We looked at many things, " Field said. "But the quay was not safe. " Reached on Friday, Marsh declined to comment.'
    )
    assert said(text)[0] == ("Field", ["We looked at many things", "But the quay was not safe"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Field went even further: “If he loses, the port is lost.”", ("Field", ["If he loses, the port is lost"])),
        ("Field’s answer was: “Is the quay open or shut?”", ("Field’s", ["Is the quay open or shut?"])),
        ("From Field’s letter: “For the port’s sake we must move.”", ("Field’s", ["For the port’s sake we must move"])),
        ("Field was blunt: “This is not the plan we had.”", ("Field", ["This is not the plan we had"])),
        ("In May she released a short reply to the report: “We are shocked.”", ("she", ["We are shocked"])),
        (
            "On Monday, Field made the following comment:\n“We had nothing. It is new.”",
            ("Field", ["We had nothing. It is new"]),
        ),
        ("Here is what he told Odra Radio on Friday:\n“The worst is over.”", ("he", ["The worst is over"])),
        ("Here is what Field said: “The worst is over.”", ("Field", ["The worst is over"])),
        ("“Come in,” Marsh said to Field, who replied happily: “Gladly!”", ("who", ["Gladly!"])),
    ],
)
def test_a_colon_brings_in_the_words_of_the_one_who_acts(text: str, expected: tuple[str, list[str]]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Field received a letter: “You are not welcome in this port.”",
        "The sign at the gate had a message: “No trucks on the quay.”",
        "Field carried one thing through the gate: “The Last Free Port.”",
    ],
)
def test_who_is_told_or_only_carries_words_does_not_say_them(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marsh hid from a blast that Mayor Nora Field described as “an intentional act.”",
            ("Mayor Nora Field", ["that", "an intentional act"]),
        ),
        ("Former aides called it not a crash, but “a wreck.”", ("Former aides", ["it not a crash, but “a wreck"])),
        ("Field opposed the rule, with a spokesman stating: “She will fight.”", ("a spokesman", ["She will fight"])),
        (
            "Marsh “was let off,” Field said, and still “was asked to join the talks.”",
            ("Field", ["Marsh “was let off", "and still “was asked to join the talks"]),
        ),
        (
            "In a letter announcing the choice, the union called Field a “friend” of its members.",
            ("the union", ["Field a “friend” of its members"]),
        ),
        (
            "Marsh, who in 2010 said the plan was “a gift,” left.",
            ("who", ["the plan was “a gift"]),
        ),
        (
            "Ivo Marsh, Vice President for Ports at the Odra Trust, agreed with the ruling. “We are glad.”",
            ("Ivo Marsh, Vice President for Ports at the Odra Trust", ["the ruling", "We are glad"]),
        ),
    ],
)
def test_a_quotation_belongs_to_the_subject_of_its_own_clause(text: str, expected: tuple[str, list[str]]) -> None:
    assert expected in said(text)


def test_a_saying_has_no_speaker() -> None:
    assert said("True to the old saying “if you build it, they will come,” the port has grown.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firemen held a woman back, who wept and cried “my son, my son.”", [("who", ["my son, my son"])]),
        (
            "“One thing is not the other!” Minister Ivo Marsh thundered.",
            [("Minister Ivo Marsh", ["One thing is not the other!"])],
        ),
        (
            "Field also drew praise for a speech, which was delayed by rain, opening it by asking, “What would Marsh say?”",
            [("Field", ["What would Marsh say?"])],
        ),
        (
            "Nora Field, chief analyst for Odra Bank in Rome told Marsh.com, “The worst is over.”",
            [("chief analyst for Odra Bank in Rome", ["The worst is over"])],
        ),
    ],
)
def test_the_verb_takes_the_subject_that_stands_by_it(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"He is kind, and he delivers, "said Nora Field. "I saw him at the quay."',
        "“He is kind, and he delivers, “said Nora Field. “I saw him at the quay.”",
    ],
)
def test_a_closing_mark_set_like_an_opening_one_still_closes(text: str) -> None:
    assert said(text) == [("Nora Field", ["He is kind, and he delivers", "I saw him at the quay"])]


def test_a_quotation_inside_another_with_the_same_marks_ends_nothing() -> None:
    text = '"She told me, "go away," and then she left," said Nora Field.'
    assert {source for source, _ in said(text)} <= {"Nora Field"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is the last port,” Ivo Marsh, author of “Odra: A Port’s Life,” said in an interview.",
            ("Ivo Marsh, author of “Odra: A Port’s Life", ["It is the last port"]),
        ),
        (
            "In the meantime, according to a memo, officials should “follow the rules” of the port.",
            ("a memo", ["In the meantime", "officials should “follow the rules” of the port"]),
        ),
    ],
)
def test_words_in_marks_beside_a_name_do_not_hide_it(text: str, expected: tuple[str, list[str]]) -> None:
    assert expected in said(text)
