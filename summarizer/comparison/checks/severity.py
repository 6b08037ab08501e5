"""How soon an analyst must act on a finding: tolls, culprits, causes and denials stand above wording."""

from __future__ import annotations

from summarizer.comparison.checks.quoted import SENSE, change
from summarizer.comparison.meeting.similar import FAMILIES, stems
from summarizer.schema import Figure
from summarizer.terms import FindingKind, Matter, Severity, Verdict

GRAVE = frozenset({Matter.CASUALTIES, Matter.RESPONSIBILITY, Matter.CAUSE, Matter.OCCURRENCE})
"""What an analyst must act on first."""
_VICTIMS = frozenset().union(*FAMILIES[:4])
"""Words of tolls: dead, injured, missing, rescued."""


def severity_of(verdict: Verdict, kind: FindingKind, matter: Matter, values: tuple[str, str]) -> Severity:
    """High only for a contradiction, and none is low; what is explained or agreed is low.

    `values` is what both sides are compared as: the figures, the speaker's words, the statements.
    """
    grave = matter in GRAVE or kind is FindingKind.DENIAL or (kind is FindingKind.QUOTATION and _changes_sense(*values))
    if verdict is Verdict.CONTRADICT:
        return Severity.HIGH if grave else Severity.MEDIUM
    return Severity.MEDIUM if verdict is Verdict.UNSURE and grave else Severity.LOW


def lowered(severity: Severity) -> Severity:
    """One step down: what an article has against itself stands behind what two articles have against each other."""
    return Severity.MEDIUM if severity is Severity.HIGH else Severity.LOW


def _changes_sense(left: str, right: str) -> bool:
    changed = change(left, right)
    return changed is not None and changed.what in SENSE


def matter_of(kind: FindingKind, figure: Figure | None) -> Matter:
    """What a finding is about where no model says so: by its kind and by what its figure counts."""
    if figure is not None and kind is FindingKind.QUANTITY:
        return Matter.CASUALTIES if _VICTIMS & set(stems(figure.measure)) else Matter.AMOUNT
    return {
        FindingKind.QUANTITY: Matter.AMOUNT,
        FindingKind.DATE: Matter.TIME,
        FindingKind.QUOTATION: Matter.WORDING,
        FindingKind.ATTRIBUTION: Matter.IDENTITY,
        FindingKind.DENIAL: Matter.OCCURRENCE,
    }.get(kind, Matter.OTHER)
