"""`summarizer diff`: what changed from one report to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.talk import on_one_line, say
from summarizer.errors import ConfigError, StoreError
from summarizer.terms import Severity

if TYPE_CHECKING:
    from summarizer.schema import Report, ReviewRecord

FORMAT = 1
MET = 1


def diff(old: Path, new: Path, fail_on_new: Severity | None, *, as_json: bool, quiet: bool) -> int:
    """Print what NEW says that OLD does not; the exit code. Raises ConfigError, StoreError."""
    from summarizer.changes import changes_between
    from summarizer.cli.changes_text import lines_of
    from summarizer.reporting.flat import dumped

    (before, decided), (after, decided_since) = _opened(old), _opened(new)
    changes = changes_between(before, after, decided, decided_since)
    if decided.decisions and not decided_since.decisions and not quiet:
        say(
            f"note: the decisions on {old} are not among those on {new}; they are taken over with "
            f"summarizer review {new} --import {old / 'review.toml' if old.is_dir() else 'OLD/review.toml'}"
        )
    if as_json:
        document = {"format": FORMAT, "empty": changes.is_empty, **changes.model_dump(mode="json")}
        typer.echo(dumped(document))
    else:
        for line in lines_of(changes, before, after):
            typer.echo(on_one_line(line))
    return MET if fail_on_new is not None and changes.new_undismissed(fail_on_new) else 0


def _opened(path: Path) -> tuple[Report, ReviewRecord]:
    """A report and the decisions on it, if there are any beside it; a single file may have any name."""
    from summarizer.report_folder import REPORT_FILES, open_report
    from summarizer.review import REVIEW_FILE
    from summarizer.schema import ReviewRecord

    if path.is_file() and path.name not in {*REPORT_FILES, REVIEW_FILE}:
        return _in_file(path), ReviewRecord()
    opened = open_report(path)
    return opened.report, opened.review


def _in_file(path: Path) -> Report:
    from summarizer.reporting import parse_report

    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from error
    if data[:2] == b"PK":
        raise ConfigError(f"{path}: is a bundle or another archive; unpack it, and give the folder")
    if _holds_statements(data):
        raise ConfigError(
            f"{path}: holds articles' statements, and no report; `summarizer compare {path} --out DIR` makes a report of them"
        )
    return parse_report(data, str(path))


def _holds_statements(data: bytes) -> bool:
    """Lines as `summarizer extract` prints them."""
    first = next((line for line in data.split(b"\n") if line.strip()), b"")
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "article_id" in found
