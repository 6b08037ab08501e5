"""The rule by which notes are written where people write too: nothing that somebody wrote is ever replaced or removed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from summarizer.errors import ConfigError, StoreError
from summarizer.store import check_writable, write_file
from summarizer.terms import NOTES_LIST

MANIFEST = NOTES_LIST
"""Which files the program wrote, with the SHA-256 of each version it wrote or offered."""
LARGEST_MANIFEST = 1 << 26
LONGEST_NAME = 255
"""Bytes of a note's name with its folder; a file system takes no more of the name alone."""
AT_ONCE = 16
"""Notes that are written side by side."""
NEW_VERSION = " (new version)"
"""Behind the name of a note that lies beside one that somebody changed."""
Hashes = Mapping[str, list[str]]


@dataclass(frozen=True)
class Written:
    """What became of the notes.

    Attributes:
        beside: the notes that somebody changed or made and of which a new version lies beside, by the name of that.
        left: names of notes that somebody changed and of which there is no new version: what they told is no more.
    """

    written: int
    removed: int
    beside: Mapping[str, str]
    left: tuple[str, ...]


def check_vault(folder: Path) -> None:
    """Make sure, before anything is paid for, that notes can be written there. Raises ConfigError, StoreError."""
    if folder.is_symlink():
        raise ConfigError(f"{folder}: is a link to elsewhere; name another folder for the vault")
    check_writable(folder)
    _manifest(folder)


def write_vault(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> Written:
    """Write the notes, and remove those written before that are no more.

    A file is replaced or removed only if it is byte for byte what this program wrote there. Of a note that somebody
    changed a new version is laid beside it, once for each new content: whoever has taken over what is new removes it.

    Args:
        folder: of these notes alone; people may add notes of their own.
        files: names with "/" between folders, no two of which differ in case alone.

    Raises:
        ConfigError: the list of what was written cannot be read, or a part of the folder is a link to elsewhere.
        StoreError: the disk refuses.
    """
    new = {name: content if isinstance(content, bytes) else content.encode() for name, content in files}
    check_vault(folder)
    before = _manifest(folder)
    for parent in sorted({(folder / name).parent for name in new}):
        if parent.is_symlink():
            raise ConfigError(f"{parent}: is a link to elsewhere; name another folder for the vault")
        check_writable(parent)
    beside = _beside(folder, new, before)
    new |= {other: new[name] for name, other in beside.items()}
    known = {
        name: list(dict.fromkeys([*before.get(name, ()), *([_hash(new[name])] if name in new else [])]))
        for name in {*new, *before}
    }
    _keep(folder, known)  # first: a crash half way must leave no note that looks changed by hand
    removed = _remove_gone(folder, new, before)  # before writing: the new name may differ in nothing but case
    there = {name: _hash_at(folder / name) for name in new}
    changed = [name for name, found in there.items() if found != _hash(new[name]) and _is_own(found, before.get(name, ()))]
    with ThreadPoolExecutor(AT_ONCE) as pool:  # each waits for the disk most of its time
        for _ in pool.map(lambda name: write_file(folder / name, new[name]), changed):
            pass
    foreign = {name for name in new if _hash_at(folder / name) != _hash(new[name])}
    left = tuple(sorted(name for name in before if name not in new and _hash_at(folder / name) is not None))
    _keep(folder, {name: known[name] if name in foreign or name in left else [_hash(new[name])] for name in {*new, *left}})
    return Written(len(changed), removed, beside, left)


def _beside(folder: Path, new: Mapping[str, bytes], before: Hashes) -> dict[str, str]:
    """For each note that somebody changed or made, the name of the new version, unless that was offered and taken away."""
    found = {}
    for name, content in new.items():
        there, digest = _hash_at(folder / name), _hash(content)
        if there == digest or _is_own(there, before.get(name, ())):
            continue
        path = PurePosixPath(name)
        other = str(path.with_name(f"{path.stem}{NEW_VERSION}{path.suffix}"))
        if digest not in before.get(name, ()) or _hash_at(folder / other) is not None:
            found[name] = other
    return found


def _is_own(found: str | None, known: Iterable[str]) -> bool:
    return found is None or found in known


def _remove_gone(folder: Path, new: Mapping[str, bytes], before: Hashes) -> int:
    gone = [name for name, hashes in before.items() if name not in new and _hash_at(folder / name) in hashes]
    for name in gone:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{folder / name}: cannot be removed ({error.strerror})") from error
    return len(gone)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _manifest(folder: Path) -> Hashes:
    file = folder / MANIFEST
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(LARGEST_MANIFEST))["files"]  # what is larger is cut, and so no JSON
        names = {str(name): [str(one) for one in hashes] for name, hashes in found.items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror})") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ConfigError(
            f"{file}: is damaged; name another folder, or remove the file and the notes you did not change"
        ) from error
    return {name: hashes for name, hashes in names.items() if _is_within(folder, name)}


def _is_within(folder: Path, name: str) -> bool:
    """The name leads to no file outside the folder."""
    path = PurePosixPath(name)
    if not path.name or path.is_absolute() or ".." in path.parts or any(char in name for char in "\\\0:"):
        return False
    try:
        if len(name.encode()) > LONGEST_NAME:
            return False
        return (folder / name).parent.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # not to be written as UTF-8, or a ring of links: none of ours
        return False


def _hash_at(file: Path) -> str | None:
    """What the file holds; None if there is none. A link or a folder is never the program's own."""
    try:
        if file.is_symlink() or file.is_dir():
            return "not a file of its own"
        return _hash(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror})") from error


def _keep(folder: Path, hashes: Hashes) -> None:
    write_file(folder / MANIFEST, json.dumps({"format": 1, "files": hashes}, indent=1, sort_keys=True) + "\n")
