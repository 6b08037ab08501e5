"""HTML pages: the article's text by trafilatura, without hidden parts, checked against a second reading of the page."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.formats.main_text import UNTOLD, MainText, main_text
from summarizer.articles.formats.page_blocks import Block, blocks_of, folded
from summarizer.articles.formats.page_facts import facts_of_page
from summarizer.articles.formats.page_text import is_hidden, paragraphs

_DOUBTFUL_SHARE = 0.5
_PROBE = 60
_UNSEEN = ("template", "noscript")


def read_page(source: str) -> Draft:
    """An HTML page as a draft; the text is empty if the page has none.

    Where trafilatura gives up (deep nesting, one huge text node) or returns a small part of the page's paragraphs, the
    paragraphs of the second reading are the text, and a note says so.
    """
    tree = _tree(source)
    facts, main, hidden, blocks = Facts(), MainText(""), 0, list[Block]()
    if tree is not None:
        hidden = _drop_hidden(tree)
        facts = facts_of_page(tree)
        blocks = blocks_of(tree)
        main = main_text(tree, blocks)
    main = _checked(main, blocks, list(dict.fromkeys(paragraphs(source))))
    notes = [f"{hidden} characters that the page hides from readers were left out"] if hidden else []
    return Draft(text=main.text, facts=facts, notes=(*notes, *main.notes))


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


def _checked(main: MainText, blocks: Iterable[Block], second: list[str]) -> MainText:
    """The text, or the second reading where the tree lost most of what that one read."""
    seen = sum(map(len, second))
    known = {block.folded[:_PROBE] for block in blocks}
    lost = sum(len(block) for block in second if folded(block)[:_PROBE] not in known)
    if lost > _DOUBTFUL_SHARE * seen:
        return MainText("\n".join(second), (UNTOLD,))
    return main
