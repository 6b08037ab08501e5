"""What the tables and columns mean, as Datasette shows it (`datasette report.sqlite --metadata metadata.json`)."""

from __future__ import annotations

import json
from typing import Any

from summarizer.exporting.tables.columns import Table
from summarizer.exporting.tables.declared import TABLES
from summarizer.exporting.tables.layout import REPORT
from summarizer.exporting.tables.views import VIEWS


def metadata(*, several: bool) -> str:
    """The file's text. It holds nothing of any article."""
    tables: dict[str, Any] = {table.name: _described(table, several=several) for table in TABLES}
    tables |= {view.name: {"description": view.says} for view in VIEWS}
    described = {"title": "Where the articles disagree", "databases": {"report": {"tables": tables}}}
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _described(table: Table, *, several: bool) -> dict[str, Any]:
    columns = (*((REPORT,) if several else ()), *table.columns)
    shown = {column.name: column.says for column in columns if not (several and column.filled_in)}
    facets = [*(("report",) if several else ()), *table.facets]
    return {"description": table.says, "columns": shown} | ({"facets": facets} if facets else {})
