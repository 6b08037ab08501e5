"""Findings where no model judges: what code makes of its candidates alone."""

from __future__ import annotations

from summarizer.compare.alone.judging import alone
from summarizer.compare.checks.candidates import Candidate
from summarizer.compare.meeting.table import Row
from summarizer.compare.verdicts.ledger import Draft, Ledger, built, with_sides
from summarizer.compare.verdicts.sides import side_of
from summarizer.schema import Figure, Finding
from summarizer.terms import DecidedBy
from summarizer.text import fold


def settle_alone(ledger: Ledger) -> None:
    """Enter all findings that code makes of its candidates without a model.

    Candidates that lay the same two values of the same two origins side by side are one finding with further sides.
    """
    by_values: dict[tuple[str, frozenset[tuple[str, str]]], Finding] = {}
    for candidate in ledger.candidates:
        finding = _alone(ledger, candidate)
        if finding is None:
            continue
        values = zip(_values(candidate), finding.sides, strict=False)
        key = (str(finding.verdict), frozenset((side.origin, value) for value, side in values))
        known = by_values.get(key)
        by_values[key] = finding if known is None else with_sides(known, finding.sides)
    for finding in by_values.values():
        ledger.add(finding)


def _alone(ledger: Ledger, candidate: Candidate) -> Finding | None:
    judged = alone(candidate, ledger.summaries)
    if judged is None:
        return None
    sides = [
        side_of(row, candidate.kind, _figure_named(row, words) or next(iter(row.figures), None), ledger)
        for row, words in ((candidate.left, candidate.found.left), (candidate.right, candidate.found.right))
    ]
    says, by = ledger.in_names(candidate.found.why), DecidedBy.CODE
    return built(sides, Draft(judged.verdict, candidate.kind, judged.matter, judged.question, judged.why, by, says))


def _figure_named(row: Row, words: str) -> Figure | None:
    """The figure that a check found in the row."""
    return next((figure for figure in row.figures if figure.figure == words), None)


def _values(candidate: Candidate) -> tuple[str, str]:
    """What a candidate compares: numbers whatever their spelling ("35", "thirty-five people"), else the folded words."""
    left, right = (
        _value(_figure_named(row, words), words)
        for row, words in ((candidate.left, candidate.found.left), (candidate.right, candidate.found.right))
    )
    return left, right


def _value(figure: Figure | None, words: str) -> str:
    return fold(words).text if figure is None else f"{figure.low}..{figure.high}"
