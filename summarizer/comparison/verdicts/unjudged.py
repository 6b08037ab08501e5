"""Findings where no model judges: what code makes of its candidates alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.comparison.alone.judging import Judged, alone
from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.verdicts.ledger import Draft, Ledger, built, with_sides
from summarizer.comparison.verdicts.sides import side_of
from summarizer.comparison.weighing.questions import Question
from summarizer.schema import Figure, Finding, Side
from summarizer.terms import AS_READ, DecidedBy


def settle_alone(ledger: Ledger, questions: Iterable[Question]) -> None:
    """Enter what code makes of each question without a model: one finding with all sides."""
    sides: dict[tuple[object, ...], Side] = {}
    for question in questions:
        finding = alone_in(ledger, question, sides)
        if finding is not None:
            ledger.add(finding)


def alone_in(ledger: Ledger, question: Question, sides: dict[tuple[object, ...], Side]) -> Finding | None:
    """What code makes of one question, not entered; None if nothing tells that anything in it is one matter."""
    told = [(c, judged) for c in question.candidates if (judged := alone(c, ledger.summaries, ledger.names)) is not None]
    return _gravest(ledger, told, sides) if told else None


def _gravest(ledger: Ledger, told: Sequence[tuple[Candidate, Judged]], known: dict[tuple[object, ...], Side]) -> Finding:
    """The gravest of them, with the sides of all; a side that is `known` is not made again."""
    gravest, judged = min(told, key=lambda one: AS_READ.index(one[1].verdict))
    says, by = ledger.in_names(gravest.found.why), DecidedBy.CODE
    draft = Draft(judged.verdict, gravest.kind, judged.matter, judged.question, judged.why, by, says, cause=judged.cause)
    finding = built(_sides(ledger, gravest, known), draft)
    return with_sides(finding, [side for candidate, _ in told for side in _sides(ledger, candidate, known)])


def _sides(ledger: Ledger, candidate: Candidate, known: dict[tuple[object, ...], Side]) -> list[Side]:
    made = []
    for row, words in ((candidate.left, candidate.found.left), (candidate.right, candidate.found.right)):
        key = (row.index, candidate.kind, words)
        if key not in known:
            figure = _figure_named(row, words) or next(iter(row.figures), None)
            known[key] = side_of(row, candidate.kind, figure, ledger)
        made.append(known[key])
    return made


def _figure_named(row: Row, words: str) -> Figure | None:
    """The figure that a check found in the row."""
    return next((figure for figure in row.figures if figure.figure == words), None)
