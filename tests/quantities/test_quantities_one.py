"""The word "one" as a count of people, and as a pronoun."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def read(text):
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("One died and three were hurt.", [1, 3]),
        ("The blast killed one and injured two.", [1, 2]),
        ("Two are dead, one missing.", [2, 1]),
        ("One is confirmed dead.", [1]),
        ("A bus crashed, killing one.", [1]),
        ("At least one died.", [1]),
        ("Two were shot, one fatally.", [2, 1]),
    ],
)
def test_one_counts_a_person(text, lows):
    assert [low for low, *_ in read(text)] == lows


@pytest.mark.parametrize(
    "text",
    [
        "The one killed was his son.",
        "Each one died.",
        "They hurt one another.",
        "One can see it.",
        "The second one bad.",
        "They plan option one.",
        "It is in phase two.",
        "The phase two trials were held.",
    ],
)
def test_nothing_is_counted(text):
    assert read(text) == []


def test_an_adverb_is_not_what_one_counts():
    assert read("Two were shot, one fatally.")[1] == (1, 1, None)


@pytest.mark.parametrize("text", ["He left at one point.", "It was a two-on-one.", "At one time he sang."])
def test_idioms_with_number_words(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two halls, one used by clerks, burned.", [(2, 2, "hall"), (1, 1, None)]),
        ("They held 12 Iraqis and three taxis.", [(12, 12, "iraqi"), (3, 3, "taxi")]),
        ("It has one bed.", [(1, 1, "bed")]),
    ],
)
def test_what_is_counted(text, expected):
    assert read(text) == expected
