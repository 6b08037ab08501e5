"""What people have put into a file is not written over: decisions in a table that were not imported, labels made by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from summarizer.errors import ConfigError
from summarizer.evaluation import are_of_a_review
from summarizer.reporting.phrases import count
from summarizer.review import REVIEW_FILE, unkept
from summarizer.schema import ReviewRecord

FINDINGS, LABELS = "findings.csv", "gold.json"


def check_replaced(file: Path, content: str | bytes, review: ReviewRecord) -> None:
    """Refuse to write over people's work.

    Args:
        file: where the content is to go.
        content: what is to be written there.
        review: the decisions that are kept.

    Raises:
        ConfigError: the file holds decisions that are not kept, or labels that no review has made, or cannot be read.
    """
    if file.name not in {FINDINGS, LABELS} or not file.is_file():
        return
    data = bytes_of(file)
    if data == (content if isinstance(content, bytes) else content.encode()):
        return
    if file.name == LABELS and not are_of_a_review(data):
        raise ConfigError(f"{file}: holds labels that no review has made; name another folder with --to")
    if file.name == FINDINGS:
        _check_table(file, data, review)


def bytes_of(file: Path) -> bytes:
    """What a file holds. Raises ConfigError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror})") from error


def _check_table(file: Path, data: bytes, review: ReviewRecord) -> None:
    saved = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    try:
        left = unkept(data, str(file), review, saved)
    except ConfigError as error:
        raise ConfigError(f"{error}. It was not written over; mend or move it, or name another folder with --to") from None
    if left:
        raise ConfigError(
            f"{file}: holds {count(left, 'decision')} that {'is' if left == 1 else 'are'} not in {REVIEW_FILE}; take "
            f"{'it' if left == 1 else 'them'} over with `summarizer review DIR --import` first, "
            "or name another folder with --to"
        )
