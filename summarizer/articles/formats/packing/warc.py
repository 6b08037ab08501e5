"""WARC files (ISO 28500), the web archives that wget, crawlers and browser extensions write: each saved page an article.

The date of a record is that of the visit, and says nothing of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import web_address
from summarizer.articles.files.archives import MAX_MEMBERS, Budget, DamagedError
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.formats.html.fragments import read_html
from summarizer.articles.formats.inside import Found, Inside, noted
from summarizer.articles.formats.packing.web_answer import Answer, answer_of, headers_of, unpacked
from summarizer.articles.formats.plain_text import read_plain
from summarizer.articles.formats.refusals import BadEntry, NotArticlesError

MAX_RECORDS = 100_000
_PAGES = ("text/html", "application/xhtml+xml")
_START = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MAX_HEAD = 64_000
_MAX_DIGITS, _MAX_FAULTS = 10, 20
_OK = "200"


@dataclass(slots=True)
class _Passed:
    """What a web archive holds besides its pages."""

    assets: int = 0
    failed: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    headers: dict[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<> ")


def read_warc(data: bytes, inside: Inside) -> Found:
    """Every page of a web archive that a server answered with success; each address once.

    Raises:
        DamagedError: it cannot be read at all, or unpacks to too much.
        NotArticlesError: no page is in it.
    """
    passed = _Passed()
    pages: dict[str, Draft | BadEntry] = {}
    for record in _records(data, passed):
        entry = _entry(record, inside.budget, passed)
        if entry is not None and _better(entry, pages.get(record.address)):
            pages[record.address] = entry
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
        notes.append(f"records of the web archive passed over (pictures, scripts and the like): {passed.assets}")
    if passed.failed:
        notes.append(f"pages of the web archive passed over (errors, redirections): {passed.failed}")
    if passed.cut:
        notes.append("the web archive breaks off or is damaged; what could be read of it was read")
    return notes


def _records(data: bytes, passed: _Passed) -> Iterator[_Record]:
    """The whole records of an archive; one that is cut off is none."""
    position, faults = 0, 0
    for _ in range(MAX_RECORDS):
        start = _START.search(data, position)
        if start is None:
            return
        end = _HEAD_END.search(data, start.end(), start.end() + _MAX_HEAD)
        headers = headers_of(data[start.end() : end.start()]) if end else {}
        length = headers.get("content-length", "")
        if end is None or not length.isdigit() or len(length) > _MAX_DIGITS:
            passed.cut, position, faults = True, start.end(), faults + 1
            if faults > _MAX_FAULTS:
                return
            continue
        position = end.end() + int(length)
        if position > len(data):
            passed.cut = True
            return
        yield _Record(headers, data[end.end() : position])


def _better(entry: Draft | BadEntry, other: Draft | BadEntry | None) -> bool:
    """One that can be read, and among two copies of a page the one with more text (the first may be a consent page)."""
    if other is None or isinstance(entry, BadEntry):
        return other is None
    return isinstance(other, BadEntry) or len(entry.text) > len(other.text)


def _entry(record: _Record, budget: Budget, passed: _Passed) -> Draft | BadEntry | None:
    if record.kind not in ("response", "resource", "conversion"):
        return None
    answer = _answer(record)
    is_page = answer.media_type in _PAGES and web_address(record.address) is not None
    if not is_page and not (record.kind == "conversion" and answer.media_type == "text/plain"):
        passed.assets += 1
        return None
    if answer.status != _OK:
        passed.failed += 1
        return None
    try:
        return _draft(unpacked(answer, budget), answer.charset, record.address, page=is_page)
    except UndecodableError as error:
        if budget.left < 0:
            raise
        return BadEntry("", f"the page {record.address[:200]} {error}")


def _answer(record: _Record) -> Answer:
    """What the server sent; a record that holds only the file is taken for a success."""
    kind = record.headers.get("content-type", "").split(";", maxsplit=1)[0].strip().lower()
    if kind == "application/http" or (record.kind == "response" and record.block.startswith(b"HTTP/")):
        return answer_of(record.block)
    return Answer(_OK, {"content-type": record.headers.get("content-type", "")}, record.block)


def _draft(content: bytes, charset: str | None, address: str, *, page: bool) -> Draft:
    decoded = decode(content, declared=charset if page else charset or "utf-8")
    draft = read_html(decoded.text) if page else read_plain(decoded.text)
    facts = Facts(url=web_address(address)).or_else(draft.facts)
    return replace(draft, facts=facts, notes=((decoded.note,) if decoded.note else ()) + draft.notes)
