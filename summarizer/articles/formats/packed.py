"""Files that hold other files: zip, tar and gzip archives, and what is said of the members that give no article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from summarizer.articles.draft import Draft
from summarizer.articles.files.archives import Budget, DamagedError, Member, asides, gunzipped, tar_members, zip_members
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.bad_entry import BadEntry
from summarizer.articles.formats.feeds import BrokenJsonError, NotArticlesError
from summarizer.articles.formats.pdf import PdfError

Found = list[Draft | BadEntry]
_UNUSABLE = (UndecodableError, PdfError, BrokenJsonError)
_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class Inside:
    """How what lies inside a file is read: the reader of any bytes, and what may still be unpacked.

    Attributes:
        read: drafts of bytes and the name they stand under, "" if they have none.
        budget: shared by everything that lies in one file.
    """

    read: Callable[[bytes, str], Found]
    budget: Budget

    def member(self, data: bytes, name: str, label: str) -> Found:
        """The articles of one member under its label; a member that cannot be used is one entry that says why.

        Raises:
            NotArticlesError: it can be read and holds no article.
            DamagedError: the file as a whole unpacks to too much.
        """
        try:
            found = self.read(data, name)
        except (RecursionError, MemoryError):
            return [BadEntry(label, "is built so that it cannot be read; save its text instead")]
        except _UNUSABLE as error:
            if self.budget.left < 0:
                raise
            return [BadEntry(label, str(error))]
        return [replace(entry, label=label + entry.label) for entry in found]


def read_zip(data: bytes, inside: Inside) -> Found:
    """Every article of a zip archive, labelled with its path in it ("/press/ferry.html").

    Raises:
        DamagedError: the archive cannot be opened or unpacks to too much.
        NotArticlesError: nothing in it is an article.
    """
    passed = asides(data)
    return _members(zip_members(data, inside.budget), inside, passed)


def read_tar(data: bytes, inside: Inside) -> Found:
    """Every article of a tar archive, labelled as those of a zip archive are.

    Raises:
        DamagedError, NotArticlesError: as with a zip archive.
    """
    return _members(tar_members(data, inside.budget), inside, 0)


def read_gzip(data: bytes, inside: Inside) -> Found:
    """What is packed in a gzip file, read as a file of its own; it has no label, for it is the only one.

    Raises:
        DamagedError: broken, broken off, or too large; and whatever the reader of its content raises.
    """
    unpacked, name = gunzipped(data, inside.budget)
    return inside.read(unpacked, name)


def _members(members: Iterable[Member], inside: Inside, passed: int) -> Found:
    found: Found = []
    others: list[str] = []
    for member in members:
        label = "/" + member.name.lstrip("/")
        if member.fault is not None:
            found.append(BadEntry(label, member.fault))
            continue
        try:
            found.extend(inside.member(member.data, PurePosixPath(member.name).name, label))
        except NotArticlesError:
            others.append(member.name)
    if not found:
        raise NotArticlesError("is an archive in which no file is an article")
    return _with_notes(found, passed, others)


def _with_notes(found: Found, passed: int, others: list[str]) -> Found:
    """The first article says what of the archive was passed over."""
    notes = [f"files of the archive passed over (images, style sheets and the like): {passed}"] if passed else []
    if others:
        more = f" and {len(others) - _MAX_NAMED} more" if len(others) > _MAX_NAMED else ""
        notes.append(f"no articles, left out of the archive: {', '.join(others[:_MAX_NAMED])}{more}")
    return noted(found, notes)


def noted(found: Found, notes: list[str]) -> Found:
    """The entries with notes on the first that is an article."""
    first = next((at for at, entry in enumerate(found) if isinstance(entry, Draft)), None)
    if first is None or not notes:
        return found
    draft = found[first]
    assert isinstance(draft, Draft)  # noqa: S101 (found so just above)
    return [*found[:first], replace(draft, notes=(*draft.notes, *notes)), *found[first + 1 :]]


__all__ = ["Budget", "DamagedError", "Found", "Inside", "noted", "read_gzip", "read_tar", "read_zip"]
