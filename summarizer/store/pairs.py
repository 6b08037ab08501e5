"""Files that belong together: whatever moment a program is killed at, those that are there come from one run.

No system renames two files at once. So all are written whole under other names first; then a journal says that they are,
and from there on they are put in place, by this process or by the next one that looks into the folder. While that is
being done, for some ten thousandths of a second, the old files are out of the way: one that is missing misleads nobody,
one of another run does. Nothing is renamed over another file, which takes a hundred times as long.

    .report.json.X.new  .report.md.X.new     written and synced; without a journal they are rubbish
    .report.json.X.journal                   from here on the new ones count
    report.md, report.json -> .….X.old       the old ones, out of the way; the first one last
    .report.json.X.new     -> report.json    in place
    .report.md.X.new       -> report.md
    (the journal and the old ones are removed)
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from summarizer.errors import StoreError
from summarizer.store.files import LONGEST_STEM, reason_of, sync_folder, write_through

try:
    import fcntl
except ImportError:  # Windows: two programs that write the same files at the same moment are not told apart there
    fcntl = None  # type: ignore[assignment]

LONGEST_WAIT_S = 60.0
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""Errors that no free space and no other run will end."""
_OURS = re.compile(r"\.(?P<name>.+)\.(?P<run>[0-9a-f]{12})\.(?P<kind>new|old|journal)\Z")


@dataclass(frozen=True)
class _Files:
    """The files of one writing, by the names that they are to have."""

    folder: Path
    names: tuple[str, ...]
    run: str

    def at(self, name: str, kind: str) -> Path:
        return self.folder / f".{name[:LONGEST_STEM]}.{self.run}.{kind}"

    @property
    def journal(self) -> Path:
        return self.at(self.names[0], "journal")


def write_together(
    folder: Path, texts: Mapping[str, str | Iterable[str]], still: Mapping[str, bytes | None] = MappingProxyType({})
) -> bool:
    """Put some texts on disk as UTF-8, so that those of them that are in the folder always come from one call.

    Args:
        folder: where they go; it has to be there.
        texts: by their names, each a text or its pieces in order.
        still: what files of the folder have to hold, None for one that is not there, if the texts were made of them.

    Returns:
        Whether they were written: not if another program has changed one of those files since.

    Raises:
        StoreError: they cannot be written; the older ones are untouched then.
    """
    files = _Files(Path(folder), tuple(texts), secrets.token_hex(6))
    with _told(files.folder, files.names), alone(files.folder):
        _settle(files.folder, files.names)
        if any(_content(files.folder / name) != data for name, data in still.items()):
            return False
        try:
            _refuse_folders(files.folder, files.names)
            for name, text in texts.items():
                pieces = [text] if isinstance(text, str) else text
                write_through(files.at(name, "new"), (piece.encode("utf-8") for piece in pieces))
            _write_journal(files)
        except BaseException:
            # The journal first: without it, what is left of the others is rubbish.
            for file in (files.journal, *(files.at(name, "new") for name in files.names)):
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)
            raise
        try:
            _put_in_place(files)
        except KeyboardInterrupt:
            _put_in_place(files)
            raise
    return True


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def settle(folder: Path, names: Sequence[str]) -> None:
    """Bring what a killed program left in a folder to its end: put in place what it had written whole, remove the rest.

    Raises:
        StoreError: it cannot be done, or there is a folder where a file is to go.
    """
    folder = Path(folder)
    with _told(folder, names):
        _refuse_folders(folder, names)
        if any(_left_behind(folder, names)):
            with alone(folder):
                _settle(folder, names)


def _settle(folder: Path, names: Sequence[str]) -> None:
    for run in {found["run"] for found in _left_behind(folder, names) if found["kind"] == "journal"}:
        files = _Files(folder, _journalled(folder, names, run), run)
        if files.names:
            _put_in_place(files)
    for found in list(_left_behind(folder, names)):
        (folder / found.string).unlink(missing_ok=True)


def _journalled(folder: Path, names: Sequence[str], run: str) -> tuple[str, ...]:
    """The names in a journal, which may be more or fewer than today's; none if it is not one, whatever put it there.

    They begin with the same file, and all have its name but for the ending.
    """
    text = _Files(folder, tuple(names), run).journal.read_bytes()
    try:
        listed = json.loads(text)
    except ValueError:
        return ()
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed) or listed[:1] != [names[0]]:
        return ()
    stem = Path(names[0]).stem
    return tuple(listed) if all(re.fullmatch(rf"{re.escape(stem)}\.\w+", name) for name in listed) else ()


def _left_behind(folder: Path, names: Sequence[str]) -> Iterator[re.Match[str]]:
    stems = {name[:LONGEST_STEM] for name in (*names, f"{names[0]}.journal")}
    listed = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    return (found for found in map(_OURS.fullmatch, listed) if found and found["name"] in stems)


def _write_journal(files: _Files) -> None:
    unfinished = files.at(f"{files.names[0]}.journal", "new")
    try:
        write_through(unfinished, [json.dumps(files.names).encode()])
        sync_folder(files.folder)
        unfinished.replace(files.journal)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(files.folder)


def _put_in_place(files: _Files) -> None:
    """Every step may have been done already, by a process that was killed behind it."""
    first, *others = files.names
    try:
        if files.at(first, "new").exists():
            for name in (*others, first):
                _move(files.folder / name, files.at(name, "old"))
        _move(files.at(first, "new"), files.folder / first)
    except OSError:
        if files.at(first, "new").exists():  # else it is in place, whatever the system says, and the next process goes on
            _roll_back(files)
        raise
    for name in others:
        _move(files.at(name, "new"), files.folder / name)
    sync_folder(files.folder)
    files.journal.unlink(missing_ok=True)
    for name in files.names:
        files.at(name, "old").unlink(missing_ok=True)


def _roll_back(files: _Files) -> None:
    for name in files.names:
        _move(files.at(name, "old"), files.folder / name)
    files.journal.unlink(missing_ok=True)
    for name in files.names:
        files.at(name, "new").unlink(missing_ok=True)


def _move(source: Path, target: Path) -> bool:
    try:
        source.replace(target)
    except FileNotFoundError:
        return False
    return True


def _refuse_folders(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        if (folder / name).is_dir():
            raise StoreError(f"{folder / name}: is a folder; move it away, or name another folder for the output")


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other programs that write the same files out of the folder, where the system can lock one."""
    handle = None
    try:
        if fcntl is not None:
            handle = os.open(folder, os.O_RDONLY)
            _lock(handle, folder)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    last = time.monotonic() + LONGEST_WAIT_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EWOULDBLOCK, errno.EACCES, errno.EINTR}:
                return  # a file system without locks
            if time.monotonic() > last:
                raise StoreError(
                    f"{folder}: another program has been writing there for {LONGEST_WAIT_S:.0f} s; run again when it is done"
                ) from error
            time.sleep(0.01)
        else:
            return


@contextlib.contextmanager
def _told(folder: Path, names: Sequence[str]) -> Iterator[None]:
    what = " and ".join(", ".join(names).rsplit(", ", 1))
    try:
        yield
    except UnicodeEncodeError as error:
        raise StoreError(f"{folder}: {what} hold a character that UTF-8 cannot carry ({error.reason})") from error
    except OSError as error:
        if error.errno in FORBIDDEN:
            raise StoreError(
                f"{folder}: {what} cannot be written ({reason_of(error)}); make the folder writable, or "
                "use a copy of it elsewhere"
            ) from error
        raise StoreError(
            f"{folder}: {what} cannot be written ({reason_of(error)}); free some disk space there, or name another folder "
            "with --out. Every answer paid so far is kept, and the same command goes on from there"
        ) from error
