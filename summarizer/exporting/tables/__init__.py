"""A report as tables: one declared schema, from which every format is made.

source      a report with its decisions, and what is looked up in it
columns     what a table and a column are
of_articles, of_findings, of_runs   the tables: each column with its meaning and where its value stands
declared    all of them
layout      the tables filled with rows, of one report or of several
comma_separated, json_lines, parquet, database   the formats
views, datasette   what the database answers by itself, and what it tells of itself
"""

from summarizer.exporting.tables.comma_separated import csv_files
from summarizer.exporting.tables.database import METADATA, sqlite_files
from summarizer.exporting.tables.declared import BY_NAME, TABLES
from summarizer.exporting.tables.json_lines import jsonl_files
from summarizer.exporting.tables.parquet import parquet_files
from summarizer.exporting.tables.source import Source

__all__ = ["BY_NAME", "METADATA", "TABLES", "Source", "csv_files", "jsonl_files", "parquet_files", "sqlite_files"]
