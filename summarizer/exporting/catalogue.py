"""Which function makes the files of which format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from summarizer.exporting.tables import csv_files
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Format

Files = Iterator[tuple[str, str | bytes]]
"""Names of files, with "/" for folders, and what they hold; a text is written as UTF-8."""

MAKERS: Mapping[Format, Callable[[Report, ReviewRecord], Files]] = {
    Format.CSV: csv_files,
}


def files_of(chosen: Format, report: Report, review: ReviewRecord) -> Files:
    """The files of a report in this format; the same report and decisions give the same bytes. Raises ConfigError."""
    return MAKERS[chosen](report, review)
