"""HTML pages: the article's text by trafilatura, without hidden parts, checked against a second reading of the page."""

from __future__ import annotations

import re

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.formats.kept_pages import drop_toolbars, kept_page, without_toolbars
from summarizer.articles.formats.page_facts import facts_of_page
from summarizer.articles.formats.page_text import is_hidden, paragraphs

_MIN_SHARE = 0.10
_DOUBTFUL_SHARE = 0.5
_MIN_CHARS = 200
_PROBE = 60
_UNSEEN = ("template", "noscript")


def read_page(source: str) -> Draft:
    """An HTML page as a draft; the text is empty if the page has none.

    Where trafilatura gives up (deep nesting, one huge text node) or returns a small part of the page's paragraphs, the
    paragraphs of the second reading are the text, and a note says so.
    """
    saved, source = source, without_toolbars(source)
    tree = _tree(source)
    facts, text, hidden = Facts(), "", 0
    if tree is not None:
        kept = kept_page(saved, tree)
        drop_toolbars(tree)
        hidden = _drop_hidden(tree)
        facts = facts_of_page(tree, kept)
        text = _main_text(tree)
    second = list(dict.fromkeys(paragraphs(source)))
    text, note = _checked(text, second)
    notes = [f"{hidden} characters that the page hides from readers were left out"] if hidden else []
    return Draft(text=text, facts=facts, notes=(*notes, *((note,) if note else ())))


def _tree(source: str) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _drop_hidden(tree: lxml_html.HtmlElement) -> int:
    """Remove what a browser would not show; returns how many characters of text that was."""
    removed = 0
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
            continue
        parent = element.getparent()
        if parent is None or not (element.tag in _UNSEEN or is_hidden(dict(element.attrib))):
            continue
        removed += len(" ".join(element.text_content().split()))
        element.drop_tree()
    return removed


def _main_text(tree: lxml_html.HtmlElement) -> str:
    try:
        found = trafilatura.extract(tree, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 (any fault of the library is one more reason for the second reading)
        return ""
    return found or ""


def _checked(text: str, second: list[str]) -> tuple[str, str | None]:
    """The text, or the second reading where too little of it is in the text; a note in doubt."""
    seen = sum(map(len, second))
    if second and len(text) < max(_MIN_SHARE * seen, min(_MIN_CHARS, seen / 3)):
        return "\n".join(second), "the page's main text could not be told from the rest; all its paragraphs were taken"
    folded = _folded(text)
    missing = sum(len(block) for block in second if _folded(block)[:_PROBE] not in folded)
    if missing > _DOUBTFUL_SHARE * seen:
        return text, f"{missing:,} more characters stand in paragraphs of the page that were not taken for the article"
    return text, None


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
