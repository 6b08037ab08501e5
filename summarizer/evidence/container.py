"""A bundle as a file: a zip archive whose bytes are a function of its members, and back, from anybody's hands.

Members are stored as they are, in the order of their names, all at one time: packing would differ from one version of zlib
to the next. The bytes of a bundle can so be made again from its members, and a change anywhere in the file is seen.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

MOST_BYTES = 200_000_000
"""Of a bundle, packed and unpacked."""
MOST_MEMBERS = 10_000
_PIECE = 1_000_000
_ENCRYPTED = 0x1
_TIME = (1980, 1, 1, 0, 0, 0)
_FILE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}){0,2}")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError,
    IndexError, OverflowError, MemoryError,
)  # fmt: skip


class NoBundleError(ValueError):
    """These bytes are no bundle; the message says why."""


class DamagedBundleError(NoBundleError):
    """It is a bundle, and its report cannot be read any more; the message says why."""


@dataclass(frozen=True)
class Unpacked:
    """What a file holds.

    Attributes:
        data: the bytes of the file; members: those that could be read, by name.
        faults: what is wrong with the others, and with how the file is put together, a line each.
    """

    data: bytes
    members: Mapping[str, bytes]
    faults: tuple[str, ...] = ()


@dataclass
class _Room:
    """How many bytes may still be unpacked."""

    left: int = MOST_BYTES
    faults: list[str] = field(default_factory=list)


def packed(members: Mapping[str, bytes]) -> bytes:
    """The bytes of a bundle of these members; the same members give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system, info.external_attr = _UNIX, _FILE
            archive.writestr(info, members[name])
    return stream.getvalue()


def unpacked(data: bytes) -> Unpacked:
    """The members in the bytes of a bundle. Nothing is written to disk, and a name is only a label.

    Raises:
        NoBundleError: they are no zip file, or one of too many or too large members.
    """
    if len(data) > MOST_BYTES:
        raise NoBundleError(f"is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise NoBundleError(f"is no zip file ({_said(error)})") from None
    with archive:
        infos = archive.infolist()
        if len(infos) > MOST_MEMBERS:
            raise NoBundleError(f"holds more than {MOST_MEMBERS:,} members")
        room = _Room()
        twins = {name for name, times in Counter(info.filename for info in infos).items() if times > 1}
        room.faults += [f"member {_shown(name)} is there more than once; none of them is read" for name in sorted(twins)]
        members = {}
        for info in infos:
            content = None if info.filename in twins else _member(archive, info, room)
            if content is not None:
                members[info.filename] = content
    return Unpacked(data, members, tuple(room.faults))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: _Room) -> bytes | None:
    """The bytes of one member; None, and a fault, if it cannot be or must not be read."""
    fault = _refused(info)
    if fault is None:
        try:
            with archive.open(info) as stream:
                return b"".join(_pieces(stream, room))
        except NoBundleError:
            raise
        except _FAULTS as error:
            fault = f"is damaged ({_said(error)})"
    room.faults.append(f"member {_shown(info.filename)} {fault}")
    return None


def _pieces(stream: IO[bytes], room: _Room) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        room.left -= len(piece)
        if room.left < 0:
            raise NoBundleError(f"unpacks to more than {MOST_BYTES // 1_000_000} MB")
        yield piece


def _refused(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not even opened."""
    mode = info.external_attr >> 16
    if not _NAME.fullmatch(info.filename):
        return "has a name that no bundle gives"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        return "is no regular file"
    if info.compress_type not in _METHODS:
        return "is packed in a way that no bundle is"
    return None


def _shown(name: str) -> str:
    return ascii(name[:100])


def _said(error: BaseException) -> str:
    return " ".join(ascii(str(error))[1:-1].split())[:100] or type(error).__name__
