"""What a reader does not see reaches nobody, is counted by kind, and takes no number apart."""

from __future__ import annotations

import re
import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_article
from summarizer.articles.cleaning import clean_characters
from summarizer.characters import INVISIBLE, INVISIBLE_KINDS, kind_of
from summarizer.quantities import find_quantities

STORY = "The ferry Halma sank near Torvik on Monday, the harbour office said. Divers went down on Tuesday and found the wreck."
ONE_EACH = {
    "zero-width": "\u200b",
    "direction": "\u202e",
    "tag": "\U000e0041",
    "variation": "\ufe0f",
    "soft hyphen": "\u00ad",
    "filler": "\u3164",
    "operator": "\u2062",
    "format": "\U0001d173",
}


def read(tmp_path, text):
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def test_the_set_holds_every_default_ignorable_code_point():
    ignorable = regex.compile(r"\p{Default_Ignorable_Code_Point}")
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    assert [hex(ord(char)) for char in every if ignorable.match(char) and kind_of(char) not in INVISIBLE_KINDS] == []


@pytest.mark.parametrize("kind", ONE_EACH)
def test_each_kind_is_taken_out_of_words_and_numbers_and_counted(tmp_path, kind):
    sign = ONE_EACH[kind]
    article = read(tmp_path, f"{STORY} In all 1{sign}2 people dr{sign}owned there.")
    assert article.text == f"{STORY} In all 12 people drowned there."
    assert f"2 invisible characters removed (2 {kind})" in article.notes


@pytest.mark.parametrize(
    ("sign", "note"),
    [
        ("\x08", "control"),
        ("\x9b", "control"),
        ("\ue000", "private-use"),
        ("\U0010fffd", "private-use"),
        ("\uffff", "unassigned"),
        ("\U0004fffe", "unassigned"),
        ("\u0378", "unassigned"),
    ],
)
def test_what_means_nothing_is_taken_out_as_well(sign, note):
    assert clean_characters(f"1{sign}2 people") == ("12 people", (f"1 {note} characters removed",))


@given(
    st.lists(
        st.sampled_from([*ONE_EACH.values(), "\u200d", "\u200c", "\u180b", "\u2800", "\x00", "\ue123", "\ufffe"]), min_size=1
    )
)
def test_any_run_of_them_between_digits_leaves_the_number(signs):
    cleaned, notes = clean_characters(f"In all 1{''.join(signs)}2 people drowned.")
    assert cleaned == "In all 12 people drowned."
    assert notes


@given(st.text())
def test_nothing_invisible_is_left_but_what_spelling_and_pictures_need(text):
    cleaned, _ = clean_characters(text)
    for match in re.finditer(f"[{INVISIBLE}]", cleaned):
        sides = cleaned[match.start() - 1 : match.start()] + cleaned[match.end() : match.end() + 1]
        assert match.start() > 0
        assert not any(char.isdecimal() or "LATIN" in unicodedata.name(char, "") for char in sides[:1])


@pytest.mark.parametrize(
    "word", ["می\u200cشود", "क\u094d\u200dष", "👩\u200d👧", "☀\ufe0f", "❤\ufe0f\u200d🔥", "\u1820\u180b\u1821"]
)
def test_what_a_script_or_a_picture_needs_stays(word):
    assert clean_characters(f"x {word} x") == (f"x {word} x", ())


@pytest.mark.parametrize(
    "text",
    [
        "1\u200d2",
        "\u06f1\u200c\u06f2",
        "kil\u200dled",
        "ｋ\u200dｉ",
        "1.\ufe0f5",
        "12°\ufe0fC",
        "#\ufe0f1",
        "1\u180b2",
        "漢\u200d字",
    ],
)
def test_they_stand_neither_between_digits_nor_in_other_words(text):
    cleaned, notes = clean_characters(text)
    assert not re.search(f"[{INVISIBLE}]", cleaned)
    assert notes


def test_a_blank_of_braille_is_a_blank():
    assert clean_characters("the\u2800ferry")[0] == "the ferry"


def test_a_lost_character_in_a_number_makes_no_smaller_number():
    cleaned, _ = clean_characters("In all 1\ud8002 people died.")
    assert find_quantities(cleaned) == []


def test_names_are_one_line_without_hidden_signs(tmp_path):
    path = tmp_path / "story.html"
    path.write_text(
        f"<html><head><title>Ferry\u202e\n sinks</title><meta property='og:site_name' content='North\u200b\n\nWire'></head>"
        f"<body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>",
        encoding="utf-8",
    )
    article = read_article(path)
    assert (article.title, article.outlet) == ("Ferry sinks", "North Wire")


def test_a_text_cannot_set_its_own_words_apart(tmp_path):
    article = read(tmp_path, f"{STORY} In all \ufdd012\ufdd1 people drowned.")
    assert article.text == f"{STORY} In all 12 people drowned."
    assert article.zones == ()
