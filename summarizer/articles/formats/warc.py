"""WARC files (ISO 28500), the web archives that wget, crawlers and browser extensions write: each saved page an article.

The date of a record is that of the visit, and says nothing of publication.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import web_address
from summarizer.articles.files.archives import MAX_MEMBERS, Budget, refuse_over
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.sources import MAX_BYTES
from summarizer.articles.formats.feeds import BadEntry, NotArticlesError
from summarizer.articles.formats.fragments import read_html
from summarizer.articles.formats.packed import DamagedError, Found, Inside, noted
from summarizer.articles.formats.plain_text import read_plain

MAX_RECORDS = 50_000
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_FAULTS = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, KeyError, AttributeError, TypeError, IndexError)
_OK = "200"
_PIECE = 1_000_000


@dataclass(slots=True)
class _Passed:
    """What a web archive holds besides its pages."""

    assets: int = 0
    failed: int = 0
    cut: bool = False


def read_warc(data: bytes, inside: Inside) -> Found:
    """Every page of a web archive that a server answered with success, plain or compressed; each address once.

    Raises:
        DamagedError: it cannot be read at all, or unpacks to too much.
        NotArticlesError: no page is in it.
    """
    passed = _Passed()
    pages: dict[str, Draft | BadEntry] = {}
    for record in _records(data, passed):
        address, entry = _entry(record, inside.budget, passed)
        if entry is not None and _better(entry, pages.get(address)):
            pages[address] = entry
            if len(pages) > MAX_MEMBERS:
                raise DamagedError(f"is a web archive of more than {MAX_MEMBERS:,} pages; take out those of the story")
    if not pages:
        if passed.cut:
            raise DamagedError("is a damaged web archive, of which no page can be read; download or save it again")
        raise NotArticlesError("is a web archive without a page that was answered with success")
    entries = list(pages.values())
    if len(entries) > 1:
        entries = [replace(entry, label=f"#{number}") for number, entry in enumerate(entries, 1)]
    return noted(entries, _notes(passed))


def _notes(passed: _Passed) -> list[str]:
    notes = []
    if passed.assets:
        notes.append(f"{passed.assets} records of the web archive are pictures, scripts or the like and were passed over")
    if passed.failed:
        notes.append(f"{passed.failed} pages of the web archive are errors or redirections and were passed over")
    if passed.cut:
        notes.append("the web archive breaks off before its end; what stands before was read")
    return notes


def _records(data: bytes, passed: _Passed) -> Iterator[ArcWarcRecord]:
    records = iter(ArchiveIterator(io.BytesIO(data), arc2warc=False))
    for _ in range(MAX_RECORDS):
        try:
            yield next(records)
        except StopIteration:
            return
        except _FAULTS:
            passed.cut = True
            return


def _better(entry: Draft | BadEntry, other: Draft | BadEntry | None) -> bool:
    """One that can be read, and among two copies of a page the one with more text (the first may be a consent page)."""
    if other is None or isinstance(entry, BadEntry):
        return other is None
    return isinstance(other, BadEntry) or len(entry.text) > len(other.text)


def _entry(record: ArcWarcRecord, budget: Budget, passed: _Passed) -> tuple[str, Draft | BadEntry | None]:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    kind, charset = _content_type(record)
    if record.rec_type == "conversion" and kind == "text/plain":
        page, charset = False, charset or "utf-8"
    elif record.rec_type in ("response", "resource") and kind in _PAGES and web_address(address):
        page = True
    else:
        passed.assets += record.rec_type in ("response", "resource")
        return address, None
    if record.http_headers is not None and record.http_headers.get_statuscode() != _OK:
        passed.failed += 1
        return address, None
    try:
        return address, _draft(_content(record, budget, passed), charset, address, page=page)
    except UndecodableError as error:
        if budget.left < 0:
            raise
        return address, BadEntry("", f"the page {address[:200]} {error}")


def _content_type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """The media type of what the record holds, and the charset that the server declared."""
    source = record.http_headers or record.rec_headers
    value = str(source.get_header("Content-Type") or "")
    charset = _CHARSET.search(value[:500])
    return value.split(";", maxsplit=1)[0].strip().lower(), charset[1] if charset else None


def _content(record: ArcWarcRecord, budget: Budget, passed: _Passed) -> bytes:
    """The page's bytes, transfer and content encoding undone; of one that breaks off, what there is."""
    pieces, size = [], 0
    stream = record.content_stream()
    try:
        while piece := stream.read(_PIECE):
            size += len(piece)
            budget.take(len(piece))
            refuse_over(size, MAX_BYTES)
            pieces.append(piece)
    except DamagedError:
        raise
    except _FAULTS:
        passed.cut = True
    return b"".join(pieces)


def _draft(content: bytes, charset: str | None, address: str, *, page: bool) -> Draft:
    decoded = decode(content, declared=charset)
    draft = read_html(decoded.text) if page else read_plain(decoded.text)
    facts = Facts(url=web_address(address)).or_else(draft.facts)
    return replace(draft, facts=facts, notes=((decoded.note,) if decoded.note else ()) + draft.notes)
