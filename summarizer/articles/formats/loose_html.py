"""HTML that is a whole page, and HTML that is only a piece of one: each by the reader that fits it."""

from __future__ import annotations

import re

from summarizer.articles.draft import Draft
from summarizer.articles.files.markup_heads import is_fragment, is_html
from summarizer.articles.formats.page_text import fragment_text
from summarizer.articles.formats.pages import read_page
from summarizer.articles.marks import without_marks

_PAGE_PARTS = re.compile(r"<(?:nav|footer|aside|header|meta|title|link|script|form|main)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")


def read_html(source: str) -> Draft:
    """HTML as a draft. A fragment without a page's furniture is taken whole: there is nothing around it to leave out."""
    if not is_html(source) and is_fragment(source) and not _PAGE_PARTS.search(source):
        return Draft(text=html_text(source))
    return read_page(source)


def html_text(source: str) -> str:
    """The visible text of HTML inside another format (a feed, a mail, a chapter), one paragraph a line."""
    return fragment_text(source)


def plain_of(value: str) -> str:
    """A text that may hold tags or entities, as many feeds give it, without them."""
    return html_text(value) if _MARKUP.search(value) else without_marks(value)
