"""What a figure counts, told from the words around it."""

from __future__ import annotations

import pytest

from summarizer.analysis import Analysis
from summarizer.rules.measures import measures
from summarizer.rules.sentence import Sentence
from summarizer.text import Span


def measured(text: str) -> list[str]:
    return measures(Sentence(1, Span(0, len(text)), text, Analysis(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed at least 22 villagers in Halbro.", ["villagers killed"]),
        ("At least 22 people were killed in Halbro.", ["people killed"]),
        ("22 dead after blast in Halbro", ["people killed"]),
        ("The death toll rose to 31 on Monday.", ["people killed"]),
        ("The fire claimed the lives of 12 miners.", ["miners killed"]),
        ("Seven killed, 37 others hurt in Halbro crash", ["people killed", "people injured"]),
        ("The raid killed 16 farmers and wounded 22.", ["farmers killed", "people injured"]),
        ("At least 53 killed and injured in Halbro", ["people killed and injured"]),
        ("The blast killed 18 people including five children.", ["people killed", "children killed"]),
        ("Three boys and two women were killed.", ["boys killed", "women killed"]),
        ("At least seven children were among the 19 villagers killed.", ["children killed", "villagers killed"]),
        ("Some 120 people were aboard.", ["people aboard"]),
        ("The boat was licensed to carry 110 passengers.", ["passengers licensed"]),
        ("Police arrested 14 protesters.", ["protesters arrested"]),
        ("Forty people are still missing.", ["people missing"]),
        ("The quake destroyed 300 houses.", ["houses destroyed"]),
        ("Some 300 houses were destroyed.", ["houses destroyed"]),
        ("The unemployment rate rose to 4.5 percent.", ["unemployment rate"]),
        ("She sank 7 kilometres short of Torvik.", ["distance short of Torvik"]),
    ],
)
def test_measure_names_what_befell_those_counted(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Thirty soldiers killed the mayor of Halbro.", "killed"),
        ("Thirty soldiers killed 5 rebels.", "soldiers killed"),
        ("People were killed in 12 strikes.", "strikes killed"),
        ("They were killed by 3 gunmen.", "killed"),
        ("Six air raids killed the farmers.", "killed"),
        ("He was killed 3 hours later.", "killed"),
        ("The family owns 12 goats.", "goats owned"),
    ],
)
def test_measure_that_cannot_be_told_is_the_noun_alone(text, unwanted):
    assert not any(measure.endswith(unwanted) for measure in measured(text))
