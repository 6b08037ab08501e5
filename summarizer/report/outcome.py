"""A report in one line and in one number: what was found, and the exit code it makes."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.errors import ArticleError, ModelError
from summarizer.report.phrases import count
from summarizer.schema import Failure, Report
from summarizer.terms import SEVERITY_RANK, Severity, Verdict

FAIL_ON_MET = 1
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


def exit_code(report: Report, fail_on: Severity | None) -> int:
    """What went wrong comes before what was found: an incomplete report cannot pass for a finding or for none."""
    failed = failure_code(report.failures, report.run.articles)
    if failed or fail_on is None:
        return failed
    ranks = [SEVERITY_RANK[f.severity] for f in report.findings if f.verdict is Verdict.CONTRADICT]
    return FAIL_ON_MET if any(rank <= SEVERITY_RANK[fail_on] for rank in ranks) else 0


def failure_code(failures: Sequence[Failure], articles: int) -> int:
    """0, 3 if some articles failed, 4 if a part of the comparison or every extraction did."""
    lost = [f for f in failures if f.exit_code]
    extractions = [f for f in lost if f.stage == "extract"]
    if any(f.stage in JUDGING for f in lost) or (extractions and len(extractions) == articles):
        return ModelError.exit_code
    return ArticleError.exit_code if lost else 0
