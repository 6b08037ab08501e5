"""Every paid answer, kept the moment it arrives."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from summarizer.errors import StoreError
from summarizer.spending import Spent
from summarizer.store.database import Database
from summarizer.store.keys import canonical_json, digest, request_key
from summarizer.store.leases import RENEWED_EVERY_S, Key, Leases
from summarizer.store.trouble import damaged

LARGEST_COUNT = 2**63 - 1
"""The largest number that SQLite holds; no honest endpoint counts so many tokens."""


class AnswerStore:
    """A SQLite file that keeps the raw answer to every request, keyed by endpoint and request body.

    Several processes may use one file at once; it must be on a local disk (WAL does not work over a network
    file system). What `keep` has returned from survives a kill and a power cut. A file of format 1 is made one of
    format 2 on opening. Any thread may use it, and so may a forked process, to which the claims do not pass.

    Raises:
        StoreError: on opening, if the file cannot be used: not a database, another program's, from a newer
            version, damaged, or not writable. Found before the first call; the file is left as it is.
    """

    def __init__(
        self, path: Path, *, clock: Callable[[], float] = time.monotonic, renewed_every: float = RENEWED_EVERY_S
    ) -> None:
        self.path = Path(path)
        self._database = Database(self.path)
        self._leases = Leases(self._database, clock, renewed_every)
        self._last_found: dict[Key, str] = {}
        self._spent: dict[str, tuple[int, tuple[Spent, ...]]] = {}

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The answer kept for this request, as it came over the wire; None if there is none.

        Raises:
            StoreError: there is one and it is damaged, or the file cannot be read. It is not paid for again unasked.
        """
        key = (endpoint, request_key(request))
        rows = self._database.rows("SELECT response, checksum FROM answers WHERE endpoint = ? AND request_key = ?", key)
        if not rows:
            self._last_found.pop(key, None)
            return None
        ((response, checksum),) = rows
        if not isinstance(response, str) or digest(response) != checksum:
            raise StoreError(
                f"{self.path}: the answer kept for request {key[1][:16]} is damaged (its checksum is wrong). "
                "Restore the file from a copy; or, to pay for this answer again, delete the row "
                f"of the table `answers` whose request_key is {key[1]}"
            )
        self._last_found[key] = checksum
        return response

    def keep(
        self,
        endpoint: str,
        request: Mapping[str, Any],
        response: str,
        *,
        spent: Spent | None = None,
        instead: bool = False,
    ) -> None:
        """Keep an answer; it is on disk when this returns, and its claim is given back.

        An answer that is already there stays, unless this one is to be used instead. Whichever of the two is not used
        goes to the table `superseded`: it was paid for as well.

        Raises:
            StoreError: it could not be written, for instance because the disk is full.
        """
        key = (endpoint, request_key(request))
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        row = (*key, canonical_json(request), response, digest(response), now)
        with self._database.writing() as connection:
            if instead:
                _set_aside(connection, key)
            if connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)", row).rowcount == 0:
                _set_aside_newcomer(connection, row)
            if spent is not None:
                _note(connection, spent, key, now)
            self._leases.drop(connection, key)
        self._leases.answered(key)

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        """Note what a request may have cost to which no answer came. Raises StoreError."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        with self._database.writing() as connection:
            _note(connection, spent, (endpoint, request_key(request)), now)

    def spent(self, run: str) -> tuple[Spent, ...]:
        """What this run has paid so far, in this process and others, in the order in which it was noted.

        Raises:
            StoreError: it cannot be read, or is damaged.
        """
        last, known = self._spent.get(run, (0, ()))
        rows = self._database.rows(
            "SELECT run, endpoint, request_key, model, input_tokens, output_tokens, estimated, paid_at, checksum, rowid "
            "FROM spending WHERE run = ? AND rowid > ? ORDER BY rowid",
            (run, last),
        )
        if any(_checksum(row[:-2]) != row[-2] for row in rows):
            raise damaged(self.path, "the checksum of what was spent is wrong")
        if rows:
            known = (*known, *(Spent(row[0], row[3], row[4], row[5], bool(row[6])) for row in rows))
            self._spent[run] = (rows[-1][-1], known)
        return known

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        """Whether this request is ours to send.

        False while anybody who is alive is asking for its answer, in this process or another, and false also where an
        answer has come since `find` last looked here: whoever gets False looks again, and waits if there is none yet.
        An answer that `find` has given, and that cannot be used, may be asked for anew.

        Raises:
            StoreError: it cannot be written down; then an answer could not be kept either.
        """
        key = (endpoint, request_key(request))
        return self._leases.take(key, lambda connection: _answer_checksum(connection, key) == self._last_found.get(key))

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        """Give a claim back, whether or not an answer came; nothing happens if it is not ours. Raises StoreError."""
        self._leases.give_back((endpoint, request_key(request)))

    def close(self) -> None:
        """Give all claims back and close the file. What was kept is on disk already. Raises StoreError."""
        try:
            self._leases.close()
        finally:
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.close()
        except StoreError:
            # Whoever leaves because of an error hears of that one: the disk that it met is the same.
            if error is None:
                raise

    def __len__(self) -> int:
        """How many answers are kept."""
        count: int = self._database.rows("SELECT count(*) FROM answers", ())[0][0]
        return count


def _answer_checksum(connection: sqlite3.Connection, key: Key) -> str | None:
    row = connection.execute("SELECT checksum FROM answers WHERE endpoint = ? AND request_key = ?", key).fetchone()
    return None if row is None else row[0]


def _set_aside(connection: sqlite3.Connection, key: Key) -> None:
    connection.execute(
        "INSERT INTO superseded SELECT endpoint, request_key, response, checksum, created_at FROM answers "
        "WHERE endpoint = ? AND request_key = ?",
        key,
    )
    connection.execute("DELETE FROM answers WHERE endpoint = ? AND request_key = ?", key)


def _set_aside_newcomer(connection: sqlite3.Connection, row: tuple[str, ...]) -> None:
    endpoint, key, _, response, checksum, now = row
    connection.execute("INSERT INTO superseded VALUES (?, ?, ?, ?, ?)", (endpoint, key, response, checksum, now))


def _note(connection: sqlite3.Connection, spent: Spent, key: Key, now: str) -> None:
    connection.execute("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _spending(spent, key, now))


def _spending(spent: Spent, key: Key, now: str) -> tuple[Any, ...]:
    counts = (min(max(count, 0), LARGEST_COUNT) for count in (spent.input_tokens, spent.output_tokens))
    row = (spent.run, *key, spent.model, *counts, int(spent.estimated), now)
    return (*row, _checksum(row))


def _checksum(row: tuple[Any, ...]) -> str:
    return digest(canonical_json(list(row)))
