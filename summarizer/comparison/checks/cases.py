"""What is found once for all pairs of statements that say the same: where fifty articles tell one fact, it is one case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from summarizer.comparison.checks.figures import apart, compared
from summarizer.comparison.checks.occasions import Meeting, meeting_of
from summarizer.comparison.checks.pairs import Dates, Found
from summarizer.comparison.meeting.table import Row


@dataclass(frozen=True, eq=False)
class Case:
    """What a check found in two statements, and how they meet; the same for all that are `alike` to them.

    Attributes:
        left, right: the first two such statements; written: the publication dates of their articles, where known.
    """

    left: Row
    right: Row
    found: Found
    written: Dates

    @cached_property
    def places(self) -> tuple[int, int] | None:
        """The places, among the figures of each statement, of the two that the check compared; None if of none."""
        pair = compared(self.left, self.right, self.found)
        return (_place(self.left, pair[0]), _place(self.right, pair[1])) if pair else None

    @cached_property
    def is_apart(self) -> bool:
        """The two figures share no value."""
        return self.places is not None and apart(self.left.figures[self.places[0]], self.right.figures[self.places[1]]) is True

    @cached_property
    def of_figures(self) -> Meeting:
        """How the two figures meet, or the statements where no figures were compared."""
        pair = (self.left.figures[self.places[0]], self.right.figures[self.places[1]]) if self.places else None
        return meeting_of(self.left, self.right, pair, self.written)

    @cached_property
    def of_statements(self) -> Meeting:
        """How the two statements meet."""
        return meeting_of(self.left, self.right, None, self.written)


def _place(row: Row, figure: object) -> int:
    return next(place for place, one in enumerate(row.figures) if one is figure)
