"""HTML that is only a piece of a page, and HTML inside another format, such as the body of a JSON item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.draft import Draft
from summarizer.articles.files.markup_heads import is_fragment, is_html
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.markup.light_markup import cut_bracket_marks, pull_notes, read_light
from summarizer.articles.formats.markup.page_text import visible_blocks
from summarizer.articles.formats.markup.preparing import CUT_SHORT, prepare, tree_of
from summarizer.articles.formats.markup.tree_text import text_blocks
from summarizer.articles.marks import without_marks

_PAGE_PARTS = re.compile(r"<(?:nav|footer|aside|header|meta|title|link|script|form|main)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text and plain sentences on what was left out of it or set apart in it."""

    text: str
    notes: tuple[str, ...] = ()


def read_plain_fragment(text: str) -> Fragment:
    """Text without markup of blocks, its light markup read."""
    light = read_light(pull_notes(without_marks(text)), is_markdown=False)
    light.text, said = cut_bracket_marks(light.text)
    return Fragment(light.with_notes(), (*light.said, *said))


def read_fragment(html: str) -> Fragment:
    """The visible text of an HTML fragment, one paragraph a line."""
    html = without_marks(html)
    parsed = tree_of(f"<div>{html}</div>")
    if parsed.tree is None or not parsed.is_whole:
        return Fragment("\n".join(visible_blocks(html, furniture=True)), (CUT_SHORT,))
    prepared = prepare(parsed.tree, html)
    return Fragment(prepared.settled("\n".join(text_blocks(parsed.tree, furniture=True))), (*prepared.notes, *parsed.notes))


def fragment_text(html: str) -> str:
    """The visible text of an HTML fragment, where nothing can be said of what was left out of it."""
    return read_fragment(html).text


def read_html(source: str) -> Draft:
    """HTML as a draft. A fragment without a page's furniture is taken whole: there is nothing around it to leave out."""
    if not is_html(source) and is_fragment(source) and not _PAGE_PARTS.search(source):
        fragment = read_fragment(source)
        return Draft(text=fragment.text, notes=fragment.notes)
    return read_page(source)


def plain_of(value: str) -> str:
    """A text that may hold tags or entities, as many feeds give it, without them."""
    return fragment_text(value) if _MARKUP.search(value) else without_marks(value)
