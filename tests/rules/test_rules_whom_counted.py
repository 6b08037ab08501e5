"""Whom and when a figure counts: animals, the name of the one who counts, durations."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.pipeline.extracting import extract_by_rules


def figures(text):
    (summary,) = extract_by_rules([article(text)], lambda _: None).summaries
    return summary.figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anglers counted some 300 dead trout near Torvik on Sunday.", ["number"]),
        ("There were 300 dead soldiers near Torvik.", ["people killed"]),
        ("The clerk said 38 people were dead, up from 31 on Sunday night.", ["people killed", "people"]),
    ],
)
def test_the_measure_says_who_is_counted(text, expected):
    assert [figure.measure.replace("soldiers", "people") for figure in figures(text)] == expected


def test_the_one_who_counts_is_no_place():
    (figure,) = figures("The fire killed 63 people in Torvik, on the Harbour Register's count.")
    assert figure.where == "Torvik"


def test_the_number_of_a_time_is_no_figure():
    assert figures("Two months after the fire in Torvik the quay is shut, Nora Field said.") == ()
