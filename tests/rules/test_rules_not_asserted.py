"""What is denied, unconfirmed, supposed or asked is no figure that the article states."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.ground import ground, number_sentences
from summarizer.rules import answer


def told(text):
    """Figure, modality and speaker of each figure."""
    numbered = number_sentences(article(text))
    summary = ground(numbered, [answer(numbered)])
    names = {a.item_id: a.source for a in summary.attributions}
    claims = {c.item_id: c for c in summary.claims}
    found = ((f, claims[f.claim_id]) for f in summary.figures)
    return [(f.figure, str(c.modality), names.get(c.attribution_id)) for f, c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Neither the mayor nor Ole Brandvik said that 31 sailors had drowned near Torvik.",
        "Nobody at the harbour said that 31 sailors had drowned.",
        "The coast guard has yet to confirm that 31 sailors drowned on Sunday.",
        "The coast guard declined to say whether 31 sailors had drowned.",
        "It is not true that 31 sailors drowned near Torvik on Sunday.",
        "Reports that 31 sailors drowned near Torvik are false.",
        "The report of 31 dead could not be independently confirmed.",
        "Rumours that 31 sailors had drowned spread in Torvik.",
        "There is no evidence that 31 sailors drowned.",
        "If 31 sailors drown, the harbour will be closed.",
        "Had 31 sailors drowned, Torvik would have mourned.",
        "Did 31 sailors drown near Torvik on Sunday?",
        "It remains unclear whether 31 sailors drowned.",
        "An earlier version of this article wrongly said that 31 sailors had drowned.",
        "He asked whether 31 sailors had drowned.",
        "The minister is expected to say that 31 sailors drowned.",
        "The storm did not kill 31 sailors.",
        "A video claiming that 31 sailors had drowned is fake.",
        "No evidence was found that 31 sailors had drowned.",
        "The Halbro Herald could not independently verify the figure of 31 dead.",
        "Could 31 sailors have drowned?",
        "The petition will be heard only if 31 sailors sign it.",
        "It cannot be ruled out that 31 sailors drowned.",
        "Ole Brandvik did not deny that 31 sailors had drowned.",
    ],
)
def test_nobody_states_the_figure(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coast guard said it was untrue that 31 sailors had drowned.", ("31 sailors", "denied", "coast guard")),
        ("The coast guard rejected reports that 31 sailors had drowned.", ("31 sailors", "denied", "coast guard")),
        ("The storm may have killed 31 sailors.", ("31 sailors", "expected", None)),
        ("The storm reportedly killed 31 sailors.", ("31 sailors", "alleged", None)),
        ("“It is not true that 31 sailors drowned,” Ole Brandvik said.", ("31 sailors", "denied", "Ole Brandvik")),
        ("Ole Brandvik dismissed as false reports that 31 sailors had drowned.", ("31 sailors", "denied", "Ole Brandvik")),
        ("The navy is accused of drowning 31 sailors.", ("31 sailors", "alleged", None)),
        ("Officials fear that 31 sailors drowned.", ("31 sailors", "expected", "Officials")),
    ],
)
def test_how_a_figure_is_put_forward(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that 31 sailors drowned.",
        "It is unclear whether the 31 dead were sailors.",
        "The coast guard did not say how many of the 31 injured were sailors.",
        "Police have not found the captain of the ship that ran down 31 sailors.",
        "The storm, which could have been foreseen, killed 31 sailors.",
        "Although nobody has claimed responsibility, 31 sailors drowned in Torvik.",
        "Rescuers could not reach 31 sailors in Torvik.",
        "It was confirmed that 31 sailors drowned in Torvik.",
        "The storm killed 31 sailors and could reach Torvik.",
    ],
)
def test_what_is_taken_for_granted_is_asserted(text):
    assert [(modality, speaker) for _, modality, speaker in told(text)] == [("asserted", None)]


def test_the_figure_that_takes_another_ones_place_is_kept():
    assert [figure for figure, *_ in told("The storm killed 13 sailors, rather than the 31 first reported.")] == ["13 sailors"]
    assert [figure for figure, *_ in told("The storm killed not 31 but 13 sailors.")] == ["13 sailors"]
