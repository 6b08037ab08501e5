"""One SQLite file, open in one process: any thread may use it, and so may a process that was forked from this one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarizer.store.layout import check_kind, check_store, lay_out
from summarizer.store.log import check_log
from summarizer.store.trouble import told

BUSY_TIMEOUT_S = 30.0
_INHERITED: list[sqlite3.Connection] = []
"""Connections of the process that this one was forked from: using one, or only closing it, would harm that one's."""


class Database:
    """The file of an answer store, checked and ready.

    Raises:
        StoreError: on opening, if it cannot be used. It is then as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()

    def rows(self, query: str, values: Sequence[Any]) -> list[Any]:
        """What a query finds. Raises StoreError."""
        with self._own(), told(self.path, "read"):
            return self.connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction: all of what is done in it is on disk when it ends, or nothing of it. Raises StoreError.

        Args:
            lasting: a power cut must not undo it. What means nothing once this process has ended need not wait for the disk.
        """
        with self._own(), told(self.path, "written"):
            self.connection.execute(f"PRAGMA synchronous = {'FULL' if lasting else 'NORMAL'}")
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file. What was written is on disk already. Raises StoreError."""
        with self._own(), told(self.path, "closed"):
            self.connection.close()

    @contextlib.contextmanager
    def _own(self) -> Iterator[None]:
        if self._pid != os.getpid():
            _INHERITED.append(self.connection)
            self._open()
        with self._lock:
            yield

    def _open(self) -> None:
        self._pid, self._lock = os.getpid(), threading.RLock()
        with told(self.path, "opened"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            real = self.path.resolve()  # SQLite keeps its other files where a link leads
            check_kind(real)
            check_log(real)
            # Any thread may ask: every use is under the lock.
            self.connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self) -> None:
        self.connection.execute("PRAGMA temp_store = MEMORY")
        # In one transaction: another process may be making a new file a store at this moment.
        self.connection.execute("BEGIN")
        check_store(self.connection, self.path)
        self.connection.execute("COMMIT")
        self._use_wal()
        with self.writing() as connection:
            lay_out(connection)

    def _use_wal(self) -> None:
        # Two processes that switch a new file at the same moment: SQLite does not wait here, so this does.
        last = time.monotonic() + BUSY_TIMEOUT_S
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > last:
                    raise
                time.sleep(0.01)
            else:
                return
