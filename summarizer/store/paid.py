"""Every paid answer, kept the moment it arrives."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from summarizer.errors import StoreError
from summarizer.store.keys import canonical_json, digest, request_key

VERSION = 1
APPLICATION_ID = 0x53554D41
"""Marks a SQLite file as ours, so that another program's database is never written into."""
BUSY_TIMEOUT_S = 30.0

CREATE = """
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


class AnswerStore:
    """A SQLite file that keeps the raw answer to every request, keyed by endpoint and request body.

    Several processes may use one file at once; it must be on a local disk (WAL does not work over a network
    file system). What `keep` has returned from survives a kill and a power cut.

    Raises:
        StoreError: on opening, if the file cannot be used: not a database, another program's, from a newer
            version, or not writable. Found before the first call.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        with self._errors("opened"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Any thread may ask: every use below is one statement, and SQLite serialises those.
            self._connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The answer kept for this request, as it came over the wire; None if there is none.

        Raises:
            StoreError: there is one and it is damaged, or the file cannot be read. It is not paid for again unasked.
        """
        key = request_key(request)
        with self._errors("read"):
            row = self._connection.execute(
                "SELECT response, checksum FROM answers WHERE endpoint = ? AND request_key = ?", (endpoint, key)
            ).fetchone()
        if row is None:
            return None
        response, checksum = row
        if not isinstance(response, str) or digest(response) != checksum:
            raise StoreError(
                f"{self.path}: the answer kept for request {key[:16]} is damaged (its checksum is wrong). "
                "Restore the file from a copy; or, to pay for this answer again, delete the row "
                f"of the table `answers` whose request_key is {key}"
            )
        return response

    def keep(self, endpoint: str, request: Mapping[str, Any], response: str) -> None:
        """Keep an answer; it is on disk when this returns. An answer that is already there stays.

        Raises:
            StoreError: it could not be written, for instance because the disk is full.
        """
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        row = (endpoint, request_key(request), canonical_json(request), response, digest(response), now)
        with self._errors("written"):
            self._connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file. What was kept is on disk already."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        """How many answers are kept."""
        with self._errors("read"):
            count: int = self._connection.execute("SELECT count(*) FROM answers").fetchone()[0]
        return count

    def _prepare(self) -> None:
        with self._errors("opened"):
            version = self._pragma("user_version")
            self._check_owner(version)
            self._use_wal()
            self._connection.execute("PRAGMA synchronous = FULL")
            # Writing the marks is also the test that the file can be written at all.
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(CREATE)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")
            self._connection.execute("COMMIT")

    def _check_owner(self, version: int) -> None:
        if self._pragma("application_id") != APPLICATION_ID and self._pragma("schema_version") != 0:
            raise StoreError(f"{self.path}: is another program's database; name another file for the answers")
        if version > VERSION:
            raise StoreError(
                f"{self.path}: was written by a newer version of summarizer (format {version}, this one knows "
                f"{VERSION}). Update summarizer or name another file"
            )

    def _use_wal(self) -> None:
        # Two processes that switch a new file at the same moment: SQLite does not wait here, so this does.
        last = time.monotonic() + BUSY_TIMEOUT_S
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > last:
                    raise
                time.sleep(0.01)
            else:
                return

    def _pragma(self, name: str) -> int:
        value: int = self._connection.execute(f"PRAGMA {name}").fetchone()[0]
        return value

    @contextlib.contextmanager
    def _errors(self, action: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
            raise StoreError(f"{self.path}: the answer store cannot be {action} ({error}). {_advice(error)}") from error


def _advice(error: Exception) -> str:
    text = str(error).lower()
    if "not a database" in text or "malformed" in text:
        return "Restore it from a copy, or move it away to start a new one; answers in it will then be paid for again"
    if "full" in text or "disk i/o" in text:
        return "Free some disk space and run again; every answer kept so far is still there"
    if "locked" in text:
        return "Another process has held it for too long; run again when that one is done"
    return "Check the path and its permissions, or name another file"
