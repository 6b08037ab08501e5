"""Looks answers up in a store without writing to it: what a run would not have to pay for again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from summarizer.errors import StoreError
from summarizer.spending import Spent
from summarizer.store.keys import digest, request_key


class KeptAnswers:
    """The answers of a store, read only. A file that is not there holds none, and is not made.

    Raises:
        StoreError: on opening, if there is a file and it is no answer store.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None
        if not self.path.is_file():
            return
        try:
            self._connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._connection.execute("SELECT response, checksum FROM answers LIMIT 1").fetchall()
        except sqlite3.Error as error:
            self.close()
            raise StoreError(
                f"{self.path}: the store of answers cannot be read ({error}); name another one with --store"
            ) from error

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The answer kept for this request; None if there is none. Raises StoreError if it is damaged."""
        if self._connection is None:
            return None
        key = (endpoint, request_key(request))
        query = "SELECT response, checksum FROM answers WHERE endpoint = ? AND request_key = ?"
        try:
            row = self._connection.execute(query, key).fetchone()
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: the store of answers cannot be read ({error})") from error
        if row is None:
            return None
        if not isinstance(row[0], str) or digest(row[0]) != row[1]:
            raise StoreError(f"{self.path}: the answer kept for request {key[1][:16]} is damaged (its checksum is wrong)")
        return row[0]

    def spent(self, run: str) -> tuple[Spent, ...]:
        """What a run has paid so far, in the order in which it was noted. Raises StoreError."""
        if self._connection is None:
            return ()
        query = "SELECT run, model, input_tokens, output_tokens, estimated FROM spending WHERE run = ? ORDER BY rowid"
        try:
            rows = self._connection.execute(query, (run,)).fetchall()
        except sqlite3.OperationalError:  # a store of the first format keeps no account
            return ()
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: the store of answers cannot be read ({error})") from error
        return tuple(Spent(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows)

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
