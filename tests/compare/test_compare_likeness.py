"""How alike the texts of a story are, and which share the most words: the same as if every two were looked at."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.comparison.meeting.likeness import Likeness
from summarizer.comparison.meeting.similar import same_measure, stems

TEXTS = st.lists(
    st.lists(st.sampled_from("quay boat storm miner guard depot harbour salt".split()), max_size=6).map(" ".join),
    min_size=1,
    max_size=12,
)


@given(TEXTS, st.integers(1, 6), st.integers(1, 12))
def test_those_that_share_the_most_words_are_found(texts: list[str], most: int, common: int) -> None:
    bags = [dict.fromkeys(stems(text)) for text in texts]
    holders = Counter(word for bag in bags for word in bag)
    for form, nearest in Likeness(texts).nearest(most, common):
        words = [word for word in bags[form] if holders[word] <= common]
        shared = {place: [word in bag for word in words] for place, bag in enumerate(bags)}
        ranked = sorted(
            (place for place in shared if any(shared[place])),
            key=lambda place, s=shared: (-sum(s[place]), s[place].index(True), place),
        )
        assert set(nearest) == set(ranked[:most])


@given(TEXTS)
def test_likeness_is_the_cosine_of_weighted_words(texts: list[str]) -> None:
    likeness, bags = Likeness(texts), [Counter(stems(text)) for text in texts]
    weights = {w: math.log(1 + len(texts) / sum(w in bag for bag in bags)) for bag in bags for w in bag}
    for left, a in enumerate(bags):
        for right, b in enumerate(bags):
            dot = sum(a[w] * b[w] * weights[w] ** 2 for w in a)
            norm = math.prod(math.sqrt(sum((n * weights[w]) ** 2 for w, n in bag.items())) for bag in (a, b))
            assert likeness.of(left, right) == pytest.approx(dot / norm if norm else 0.0)


def test_equal_texts_have_one_form() -> None:
    assert Likeness(["salt at the quay", "a storm", "salt at the quay"]).forms == [0, 1, 0]


def test_what_is_lost_without_a_death_is_no_toll():
    assert same_measure("soldiers who lost their posts", "people dead") == 0
    assert same_measure("jobs lost", "people killed") == 0
    assert same_measure("houses lost", "houses lost in the fire") > 0
    assert same_measure("lives lost", "people killed") > 0.5
    assert same_measure("sailors lost at sea", "sailors dead") > 0.5
