"""Whom a pronoun before a verb of saying means, and when it is left open."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.attributions import find_attributions
from summarizer.rules.speakers import Speakers


def speaker_of(text: str, words: str) -> str | None:
    """The name of the one to whom the words are given."""
    speakers = Speakers(article(text))
    given = None
    for span in find_attributions(text):
        key = speakers.id_of(span)
        if any(words in text[start:end] for start, end in span.content):
            given = next((speaker.name for speaker in speakers.known.values() if speaker.id == key), None)
    return given


@pytest.mark.parametrize(
    ("before", "pronoun"),
    [
        ("Nora Field said the quay was sound. Marsh, her deputy, looked away.", "he"),
        ("Nora Field said the quay was sound. Then Marsh rose.", "he"),
        ("Nora Field said Marsh had checked the quay.", "he"),
        ("Nora Field said the quay was sound. Her clerk looked away.", "he"),
        ("“The quay is sound,” Field told Marsh.", "he"),
        ("Mr Marsh said the quay was sound.", "she"),
        ("A spokeswoman, Nora Field, said the quay was sound.", "he"),
        ("The ministry said the quay was sound.", "he"),
        ("Nora Field said the quay was sound.", "they"),
        ("Police said the quay was sound.", "she"),
        ("Nora Field said that Ivo Marsh claimed the quay was sound.", "he"),
    ],
)
def test_a_pronoun_that_may_mean_another_is_left_open(before: str, pronoun: str) -> None:
    assert speaker_of(f"{before} “It drowned nine people,” {pronoun} said.", "drowned") == pronoun


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Nora Field said the quay was sound.", "she", "Nora Field"),
        ("“The quay is sound,” Ivo Marsh said on Monday in Harrow.", "he", "Ivo Marsh"),
        ("Ivo Marsh said the quay was sound. Yesterday the quay sank.", "he", "Ivo Marsh"),
        ("Ivo Marsh said the quay was sound. He had built it himself.", "he", "Ivo Marsh"),
        ("The ministry said the quay was sound.", "it", "ministry"),
        ("Residents said the quay was sound.", "they", "Residents"),
        ("“The quay is sound,” Ivo Marsh said. “We begged Field to close it.”", "he", "Ivo Marsh"),
    ],
)
def test_a_pronoun_that_can_mean_only_the_last_speaker_is_his(before: str, pronoun: str, name: str) -> None:
    assert speaker_of(f"{before} “It drowned nine people,” {pronoun} said.", "drowned") == name


def test_who_means_the_name_right_before_it() -> None:
    text = "Ivo Marsh said the quay was sound. Marsh met Nora Field, who said that it drowned nine people."
    assert speaker_of(text, "drowned") == "Nora Field"


def test_one_who_gives_his_name_is_called_by_it() -> None:
    assert speaker_of("A man who identified himself as Ivo Marsh said it drowned nine people.", "drowned") == "Ivo Marsh"
