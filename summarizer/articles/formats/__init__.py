"""From bytes to drafts: every article in a file, in the format that its content shows."""

from __future__ import annotations

from dataclasses import replace

from summarizer.articles.cleaning import clean_characters
from summarizer.articles.draft import Draft
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.sniffing import Kind, foreign_format, is_json, is_pdf, looks_like_json, text_kind
from summarizer.articles.formats.bad_entry import BadEntry
from summarizer.articles.formats.exports import articles_in_database_export, several_or_doubt
from summarizer.articles.formats.feeds import BrokenJsonError, NotArticlesError, read_feed
from summarizer.articles.formats.page_text import visible_blocks
from summarizer.articles.formats.pages import read_page
from summarizer.articles.formats.pdf import PdfError, read_pdf
from summarizer.articles.formats.plain_text import markdown_text, read_markdown, read_plain
from summarizer.articles.formats.tables import is_table, read_table

__all__ = ["BadEntry", "BrokenJsonError", "NotArticlesError", "PdfError", "UndecodableError", "drafts_of"]

_MAX_CONTROL_SHARE = 0.02


def drafts_of(data: bytes, hint: Kind | None) -> list[Draft | BadEntry]:
    """Drafts of everything in the bytes; `hint` is what the file's name says, None for standard input.

    Raises:
        UndecodableError, PdfError, BrokenJsonError: the bytes cannot be read.
        NotArticlesError: they can be read and hold no article.
    """
    if is_pdf(data):
        return _of_pdf(read_pdf(data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")), hint)
    if foreign := foreign_format(data):
        raise UndecodableError(f"is {foreign}, not an article; save it as text, HTML or PDF")
    decoded = decode(data)
    _refuse_binary(decoded.text)
    kind = text_kind(decoded.text, hint)
    notes = (decoded.note,) if decoded.note else ()
    return [d if isinstance(d, BadEntry) else replace(d, notes=notes + d.notes) for d in _parsed(decoded.text, kind, hint)]


def _of_pdf(draft: Draft, hint: Kind | None) -> list[Draft | BadEntry]:
    """The draft of a PDF, or the articles of the export that it holds."""
    drafts = articles_in_database_export(draft.text) or [draft]
    noted = (d if d is draft or isinstance(d, BadEntry) else replace(d, notes=draft.notes + d.notes) for d in drafts)
    return [d if isinstance(d, BadEntry) else _with_note(d, hint, Kind.PDF) for d in noted]


def _parsed(text: str, kind: Kind, hint: Kind | None) -> list[Draft | BadEntry]:
    if kind is Kind.JSON or (kind is Kind.TEXT and hint is Kind.TEXT and is_json(text)):
        try:
            return [d if isinstance(d, BadEntry) else _with_note(d, hint, Kind.JSON) for d in read_feed(text)]
        except (BrokenJsonError, NotArticlesError):
            if hint is Kind.JSON or (hint is None and looks_like_json(text)):
                raise
            kind = Kind.TEXT  # a text may begin with a bracket
    if kind is Kind.TABLE or (kind is Kind.TEXT and is_table(text)):
        return [d if isinstance(d, BadEntry) else _with_note(d, hint, Kind.TABLE) for d in read_table(text)]
    cleaned, counts = clean_characters(text)
    notes = () if kind is Kind.HTML else counts
    several, doubt = _several(text, cleaned, kind)
    if several:
        return [d if isinstance(d, BadEntry) else _with_note(replace(d, notes=notes + d.notes), hint, kind) for d in several]
    readers = {Kind.HTML: read_page, Kind.MARKDOWN: read_markdown}
    draft = readers.get(kind, read_plain)(text if kind is Kind.HTML else cleaned)
    draft = replace(draft, notes=(*notes, *draft.notes, *((doubt,) if doubt else ())))
    return [_with_note(draft, hint, kind)]


def _several(text: str, cleaned: str, kind: Kind) -> tuple[list[Draft | BadEntry] | None, str | None]:
    """The articles of an export or a collection, or why one article may be several.

    Of a page only those of a database, for its teasers look like a collection.
    """
    if kind is Kind.HTML:
        return articles_in_database_export("\n\n".join(visible_blocks(text, furniture=True))), None
    found, doubt = several_or_doubt(cleaned)
    if found is None or kind is not Kind.MARKDOWN:
        return found, doubt
    return [d if isinstance(d, BadEntry) else replace(d, text=markdown_text(d.text)) for d in found], None


def _with_note(draft: Draft, hint: Kind | None, kind: Kind) -> Draft:
    if hint in (None, kind):
        return draft
    return replace(draft, notes=(*draft.notes, f"its name says {hint}, its content is {kind}; read as {kind}"))


def _refuse_binary(text: str) -> None:
    control = sum(c < " " and c not in "\t\n\r\f\v" for c in text)
    if text and control > max(20, _MAX_CONTROL_SHARE * len(text)) and text.strip("\0 \t\r\n"):
        raise UndecodableError("holds binary data, not text; save the article as text, HTML or PDF")
