"""Folding keeps the origin of every character, whichever way a text is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.text import fold


@given(st.text(alphabet="aB3 .'`\n\t", max_size=30))
def test_a_text_folds_alike_with_and_without_letters_beyond_ascii(text: str) -> None:
    plain, behind = fold(f"a{text}"), fold(f"é{text}")

    assert behind.text[1:] == plain.text[1:]
    assert list(behind.origin) == list(plain.origin)
    assert len(plain.text) == len(plain.origin)
