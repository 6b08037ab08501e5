"""What differs between two reports on one story. Pure: two reports and the decisions on them in, records out.

records   what a change is
pairing   which article is which;  matching  the likeliest pairs of anything
articles, findings, figures, origins, runs   the changes of each kind
"""

from summarizer.changes.articles import article_changes
from summarizer.changes.figures import figure_changes, words_changes
from summarizer.changes.findings import finding_changes
from summarizer.changes.origins import origin_changes
from summarizer.changes.pairing import paired_articles
from summarizer.changes.records import (
    ArticleAt,
    ArticleChange,
    Basis,
    Changes,
    FailureChange,
    FigureAt,
    FigureChange,
    FindingChange,
    OriginChange,
    RunChange,
    Standing,
    WordsAt,
    WordsChange,
)
from summarizer.changes.runs import failure_changes, later_of, run_changes
from summarizer.schema import Report, ReviewRecord

__all__ = [
    "ArticleAt",
    "ArticleChange",
    "Basis",
    "Changes",
    "FailureChange",
    "FigureAt",
    "FigureChange",
    "FindingChange",
    "OriginChange",
    "RunChange",
    "Standing",
    "WordsAt",
    "WordsChange",
    "changes_between",
]
_UNREVIEWED = ReviewRecord()


def changes_between(
    old: Report, new: Report, old_review: ReviewRecord = _UNREVIEWED, new_review: ReviewRecord = _UNREVIEWED
) -> Changes:
    """What the new report says that the old one did not, and the other way round.

    Args:
        old: the earlier report.
        new: the later one.
        old_review: the decisions on the earlier one.
        new_review: those on the later one.
    """
    pairing = paired_articles(old, new)
    return Changes(
        shared_articles=len(pairing.pairs),
        later=later_of(old, new),
        findings=finding_changes(old, new, old_review, new_review, pairing),
        figures=figure_changes(old, new, pairing),
        words=words_changes(pairing),
        articles=article_changes(pairing),
        origins=origin_changes(old, new, pairing),
        run=run_changes(old.run, new.run),
        failures=failure_changes(old, new),
    )
