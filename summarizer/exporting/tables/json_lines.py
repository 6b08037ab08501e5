"""The tables as JSON Lines: a file a table, an object a row, all columns in every row."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from summarizer.characters import UNSAFE
from summarizer.exporting.tables.columns import Table
from summarizer.exporting.tables.declared import TABLES
from summarizer.exporting.tables.layout import Sheet, filled, instant
from summarizer.exporting.tables.source import Source

_UNSAFE = re.compile(f"[{UNSAFE}\x85]")


def jsonl_files(sources: Sequence[Source], tables: Sequence[Table] = TABLES) -> Iterator[tuple[str, str]]:
    """A file a table; what could end a line or steer a terminal is escaped."""
    for sheet in filled(sources, tables):
        yield f"{sheet.table.name}.jsonl", "".join(_lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    names = [column.name for column in sheet.columns]
    for row in sheet.rows:
        line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_day_or_time)
        yield f"{_UNSAFE.sub(_escaped, line)}\n"


def _day_or_time(value: Any) -> str:
    return instant(value) if isinstance(value, dt.datetime) else value.isoformat()


def _escaped(found: re.Match[str]) -> str:
    """As JSON writes a character by its number, in UTF-16."""
    return json.dumps(found[0])[1:-1]
