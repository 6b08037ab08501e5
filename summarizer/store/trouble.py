"""What goes wrong with the file of answers, in one line: which file, what, and what to do."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from summarizer.errors import StoreError

DAMAGED = "Restore it from a copy, or move it away to start a new one; answers in it will then be paid for again"
FULL = "Free some disk space and run again; every answer kept so far is still there"
HELD = "Another process has held it for too long; run again when that one is done"
MEMORY = "There is too little memory, or the file is damaged: run again with more, or restore it from a copy"
OTHERWISE = "Check the path, its permissions and the room on its disk, or name another file with --store"

_ADVICE = {
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_IOERR_SHORT_READ": DAMAGED,
    "SQLITE_IOERR_READ": DAMAGED,
    "SQLITE_MISMATCH": DAMAGED,
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": FULL,
    "SQLITE_BUSY": HELD,
    "SQLITE_LOCKED": HELD,
    "SQLITE_NOMEM": MEMORY,
    "SQLITE_TOOBIG": MEMORY,
}
"""By SQLite's name of the error; the longest name that it starts with counts. See https://sqlite.org/rescode.html."""


@contextlib.contextmanager
def told(path: Path, action: str) -> Iterator[None]:
    """Raise whatever SQLite or the disk raises as a StoreError that names the file.

    Args:
        path: the file.
        action: what could not be done with it: "opened", "read", "written".
    """
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, OSError, ValueError, OverflowError, MemoryError) as error:
        # ValueError: a text that is no UTF-8 (UnicodeError), a path with a NUL in it.
        raise StoreError(f"{path}: the answer store cannot be {action} ({_reason(error)}). {_advice(error)}") from error


def damaged(path: Path, what: str) -> StoreError:
    """The error for a file whose content is not what was written."""
    return StoreError(f"{path}: the answer store is damaged ({what}). {DAMAGED}")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0]


def _advice(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return MEMORY
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        return DAMAGED
    name = getattr(error, "sqlite_errorname", "")
    known = [prefix for prefix in _ADVICE if name.startswith(prefix)]
    return _ADVICE[max(known, key=len)] if known else OTHERWISE
