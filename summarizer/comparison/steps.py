"""A comparison is made in steps: the articles that a story began with, then those that came to it each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.comparison.checks.candidates import Candidate, Story
from summarizer.comparison.meeting.standing import Standing
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.origins.finding import Sources
from summarizer.comparison.verdicts.ledger import Ledger
from summarizer.schema import Failure, Origin, WeighingRecord

_MOST_NAMED = 20
_LONGEST_NAME = 40
"""Of ids that do not exist so many are named, and so many characters of each."""


@dataclass(frozen=True)
class Stage:
    """A story as far as it goes at one step.

    Attributes:
        names: what a reader knows the articles by.
        since: the place of the first article that came to the story in this step.
        number: of the step, 0 for the beginning.
    """

    story: Story
    origins: Sequence[Origin]
    names: Sequence[str]
    since: int = 0
    number: int = 0

    def ledger(self, candidates: Sequence[Candidate]) -> Ledger:
        """A ledger without findings."""
        by_id: Mapping[str, str] = {f"A{n}": name for n, name in enumerate(self.names, start=1)}
        rows, summaries = self.story.rows, self.story.summaries
        by_row = {row.row_id: row for row in rows}
        return Ledger(by_row, summaries, Sources(summaries, self.origins), candidates, by_id, Standing(rows, summaries))


@dataclass(frozen=True)
class Step:
    """What is known of a story so far.

    Attributes:
        tables: the statements that stood in one table of this step, for each.
        looked_at: pairs of statements that code looked at in this step.
        failures, weighing: of this step.
    """

    ledger: Ledger
    tables: tuple[tuple[Row, ...], ...]
    looked_at: int
    failures: tuple[Failure, ...]
    weighing: WeighingRecord


def unknown(ids: Sequence[str]) -> list[Failure]:
    """One failure that lists the statements the model named and that do not exist."""
    if not ids:
        return []
    known = sorted(set(ids))
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    names = ", ".join(name[:_LONGEST_NAME] for name in known[:_MOST_NAMED]) + more
    why = f"the model named statements that do not exist ({names}); they were left out of its findings"
    return [Failure(stage="compare", what="answer of the model", why=why, exit_code=0)]
