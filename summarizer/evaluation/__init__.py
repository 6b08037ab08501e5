"""How well a report finds what people planted in a story, and whether that is still as good as it was. Pure.

Labels (`gold.json`) say what must be found and what must not; the score counts it; floors hold it. Reviewers' rulings make
labels.
"""

from summarizer.evaluation.floors import (
    BELOW_FLOOR,
    Floors,
    Shortfall,
    StoryFloors,
    parse_floors,
    raised,
    render_floors,
    shortfalls,
)
from summarizer.evaluation.gold import Decoy, Gold, Pair, Place, Planted, parse_gold
from summarizer.evaluation.labelling import Labels, are_of_a_review, labels_of
from summarizer.evaluation.scores import KindScore, Measures, Share, StoryScore, total
from summarizer.evaluation.scoring import score_story
from summarizer.evaluation.tables import render_json, render_table

__all__ = [
    "BELOW_FLOOR",
    "Decoy",
    "Floors",
    "Gold",
    "KindScore",
    "Labels",
    "Measures",
    "Pair",
    "Place",
    "Planted",
    "Share",
    "Shortfall",
    "StoryFloors",
    "StoryScore",
    "are_of_a_review",
    "labels_of",
    "parse_floors",
    "parse_gold",
    "raised",
    "render_floors",
    "render_json",
    "render_table",
    "score_story",
    "shortfalls",
    "total",
]
