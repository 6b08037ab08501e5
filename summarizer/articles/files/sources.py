"""Files and folders: what may be opened, how much of it is read, and in which order.

Devices, pipes and sockets are refused by `stat` before they are opened, for opening one can block for ever.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from summarizer.articles.files.passed_over import is_hidden_folder, is_of_saved_page, kind_passed_over
from summarizer.errors import ArticleError
from summarizer.terms import NOTES_LIST

MAX_BYTES = 20_000_000
LARGE = 500_000
"""Bytes, as they are or unpacked. Below this no file takes long to read."""


@dataclass
class Walk:
    """The files below a folder.

    Attributes:
        paths: those that may be articles, in order.
        errors: folders that cannot be listed.
        passed_over: how many others there are, by kind.
    """

    paths: list[str] = field(default_factory=list)
    errors: list[ArticleError] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


def shown(path: str | os.PathLike[str]) -> str:
    """A path as text that can be printed and stored: bytes that are not UTF-8 and control characters escaped."""
    name = os.fsdecode(path).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode() for c in name)


def takes_long(path: str | os.PathLike[str]) -> bool:
    """Its name or its size says that reading it takes more than a moment."""
    try:
        return os.fsdecode(path).lower().endswith(".pdf") or Path(path).stat().st_size > LARGE
    except (OSError, ValueError):
        return False


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


def walk(folder: str) -> Walk:
    """Every file below a folder: what may be an article in order of the paths, all else counted.

    Links to folders are not followed, so no loop.
    """
    found = Walk()
    refused: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if _is_entered(root, name, files, found.passed_over))
        for name in sorted(files):
            if kind := kind_passed_over(name):
                found.passed_over[kind] += 1
            else:
                found.paths.append(str(Path(root) / name))
    for error in refused:
        where = shown(error.filename or folder)
        found.errors.append(ArticleError(where, f"the folder cannot be listed ({error.strerror}); check its permissions"))
    return found


def _is_entered(root: str, name: str, files: list[str], passed_over: Counter[str]) -> bool:
    """Whether a folder is looked into; if not, it is counted."""
    if is_hidden_folder(name):
        passed_over["hidden files"] += 1
    elif (Path(root) / name).is_symlink():
        passed_over["links to folders"] += 1
    elif (Path(root) / name / NOTES_LIST).is_file():
        passed_over["folders of notes of this program"] += 1
    elif is_of_saved_page(name, files):
        passed_over["parts of saved pages"] += sum(len(below) for _, _, below in os.walk(Path(root) / name))
    else:
        return True
    return False
