"""Which findings a reviewer is walked through, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.reporting.findings import Numbered, in_order
from summarizer.review import FindingState
from summarizer.schema import Report
from summarizer.terms import Severity, Verdict

FLAGS = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE)
"""The verdicts that ask for a decision; what is explained and what agrees comes after them, for whoever wants it."""


@dataclass(frozen=True)
class Filter:
    """Which findings are wanted.

    Attributes:
        verdicts, severities: only these; empty for all.
        decided: those too on which somebody has ruled.
    """

    verdicts: tuple[Verdict, ...] = ()
    severities: tuple[Severity, ...] = ()
    decided: bool = False

    def takes(self, one: Numbered) -> bool:
        """It has a verdict and a severity that are wanted."""
        finding = one.finding
        return (not self.verdicts or finding.verdict in self.verdicts) and (
            not self.severities or finding.severity in self.severities
        )


@dataclass(frozen=True)
class Deck:
    """What is walked through: first what asks for a decision, then the rest, each in the report's order."""

    flags: tuple[Numbered, ...]
    rest: tuple[Numbered, ...]


def is_undecided(state: FindingState) -> bool:
    """Nobody ruled on it, or what was ruled is stale, or two people rule differently."""
    return state.settled is None


def deck_of(report: Report, states: Mapping[str, FindingState], wanted: Filter) -> Deck:
    """The findings that are wanted; the undecided before the decided. Verdicts that are asked for by name are all flags."""
    chosen = [one for one in in_order(report) if wanted.takes(one)]
    flags = wanted.verdicts or FLAGS
    return Deck(
        _undecided_first([one for one in chosen if one.finding.verdict in flags], states, wanted),
        _undecided_first([one for one in chosen if one.finding.verdict not in flags], states, wanted),
    )


def _undecided_first(chosen: Sequence[Numbered], states: Mapping[str, FindingState], wanted: Filter) -> tuple[Numbered, ...]:
    undecided = [one for one in chosen if is_undecided(states[one.finding.finding_id])]
    decided = [one for one in chosen if not is_undecided(states[one.finding.finding_id])]
    return (*undecided, *decided) if wanted.decided else tuple(undecided)
