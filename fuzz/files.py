"""Fuzzes what turns the bytes of a file into text: charsets, packed files, RTF, mails, the words of a PDF's pages.

    python fuzz/files.py [-max_total_time=60] [CORPUS]

Needs atheris (https://github.com/google/atheris), which is no dependency of the program. A file may be refused; whatever
else is raised is a fault, and so is text that cannot be written down as UTF-8.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["summarizer.articles", "summarizer.pdf_words"]):
    from summarizer.articles.entries import entries_of
    from summarizer.articles.files.archives import Budget
    from summarizer.articles.files.decoding import UndecodableError, decode
    from summarizer.articles.files.sniffing import Kind
    from summarizer.articles.formats.pdf.process import Document
    from summarizer.articles.formats.pdf.reading import read_pdf

from summarizer.articles.formats.pdf import PdfError
from summarizer.errors import ArticleError
from summarizer.schema import Article

HEADS = (
    b"",
    b"Title: Barge\nOutlet: Fen Courier\n\n",
    b"{\\rtf1\\ansi ",
    b"From: a@fen.example\nSubject: Barge\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\nWARC-Type: response\r\n",
    b"\xff\xfe",
    b"\x1b$B",
    b"~{",
    b"bplist00",
)
KINDS = (None, *Kind)


def check_decoding(data: bytes) -> None:
    """Decoded text, or a refusal."""
    try:
        decode(data).text.encode("utf-8", "surrogatepass")
    except UndecodableError:
        return


def check_reading(data: bytes, kind: Kind | None) -> None:
    """Articles that can be written down, or reasons."""
    try:
        entries = list(entries_of(data, "a", kind, parse, Budget(left=2_000_000)))
    except ArticleError:
        return
    for entry in entries:
        if isinstance(entry, Article):
            entry.model_dump_json()
            entry.text.encode()
            if any(not 0 <= zone.start < zone.end <= len(entry.text) for zone in entry.zones):
                raise AssertionError("a zone beyond the text")


def parse(_data: bytes) -> Document:
    """No process for each input: PDFs have a target of their own."""
    raise PdfError("is a PDF")


def check_pages(provider: atheris.FuzzedDataProvider) -> None:
    """Pages as the parser of PDFs may describe them."""
    pages = [_page(provider) for _ in range(provider.ConsumeIntInRange(1, 3))]
    try:
        read_pdf(b"", lambda _: Document(pages, provider.ConsumeUnicodeNoSurrogates(20))).text.encode()
    except PdfError:
        return


def _page(provider: atheris.FuzzedDataProvider) -> dict[str, object]:
    def place() -> float:
        return provider.ConsumeFloatInRange(-2000.0, 2000.0)

    def runs() -> list[list[object]]:
        return [_run(provider, place) for _ in range(provider.ConsumeIntInRange(0, 12))]

    return {
        "width": abs(place()),
        "height": abs(place()),
        "runs": runs(),
        "turned": runs(),
        "boxes": [[place() for _ in range(4)] for _ in range(provider.ConsumeIntInRange(0, 3))],
        "pictures": [[place() for _ in range(4)] for _ in range(provider.ConsumeIntInRange(0, 3))],
        "chars": provider.ConsumeIntInRange(1, 1000),
        "lost": 0,
        "hidden": 0,
    }


def _run(provider: atheris.FuzzedDataProvider, place: Callable[[], float]) -> list[object]:
    start, size = place(), abs(place())
    text = provider.ConsumeUnicodeNoSurrogates(provider.ConsumeIntInRange(1, 40)) or "x"
    return [start, start + abs(place()), place(), size, provider.ConsumeIntInRange(0, 3), text]


def one_input(data: bytes) -> None:
    """One input to one of the targets, as its first bytes say."""
    provider = atheris.FuzzedDataProvider(data)
    target = provider.ConsumeIntInRange(0, 9)
    if target == 0:
        check_pages(provider)
        return
    head = HEADS[provider.ConsumeIntInRange(0, len(HEADS) - 1)]
    kind = KINDS[provider.ConsumeIntInRange(0, len(KINDS) - 1)]
    rest = head + provider.ConsumeBytes(provider.remaining_bytes())
    if target <= 3:
        check_decoding(rest)
    else:
        check_reading(rest, kind)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
