"""The tables as CSV files that a spreadsheet opens, and programs too."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from summarizer.exporting.tables.columns import Column, Kind, Table
from summarizer.exporting.tables.declared import TABLES
from summarizer.exporting.tables.layout import Sheet, filled, instant
from summarizer.exporting.tables.source import Source
from summarizer.review import csv_text, shortened


def csv_files(sources: Sequence[Source], tables: Sequence[Table] = TABLES) -> Iterator[tuple[str, str]]:
    """A file a table. A text that no cell of a spreadsheet can hold is cut, and says so; those of articles are left out."""
    for sheet in filled(sources, tables):
        yield f"{sheet.table.name}.csv", _text(sheet)


def _text(sheet: Sheet) -> str:
    shown = [(place, column, _written(column)) for place, column in enumerate(sheet.columns) if column.in_csv]
    rows = ([None if row[place] is None else written(row[place]) for place, _, written in shown] for row in sheet.rows)
    return csv_text([column.name for _, column, _ in shown], rows)


def _written(column: Column) -> Callable[[Any], Any]:
    """What makes a cell of a value: a number, a day or a truth value stays one."""
    if column.kind is Kind.MOMENT:
        return instant
    if column.kind is Kind.TEXT:
        return str if column.filled_in else shortened
    return _in_json if column.kind in {Kind.TEXTS, Kind.JSON} else _as_it_is


def _in_json(value: Any) -> str:
    return shortened(json.dumps(value, ensure_ascii=False))


def _as_it_is(value: Any) -> Any:
    return value
