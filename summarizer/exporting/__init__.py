"""A report in the formats of other programs. Pure: a report and the decisions on it in, files out.

catalogue which function makes the files of which format
tables    everything in the report as tables: CSV, JSON Lines, Parquet, SQLite
annotations   passages on the web and in the texts, as W3C Web Annotations
money     entities of FollowTheMoney, for Aleph
datashare tags of documents in Datashare
claim_review  what reviewers confirmed, as ClaimReview of schema.org
linking   what the formats of linked data share;  given  what they must be told
"""

from summarizer.exporting.catalogue import A_FILE_A_TABLE, TABULAR, files_of
from summarizer.exporting.given import Given, Publisher
from summarizer.exporting.tables import BY_NAME, METADATA, TABLES, Source, csv_files
from summarizer.terms import Format

__all__ = [
    "A_FILE_A_TABLE",
    "BY_NAME",
    "METADATA",
    "TABLES",
    "TABULAR",
    "Format",
    "Given",
    "Publisher",
    "Source",
    "csv_files",
    "files_of",
]
