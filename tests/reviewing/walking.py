"""A review without a terminal: keys come from a list, and what would be drawn is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from review.reviewed import NOON

from summarizer.cli.reviewing.blocks import Pair
from summarizer.cli.reviewing.deck import Filter, deck_of
from summarizer.cli.reviewing.screen import Lost, View
from summarizer.cli.reviewing.session import Session
from summarizer.review import decided, states
from summarizer.schema import Decision, Report, ReviewRecord

UP, DOWN, LEFT, RIGHT, ESCAPE = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\x1b"


UNREVIEWED, ALL = ReviewRecord(), Filter()


class Scripted:
    """A screen of ten lines. An exception among the keys or lines is raised; when the keys are through, nobody is there."""

    marks = True

    def __init__(self, keys: Iterable[str | type[BaseException]], lines: Iterable[str | type[BaseException]]) -> None:
        self.keys, self.lines = list(keys), list(lines)
        self.drawn: list[str] = []
        self.prompts: list[str] = []
        self.tops: list[int] = []

    def show(self, head, body, foot, top: int, said: str = "") -> View:
        blocks = [block for one in (*head, *body) for block in ((*one.left, *one.right) if isinstance(one, Pair) else (one,))]
        parts = [(one.first or one.sign) + one.text.plain + "  ".join(one.pieces) for one in blocks]
        feet = ["  ".join(one.pieces) or one.text.plain for one in foot]
        self.drawn.append("\n".join([*parts, said, *feet]))
        self.tops.append(top)
        return View(max(0, top), 10)

    def key(self) -> str:
        return self._next(self.keys)

    def line(self, prompt: str) -> str:
        self.prompts.append(prompt)
        return self._next(self.lines)

    def _next(self, script: list[str | type[BaseException]]) -> str:
        if not script:
            raise Lost
        step = script.pop(0)
        if isinstance(step, str):
            return step
        raise step


class Walk:
    """A session over a report, what was kept, and what was shown."""

    def __init__(
        self,
        report: Report,
        keys: Iterable[str | type[BaseException]],
        lines: Iterable[str | type[BaseException]] = (),
        *,
        review: ReviewRecord = UNREVIEWED,
        wanted: Filter = ALL,
        by: str = "Ann",
        kept: list[str] | None = None,
    ) -> None:
        self.told = [] if kept is None else kept
        self.kept = review
        self.screen = Scripted([*keys, "q"], lines)
        self.seconds = 0
        deck = deck_of(report, states(report, review), wanted)
        self.session = Session(report, review, deck, by, self.screen, self._keep)
        self.session.clock = self._clock
        self.session.run()

    def _keep(self, decision: Decision) -> ReviewRecord:
        self.kept = decided(self.kept, decision)
        self.told.append(decision.finding_id)
        return self.kept

    def _clock(self) -> dt.datetime:
        self.seconds += 1
        return NOON + dt.timedelta(hours=1, seconds=self.seconds)

    @property
    def rulings(self) -> dict[str, tuple[str | None, str | None, str | None]]:
        """By finding: ruling, reason, note."""
        return {one.finding_id: (one.ruling, one.reason, one.note) for one in self.kept.decisions}

    @property
    def last(self) -> str:
        """What was on the screen at the end."""
        return self.screen.drawn[-1]
