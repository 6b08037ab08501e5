"""Puts the decisions of several files together, of one person on one finding the newest, and tells where people disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from summarizer.schema import Decision, ReviewRecord


def merged(*reviews: ReviewRecord) -> ReviewRecord:
    """All decisions of these reviews, one a person and finding, in the fixed order of the file.

    The order of the reviews makes no difference, nor how they are grouped, nor that one comes twice. Of two decisions of
    one second, which one person cannot have made on one machine, the one whose content sorts last counts.
    """
    latest: dict[tuple[str, str], Decision] = {}
    for decision in chain.from_iterable(review.decisions for review in reviews):
        key = (decision.finding_id, decision.by)
        latest[key] = _newer(latest[key], decision) if key in latest else decision
    return ReviewRecord(
        decisions=tuple(latest[key] for key in sorted(latest)),
        seen=tuple(sorted(set(chain.from_iterable(review.seen for review in reviews)))),
        reviewed_at=max((r.reviewed_at for r in reviews if r.reviewed_at is not None), default=None),
    )


def _newer(left: Decision, right: Decision) -> Decision:
    if left.at != right.at:
        return left if left.at > right.at else right
    return max(left, right, key=lambda one: one.model_dump_json())


def undated(review: ReviewRecord, other: ReviewRecord) -> tuple[Decision, ...]:
    """Decisions of the other on which the same person rules or notes otherwise in the review, at the very same time.

    So it is where somebody changes a decision in the file and leaves its time: nothing tells then which one counts.
    """
    known = {(one.finding_id, one.by, one.at): one for one in review.decisions}
    pairs = ((one, known.get((one.finding_id, one.by, one.at))) for one in other.decisions)
    return tuple(one for one, same in pairs if same is not None and judgement_of(one) != judgement_of(same))


def judgement_of(decision: Decision) -> tuple[object, ...]:
    """What a decision says, whatever it was made on."""
    return decision.ruling, decision.reason, decision.note


def latest_of(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The same decisions, the newest first; those of one second by the person's name."""
    by_name = sorted(decisions, key=lambda one: (one.by, one.finding_id))
    return tuple(sorted(by_name, key=lambda one: one.at, reverse=True))


@dataclass(frozen=True)
class Disagreement:
    """One finding on which people rule differently, having seen the same quotes.

    Attributes:
        decisions: all rulings on it, the newest first.
    """

    finding_id: str
    question: str
    decisions: tuple[Decision, ...]


def disagreements(review: ReviewRecord) -> tuple[Disagreement, ...]:
    """Where the people of a review rule differently, in the order of the findings' ids."""
    ruled: dict[tuple[str, frozenset[str]], list[Decision]] = defaultdict(list)
    for decision in latest_of(merged(review).decisions):
        if decision.ruling is not None:
            ruled[decision.finding_id, frozenset(place.quote for place in decision.evidence)].append(decision)
    return tuple(
        Disagreement(finding_id, decisions[0].question, tuple(decisions))
        for (finding_id, _), decisions in sorted(ruled.items(), key=lambda item: (item[0][0], sorted(item[0][1])))
        if len({decision.ruling for decision in decisions}) > 1
    )
