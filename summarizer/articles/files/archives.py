"""What is packed in a file: zip, tar and gzip, read in memory under limits; nothing is ever written to disk.

Names of members are only labels here, so a name that points elsewhere ("../../etc") leads nowhere.
"""

from __future__ import annotations

import gzip
import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.files.sources import MAX_BYTES, shown

MAX_MEMBERS = 2000
MAX_TOTAL = 100_000_000
MAX_WEB_ARCHIVE = 100_000_000
MAX_DEPTH = 4
_MAX_LISTED = 20_000
_MAX_RATIO, _RATIO_FROM = 250, 5_000_000
_PIECE = 1_000_000
_ENCRYPTED = 0x1
FAULTS = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError,
    OSError, ValueError, KeyError, IndexError, OverflowError,
)  # fmt: skip
_GZIP_START, _MAX_GZIP_MEMBERS = b"\x1f\x8b\x08", 100_000
_WARC, _HEAD = b"WARC/", 2000
_ENTRY = b"PK\x01\x02"
_UNREAD = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .heic .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .m4a "
    ".m4v .mov .avi .webm .ogg .ogv .wav .swf .ncx .opf .xpgt .db .ini .exe .dll .cdx .cdxj .idx .ics .vcf .p7s .asc "
    ".sig .xlsx .xls "
    ".pptx .ppt .ds_store".split()
)
_PAGE_PARTS = re.compile(r"(?P<page>.{1,300})(?:_files|\.files|_file|-Dateien|_fichiers|_archivos)/", re.DOTALL)


class DamagedError(UndecodableError):
    """A container that is broken, encrypted, or beyond the limits; the message says what to do."""


@dataclass(slots=True)
class Budget:
    """How much may still be unpacked out of one file."""

    left: int = MAX_TOTAL
    members: int = MAX_MEMBERS

    def take(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            DamagedError: more than a file may hold.
        """
        self.left -= count
        if self.left < 0:
            raise DamagedError(f"unpacks to more than {MAX_TOTAL // 1_000_000} MB; unpack it and take out the articles")


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive: its name, and its bytes or why it cannot be used."""

    name: str
    data: bytes = b""
    fault: str | None = None


def open_zip(data: bytes) -> zipfile.ZipFile:
    """A zip file's list of members.

    Raises:
        DamagedError: it has none, or too many.
    """
    _refuse_crowd(data.count(_ENTRY))
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        why = "it breaks off, or its list of files is broken" if isinstance(error, zipfile.BadZipFile) else _said(error)
        raise DamagedError(f"is a damaged zip archive ({why}); save or download it again") from None


def _too_many() -> str:
    return f"holds more than {MAX_MEMBERS:,} files; unpack it and take out the articles"


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def part(archive: zipfile.ZipFile, name: str, budget: Budget) -> bytes | None:
    """The bytes of one part of a document; None if it has no such part.

    Raises:
        DamagedError: encrypted, broken, or too large.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    member = _zip_member(archive, info, budget)
    if member.fault:
        raise DamagedError(f"its part {shown(name)} {member.fault}")
    return member.data


def zip_members(data: bytes, budget: Budget) -> Iterator[Member]:
    """Every file of a zip archive that may hold an article, in the order of its names.

    Raises:
        DamagedError: the archive as a whole cannot be used.
    """
    with open_zip(data) as archive:
        listed = [info for info in archive.infolist() if not info.is_dir()]
        infos = {info.filename: info for info in listed}
        for name in sorted({info.filename for info in listed if infos[info.filename] is not info}):
            yield Member(shown(name), fault="stands more than once in the archive; the last one was read")
        if _is_web_archive(infos):
            infos = {name: info for name, info in infos.items() if name.startswith("archive/")}
        for name in _wanted(list(infos), budget):
            yield _zip_member(archive, infos[name], budget)


def _is_web_archive(names: Iterable[str]) -> bool:
    """A WACZ file: web archives in one folder, lists of what is in them beside it."""
    return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member:
    name = shown(info.filename)
    if info.flag_bits & _ENCRYPTED:
        return Member(name, fault="is encrypted; unpack it with its password first")
    try:
        with archive.open(info) as stream:
            return _capped(name, stream.read, budget, max(info.compress_size, 1))
    except DamagedError:
        raise
    except FAULTS as error:
        return Member(name, fault=f"is damaged in the archive ({_said(error)}); save or download it again")


def _capped(name: str, read: Callable[[int], bytes], budget: Budget, packed: int) -> Member:
    pieces, size = [], 0
    while piece := read(_PIECE):
        size += len(piece)
        budget.take(len(piece))
        if size > MAX_BYTES:
            return Member(name, fault=f"is larger than {MAX_BYTES // 1_000_000} MB unpacked, too large for an article")
        if size > _RATIO_FROM and size > _MAX_RATIO * packed:
            return Member(name, fault=f"unpacks to more than {_MAX_RATIO} times its size, as no article does")
        pieces.append(piece)
    return Member(name, b"".join(pieces))


def tar_members(data: bytes, budget: Budget) -> Iterator[Member]:
    """Every regular file of a tar archive that may hold an article, in the order of its names.

    Raises:
        DamagedError: the archive is broken or holds too many files.
    """
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            found: dict[str, tarfile.TarInfo] = {}
            for info in archive:
                _refuse_crowd(len(found))
                if info.isreg():
                    found[info.name] = info
            for name in _wanted(list(found), budget):
                stream = archive.extractfile(found[name])
                if stream is not None:
                    yield _capped(shown(name), stream.read, budget, max(found[name].size, 1))
    except DamagedError:
        raise
    except FAULTS as error:
        raise DamagedError(f"is a damaged tar archive ({_said(error)}); download it again") from None


def _wanted(names: list[str], budget: Budget) -> list[str]:
    """Members to read, by name: no folder's hidden files, no images or style sheets, no parts of a saved page."""
    pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
    wanted = sorted(name for name in names if not _is_aside(name, pages))
    budget.members -= len(wanted)
    if budget.members < 0:
        raise DamagedError(_too_many())
    return wanted


def _is_aside(name: str, pages: set[str]) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    parts = _PAGE_PARTS.match(name)
    return (
        any(piece.startswith((".", "__MACOSX")) for piece in path.parts if piece != "..")
        or path.suffix.lower() in _UNREAD
        or path.name.lower() == "thumbs.db"
        or bool(parts and parts["page"] in pages)
    )


def asides(data: bytes) -> int:
    """How many files of a zip archive are passed over without a look (images, style sheets, a system's own)."""
    with open_zip(data) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        return len(names) - len(_wanted(names, Budget(members=len(names))))


def gunzipped(data: bytes, budget: Budget) -> tuple[bytes, str]:
    """The one file in a gzip file, and the name it was packed under ("" if that was not kept).

    A web archive may be larger than an article, and of one that breaks off what there is is given.

    Raises:
        DamagedError: it breaks off, is broken, or unpacks to more than its limit.
    """
    if data.count(_GZIP_START) > _MAX_GZIP_MEMBERS:
        raise DamagedError("is a gzip file of too many pieces; unpack it and take out the articles")
    archive = _starts_archive(data)
    limit = MAX_WEB_ARCHIVE if archive else MAX_BYTES
    pieces, size = [], 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            while piece := stream.read1(_PIECE):
                size += len(piece)
                budget.take(len(piece))
                refuse_over(size, limit)
                pieces.append(piece)
    except DamagedError:
        raise
    except EOFError:
        if not archive or not pieces:
            raise DamagedError("is a gzip file that breaks off before its end; download it again") from None
    except FAULTS as error:
        raise DamagedError(f"is a damaged gzip file ({_said(error)}); download it again") from None
    return b"".join(pieces), _gzip_name(data)


def _starts_archive(data: bytes) -> bool:
    """What is packed is a web archive."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_HEAD], len(_WARC)) == _WARC
    except zlib.error:
        return False


def refuse_over(size: int, limit: int) -> None:
    """Refuse what unpacks to more than its limit."""
    if size > limit:
        raise DamagedError(f"unpacks to more than {limit // 1_000_000} MB, too large for an article")


def _refuse_crowd(count: int) -> None:
    if count > _MAX_LISTED:
        raise DamagedError(_too_many())


def _gzip_name(data: bytes) -> str:
    """The name in the header of a gzip file (RFC 1952), where there is one and no extra field before it."""
    if len(data) < 11 or not data[3] & 8 or data[3] & 4:  # noqa: PLR2004 (offsets of the header)
        return ""
    name = data[10:310].split(b"\0")[0]
    return PurePosixPath(name.decode("latin-1")).name
