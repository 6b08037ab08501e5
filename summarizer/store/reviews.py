"""review.toml in a report's folder: read, and kept without losing what another program wrote there meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from summarizer.errors import StoreError
from summarizer.review import REVIEW_FILE, decided, merged, parse_review, render_review
from summarizer.schema import Decision, ReviewRecord
from summarizer.store.files import reason_of, write_file
from summarizer.store.pairs import alone


def read_review(folder: Path) -> ReviewRecord:
    """The decisions in a folder; none where nobody has reviewed its report. Raises as `review_with_bytes`."""
    return review_with_bytes(folder)[0]


def review_with_bytes(folder: Path) -> tuple[ReviewRecord, bytes | None]:
    """The decisions in a folder, and the file that they were read from; None where there is no file.

    Raises:
        ConfigError: the file is not one of decisions, or a line of it would be lost.
        StoreError: it cannot be read.
    """
    path = Path(folder) / REVIEW_FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ReviewRecord(), None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({reason_of(error)})") from error
    return parse_review(data, str(path)), data


def keep_review(folder: Path, review: ReviewRecord) -> ReviewRecord:
    """Put decisions into a folder, along with those that are there: of one person on one finding the newest stays.

    The file is read again and written whole while no other program of this kind writes there. It is left as it is,
    with comments, where nothing is added.

    Args:
        folder: that of the report; it has to be there.
        review: the decisions; those of the file may be among them.

    Returns:
        All decisions that the file holds then.

    Raises:
        ConfigError: the file that is there is not one of decisions; it is left alone.
        StoreError: it cannot be read or written; the older one is untouched.
    """
    return _change(folder, lambda before: merged(before, review))


def keep_decision(folder: Path, decision: Decision) -> ReviewRecord:
    """Put one decision into a folder in the place of what the same person decided on the same finding before.

    The same as `keep_review`, but for a decision that is made just now: it is the newest, whatever the clock says.
    """
    return _change(folder, lambda before: decided(before, decision))


def _change(folder: Path, change: Callable[[ReviewRecord], ReviewRecord]) -> ReviewRecord:
    path = Path(folder) / REVIEW_FILE
    try:
        with alone(path.parent):
            before, data = review_with_bytes(folder)
            after = change(before)
            if data is None or after != before:
                write_file(path, render_review(after))
            return after
    except OSError as error:
        raise StoreError(f"{folder}: cannot be opened ({reason_of(error)}); no decision was kept") from error
