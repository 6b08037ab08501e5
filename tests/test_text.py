"""Sentences, clauses and verbatim search."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.text import Span, find_verbatim, fold, sentences, words


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ('he said "no threat"', "he said “no threat”"),
        ("it's over", "It’s  over"),
        ("183 people", "１８３ people"),
        ("2019-2020", "2019–2020"),
        ("two lines", "two\nlines"),
    ],
)
def test_typesetting_does_not_hide_a_passage(needle: str, text: str) -> None:
    assert [span.of(text) for span in find_verbatim(needle, text)] == [text]


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("30 men", "300 men"),
        ("300", "1,300 men"),
        ("30", "30.5 degrees"),
        ("183", "138 people"),
        ("had surrendered", "had not surrendered"),
        ("confirmed that", "denied that"),
        ("men", "women"),
    ],
)
def test_a_changed_digit_word_or_negation_is_never_a_match(needle: str, text: str) -> None:
    assert find_verbatim(needle, text) == []


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("51", "Rates rose 5½ percent"),
        ("7", "Rates rose 7¼ percent"),
        ("6402", "All 640² were read"),
        ("640", "All 640² were read"),
        ("12", "Rule 1② holds"),
        ("8", "Henry Ⅷ reigned"),
        ("50 m3", "It holds 50 ㎥ of oil"),
    ],
)
def test_no_digit_is_read_into_another_character(needle: str, text: str) -> None:
    assert find_verbatim(needle, text) == []


@pytest.mark.parametrize("text", ["６４０", "٦٤٠", "६४०", "640"])
def test_a_digit_of_any_script_is_that_digit(text: str) -> None:
    assert [span.of(text) for span in find_verbatim("640", text)] == [text]


@given(st.text())
def test_folding_makes_no_digit(text: str) -> None:
    folded = fold(text)
    for char, origin in zip(folded.text, folded.origin, strict=True):
        assert not char.isdigit() or text[origin].isdigit()
        assert not char.isdecimal() or text[origin].isdecimal()


@given(st.text(alphabet="0123456789½²① ,.-", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("0123456789"))
def test_a_changed_digit_is_never_a_match(needle: str, place: int, digit: str) -> None:
    changed = needle[: place % len(needle)] + digit + needle[place % len(needle) + 1 :]
    for span in find_verbatim(changed, f"a {needle} b"):
        assert fold(span.of(f"a {needle} b")).text.strip() == fold(changed).text.strip()


def test_every_place_is_found_and_only_within_the_given_stretch() -> None:
    text = "Two died. Two died. Two died."

    assert [s.start for s in find_verbatim("Two died", text)] == [0, 10, 20]
    assert [s.start for s in find_verbatim("Two died", text, Span(9, 20))] == [10]


@given(st.text(), st.text(min_size=1, max_size=5))
def test_whatever_is_found_folds_to_what_was_sought(text: str, needle: str) -> None:
    for span in find_verbatim(needle, text):
        assert fold(span.of(text)).text.strip() == fold(needle).text.strip()


@example("\x1c1.")
@example("Rain fell.\x1f2. It stopped.")
@given(st.text())
def test_every_visible_character_belongs_to_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = [i for span in spans for i in range(span.start, span.end)]

    assert len(covered) == len(set(covered))
    assert spans == sorted(spans, key=lambda s: s.start)
    assert all(i in set(covered) for i, char in enumerate(text) if not char.isspace())


def test_repeated_sentences_keep_their_own_places() -> None:
    text = "He said no. He said no. Dr. Lund agreed."

    assert [s.of(text) for s in sentences(text)] == ["He said no.", "He said no.", "Dr. Lund agreed."]


def test_words_are_folded() -> None:
    assert words("The “Strait”, 1,300 Men") == ["the", "strait", "1", "300", "men"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We had no warning. The sea was calm,” said Capt. Holm.", 2),
        ('"We had no warning. The sea was calm," said Gen. Holm. He left.', 3),
        ("“Ask Capt. Holm of the U.S. Navy,” she said.", 1),
        ("He left the U.S. Navy in May.", 1),
    ],
)
def test_sentences_inside_a_quotation_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count
