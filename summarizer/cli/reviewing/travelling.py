"""Decisions that come from elsewhere, and findings that go out to be decided on elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from summarizer import report_folder
from summarizer.cli.options import Exported
from summarizer.cli.replacing import LABELS, bytes_of, check_replaced
from summarizer.cli.reviewing.blocks import shown
from summarizer.cli.reviewing.listing import disagreement_told
from summarizer.cli.reviewing.person import reviewer
from summarizer.errors import ConfigError
from summarizer.evaluation import labels_of
from summarizer.exporting import BY_NAME, Source, csv_files
from summarizer.report_folder import Opened
from summarizer.reporting.phrases import count, listed
from summarizer.review import (
    REVIEW_FILE,
    adopted,
    disagreements,
    judgement_of,
    label_studio_config,
    label_studio_tasks,
    read_decisions,
    states,
    undated,
)
from summarizer.schema import Decision, ReviewRecord
from summarizer.store import keep_review

Keyed = Mapping[tuple[str, str], Decision]
"""Decisions by finding and person."""
MOST_NAMED = 5


def take_in(opened: Opened, files: tuple[Path, ...], by: str | None, at: dt.datetime) -> Iterator[str]:
    """Take over the decisions of these files, of all or of none; what was taken, line by line.

    Raises:
        ConfigError: a file cannot be read or holds no decisions, or one of them would be lost.
    """
    name = reviewer(by)
    review, taken = opened.review, []
    for file in (one / REVIEW_FILE if one.is_dir() else one for one in files):
        imported = read_decisions(bytes_of(file), str(file), opened.report, by=name, at=at)
        _check_times(file, review, imported)
        after = adopted(review, imported)
        taken.append(_taken(file, imported, _keyed(review), _keyed(after)))
        review = after
    keep_review(opened.folder, review)
    yield from taken
    yield from _disagreements(report_folder.render_again(opened.folder))


def _check_times(file: Path, review: ReviewRecord, imported: ReviewRecord) -> None:
    told = listed([f"{shown(one.by)} on {one.finding_id}" for one in undated(review, imported)[:MOST_NAMED]])
    if told:
        raise ConfigError(
            f"{file}: decides otherwise than what is kept, at the very same time: {told}; give the decision that counts "
            'a later "at". Nothing was imported'
        )


def _keyed(review: ReviewRecord) -> Keyed:
    return {(one.finding_id, one.by): one for one in review.decisions}


def _taken(file: Path, imported: ReviewRecord, before: Keyed, after: Keyed) -> str:
    """How many decisions of whom; how many were not there, and how many take the place of an older one."""
    every = _keyed(imported)
    people = sorted(Counter(by for _, by in every).items())
    names = listed([shown(name) if len(people) == 1 else f"{shown(name)} ({number})" for name, number in people])
    added = sum(key not in before for key in every)
    changed = sum(key in before and before[key] != after[key] for key in every)
    older = sum(one.at < after[key].at and judgement_of(one) != judgement_of(after[key]) for key, one in every.items())
    known = len(every) - added - changed - older
    counts = {"new": added, "changed": changed, "known already": known, "older than what is kept": older}
    parts = [f"{number} {what}" for what, number in counts.items() if number]
    of = f" of {names}: {listed(parts)}" if every else ""
    return f"{shown(str(file))}: {count(len(every), 'decision')}{of}"


def _disagreements(opened: Opened) -> Iterator[str]:
    reached = states(opened.report, opened.review)
    for one in disagreements(opened.review):
        gone = "" if one.finding_id in reached else " (not in this report)"
        yield f"disagreement on {disagreement_told(one, gone)}"


def send_out(opened: Opened, kind: Exported, to: Path | None, by: str | None, tell: Callable[[str], None]) -> Iterator[Path]:
    """Write the findings, with the decisions on them, for another program; the files, one by one.

    Raises:
        ConfigError: a file that lies there holds what somebody has filled in, or labels of other origin.
        StoreError: the disk refuses.
    """
    folder = to or opened.folder
    texts = _texts(opened, kind, by, tell)
    for name, text in texts.items():
        check_replaced(folder / name, text, opened.review)
    for name, text in texts.items():
        yield report_folder.write_beside(folder, name, text)


def _texts(opened: Opened, kind: Exported, by: str | None, tell: Callable[[str], None]) -> dict[str, str]:
    report, review = opened.report, opened.review
    if kind is Exported.CSV:
        tables = [BY_NAME["findings"], BY_NAME["sides"]]
        return dict(csv_files([Source(report, review, reviewer=by)], tables))
    if kind is Exported.LABEL_STUDIO:
        return {"label_studio_tasks.json": label_studio_tasks(report), "label_studio_config.xml": label_studio_config()}
    labels = labels_of(report, review)
    for line in labels.left_out:
        tell(f"left out: {line}")
    kinds = {"must be flagged": labels.must_flag, "must not": labels.must_not_flag, "may be": labels.also_true}
    told = listed([f"{number} {what}" for what, number in kinds.items()])
    tell(f"labels of findings: {told}; for `summarizer evaluate` the file goes beside the articles")
    return {LABELS: labels.text}
