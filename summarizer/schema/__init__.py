"""The trusted records. Whoever holds one knows that its quote was cut from the article.

Only `articles` builds articles, only `ground`, `rules` and `compare` build the rest. All are frozen.
"""

from summarizer.schema.articles import (
    Approximator,
    Article,
    Attribution,
    Claim,
    Figure,
    Missing,
    Number,
    Quoted,
    ReadBy,
    Record,
    Summary,
    Uncovered,
    Zone,
)
from summarizer.schema.results import (
    Change,
    Failure,
    Finding,
    MeetingRecord,
    Origin,
    Passage,
    Report,
    Retelling,
    RunRecord,
    Side,
    UsageRecord,
)

__all__ = [
    "Approximator",
    "Article",
    "Attribution",
    "Change",
    "Claim",
    "Failure",
    "Figure",
    "Finding",
    "MeetingRecord",
    "Missing",
    "Number",
    "Origin",
    "Passage",
    "Quoted",
    "ReadBy",
    "Record",
    "Report",
    "Retelling",
    "RunRecord",
    "Side",
    "Summary",
    "Uncovered",
    "UsageRecord",
    "Zone",
]
