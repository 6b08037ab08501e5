"""Plain lines: what lasts has a line each, and how far the run has come is said every few seconds."""

from __future__ import annotations

import time

from summarizer.cli.display.pace import in_words
from summarizer.cli.display.progress import Stage
from summarizer.cli.display.talker import Talker
from summarizer.events import Comparing, Event, ExtractionBegan, Finished, Writing

EVERY_S = 5.0
"""Between two lines on how far the run has come."""
_ENDS = (ExtractionBegan, Comparing, Writing, Finished)
"""What begins when the stages before it are done."""


class Plain(Talker):
    """Writes lines; none says the same as one before."""

    def __init__(self) -> None:
        super().__init__(quiet=False)
        self._next = time.monotonic() + EVERY_S

    def show(self, event: Event) -> None:
        """Write its line, or that of the stage that it is a step of, if it is time."""
        if isinstance(event, _ENDS):
            for done in filter(lambda stage: stage.is_done, self.progress.stages):
                self.say(self._counts(done))
        if event.is_lasting:
            self.say(self.words(event))
        elif (stage := self.progress.stage) and stage.done and time.monotonic() >= self._next:
            self.say(self._so_far(stage))

    def say(self, line: str) -> bool:
        """Write a line if it is new, and let some time pass before the next one on progress."""
        is_new = super().say(line)
        if is_new:
            self._next = time.monotonic() + EVERY_S
        return is_new

    def _counts(self, stage: Stage) -> str:
        """How far a stage is: "extracted 4 of 12 articles: 31 statements"."""
        progress = self.progress
        if stage is not progress.extracted:
            return f"{stage.label} {stage.counts()}"
        missing = [f"{progress.missing:,} not found in the text"] if progress.missing else []
        failed = [f"{progress.failed:,} failed"] if progress.failed else []
        found = ", ".join([f"{progress.statements:,} statements", *missing, *failed])
        return f"{stage.label} {stage.counts()}: {found}"

    def _so_far(self, stage: Stage) -> str:
        progress = self.progress
        word = "call" if progress.in_flight == 1 else "calls"
        calls = [f"{progress.in_flight:,} {word} in flight"] if progress.in_flight else []
        left = progress.seconds_left()
        parts = [self._counts(stage), *calls, *progress.bill.parts(), *([in_words(left)] if left is not None else [])]
        return "; ".join(parts)
