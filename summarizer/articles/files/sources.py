"""Files and folders: what may be opened, how much of it is read, and in which order.

Devices, pipes and sockets are refused by `stat` before they are opened, for opening one can block for ever.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from summarizer.errors import ArticleError

MAX_BYTES = 20_000_000
SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".json", ".jsonl", ".csv", ".tsv", ".ris", ".nbib", ".enw"}
)
"""What counts as an article when a folder is walked."""
LABELS = frozenset({"gold.json"})
"""Hand-made labels that lie beside articles; never articles themselves."""


def shown(path: str | os.PathLike[str]) -> str:
    """A path as text that can be printed and stored: bytes that are not UTF-8 and control characters escaped."""
    name = os.fsdecode(path).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode() for c in name)


def load(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a regular file of at most `MAX_BYTES`.

    Raises:
        ArticleError: no such file, not a regular file, unreadable, or too large.
    """
    name = shown(path)
    try:
        _refuse_special(name, Path(path).stat())
        with Path(path).open("rb") as stream:
            return read_capped(stream, name)
    except FileNotFoundError:
        raise ArticleError(name, "no such file; check the name") from None
    except PermissionError:
        raise ArticleError(name, "may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(name, f"cannot be opened ({reason}); check the name") from None


def _refuse_special(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ArticleError(name, "is a folder; name a file in it, or give the folder to the command that reads folders")
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError(name, "is a device, pipe or socket, not a file; use “-” to read standard input")
    if status.st_size > MAX_BYTES:
        raise ArticleError(name, _too_large())


def read_capped(stream: IO[bytes], name: str) -> bytes:
    """What a binary stream holds, if it is at most `MAX_BYTES`.

    Raises:
        ArticleError: it holds more.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ArticleError(name, _too_large())
    return data


def _too_large() -> str:
    return f"is larger than {MAX_BYTES // 1_000_000} MB, too large for an article; split it or take the text out of it"


def is_folder(path: str | os.PathLike[str]) -> bool:
    """It exists and is a folder, or a link to one."""
    try:
        return Path(path).is_dir()
    except ValueError:
        return False


def walk(folder: str) -> Iterator[str | ArticleError]:
    """Article files below a folder in order of their paths; hidden ones and other extensions are left out.

    A folder that cannot be listed comes as an error among them. Links to folders are not followed, so no loop.
    """
    errors: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES and name.lower() not in LABELS:
                yield str(Path(root) / name)
    for error in errors:
        where = shown(error.filename or folder)
        yield ArticleError(where, f"the folder cannot be listed ({error.strerror}); check its permissions")
