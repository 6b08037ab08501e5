"""All tables, in the order in which they are written: what is made of each report, in every format."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.exporting.tables.columns import Table
from summarizer.exporting.tables.of_articles import ARTICLES, ATTRIBUTIONS, CLAIMS, FIGURES, MISSING, UNCOVERED
from summarizer.exporting.tables.of_findings import FINDINGS, MEASURE_FIGURES, MEASURES, SIDES, TOPICS
from summarizer.exporting.tables.of_runs import CHANGES, DECISIONS, FAILURES, ORIGINS, RETELLINGS, RUN

TABLES = (
    *(FINDINGS, SIDES, MEASURES, MEASURE_FIGURES, TOPICS),
    *(ARTICLES, CLAIMS, FIGURES, ATTRIBUTIONS, MISSING, UNCOVERED),
    *(ORIGINS, RETELLINGS, CHANGES, DECISIONS, FAILURES, RUN),
)
BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
