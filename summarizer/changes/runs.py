"""What two reports were made with, what failed in one of them, and which one looks the later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from summarizer.changes.records import FailureChange, RunChange
from summarizer.schema import Report, RunRecord

_BEHIND = 8
"""Figures of a version that are compared."""


def run_changes(old: RunRecord, new: RunRecord) -> tuple[RunChange, ...]:
    """The settings that differ, in a fixed order, the prompts last."""
    told = [dict(_told(run)) for run in (old, new)]
    names = list(dict.fromkeys([*told[0], *told[1]]))
    changes = (RunChange(name=name, old=told[0].get(name), new=told[1].get(name)) for name in names)
    return tuple(one for one in changes if one.old != one.new)


def _told(run: RunRecord) -> Iterator[tuple[str, str]]:
    yield from (("program", run.program), ("version", run.version), ("model", run.model), ("endpoint", run.endpoint))
    models = sorted({f"{one.model or '-'} {one.fingerprint or ''}".strip() for one in run.answered_by})
    if models:
        yield "answered by", ", ".join(models)
    yield from ((f"prompt {name}", digest) for name, digest in sorted(run.prompts.items()))


def failure_changes(old: Report, new: Report) -> tuple[FailureChange, ...]:
    """What failed in one of the runs only."""
    ours, theirs = ([(one.stage, one.what, one.why) for one in report.failures] for report in (old, new))
    new_ones = (FailureChange(new=one) for one in new.failures if (one.stage, one.what, one.why) not in ours)
    return (*new_ones, *(FailureChange(old=one) for one in old.failures if (one.stage, one.what, one.why) not in theirs))


def later_of(old: Report, new: Report) -> Literal["old", "new"] | None:
    """The report that went on from the other one's articles, else that of the later version of the program."""
    if old.batches != new.batches:
        before, after = old.batches or (_ids(old),), new.batches or (_ids(new),)
        if len(before) != len(after) and all(map(_same, before, after)):
            return "new" if len(after) > len(before) else "old"
    left, right = _version(old.run.version), _version(new.run.version)
    if old.run.program != new.run.program or left == right:
        return None
    return "new" if left < right else "old"


def _ids(report: Report) -> tuple[str, ...]:
    return tuple(summary.article.article_id for summary in report.summaries)


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return set(left) == set(right)


def _version(version: str) -> tuple[int, ...]:
    return tuple(int(digits[:_BEHIND]) for digits in re.findall("[0-9]+", version)[:_BEHIND])
