"""The tables as Parquet files, for pandas, polars, DuckDB, R and Spark; the descriptions stand in the files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from summarizer.errors import ConfigError
from summarizer.exporting.tables.columns import Column, Kind, Table
from summarizer.exporting.tables.declared import TABLES
from summarizer.exporting.tables.layout import filled
from summarizer.exporting.tables.source import Source

WITHOUT = (
    "Parquet needs pyarrow, which is not installed; install it with: pip install 'summarizer[parquet]'; "
    "or take --as csv, jsonl or sqlite"
)


def parquet_files(sources: Sequence[Source], tables: Sequence[Table] = TABLES) -> Iterator[tuple[str, bytes]]:
    """A file a table. Raises ConfigError: pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ConfigError(WITHOUT) from error
    for sheet in filled(sources, tables):
        fields = [_field(pa, column, is_key=column.name in sheet.key) for column in sheet.columns]
        schema = pa.schema(fields, metadata={"description": sheet.table.says})
        columns: list[list[Any]] = [[] for _ in fields]
        for row in sheet.rows:
            for cells, column, value in zip(columns, sheet.columns, row, strict=True):
                cells.append(_cell(column, value))
        made = pa.Table.from_arrays(
            [pa.array(cells, one.type) for cells, one in zip(columns, schema, strict=True)], schema=schema
        )
        file = io.BytesIO()
        pq.write_table(made, file)
        yield f"{sheet.table.name}.parquet", file.getvalue()


def _field(pa: Any, column: Column, *, is_key: bool) -> Any:
    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.REAL: pa.float64(),
        Kind.DATE: pa.date32(),
        Kind.MOMENT: pa.timestamp("ms", "UTC"),
        Kind.BOOLEAN: pa.bool_(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.JSON: pa.string(),
    }
    return pa.field(column.name, types[column.kind], nullable=not is_key, metadata={"description": column.says})


def _cell(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind is Kind.REAL:
        return float(value)
    return json.dumps(value, ensure_ascii=False) if column.kind is Kind.JSON else value
