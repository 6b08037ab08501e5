"""Findings where no model judges: what code makes of its candidates alone."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.compare.alone.judging import alone
from summarizer.compare.checks.candidates import Candidate
from summarizer.compare.meeting.table import Row
from summarizer.compare.verdicts.ledger import Draft, Ledger, built
from summarizer.compare.verdicts.settling import enter_as_one
from summarizer.compare.verdicts.sides import side_of
from summarizer.compare.weighing.questions import Question
from summarizer.schema import Figure, Finding
from summarizer.terms import DecidedBy


def settle_alone(ledger: Ledger, questions: Iterable[Question]) -> None:
    """Enter what code makes of each question without a model: one finding with all sides."""
    for question in questions:
        found = [_alone(ledger, candidate) for candidate in question.candidates]
        enter_as_one(ledger, [finding for finding in found if finding is not None])


def _alone(ledger: Ledger, candidate: Candidate) -> Finding | None:
    judged = alone(candidate, ledger.summaries)
    if judged is None:
        return None
    sides = [
        side_of(row, candidate.kind, _figure_named(row, words) or next(iter(row.figures), None), ledger)
        for row, words in ((candidate.left, candidate.found.left), (candidate.right, candidate.found.right))
    ]
    says, by = ledger.in_names(candidate.found.why), DecidedBy.CODE
    draft = Draft(judged.verdict, candidate.kind, judged.matter, judged.question, judged.why, by, says, cause=judged.cause)
    return built(sides, draft)


def _figure_named(row: Row, words: str) -> Figure | None:
    """The figure that a check found in the row."""
    return next((figure for figure in row.figures if figure.figure == words), None)
