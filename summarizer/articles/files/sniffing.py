"""What a file holds, by its content; its extension is only a hint."""

from __future__ import annotations

import re
from enum import StrEnum

from summarizer.articles.files.mail_heads import is_mail_head
from summarizer.articles.files.markup_heads import is_fragment, is_html, is_xml, xml_root


class Kind(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    JSON = "JSON"
    TABLE = "table"
    XML = "XML"
    MAIL = "mail or MHTML"
    RTF = "RTF"
    WORD = "a Word file"
    OPEN_DOCUMENT = "an OpenDocument text"
    EPUB = "EPUB"
    WARC = "WARC"
    WEBARCHIVE = "a Safari web archive"
    ZIP = "a zip archive"
    TAR = "a tar archive"
    GZIP = "gzip"


BY_SUFFIX = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".xml": Kind.XML,
    ".rss": Kind.XML,
    ".atom": Kind.XML,
    ".rdf": Kind.XML,
    ".nitf": Kind.XML,
    ".eml": Kind.MAIL,
    ".emlx": Kind.MAIL,
    ".mbox": Kind.MAIL,
    ".mht": Kind.MAIL,
    ".mhtml": Kind.MAIL,
    ".rtf": Kind.RTF,
    ".docx": Kind.WORD,
    ".docm": Kind.WORD,
    ".dotx": Kind.WORD,
    ".odt": Kind.OPEN_DOCUMENT,
    ".epub": Kind.EPUB,
    ".warc": Kind.WARC,
    ".webarchive": Kind.WEBARCHIVE,
    ".zip": Kind.ZIP,
    ".wacz": Kind.ZIP,
    ".tar": Kind.TAR,
    ".tgz": Kind.GZIP,
    ".gz": Kind.GZIP,
}
SUFFIXES = frozenset({".txt", ".text", ".ris", ".nbib", ".enw", *BY_SUFFIX})
"""Suffixes by which a file in a folder says that it may be an article."""

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file or an Outlook message (.doc, .xls, .msg)"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"%!PS", "a PostScript file"),
)
_MAGIC = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"bplist00", Kind.WEBARCHIVE),
    (b"WARC/1.", Kind.WARC),
    (b"WARC/0.", Kind.WARC),
)
_RTF = b"{\\rtf"
_TAR = slice(257, 262)
_BLANK = b"\xef\xbb\xbf\x00 \t\r\n"
_WITHIN = 1024
_HEAD = 20_000
_TAG = re.compile(r"<(?:p|div|span|br|h[1-6]|a|ul|ol|li|table|title|meta|article|section|main)\b[^>]{0,2000}>", re.IGNORECASE)


def foreign_format(data: bytes) -> str | None:
    """The name of a binary format that holds no article this program can read."""
    return next((name for magic, name in _FOREIGN if data.startswith(magic)), None)


def is_pdf(data: bytes) -> bool:
    """It starts as a PDF, perhaps after a few stray bytes of white space."""
    return data[:_WITHIN].lstrip(_BLANK).startswith(b"%PDF-")


def bytes_kind(data: bytes) -> Kind | None:
    """The format of bytes that are no plain text: PDF, RTF, and what packs other files (a Word file is a zip archive)."""
    if is_pdf(data):
        return Kind.PDF
    if data[:_WITHIN].lstrip(_BLANK).startswith(_RTF):
        return Kind.RTF
    if data[_TAR] == b"ustar":
        return Kind.TAR
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def has_markup(text: str) -> bool:
    """It holds HTML tags of running text."""
    return bool(_TAG.search(text[:100_000]))


def is_json(text: str) -> bool:
    """It starts as a JSON object or list."""
    return text[:1000].lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def looks_like_json(text: str) -> bool:
    """It starts as no prose does: a bracket or brace, then an object, a string or the end of one."""
    return bool(re.match(r"\ufeff?\s*(?:\{\s*[\"}]|\[\s*[{\"\]])", text[:1000]))


def is_mail(data: bytes) -> bool:
    """It starts as a mail, a mailbox, a page saved as MHTML, or the answer of a web server does."""
    return is_mail_head(data[:_HEAD].lstrip(_BLANK).decode("latin-1"))


def text_kind(text: str, hint: Kind | None) -> Kind:
    """The format of decoded text: what it looks like first, then what its extension says."""
    if is_xml(text):
        return Kind.XML
    if is_html(text):
        return Kind.HTML
    if hint is Kind.JSON or (hint is None and is_json(text)):
        return Kind.JSON
    if hint is Kind.HTML:
        return Kind.HTML if has_markup(text) else Kind.TEXT
    if is_fragment(text):
        return Kind.HTML
    return hint if hint in (Kind.MARKDOWN, Kind.TABLE) else Kind.TEXT


def shows_format(data: bytes) -> bool:
    """The bytes themselves show a format in which articles are kept; plain text shows nothing."""
    head = data[:_HEAD].decode("latin-1")
    return bytes_kind(data) is not None or is_mail(data) or is_html(head) or is_xml(head) or is_fragment(head)


__all__ = [
    "BY_SUFFIX",
    "SUFFIXES",
    "Kind",
    "bytes_kind",
    "foreign_format",
    "has_markup",
    "is_fragment",
    "is_html",
    "is_json",
    "is_mail",
    "is_pdf",
    "looks_like_json",
    "shows_format",
    "text_kind",
    "xml_root",
]
