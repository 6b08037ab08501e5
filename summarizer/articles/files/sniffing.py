"""What a file holds, by its content; its extension is only a hint."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    JSON = "JSON"
    TABLE = "table"


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
}
SUFFIXES = frozenset({".txt", ".text", *BY_SUFFIX})
"""Suffixes by which a file in a folder says that it may be an article."""

_FOREIGN = (
    (b"PK\x03\x04", "a zip archive (or a Word, OpenDocument or EPUB file)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
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
_PDF_WITHIN = 1024
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*|<!--(?:(?!-->).){0,5000}-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:p|div|span|br|h[1-6]|a|ul|ol|li|table|title|meta|article|section|main)\b[^>]{0,2000}>", re.IGNORECASE)


def foreign_format(data: bytes) -> str | None:
    """The name of a binary format that holds no article this program can read."""
    return next((name for magic, name in _FOREIGN if data.startswith(magic)), None)


def is_pdf(data: bytes) -> bool:
    """It starts as a PDF, perhaps after a few stray bytes of white space."""
    return data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"%PDF-")


def is_html(text: str) -> bool:
    """It starts as an HTML page."""
    return bool(_HTML.match(text[:20_000]))


def has_markup(text: str) -> bool:
    """It holds HTML tags of running text."""
    return bool(_TAG.search(text[:100_000]))


def is_json(text: str) -> bool:
    """It starts as a JSON object or list."""
    return text[:1000].lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def looks_like_json(text: str) -> bool:
    """It starts as no prose does: a bracket or brace, then an object, a string or the end of one."""
    return bool(re.match(r"\ufeff?\s*(?:\{\s*[\"}]|\[\s*[{\"\]])", text[:1000]))


def text_kind(text: str, hint: Kind | None) -> Kind:
    """The format of decoded text: what it looks like first, then what its extension says."""
    if is_html(text):
        return Kind.HTML
    if hint is Kind.JSON or (hint is None and is_json(text)):
        return Kind.JSON
    if hint is Kind.HTML:
        return Kind.HTML if has_markup(text) else Kind.TEXT
    return hint if hint in (Kind.MARKDOWN, Kind.TABLE) else Kind.TEXT


def shows_format(data: bytes) -> bool:
    """The bytes themselves show a format in which articles are kept; plain text shows nothing."""
    return is_pdf(data) or is_html(data[:20_000].decode("latin-1"))
