"""The tables as one SQLite file, with keys, indexes, full-text search and views."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from summarizer.errors import ConfigError
from summarizer.exporting.tables.columns import Kind, Table
from summarizer.exporting.tables.datasette import metadata
from summarizer.exporting.tables.layout import Sheet, filled, instant
from summarizer.exporting.tables.source import Source
from summarizer.exporting.tables.views import VIEWS

DATABASE = "report.sqlite"
METADATA = "metadata.json"
PAGE, APPLICATION, VERSION = 4096, 0x53756D72, 1
"""Size of a page; what marks the file as one of ours, for `file`; the version of the tables."""
TYPES = {
    **dict.fromkeys((Kind.TEXT, Kind.DATE, Kind.MOMENT, Kind.TEXTS, Kind.JSON), "TEXT"),
    **dict.fromkeys((Kind.INTEGER, Kind.BOOLEAN), "INTEGER"),
    Kind.REAL: "REAL",
}


def sqlite_files(sources: Sequence[Source]) -> Iterator[tuple[str, str | bytes]]:
    """The database, and what its tables and columns mean for Datasette. Raises ConfigError."""
    yield DATABASE, _database(sources)
    yield METADATA, metadata(several=len(sources) > 1)


def _database(sources: Sequence[Source]) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"pragma page_size = {PAGE}")
        base.execute("begin")
        sheets = list(filled(sources))
        keys = {sheet.table.name: sheet.key for sheet in sheets}
        for sheet in sheets:
            _make(base, sheet, keys)
        for sheet in sheets:
            _fill(base, sheet)
        for sheet in sheets:
            _index(base, sheet, keys)
            _make_searchable(base, sheet.table)
        for view in VIEWS:
            base.execute(view.sql(several=len(sources) > 1))
        base.execute("commit")
        base.execute(f"pragma application_id = {APPLICATION}")
        base.execute(f"pragma user_version = {VERSION}")
        base.execute("vacuum")
        return base.serialize()


def _make(base: sqlite3.Connection, sheet: Sheet, keys: Mapping[str, Sequence[str]]) -> None:
    lines = [f"{column.name} {TYPES[column.kind]}{' not null' * (column.name in sheet.key)}" for column in sheet.columns]
    if sheet.key:
        lines.append(f"primary key ({', '.join(sheet.key)})")
    lines += [
        f"foreign key ({', '.join(used)}) references {other} ({', '.join(keys[other])})" for other, used in sheet.refers.items()
    ]
    base.execute("create table {} (\n  {}\n)".format(sheet.table.name, ",\n  ".join(lines)))


def _fill(base: sqlite3.Connection, sheet: Sheet) -> None:
    marks = ", ".join("?" * len(sheet.columns))
    try:
        base.executemany(
            f"insert into {sheet.table.name} values ({marks})",  # noqa: S608  # names of our own
            (tuple(_cell(value) for value in row) for row in sheet.rows),
        )
    except sqlite3.IntegrityError as error:
        raise ConfigError(
            f"report.json gives two {sheet.table.name} one id ({error}); make the report again, or take --as csv or jsonl"
        ) from error


def _cell(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return instant(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _index(base: sqlite3.Connection, sheet: Sheet, keys: Mapping[str, Sequence[str]]) -> None:
    """For joins along what refers to other tables, and for filters."""
    several = sheet.columns[0].name == "report"
    wanted = [tuple(used) for used in sheet.refers.values()]
    wanted += [(name,) for name in (*(("report",) if several else ()), *sheet.table.facets)]
    for used in dict.fromkeys(wanted):
        if used != keys[sheet.table.name][: len(used)]:
            base.execute(f"create index {sheet.table.name}_{'_'.join(used)} on {sheet.table.name} ({', '.join(used)})")


def _make_searchable(base: sqlite3.Connection, table: Table) -> None:
    """A full-text index beside a table, where this SQLite can make one."""
    if table.searched and _has_fts(base):
        words = ", ".join(table.searched)
        base.execute(
            f'create virtual table {table.name}_fts using fts5 ({words}, content="{table.name}", '  # so Datasette knows it
            "tokenize='unicode61 remove_diacritics 2')"
        )
        base.execute(f"insert into {table.name}_fts ({table.name}_fts) values ('rebuild')")  # noqa: S608


def _has_fts(base: sqlite3.Connection) -> bool:
    return any(option == "ENABLE_FTS5" for (option,) in base.execute("pragma compile_options"))
