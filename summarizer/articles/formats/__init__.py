"""From bytes to drafts: every article in a file, in the format that its content shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from summarizer.articles.draft import Draft, Source
from summarizer.articles.files.archives import MAX_DEPTH, Budget, DamagedError
from summarizer.articles.files.charsets import label_in
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.sniffing import (
    BY_SUFFIX,
    Kind,
    bytes_kind,
    foreign_format,
    is_mail,
    text_kind,
)
from summarizer.articles.files.zip_kinds import zip_kind
from summarizer.articles.formats.inside import Found, Inside
from summarizer.articles.formats.mail.mails import read_mail
from summarizer.articles.formats.office.epub import read_epub
from summarizer.articles.formats.office.opendocument import read_opendocument
from summarizer.articles.formats.office.rtf import read_rtf
from summarizer.articles.formats.office.word import read_word
from summarizer.articles.formats.packing.archives import read_gzip, read_tar, read_zip
from summarizer.articles.formats.packing.warc import read_warc
from summarizer.articles.formats.packing.webarchive import read_webarchive
from summarizer.articles.formats.pdf import Parse, PdfError, parsed, read_pdf
from summarizer.articles.formats.refusals import BadEntry, BrokenJsonError, NotArticlesError, SavedReportError
from summarizer.articles.formats.texts import divided, drafts_of_text, with_note
from summarizer.digests import sha256_of
from summarizer.schema.articles import SourceKind

__all__ = ["BadEntry", "BrokenJsonError", "NotArticlesError", "PdfError", "SavedReportError", "UndecodableError", "drafts_of"]

_MAX_CONTROL_SHARE = 0.02
_INSIDE_PDF = (
    re.compile(r"^\d{1,9} \d{1,5} obj\b", re.MULTILINE),
    re.compile(r"endobj"),
    re.compile(r"endstream|startxref|/Type\s?/\w"),
)
_HEAD = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_OF_BYTES: dict[Kind, Callable[[bytes, Inside], Found]] = {
    Kind.PDF: lambda data, inside: [read_pdf(data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n"), inside.parse)],
    Kind.RTF: lambda data, _: [read_rtf(data)],
    Kind.WORD: read_word,
    Kind.OPEN_DOCUMENT: lambda data, inside: [read_opendocument(data, inside.budget)],
    Kind.EPUB: read_epub,
    Kind.WARC: read_warc,
    Kind.WEBARCHIVE: lambda data, _: [read_webarchive(data)],
    Kind.MAIL: read_mail,
    Kind.ZIP: read_zip,
    Kind.TAR: read_tar,
    Kind.GZIP: read_gzip,
}
_DOCUMENTS = frozenset({Kind.PDF, Kind.RTF, Kind.WORD, Kind.OPEN_DOCUMENT})
_PACKING = frozenset({Kind.ZIP, Kind.TAR, Kind.GZIP, Kind.WARC})


def drafts_of(
    data: bytes, hint: Kind | None, parse: Parse = parsed, budget: Budget | None = None, charset: str | None = None
) -> list[Draft | BadEntry]:
    """Drafts of everything in the bytes.

    Args:
        data: what a file holds.
        hint: what the file's name says, None for standard input.
        parse: what finds the words on the pages of a PDF.
        budget: how much may be unpacked.
        charset: what is declared elsewhere than in the file, for one that declares none itself.

    Raises:
        UndecodableError, PdfError, BrokenJsonError: the bytes cannot be read.
        NotArticlesError: they can be read and hold no article.
    """
    return _drafts(data, hint, _Means(budget or Budget(), parse, charset), 0)


@dataclass(frozen=True, slots=True)
class _Means:
    """What `drafts_of` was given to read with."""

    budget: Budget
    parse: Parse
    charset: str | None = None


def _drafts(data: bytes, hint: Kind | None, means: _Means, depth: int) -> Found:
    if depth > MAX_DEPTH:
        raise DamagedError("lies too deep in archives within archives; unpack them first")
    within = replace(means, charset=None)
    inside = Inside(lambda inner, name: _drafts(inner, _hint(name), within, depth + 1), means.budget, means.parse)
    return _with_source(_read(data, hint, inside, means.charset), data, "member" if depth else "file")


def _with_source(found: Found, data: bytes, kind: SourceKind) -> Found:
    """The drafts with the bytes that they were read from, where they are not of a member that was noted before."""
    if all(isinstance(d, BadEntry) or d.source for d in found):
        return found
    source = Source(sha256_of(data), kind)
    return [d if isinstance(d, BadEntry) or d.source else replace(d, source=source) for d in found]


def _read(data: bytes, hint: Kind | None, inside: Inside, charset: str | None) -> Found:
    kind = _kind(data)
    if kind is not None:
        found = _OF_BYTES[kind](data, inside)
        return with_note(
            divided(found, by_hand=kind is not Kind.PDF) if kind in _DOCUMENTS else found,
            None if kind in _PACKING else hint,
            kind,
        )
    if foreign := foreign_format(data):
        raise UndecodableError(f"is {foreign}, not an article; save it as text, HTML or PDF")
    return _decoded(data, hint, inside, charset)


def _hint(name: str) -> Kind | None:
    return BY_SUFFIX.get(PurePosixPath(name).suffix.lower())


def _kind(data: bytes) -> Kind | None:
    kind = bytes_kind(data)
    if kind is Kind.ZIP:
        return zip_kind(data)
    return Kind.MAIL if kind is None and is_mail(data) else kind


def _decoded(data: bytes, hint: Kind | None, inside: Inside, charset: str | None) -> Found:
    decoded = decode(data, None if charset and label_in(data) else charset)
    _refuse_binary(decoded.text)
    if is_mail(decoded.text[:_HEAD].encode("utf-8", "surrogatepass")):  # a mail that an editor has saved again, in UTF-16
        return with_note(read_mail(decoded.text.encode("utf-8", "surrogatepass"), inside), hint, Kind.MAIL)
    kind = text_kind(decoded.text, hint)
    notes = (decoded.note,) if decoded.note else ()
    return [
        d if isinstance(d, BadEntry) else replace(d, notes=notes + d.notes) for d in drafts_of_text(decoded.text, kind, hint)
    ]


def _refuse_binary(text: str) -> None:
    control = len(_CONTROL.findall(text))
    if text and control > max(20, _MAX_CONTROL_SHARE * len(text)) and text.strip("\0 \t\r\n"):
        raise UndecodableError("holds binary data, not text; save the article as text, HTML or PDF")
    if all(pattern.search(text) for pattern in _INSIDE_PDF):
        raise UndecodableError("holds the inside of a damaged PDF, not text; save the PDF again or take its text out")
