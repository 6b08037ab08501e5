"""Each question once: findings that rest on the same passages and ask for the same kind of thing are one."""

from __future__ import annotations

from collections.abc import Container, Sequence

from summarizer.comparison.verdicts.ledger import Ledger, with_sides
from summarizer.comparison.weighing.questions import VALUES
from summarizer.schema import Finding, Side
from summarizer.terms import FindingKind, Verdict

_TOLD = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE)
"""Verdicts that a reader reads in full; what is explained is folded away, and may stand there twice."""
_SAME_PASSAGE = 0.5


def tell_once(ledger: Ledger, known: Container[str] = ()) -> None:
    """Take into the graver of two findings the other one, with its sides and its question. Those `known` stay as they are."""
    kept: list[Finding] = []
    for finding in ledger.ranked():
        if finding.finding_id in known or finding.verdict not in _TOLD or finding.unweighed:
            continue
        place = next((n for n, other in enumerate(kept) if _is_told_by(finding, other)), None)
        if place is None:
            kept.append(finding)
            continue
        stays, goes = _told_better(kept[place], finding)
        kept[place] = ledger.findings[stays.finding_id] = _with(stays, goes)
        del ledger.findings[goes.finding_id]


def _told_better(first: Finding, second: Finding) -> tuple[Finding, Finding]:
    """The graver one first; of two alike what happened before who says so."""
    if first.verdict is second.verdict and first.kind is FindingKind.ATTRIBUTION is not second.kind:
        return second, first
    return first, second


def _is_told_by(finding: Finding, other: Finding) -> bool:
    """Both rest on the same passages, and are not about two values or two kinds of thing in them."""
    if not _same_passages(finding.sides, other.sides):
        return False
    values = [one.kind in VALUES for one in (finding, other)]
    if not any(values):
        return True
    items = [{side.item_id for side in one.sides[:2]} for one in (finding, other)]
    return all(values) and finding.kind is other.kind and items[0] == items[1]


def _same_passages(left: Sequence[Side], right: Sequence[Side]) -> bool:
    """The sharpest two passages of each stand among the passages of the other."""
    return _within(left[:2], right) and _within(right[:2], left)


def _within(sharpest: Sequence[Side], sides: Sequence[Side]) -> bool:
    return all(any(_meet(side, other) for other in sides) for side in sharpest)


def _meet(left: Side, right: Side) -> bool:
    """The shorter quote stands for a good part in the longer one."""
    if left.article_id != right.article_id:
        return False
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared >= _SAME_PASSAGE * min(left.end - left.start, right.end - right.start)


def _with(finding: Finding, other: Finding) -> Finding:
    """The finding, with what the other one asked told behind its reason."""
    why = f"{finding.why.rstrip()} The same passages also answer: {other.question}"
    return with_sides(finding, other.sides, other.requests).model_copy(update={"why": why})
