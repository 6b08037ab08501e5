"""What a review comes to: how much is decided, and what share of what was flagged people confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.review.standing import orphans, states
from summarizer.schema import Decision, Report, ReviewRecord
from summarizer.terms import Ruling, Verdict


@dataclass(frozen=True)
class Confirmed:
    """How much of what people ruled on they confirmed; what they are unsure of or disagree on is in neither number."""

    confirmed: int = 0
    dismissed: int = 0

    @property
    def share(self) -> float | None:
        """Confirmed of confirmed and dismissed, 0 to 1: the precision by review; None of nothing."""
        ruled = self.confirmed + self.dismissed
        return self.confirmed / ruled if ruled else None


@dataclass(frozen=True)
class ReviewCounts:
    """The findings of a report by what people decided.

    Attributes:
        findings: all of them; each is decided or open.
        decided: a ruling holds and nobody disputes it; these are confirmed, dismissed or unsure.
        open: the others: nobody has ruled, or the ruling is stale or disputed.
        new: not there at the last review, or else in the report before.
        orphans: decisions on findings that the report does not have.
        overall, contradictions: what was confirmed of this report's findings, and of its contradictions.
        ever, contradictions_ever: the same of all that was ever decided here, on earlier reports too.
    """

    findings: int
    decided: int
    open: int
    new: int
    stale: int
    disputed: int
    confirmed: int
    dismissed: int
    unsure: int
    orphans: int
    overall: Confirmed
    contradictions: Confirmed
    ever: Confirmed
    contradictions_ever: Confirmed


def counted(report: Report, review: ReviewRecord) -> ReviewCounts:
    """The counts of a report's review."""
    by_id = states(report, review)
    found = list(by_id.values())
    settled = {finding_id: state.settled for finding_id, state in by_id.items()}
    contradictions = {finding.finding_id for finding in report.findings if finding.verdict is Verdict.CONTRADICT}
    decided = [ruling for ruling in settled.values() if ruling is not None]
    return ReviewCounts(
        findings=len(found),
        decided=len(decided),
        open=len(found) - len(decided),
        new=sum(state.is_new for state in found),
        stale=sum(state.is_stale for state in found),
        disputed=sum(state.is_disputed for state in found),
        confirmed=decided.count(Ruling.CONFIRMED),
        dismissed=decided.count(Ruling.DISMISSED),
        unsure=decided.count(Ruling.UNSURE),
        orphans=len(orphans(report, review)),
        overall=_confirmed(decided),
        contradictions=_confirmed(settled[finding_id] for finding_id in contradictions),
        ever=_ever(review.decisions),
        contradictions_ever=_ever(one for one in review.decisions if one.verdict is Verdict.CONTRADICT),
    )


def _confirmed(rulings: Iterable[Ruling | None]) -> Confirmed:
    listed = list(rulings)
    return Confirmed(listed.count(Ruling.CONFIRMED), listed.count(Ruling.DISMISSED))


def _ever(decisions: Iterable[Decision]) -> Confirmed:
    by_finding: dict[str, set[Ruling]] = defaultdict(set)
    for decision in decisions:
        if decision.ruling is not None:
            by_finding[decision.finding_id].add(decision.ruling)
    return _confirmed(next(iter(rulings)) for rulings in by_finding.values() if len(rulings) == 1)
