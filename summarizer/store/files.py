"""Output files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from summarizer.errors import StoreError

LONGEST_STEM = 100
"""Characters of the target's name in the temporary file's name, so that it stays below a file system's 255 bytes."""


def write_file(path: Path, content: bytes | str | Iterable[str]) -> None:
    r"""Put a text on disk as UTF-8 with "\n" line ends, atomically: after a crash it is the old file or the new one.

    Args:
        path: where it goes.
        content: the text, or its pieces in order, so that a long one need not be held as a whole; or bytes, as they are.

    Raises:
        StoreError: it cannot be written; an older file of that name is untouched.
    """
    path = Path(path)
    temporary = _temporary(path)
    try:
        pieces = [content] if isinstance(content, str | bytes) else content
        write_through(temporary, (piece if isinstance(piece, bytes) else piece.encode("utf-8") for piece in pieces))
        temporary.replace(path)
        sync_folder(path.parent)
    except UnicodeEncodeError as error:
        raise StoreError(f"{path}: the text holds a character that UTF-8 cannot carry ({error.reason})") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({reason_of(error)})") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """Make sure that files can be put into a folder; it is created if it is not there.

    Raises:
        StoreError: it cannot be created or written to, found before anything is paid for.
    """
    folder = Path(folder)
    probe = _temporary(folder / "probe")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_through(probe, [b"writable"])
    except FileExistsError as error:
        raise StoreError(f"{folder}: is a file; name a folder for the output") from error
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written to ({reason_of(error)}); name another folder") from error
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name[:LONGEST_STEM]}.{secrets.token_hex(6)}.tmp")


def write_through(path: Path, data: Iterable[bytes]) -> None:
    """Make a new file, on disk when this returns. Raises OSError."""
    with path.open("xb") as file:
        file.writelines(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system can sync a folder (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason_of(error: OSError) -> str:
    """What the system says went wrong."""
    return error.strerror or type(error).__name__
