"""The tables of an answer store, and whether a file is one."""

from __future__ import annotations

import re
import sqlite3
import stat
from pathlib import Path

from summarizer.errors import StoreError
from summarizer.store.trouble import damaged

VERSION = 2
APPLICATION_ID = 0x53554D41
"""Marks a SQLite file as ours, so that another program's database is never written into."""

SMALLEST = 512
"""Bytes of the smallest database. SQLite takes a smaller file for an empty one and writes over it."""
CHECKED_WHOLE = 64 * 1024 * 1024
"""Bytes up to which a file is checked whole on opening, some tenths of a second; a larger one where it is read."""

ANSWERS = """
CREATE TABLE IF NOT EXISTS answers (
    endpoint TEXT NOT NULL,
    request_key TEXT NOT NULL,
    request TEXT NOT NULL,
    response TEXT NOT NULL,
    checksum TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (endpoint, request_key)
)
"""
SUPERSEDED = """
CREATE TABLE IF NOT EXISTS superseded (
    endpoint TEXT NOT NULL,
    request_key TEXT NOT NULL,
    response TEXT NOT NULL,
    checksum TEXT NOT NULL,
    created_at TEXT NOT NULL
)
"""
SPENDING = """
CREATE TABLE IF NOT EXISTS spending (
    run TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    request_key TEXT NOT NULL,
    model TEXT NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    paid_at TEXT NOT NULL,
    checksum TEXT NOT NULL
)
"""
SPENDING_BY_RUN = "CREATE INDEX IF NOT EXISTS spending_by_run ON spending (run)"
LEASES = """
CREATE TABLE IF NOT EXISTS leases (
    endpoint TEXT NOT NULL,
    request_key TEXT NOT NULL,
    token TEXT NOT NULL,
    host TEXT NOT NULL,
    boot TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT NOT NULL,
    renewals INTEGER NOT NULL,
    PRIMARY KEY (endpoint, request_key)
)
"""
TABLES = {"answers": ANSWERS, "superseded": SUPERSEDED, "spending": SPENDING, "leases": LEASES}
_BY_VERSION = {1: ("answers",), 2: tuple(TABLES)}


def check_kind(path: Path) -> None:
    """Make sure that a path, and the files that SQLite keeps beside it, are ordinary files or nothing yet.

    Raises:
        StoreError: one is a folder, a device, a pipe: opening it might wait for ever.
        OSError: it cannot be looked at.
    """
    for file in (path, *(path.with_name(f"{path.name}-{kind}") for kind in ("wal", "shm", "journal"))):
        try:
            mode = file.stat().st_mode
        except FileNotFoundError:
            continue
        if stat.S_ISDIR(mode):
            raise StoreError(f"{file}: the answer store cannot be opened (it is a folder). Name a file for it with --store")
        if file is path and 0 < file.stat().st_size < SMALLEST:
            raise StoreError(f"{file}: is no answer store but a file of a few bytes. Name another with --store")
        if not stat.S_ISREG(mode):
            raise StoreError(f"{file}: the answer store cannot be opened (it is no ordinary file). Name another with --store")


def check_store(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that an open file is an answer store, or empty. Changes nothing.

    Raises:
        StoreError: it is another program's, from a newer version, or damaged where that can be seen in little time.
    """
    marked, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    if marked == 0 and pragma(connection, "schema_version") == 0:
        return
    if marked != APPLICATION_ID:
        raise StoreError(f"{path}: is another program's database; name another file for the answers with --store")
    if version > VERSION:
        raise StoreError(
            f"{path}: was written by a newer version of summarizer (format {version}, this one knows "
            f"{VERSION}). Update summarizer or name another file with --store"
        )
    if version not in _BY_VERSION:
        raise damaged(path, f"there is no format {version}")
    for table in _BY_VERSION[version]:
        _check_columns(connection, path, table)
    _check_keys(connection, path)
    if path.stat().st_size <= CHECKED_WHOLE:
        _check_whole(connection, path)


def lay_out(connection: sqlite3.Connection) -> None:
    """Make an empty file or one of an earlier version one of this version; inside the caller's transaction.

    Where nothing is to be done the marks are written all the same: it is the test that the file can be written at all.
    """
    for statement in (*TABLES.values(), SPENDING_BY_RUN):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of one of SQLite's settings that are numbers."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _check_columns(connection: sqlite3.Connection, path: Path, table: str) -> None:
    columns = [f"{name} {kind}" for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")]
    if columns != re.findall(r"(\w+ [A-Z]+) NOT NULL", TABLES[table]):
        raise damaged(path, f"its table `{table}` has other columns than a store of answers")


def _check_keys(connection: sqlite3.Connection, path: Path) -> None:
    """An answer whose key is damaged would be taken for missing: the table and its index have to tell the same keys."""
    by_index = connection.execute(
        "SELECT endpoint, request_key FROM answers INDEXED BY sqlite_autoindex_answers_1 ORDER BY endpoint, request_key"
    ).fetchall()
    in_table = connection.execute("SELECT endpoint, request_key FROM answers NOT INDEXED").fetchall()
    if by_index != sorted(in_table):
        raise damaged(path, "its index does not fit its answers")


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(path, " ".join(str(found).split()))
