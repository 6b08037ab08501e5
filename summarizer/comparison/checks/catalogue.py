"""What code can see without the model: a declared table of checks over pairs of statements.

Each check is a pure function of two rows from the story. It returns what it found with both values, or None.
Missing data is never a difference. A check whose result is a `conflict` found something that cannot hold
on both sides if both speak of the same matter; such a result stays in the report whatever the model says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.comparison.checks.events import (
    date_disjoint,
    denial_against_assertion,
    fact_against_claim,
    other_participant,
    other_place,
)
from summarizer.comparison.checks.figures import figure_disjoint, rise_against_fall, vague_against_vague
from summarizer.comparison.checks.pairs import Found, Pair
from summarizer.comparison.checks.wording import other_speaker, quotation_mismatch
from summarizer.terms import FindingKind


@dataclass(frozen=True)
class Check:
    """One line of the table of checks.

    Attributes:
        names_rows: what it finds names the two rows; else all that say the same share it.
        most: results that a model is shown of it for each table of statements.
    """

    kind: FindingKind
    find: Callable[[Pair], Found | None]
    most: int
    names_rows: bool = False


CHECKS = (
    Check(FindingKind.QUANTITY, figure_disjoint, most=30),
    Check(FindingKind.QUOTATION, quotation_mismatch, most=20),
    Check(FindingKind.ATTRIBUTION, other_speaker, most=8),
    Check(FindingKind.QUANTITY, vague_against_vague, most=6),
    Check(FindingKind.FACT, rise_against_fall, most=6),
    Check(FindingKind.DENIAL, denial_against_assertion, most=8, names_rows=True),
    Check(FindingKind.DATE, date_disjoint, most=8),
    Check(FindingKind.FACT, fact_against_claim, most=6),
    Check(FindingKind.FACT, other_place, most=5),
    Check(FindingKind.FACT, other_participant, most=5),
)
"""In this order, and at most so many results of each: a reader, and a model, can only weigh so much."""
