"""The steps from one wording to another are difflib's, whichever way they are found."""

from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from summarizer.comparison.checks.alignment import blocks, steps

WORDS = st.lists(st.sampled_from("we lost four boats that night and the quay was dark".split()), max_size=12)
NO_WORD_TWICE = st.lists(
    st.sampled_from("we lost four boats that night and the quay was dark".split()), max_size=12, unique=True
)
PAIRS = st.one_of(st.tuples(WORDS, WORDS), st.tuples(NO_WORD_TWICE, NO_WORD_TWICE))


@given(PAIRS)
def test_steps_are_those_of_difflib(pair: tuple[list[str], list[str]]) -> None:
    left, right = pair

    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)

    assert steps(left, right) == matcher.get_opcodes()
    assert blocks(left, right) == [tuple(block) for block in matcher.get_matching_blocks()[:-1]]


def test_a_changed_word_is_one_step() -> None:
    assert steps("we lost four boats".split(), "we lost nine boats".split()) == [
        ("equal", 0, 2, 0, 2),
        ("replace", 2, 3, 2, 3),
        ("equal", 3, 4, 3, 4),
    ]


def test_words_that_change_places_are_no_shared_stretch() -> None:
    assert len(blocks("boats burnt".split(), "burnt boats".split())) == 1
