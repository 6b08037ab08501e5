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
    Record,
    Summary,
    Uncovered,
    Zone,
)
from summarizer.schema.results import Failure, Finding, Origin, Report, RunRecord, Side, UsageRecord

__all__ = [
    "Approximator",
    "Article",
    "Attribution",
    "Claim",
    "Failure",
    "Figure",
    "Finding",
    "Missing",
    "Number",
    "Origin",
    "Quoted",
    "Record",
    "Report",
    "RunRecord",
    "Side",
    "Summary",
    "Uncovered",
    "UsageRecord",
    "Zone",
]
