"""How the decisions of a review stand to the findings of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.review.evidence import Grounds, Home
from summarizer.review.merging import latest_of
from summarizer.schema import Decision, Report, ReviewRecord
from summarizer.terms import Ruling


@dataclass(frozen=True)
class FindingState:
    """What people decided about one finding.

    Attributes:
        decisions: the last one of each person, the newest first, those that are stale among them.
        ruling: what holds: that of the newest decision that has one and is not stale; None while nobody has ruled.
        is_stale: it was ruled on, and no ruling holds since, because its evidence or its verdict is another one.
        stale_because: what is another one, in words; None if it is not stale.
        is_disputed: two people rule differently on the same evidence.
        is_new: it was not there at the last review, or else in the report before.
        holding: those of the decisions that rest on what the report shows.
    """

    decisions: tuple[Decision, ...] = ()
    ruling: Ruling | None = None
    is_stale: bool = False
    stale_because: str | None = None
    is_disputed: bool = False
    is_new: bool = False
    holding: tuple[Decision, ...] = ()

    @property
    def settled(self) -> Ruling | None:
        """The ruling that holds and that nobody disputes; None if the finding is still to be decided."""
        return None if self.is_disputed else self.ruling

    @property
    def is_dismissed(self) -> bool:
        """It is not shown at the top, and does not count for --fail-on."""
        return self.settled is Ruling.DISMISSED


def states(report: Report, review: ReviewRecord) -> Mapping[str, FindingState]:
    """The state of every finding of the report, by its id.

    A stale ruling holds nothing: the finding is open again, and the decision is shown with it.
    """
    standing, _ = _placed(report, review)
    fresh = _fresh(report, review)
    return {one.finding_id: _state(standing[one.finding_id], is_unseen=one.finding_id in fresh) for one in report.findings}


def orphans(report: Report, review: ReviewRecord) -> tuple[Decision, ...]:
    """The decisions on findings that the report does not have, the newest first. They are kept for reports to come."""
    return _placed(report, review)[1]


Standing = tuple[Decision, Home]


def _placed(report: Report, review: ReviewRecord) -> tuple[Mapping[str, Sequence[Standing]], tuple[Decision, ...]]:
    """The decisions by the finding they belong to, the newest first, and those that belong to none."""
    grounds = Grounds(report)
    standing: dict[str, list[Standing]] = defaultdict(list)
    strays = []
    for decision in latest_of(review.decisions):
        if decision.is_taken_back:
            continue
        home = grounds.home(decision)
        if home is None:
            strays.append(decision)
        else:
            standing[home.finding_id].append((decision, home))
    return standing, tuple(strays)


def _fresh(report: Report, review: ReviewRecord) -> set[str]:
    """Ids of the findings that nobody can have seen yet."""
    if review.reviewed_at is not None:
        return {finding.finding_id for finding in report.findings} - set(review.seen)
    return set(report.news.findings) if report.news else set()


def _state(standing: Sequence[Standing], *, is_unseen: bool) -> FindingState:
    own = _one_each(standing)
    holding = tuple(decision for decision, home in own if home.stale_because is None)
    rulings = [one.ruling for one in holding if one.ruling is not None]
    lapsed = [home.stale_because for decision, home in own if decision.ruling is not None and home.stale_because]
    is_stale = bool(lapsed) and not rulings
    return FindingState(
        decisions=tuple(decision for decision, _ in own),
        ruling=rulings[0] if rulings else None,
        is_stale=is_stale,
        stale_because=lapsed[0] if is_stale else None,
        is_disputed=len(set(rulings)) > 1,
        is_new=is_unseen and not own,
        holding=holding,
    )


def _one_each(standing: Sequence[Standing]) -> list[Standing]:
    """One decision of each person: of those made under several ids one that holds, then the newest."""
    by_person: dict[str, Standing] = {}
    for one in sorted(standing, key=lambda one: one[1].stale_because is not None):
        by_person.setdefault(one[0].by, one)
    return [one for one in standing if by_person[one[0].by] is one]
