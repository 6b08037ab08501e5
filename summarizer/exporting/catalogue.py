"""Which function makes the files of which format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from summarizer.exporting.annotations import annotation_files
from summarizer.exporting.citations import csl_files
from summarizer.exporting.claim_review import claim_review_files
from summarizer.exporting.datashare import datashare_files
from summarizer.exporting.given import Given
from summarizer.exporting.money import money_files
from summarizer.exporting.tables import Source, csv_files, jsonl_files, parquet_files, sqlite_files
from summarizer.exporting.tables.columns import Table
from summarizer.exporting.vault import vault_files
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Format

Files = Iterator[tuple[str, str | bytes]]
"""Names of files, with "/" for folders, and what they hold; a text is written as UTF-8."""

A_FILE_A_TABLE: Mapping[Format, Callable[[Sequence[Source], Sequence[Table]], Files]] = {
    Format.CSV: csv_files,
    Format.JSONL: jsonl_files,
    Format.PARQUET: parquet_files,
}
"""Formats of which single tables can be had."""
TABULAR: Mapping[Format, Callable[[Sequence[Source]], Files]] = {
    Format.CSV: csv_files,
    Format.JSONL: jsonl_files,
    Format.PARQUET: parquet_files,
    Format.SQLITE: sqlite_files,
}
"""Formats that take several reports."""
MAKERS: Mapping[Format, Callable[[Report, ReviewRecord], Files]] = {
    Format.ANNOTATIONS: annotation_files,
    Format.FOLLOW_THE_MONEY: money_files,
    Format.CSL: csl_files,
}
"""Formats of one report."""
NEEDING: Mapping[Format, Callable[[Report, ReviewRecord, Given], Files]] = {
    Format.DATASHARE: datashare_files,
    Format.CLAIM_REVIEW: claim_review_files,
    Format.VAULT: vault_files,
}
"""Formats for which something must be given that no report holds."""


def files_of(chosen: Format, report: Report, review: ReviewRecord, given: Given | None = None) -> Files:
    """The files of a report in this format; the same report and decisions give the same bytes. Raises ConfigError."""
    if chosen in TABULAR:
        return TABULAR[chosen]([Source(report, review)])
    if chosen in NEEDING:
        return NEEDING[chosen](report, review, given or Given())
    return MAKERS[chosen](report, review)
