"""What holds of attributions in any text: offsets in range, no exceptions, near-linear time."""

from __future__ import annotations

import pytest
from growth import grows_with_its_text
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.attributions import find_attributions

_PIECES = [
    "said", "says", "told", "saying", "denied", "claim", "that", "the", "Ann", "Lee", "who", "what", "and", "according", "to",
    "was", "by", "quoted", "as", "he", "“", "”", '"', "''", "``", "'", ",", ".", ":", "?", "(", ")", "—", "\n", "\n\n", "’s",
    "Mr.", "59", "a", "of", "not", "😀", "\u2003", "LEE: x", "on", "Monday", "…",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))


@settings(max_examples=500, deadline=None)
@given(text=TEXTS)
def test_places_lie_in_any_text(text: str) -> None:
    for span in find_attributions(text):
        assert span.cue
        assert span.content
        for start, end in (*span.source, *span.cue, *span.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "said ", "he said ", '"', "a, ", "(", "A. ", "“a,” said Bob. ", "says that ", "according to ", "''", '\n"', "X: ",
        "told ", "Bob, a man, ", "—", "'a, ", "he said:\n\n“a\n\n", "\u2003", "A" * 50,
    ],
)  # fmt: skip
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(find_attributions, piece, 15_000)
