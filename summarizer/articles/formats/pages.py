"""HTML pages: the article's text by trafilatura, without hidden parts, checked against a second reading of the page."""

from __future__ import annotations

import re
from dataclasses import replace

import trafilatura
from lxml import html as lxml_html

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.formats.markup import CUT_SHORT, Prepared, prepare, tree_of
from summarizer.articles.formats.page_facts import facts_of_page
from summarizer.articles.formats.page_text import paragraphs, reads_as_sentences
from summarizer.articles.formats.tree_text import text_blocks
from summarizer.articles.marks import without_marks

_MIN_SHARE = 0.10
_DOUBTFUL_SHARE = 0.5
_MIN_CHARS = 200
_PROBE = 60


def read_page(source: str) -> Draft:
    """An HTML page as a draft; the text is empty if the page has none.

    Where trafilatura gives up (deep nesting, one huge text node) or returns a small part of the page's paragraphs, the
    paragraphs of the second reading are the text, and a note says so.
    """
    source = without_marks(source)
    tree, is_whole = tree_of(source)
    if tree is None:
        text, note = _checked("", _distinct(paragraphs(source)))
        return Draft(text=text, notes=(note,) if note else ())
    prepared = prepare(tree, source)
    facts = _settled_facts(facts_of_page(tree), prepared)
    second = [block for block in text_blocks(tree) if reads_as_sentences(block)] if is_whole else paragraphs(source)
    text, note = _checked(_main_text(tree), _distinct(second))
    notes = (*prepared.notes, *(() if is_whole else (CUT_SHORT,)), *((note,) if note else ()))
    return Draft(text=prepared.settled(text) if text else "", facts=facts, notes=notes)


def _distinct(blocks: list[str]) -> list[str]:
    return list(dict.fromkeys(blocks))


def _settled_facts(facts: Facts, prepared: Prepared) -> Facts:
    """Facts without words that the page strikes out."""
    without = prepared.marks.without
    return replace(facts, title=without(facts.title), outlet=without(facts.outlet), author=without(facts.author))


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
