"""How far a run has come: what its events add up to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.cli.display.pace import Pace
from summarizer.cli.display.spent import Bill
from summarizer.cli.talk import on_one_line
from summarizer.events import (
    CallBegan,
    CallEnded,
    Comparing,
    Event,
    Extracted,
    ExtractionBegan,
    FileRead,
    FilesFound,
    Finished,
    Kept,
    NotExtracted,
    Paid,
    Proposing,
    Started,
    StillWaiting,
    StoryBegan,
    WaitEnded,
    Waiting,
    Weighing,
    Writing,
)


@dataclass
class Stage:
    """One kind of work of a run.

    Attributes:
        label: what is done; things: what it is done to.
        of: how many there are; 0 as long as the stage has not begun.
    """

    label: str
    things: tuple[str, str]
    pace: Pace
    done: int = 0
    of: int = 0

    @property
    def is_done(self) -> bool:
        """Nothing of it is left."""
        return 0 < self.of <= self.done

    def counts(self) -> str:
        """How much of how much: "12 of 1,000 files"."""
        return f"{self.done:,} of {self.of:,} {self.things[self.of != 1]}"

    def step(self, done: int, of: int, at_once: int = 1, *, counts: bool = True) -> None:
        """One more is done. `counts`: it took as long as others do."""
        self.done, self.of = max(self.done, done), max(self.of, of)
        if counts:
            self.pace.step(self.of - self.done, at_once)


@dataclass
class Progress:
    """How far the run has come.

    Attributes:
        doing: what goes on that nobody counts: "comparing 12 articles"; since: when that began; is_comparing: it is that.
        statements, missing: extracted so far, and not found in the text; failed: articles without an answer.
        in_flight: requests on their way.
        waiting_until: when the pause of all calls ends; None if there is none. until: the same as a time of day;
            reason: what the endpoint said.
    """

    now: Callable[[], float]
    bill: Bill = field(default_factory=Bill)
    doing: str = ""
    since: float = 0.0
    is_comparing: bool = False
    statements: int = 0
    missing: int = 0
    failed: int = 0
    in_flight: int = 0
    waiting_until: float | None = None
    until: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        self._takes: dict[type[Event], Callable[[Any], None]] = {
            **dict.fromkeys((Started, StoryBegan), self._start),
            FilesFound: self._begin_reading,
            FileRead: lambda event: self.read.step(event.done, event.of),
            ExtractionBegan: self._begin_extraction,
            **dict.fromkeys((Extracted, NotExtracted), self._extracted),
            Comparing: self._compare,
            Writing: lambda _: self._do("writing the report"),
            Proposing: lambda event: self.tables.step(event.done, event.of, self.in_flight),
            Weighing: lambda event: self.weighed.step(event.done, event.of, self.in_flight),
            Finished: lambda _: self._do(""),
            **dict.fromkeys((Paid, Kept), self.bill.take),
            **dict.fromkeys((CallBegan, CallEnded), self._call),
            **dict.fromkeys((Waiting, StillWaiting), self._wait),
            WaitEnded: lambda _: self._go_on(),
        }
        self.begin()

    def begin(self) -> None:
        """A run begins, with nothing done; what was spent before stays."""
        self.read = Stage("read", ("file", "files"), Pace(self.now))
        self.extracted = Stage("extracted", ("article", "articles"), Pace(self.now))
        self.tables = Stage("compared", ("table", "tables"), Pace(self.now))
        self.weighed = Stage("weighed", ("batch", "batches"), Pace(self.now))
        self.statements = self.missing = self.failed = 0
        self._is_by_rules = False
        self._asked: set[str] = set()
        self._do("")

    @property
    def stages(self) -> Sequence[Stage]:
        """Those that have begun, in order."""
        return [stage for stage in (self.read, self.extracted, self.tables, self.weighed) if stage.of]

    @property
    def stage(self) -> Stage | None:
        """The one under way."""
        return next((stage for stage in reversed(self.stages) if not stage.is_done), None)

    @property
    def may_be_silent(self) -> bool:
        """Something goes on of which no event may come for long: calls, a pause, a comparison by code."""
        return bool(self._asked) or self.waiting_until is not None or self.is_comparing

    def seconds_left(self) -> float | None:
        """Of the stage under way, what is left of a pause included; None if nothing is known."""
        stage = self.stage
        left = stage.pace.left() if stage else None
        return None if left is None else left + self.pause_left()

    def pause_left(self) -> float:
        """Seconds until all calls go on."""
        return max(0.0, self.waiting_until - self.now()) if self.waiting_until is not None else 0.0

    def take(self, event: Event) -> None:
        """Count an event."""
        if (take := self._takes.get(type(event))) is not None:
            take(event)

    def _do(self, what: str) -> None:
        self.doing, self.since = on_one_line(what), self.now()
        self.is_comparing = False

    def _start(self, event: Started | StoryBegan) -> None:
        self.begin()
        self._do(event.message())

    def _begin_reading(self, event: FilesFound) -> None:
        self.read.of = event.files
        self.read.pace.begin()
        self._do("")

    def _compare(self, event: Comparing) -> None:
        self._do(event.message())
        self.is_comparing = True

    def _begin_extraction(self, event: ExtractionBegan) -> None:
        self.extracted.of = event.articles
        self._is_by_rules = event.by_rules
        if event.by_rules:
            self.extracted.pace.begin()
        self._do("")

    def _extracted(self, event: Extracted | NotExtracted) -> None:
        if isinstance(event, Extracted):
            self.statements += event.statements
            self.missing += event.missing
        else:
            self.failed += 1
        at_once = 1 if self._is_by_rules else self.in_flight
        self.extracted.step(event.done, event.of, at_once, counts=self._is_by_rules or event.path in self._asked)

    def _call(self, event: CallBegan | CallEnded) -> None:
        self.in_flight = event.in_flight
        if isinstance(event, CallBegan):
            self._asked.add(event.label)
            self._asking().pace.begin()

    def _asking(self) -> Stage:
        """The stage whose calls go out."""
        if self.extracted.of and not self.extracted.is_done:
            return self.extracted
        return self.weighed if self.tables.is_done else self.tables

    def _wait(self, event: Waiting | StillWaiting) -> None:
        self.waiting_until = self.now() + event.seconds
        self.until = event.until
        if isinstance(event, Waiting):
            self.reason = on_one_line(event.reason)
        for stage in self.stages:
            stage.pace.pause()

    def _go_on(self) -> None:
        self.waiting_until = None
        for stage in self.stages:
            stage.pace.go_on()
