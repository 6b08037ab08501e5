"""Findings and their sides as tables."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.review import findings_csv, sides_csv
from summarizer.schema import Report, ReviewRecord


def csv_files(report: Report, review: ReviewRecord) -> Iterator[tuple[str, str]]:
    """The tables as CSV files that a spreadsheet opens."""
    yield "findings.csv", findings_csv(report, review)
    yield "sides.csv", sides_csv(report)
