"""Names of one person or body in different newsrooms' spellings, and names that must stay apart."""

from __future__ import annotations

import pytest
from builders import summary

from summarizer.comparison.meeting.names import Names


def names(*texts: str) -> Names:
    return Names([summary(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zabihullah Mujahid spoke.", "Zabiullah Mujahid spoke."),
        ("Mohammed Karimov spoke.", "Muhammad Karimov spoke."),
        ("Police in Kharkiv opened a case.", "Police in Kharkov opened a case."),
    ],
)
def test_spellings_of_one_name_are_aligned(left: str, right: str) -> None:
    story = names(left, right)

    assert story.aligned(left) == story.aligned(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("IS-K claimed it.", "ISIL-K claimed it."),
        ("Daesh-Khorasan claimed it.", "Islamic State Khorasan claimed it."),
        ("The UN condemned it.", "The United Nations condemned it."),
        ("Hizbollah denied it.", "Hezbollah denied it."),
    ],
)
def test_aliases_are_aligned(left: str, right: str) -> None:
    story = names(left, right)

    assert story.aligned(left) == story.aligned(right)


def test_the_branch_is_not_the_whole() -> None:
    story = names("IS-K claimed it.", "ISIS claimed it.")

    assert story.aligned("IS-K claimed it.") != story.aligned("ISIS claimed it.")


def test_a_short_form_that_an_article_explains_is_aligned_in_all() -> None:
    story = names("The Varn Harbour Safety Board (VHSB) met.", "VHSB met again.")

    assert story.aligned("VHSB met") == story.aligned("Varn Harbour Safety Board met")


def test_two_names_of_one_article_stay_apart_however_alike() -> None:
    text = "Karin Holmberg accused Karen Holmborg."
    story = names(text, "Karin Holmberg is a nurse.")

    assert story.aligned("Karin Holmberg") != story.aligned("Karen Holmborg")


def test_other_scripts_are_read_in_latin_letters() -> None:
    story = names("Kharkiv was hit.", "Харків was hit.")

    assert story.aligned("Харків") == story.aligned("Kharkiv")


def test_plain_words_are_left_alone() -> None:
    story = names("It is said that the us and the is are words.")

    assert story.aligned("it is for us") == "it is for us"
