"""The lines of the live display: what is done, what is on its way, what it cost, in so many columns and lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.cli.display.cells import cut, shortened, width
from summarizer.cli.display.pace import in_words
from summarizer.cli.display.progress import Progress, Stage

LONGEST_BAR, SHORTEST_BAR = 30, 6
LONGEST_REASON = 60
_LABEL = 9
_TOLD_FROM_S = 2
"""Seconds from which on it is said how long something goes on that nobody counts."""
BRIGHT, DIM, YELLOW, PLAIN = "\x1b[36m", "\x1b[2m", "\x1b[33m", "\x1b[0m"


@dataclass(frozen=True)
class Look:
    """What a terminal can show.

    Attributes:
        columns, lines: its size.
        has_colour: it shows colours, and they are wanted.
        is_ascii: it shows nothing but ASCII.
    """

    columns: int
    lines: int
    has_colour: bool = True
    is_ascii: bool = False

    @property
    def room(self) -> int:
        """Columns of a line that does not touch the margin, where some terminals begin another line."""
        return max(1, self.columns - 1)

    @property
    def mark(self) -> str:
        """Stands for what was left out."""
        return "~" if self.is_ascii else "…"

    def painted(self, colour: str, text: str) -> str:
        """The text in a colour, if there are any."""
        return f"{colour}{text}{PLAIN}" if self.has_colour and text else text


def frame(progress: Progress, look: Look) -> list[str]:
    """The lines, the most important ones if there is no room for all."""
    stages = list(progress.stages)
    below = [line for line in (_doing(progress, look), *_calls(progress, look), _pause(progress, look)) if line]
    room = max(1, look.lines - 1)
    while stages and len(stages) + len(below) > room:
        stages.pop(0)
    return [*_rows(stages, progress, look), *below][-room:]


def _rows(stages: Sequence[Stage], progress: Progress, look: Look) -> list[str]:
    """A line a stage: its name, a bar as long as the longest line allows, the counts, and what else is known."""
    counts = [stage.counts() for stage in stages]
    notes = [_notes(stage, progress, look.room - _LABEL - 1 - width(stage.counts())) for stage in stages]
    column, widest = max(map(width, counts), default=0), max(map(width, notes), default=0)
    free = min(look.room - _LABEL - 2 - column - widest, LONGEST_BAR)
    rows = zip(stages, counts, notes, strict=True)
    if free < SHORTEST_BAR:
        return [cut(f"{stage.label:<{_LABEL}} {count}{note}", look.room) for stage, count, note in rows]
    return [
        f"{stage.label:<{_LABEL}} {_bar(stage, free, look)} {count:<{column}}{note}".rstrip() for stage, count, note in rows
    ]


def _notes(stage: Stage, progress: Progress, room: int) -> str:
    """What failed and how long the rest takes; what there is no room for is left out."""
    failed = [f"{progress.failed:,} failed"] if stage is progress.extracted and progress.failed else []
    left = progress.seconds_left() if stage is progress.stage else None
    last = [in_words(left)] if left is not None else []
    every = (f"  {', '.join(notes)}" for notes in ([*failed, *last], last, failed) if notes)
    return next((note for note in every if width(note) <= room), "")


def _bar(stage: Stage, cells: int, look: Look) -> str:
    done = math.floor(cells * min(1.0, stage.done / stage.of))
    full, empty = ("#" * done, "-" * (cells - done)) if look.is_ascii else ("█" * done, "░" * (cells - done))
    return look.painted(BRIGHT, full) + look.painted(DIM, empty)


def _doing(progress: Progress, look: Look) -> str:
    if not progress.doing or (progress.stage and progress.is_comparing):
        return ""
    passed = progress.now() - progress.since
    so_far = f", {_spoken(passed)} so far" if passed >= _TOLD_FROM_S else ""
    return shortened(f"{progress.doing}", max(1, look.room - width(so_far)), look.mark) + cut(so_far, look.room)


def _calls(progress: Progress, look: Look) -> list[str]:
    """Calls on their way and what was spent, on as few lines as have room for it."""
    calls = "call" if progress.in_flight == 1 else "calls"
    parts = [f"{progress.in_flight:,} {calls} in flight"] if progress.in_flight else []
    parts += progress.bill.parts()
    lines: list[str] = []
    for part in parts:
        if lines and width(f"{lines[-1]}; {part}") <= look.room:
            lines[-1] += f"; {part}"
        else:
            lines.append(cut(part, look.room))
    return lines


def _pause(progress: Progress, look: Look) -> str:
    if progress.waiting_until is None:
        return ""
    line = f"waiting for the endpoint, {_spoken(math.ceil(progress.pause_left()))} left"
    for more in (f", until {progress.until}", f" ({shortened(progress.reason, LONGEST_REASON, look.mark)})"):
        if width(line + more) <= look.room:
            line += more
    return look.painted(YELLOW, cut(line, look.room))


def _spoken(seconds: float) -> str:
    """A length of time that is counted: "42 s", "1:05 min", "1:02:09 h"."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02} h" if hours else f"{minutes}:{rest:02} min"
