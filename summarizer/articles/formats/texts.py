"""From decoded text to drafts: JSON, a table, XML, HTML, Markdown, plain text, and files that hold several articles."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html as lxml_html

from summarizer.articles.cleaning import clean_characters
from summarizer.articles.draft import Draft
from summarizer.articles.files.sniffing import Kind, is_json, looks_like_json
from summarizer.articles.formats.exports import articles_in_database_export, several_or_doubt
from summarizer.articles.formats.html.fragments import read_html
from summarizer.articles.formats.inside import Found
from summarizer.articles.formats.mail.mails import read_copied
from summarizer.articles.formats.markup.page_text import visible_blocks
from summarizer.articles.formats.markup.preparing import shown_tree
from summarizer.articles.formats.plain_text import read_markdown, read_plain
from summarizer.articles.formats.records.feeds import read_feed
from summarizer.articles.formats.records.tables import is_table, read_table
from summarizer.articles.formats.refusals import BadEntry, BrokenJsonError, NotArticlesError
from summarizer.articles.formats.xml.kinds import read_xml
from summarizer.articles.marks import without_marks

_EXPORT_HEAD = 60_000
_EXPORTERS = (
    *("nexis", "lexis", "factiva", "proquest", "europresse", "gopress", "go press", "wisenews", "newsbank", "newspaper source"),
    *("ebsco", ">gale", "gale ", "access world news", "load-date", "load date", "end of document", ">hd<", ">hd "),
    *("ende des dokuments", "dokumentende", "fin du document", "fin del documento", "einde van document", "fim do documento"),
    *(
        "einde van het document",
        "fine documento",
        "fine del documento",
        "конец документа",
        "文档结束",
        "文件結束",
        "文書の終わり",
    ),
    *(
        "gale document number",
        "record number:",
        "record number</",
        "accession n",
        "läs hela artikeln p",
        "adresse des dokuments",
    ),
)
_DOCUMENT = ("document", "dokument", "документ", "文件", "文書")
_COUNTED = re.compile(
    r"(?:\b(?:document[eo]?s?|dokument)|документ|文件|文書)\s+(?:\w{5,40}\d|\d+\s+(?:of|von|de|van)\s+\d)|"
    r"\d\s+(?:of|von|de|van)\s+\d+\s+documents?"
)
"""What a page that a database wrote holds somewhere; looking at every page as an export would double the time of reading."""


def drafts_of_text(text: str, kind: Kind, hint: Kind | None) -> Found:
    """Drafts of everything in a decoded text of this kind; `hint` is what the file's name says.

    Raises:
        BrokenJsonError, NotArticlesError: the text cannot be read as what it is, or holds no article.
    """
    if kind is Kind.JSON or (kind is Kind.TEXT and hint is Kind.TEXT and is_json(text)):
        try:
            return with_note(read_feed(text), hint, Kind.JSON)
        except (BrokenJsonError, NotArticlesError):
            if hint is Kind.JSON or (hint is None and looks_like_json(text)):
                raise
            kind = Kind.TEXT  # a text may begin with a bracket
    if kind is Kind.TABLE or (kind is Kind.TEXT and is_table(text)):
        return with_note(read_table(text), hint, Kind.TABLE)
    if kind is Kind.XML:
        return with_note(read_xml(text), hint, kind)
    return with_note(_page(text) if kind is Kind.HTML else _prose(text, kind), hint, kind)


def _page(text: str) -> Found:
    """A page, or the articles of a database's export; its teasers look like a collection, so none is looked for."""
    blocks = "\n\n".join(visible_blocks(_shown(text), furniture=True)) if _may_be_exported(text) else ""
    return (articles_in_database_export(blocks) if blocks else None) or [read_html(text)]


def _shown(page: str) -> str:
    """The markup of a page without what it hides."""
    tree = shown_tree(page)
    return page if tree is None else str(lxml_html.tostring(tree, encoding="unicode"))


def _may_be_exported(text: str) -> bool:
    folded = text[:_EXPORT_HEAD].lower()
    return any(name in folded for name in _EXPORTERS) or (
        any(word in folded for word in _DOCUMENT) and bool(_COUNTED.search(folded))
    )


def _prose(text: str, kind: Kind) -> Found:
    cleaned, counts = clean_characters(without_marks(text))
    copied = None if kind is Kind.MARKDOWN else read_copied(cleaned)
    several, doubt = (None, None) if copied else several_or_doubt(cleaned)
    if several:
        return _noted([_unmarked(d) for d in several] if kind is Kind.MARKDOWN else several, counts)
    draft = copied or (read_markdown(cleaned) if kind is Kind.MARKDOWN else read_plain(cleaned))
    return _noted([replace(draft, notes=(*draft.notes, *((doubt,) if doubt else ())))], counts)


def _unmarked(entry: Draft | BadEntry) -> Draft | BadEntry:
    if isinstance(entry, BadEntry):
        return entry
    read = read_markdown(entry.text)
    return replace(entry, text=read.text, notes=(*entry.notes, *read.notes))


def _noted(found: Found, notes: tuple[str, ...]) -> Found:
    return [d if isinstance(d, BadEntry) else replace(d, notes=notes + d.notes) for d in found]


def divided(found: Found, *, by_hand: bool) -> Found:
    """The drafts of a document, or the articles of the export in it; `by_hand` looks for hand-made collections too."""
    if len(found) != 1 or not isinstance(draft := found[0], Draft):
        return found
    several, doubt = several_or_doubt(draft.text) if by_hand else (articles_in_database_export(draft.text), None)
    if several:
        return _noted(several, draft.notes)
    return [replace(draft, notes=(*draft.notes, doubt))] if doubt else found


def with_note(found: Found, hint: Kind | None, kind: Kind) -> Found:
    """The drafts with a note if the file's name says something else than its content."""
    if hint in (None, kind):
        return found
    note = f"its name says {hint}, its content is {kind}; read as {kind}"
    return [d if isinstance(d, BadEntry) else replace(d, notes=(*d.notes, note)) for d in found]
