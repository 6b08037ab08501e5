"""From bytes to drafts: every article in a file, in the format that its content shows."""

from __future__ import annotations

from dataclasses import replace

from summarizer.articles.cleaning import clean_characters
from summarizer.articles.draft import Draft
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.sniffing import Kind, foreign_format, is_json, is_pdf, looks_like_json, text_kind
from summarizer.articles.formats.feeds import BadEntry, BrokenJsonError, NotArticlesError, SavedReportError, read_feed
from summarizer.articles.formats.pages import read_page
from summarizer.articles.formats.pdf import PdfError, read_pdf
from summarizer.articles.formats.plain_text import read_markdown, read_plain

__all__ = ["BadEntry", "BrokenJsonError", "NotArticlesError", "PdfError", "SavedReportError", "UndecodableError", "drafts_of"]

_MAX_CONTROL_SHARE = 0.02


def drafts_of(data: bytes, hint: Kind | None) -> list[Draft | BadEntry]:
    """Drafts of everything in the bytes; `hint` is what the file's name says, None for standard input.

    Raises:
        UndecodableError, PdfError, BrokenJsonError: the bytes cannot be read.
        NotArticlesError: they can be read and hold no article.
    """
    if is_pdf(data):
        return [_with_note(read_pdf(data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")), hint, Kind.PDF)]
    if foreign := foreign_format(data):
        raise UndecodableError(f"is {foreign}, not an article; save it as text, HTML or PDF")
    decoded = decode(data)
    _refuse_binary(decoded.text)
    kind = text_kind(decoded.text, hint)
    notes = (decoded.note,) if decoded.note else ()
    return [d if isinstance(d, BadEntry) else replace(d, notes=notes + d.notes) for d in _parsed(decoded.text, kind, hint)]


def _parsed(text: str, kind: Kind, hint: Kind | None) -> list[Draft | BadEntry]:
    if kind is Kind.JSON or (kind is Kind.TEXT and hint is Kind.TEXT and is_json(text)):
        try:
            return [d if isinstance(d, BadEntry) else _with_note(d, hint, Kind.JSON) for d in read_feed(text)]
        except (BrokenJsonError, NotArticlesError):
            if hint is Kind.JSON or (hint is None and looks_like_json(text)):
                raise
            kind = Kind.TEXT  # a text may begin with a bracket
    cleaned, counts = clean_characters(text)
    readers = {Kind.HTML: read_page, Kind.MARKDOWN: read_markdown}
    draft = readers.get(kind, read_plain)(text if kind is Kind.HTML else cleaned)
    return [_with_note(replace(draft, notes=counts + draft.notes) if kind is not Kind.HTML else draft, hint, kind)]


def _with_note(draft: Draft, hint: Kind | None, kind: Kind) -> Draft:
    if hint in (None, kind):
        return draft
    return replace(draft, notes=(*draft.notes, f"its name says {hint}, its content is {kind}; read as {kind}"))


def _refuse_binary(text: str) -> None:
    control = sum(c < " " and c not in "\t\n\r\f\v" for c in text)
    if text and control > max(20, _MAX_CONTROL_SHARE * len(text)) and text.strip("\0 \t\r\n"):
        raise UndecodableError("holds binary data, not text; save the article as text, HTML or PDF")
