"""Who is asking for which answer, so that two processes with one store do not both pay for it."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable

from summarizer.errors import StoreError
from summarizer.store.database import Database
from summarizer.store.processes import Process, this_process

RENEWED_EVERY_S = 15.0
EXPIRES_S = 60.0
"""A lease that nobody renews for so long, by the clock of the one who waits for it, is anybody's."""

Key = tuple[str, str]
"""Endpoint and request key."""


class Leases:
    """The claims of one store that is open here. A thread renews them while there are any.

    No two clocks are compared: who waits counts the renewals, by a clock of its own that only goes forward. A lease
    of a process that is certainly gone need not be waited for.

    Args:
        database: the store's file.
        clock: seconds that only go forward.
        renewed_every: seconds between two renewals.
    """

    def __init__(
        self, database: Database, clock: Callable[[], float] = time.monotonic, renewed_every: float = RENEWED_EVERY_S
    ) -> None:
        self._database = database
        self._clock = clock
        self._renewed_every = renewed_every
        self._begin()

    def _begin(self) -> None:
        self._process = this_process()
        self._token = secrets.token_hex(16)
        self._held: set[Key] = set()
        self._seen: dict[Key, tuple[str, int, float]] = {}
        self._lock = threading.RLock()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def take(self, key: Key, still_wanted: Callable[[sqlite3.Connection], bool]) -> bool:
        """Whether the lease on this request is ours from here on. Raises StoreError.

        Args:
            key: the request.
            still_wanted: asked in the same transaction: false if nobody has to ask for the answer any more.
        """
        self._keep_to_own_process()
        with self._lock, self._database.writing(lasting=False) as connection:
            if not still_wanted(connection) or not self._is_free(connection, key):
                return False
            owner = self._process
            row = (*key, self._token, owner.host, owner.boot, owner.pid, owner.started)
            connection.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?, ?, ?, 0)", row)
            self._held.add(key)
        self._seen.pop(key, None)
        self._renew_from_here_on()
        return True

    def give_back(self, key: Key) -> None:
        """Leave the request to others, if it is ours. Raises StoreError."""
        self._keep_to_own_process()
        with self._lock:
            if key not in self._held:
                return
            self._held.discard(key)
            with self._database.writing(lasting=False) as connection:
                self.drop(connection, key)

    def answered(self, key: Key) -> None:
        """The lease was dropped along with the answer's keeping."""
        self._keep_to_own_process()
        self._held.discard(key)

    def drop(self, connection: sqlite3.Connection, key: Key) -> None:
        """Drop the lease if it is ours, inside the caller's transaction."""
        connection.execute("DELETE FROM leases WHERE endpoint = ? AND request_key = ? AND token = ?", (*key, self._token))

    def close(self) -> None:
        """Leave everything to others. Raises StoreError."""
        self._keep_to_own_process()
        self._ended.set()
        with self._lock:
            held, self._held = self._held, set()
            if held:
                with self._database.writing(lasting=False) as connection:
                    connection.execute("DELETE FROM leases WHERE token = ?", (self._token,))
        if self._thread is not None:
            self._thread.join()

    def renew(self) -> None:
        """Show that whoever holds these claims is alive. Raises StoreError."""
        with self._lock:
            if self._held:
                with self._database.writing(lasting=False) as connection:
                    connection.execute("UPDATE leases SET renewals = renewals + 1 WHERE token = ?", (self._token,))

    def _is_free(self, connection: sqlite3.Connection, key: Key) -> bool:
        row = connection.execute(
            "SELECT token, renewals, host, boot, pid, started FROM leases WHERE endpoint = ? AND request_key = ?", key
        ).fetchone()
        if row is None:
            return True
        token, renewals, *owner = row
        if token == self._token:
            return False
        return Process(*owner).is_gone() or self._is_expired(key, token, renewals)

    def _is_expired(self, key: Key, token: str, renewals: int) -> bool:
        now = self._clock()
        seen = self._seen.get(key)
        if seen is None or seen[:2] != (token, renewals):
            self._seen[key] = (token, renewals, now)
            return False
        return now - seen[2] >= EXPIRES_S

    def _keep_to_own_process(self) -> None:
        if self._process.pid != os.getpid():
            self._begin()  # in a forked process: the claims are those of the one that it was forked from

    def _renew_from_here_on(self) -> None:
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                arguments = (weakref.ref(self), self._ended, self._renewed_every)
                self._thread = threading.Thread(target=_renew, args=arguments, name="leases", daemon=True)
                self._thread.start()


def _renew(leases: weakref.ref[Leases], ended: threading.Event, every: float) -> None:
    while not ended.wait(every):
        held = leases()
        if held is None:
            return
        # A disk that is full, or held by another process, may be free the next time; until then an unrenewed lease
        # costs at most one answer more, and the next answer to be kept tells what is wrong with the disk.
        with contextlib.suppress(StoreError):
            held.renew()
        del held
