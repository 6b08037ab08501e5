"""What a sentence says of those a number counts, in the ways reporters put it."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.pipeline.extracting import extract_by_rules


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("They mourned the 23 people who died after the fire in Torvik.", "people killed"),
        ("The blast left 27 people with injuries in Torvik.", "people injured"),
        ("More than 100 people reported injuries in Torvik.", "people injured"),
        ("A falling crane hurts 12 people in Torvik.", "people injured"),
    ],
)
def test_the_measure_says_what_befell_them(text, measure):
    (summary,) = extract_by_rules([article(text)], lambda _: None).summaries
    assert [figure.measure for figure in summary.figures] == [measure]
