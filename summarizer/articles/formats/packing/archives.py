"""Files that hold other files: zip, tar and gzip archives, and what is said of the members that give no article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from summarizer.articles.files.archives import Member, asides, gunzipped, tar_members, zip_members
from summarizer.articles.formats.inside import Found, Inside, noted
from summarizer.articles.formats.refusals import BadEntry, NotArticlesError

_MAX_NAMED = 5


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
