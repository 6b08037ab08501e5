"""A report in one line and in one number: what was found, and the exit code it makes."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.errors import ArticleError, ModelError
from summarizer.reporting.phrases import count
from summarizer.review import states
from summarizer.schema import Failure, Report, ReviewRecord
from summarizer.terms import SEVERITY_RANK, Severity, Verdict

FAIL_ON_MET = 1
UNREVIEWED = ReviewRecord()
JUDGING = frozenset({"compare", "weigh"})
"""Stages in which the model judges the whole story."""


def tally(report: Report) -> str:
    """How many articles, findings and answers: "5 articles, 2 contradictions, 9 other findings, 6 answers used"."""
    found = sum(f.verdict is Verdict.CONTRADICT for f in report.findings)
    answers = report.run.extraction.answers + report.run.comparison.answers
    return ", ".join(
        [
            count(report.run.articles, "article"),
            count(found, "contradiction"),
            count(len(report.findings) - found, "other finding"),
            f"{count(answers, 'answer')} used",
        ]
    )


def exit_code(report: Report, fail_on: Severity | None, review: ReviewRecord = UNREVIEWED) -> int:
    """What went wrong comes before what was found: an incomplete report cannot pass for a finding or for none.

    A contradiction that reviewers dismissed does not count, unless they disagree or its evidence is another one since.
    """
    failed = failure_code(report.failures, report.run.articles)
    if failed or fail_on is None:
        return failed
    return FAIL_ON_MET if undismissed(report, fail_on, review) else 0


def undismissed(report: Report, least: Severity, review: ReviewRecord) -> int:
    """How many contradictions of this severity or above no reviewer has dismissed, or not so that it holds."""
    reached = states(report, review)
    open_ones = (f for f in report.findings if f.verdict is Verdict.CONTRADICT and not reached[f.finding_id].is_dismissed)
    return sum(SEVERITY_RANK[f.severity] <= SEVERITY_RANK[least] for f in open_ones)


def failure_code(failures: Sequence[Failure], articles: int) -> int:
    """0, 3 if some articles failed, 4 if a part of the comparison or every extraction did."""
    lost = [f for f in failures if f.exit_code]
    extractions = [f for f in lost if f.stage == "extract"]
    if any(f.stage in JUDGING for f in lost) or (extractions and len(extractions) == articles):
        return ModelError.exit_code
    return ArticleError.exit_code if lost else 0
