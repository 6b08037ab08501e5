"""How the decisions of a review stand to the findings of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.schema import Decision, Report, ReviewRecord
from summarizer.terms import Ruling


@dataclass(frozen=True)
class FindingState:
    """What people decided about one finding.

    Attributes:
        decisions: the last one of each person, the newest first.
        ruling: what holds: that of the newest decision that has one; None while nobody has ruled, or if it is stale.
        is_stale: it was ruled on, and its evidence or its verdict is another one since.
        is_disputed: two people rule differently on the same evidence.
        is_new: it was not there at the last review, or else in the report before.
    """

    decisions: tuple[Decision, ...] = ()
    ruling: Ruling | None = None
    is_stale: bool = False
    is_disputed: bool = False
    is_new: bool = False

    @property
    def is_dismissed(self) -> bool:
        """It is not shown at the top, and does not count for --fail-on."""
        return self.ruling is Ruling.DISMISSED and not self.is_disputed


def states(report: Report, review: ReviewRecord) -> Mapping[str, FindingState]:
    """The state of every finding of the report, by its id."""
    by_finding: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(review.decisions, key=lambda one: one.at, reverse=True):
        by_finding[decision.finding_id].append(decision)
    return {one.finding_id: _state(tuple(by_finding[one.finding_id])) for one in report.findings}


def _state(decisions: tuple[Decision, ...]) -> FindingState:
    rulings = [one.ruling for one in decisions if one.ruling is not None]
    return FindingState(decisions, ruling=rulings[0] if rulings else None, is_disputed=len(set(rulings)) > 1)
