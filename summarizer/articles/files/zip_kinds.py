"""What a zip file is: an archive, or a document whose format packs its parts that way."""

from __future__ import annotations

import zipfile

from summarizer.articles.files.archives import FAULTS, DamagedError, open_zip
from summarizer.articles.files.sniffing import Kind

_EPUB, _ODT = b"application/epub+zip", b"application/vnd.oasis.opendocument.text"
_OFFICE = {"xl/": "an Excel file", "ppt/": "a PowerPoint file", "visio/": "a Visio file"}


def zip_kind(data: bytes) -> Kind:
    """Whether a zip file is a Word file, an OpenDocument text or an EPUB, by the parts it names.

    Raises:
        DamagedError: another office format, or a zip that cannot be opened.
    """
    with open_zip(data) as archive:
        names = set(archive.namelist())
        label = _first_bytes(archive, "mimetype") if "mimetype" in names else b""
    if label.startswith(_EPUB) or "META-INF/container.xml" in names:
        return Kind.EPUB
    if label.startswith(_ODT):
        return Kind.OPEN_DOCUMENT
    if label.startswith(b"application/vnd.oasis"):
        raise DamagedError("is an OpenDocument file without running text; save the article as text, HTML or PDF")
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        return Kind.WORD
    for start, kind in _OFFICE.items():
        if f"{start}workbook.xml" in names or ("[Content_Types].xml" in names and any(n.startswith(start) for n in names)):
            raise DamagedError(f"is {kind}, not an article; save the article as text, HTML or PDF")
    if "Index/Document.iwa" in names:
        raise DamagedError("is a file of Apple Pages; export it as Word or PDF")
    return Kind.ZIP


def _first_bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as stream:
            return stream.read(100)
    except FAULTS:
        return b""
