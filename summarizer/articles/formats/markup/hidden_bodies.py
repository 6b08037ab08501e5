"""The body of an article that its page hides: behind a metered wall, under an open dialogue, before a script shows it."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from summarizer.articles.formats.markup.tree_text import own_text
from summarizer.articles.lines import title_key

UNSEEN = frozenset({"template", "noscript"})
OUTER = frozenset({"html", "body", "head"})
PROSE = 60
"""Fewest characters of a paragraph of running text."""
_NOT_BODY = re.compile(
    r"comment|disqus|related|recommend|newsletter|cookie|consent|modal|dialog|popup|menu|nav|share|tooltip|promo", re.IGNORECASE
)


def restored(
    tree: lxml_html.HtmlElement, hidden: list[lxml_html.HtmlElement], dialogues: list[lxml_html.HtmlElement]
) -> list[lxml_html.HtmlElement]:
    """Hidden elements that hold the article's body, because what is shown is the smaller part of it."""
    candidates = [(prose, element) for element in hidden if (prose := prose_of(element)) > 0]
    if not candidates:
        return []
    shown = prose_of(tree) - sum(prose for prose, _ in candidates) - sum(map(prose_of, dialogues))
    bodies = [(prose, element) for prose, element in candidates if _is_article_body(tree, element, hidden)]
    if sum(prose for prose, _ in bodies) <= shown:
        return []
    restored = [element for _, element in bodies]
    _reveal(tree, restored)
    return restored


def prose_of(element: lxml_html.HtmlElement) -> int:
    """Characters in paragraphs of running text."""
    lengths = (
        len(own_text(e)) if e.tag == "p" else _direct_length(e) for e in element.iter("p", "div", "section", "blockquote")
    )
    return sum(length for length in lengths if length >= PROSE)


def _direct_length(element: lxml_html.HtmlElement) -> int:
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    return len(" ".join(" ".join(pieces).split()))


def _is_article_body(tree: lxml_html.HtmlElement, element: lxml_html.HtmlElement, hidden: list[lxml_html.HtmlElement]) -> bool:
    if element.tag in UNSEEN or any(map(_is_beside, (element, *element.iterancestors()))) or _is_translation(tree, element):
        return False
    heading = next((h for h in element.iter("h1") if own_text(h)), None)
    if heading is None:
        return _is_part_of_article(tree, element)
    apart = set(hidden)
    others = [h for h in tree.iter("h1") if own_text(h) and apart.isdisjoint((h, *h.iterancestors()))]
    return not others or title_key(own_text(heading)) in {title_key(own_text(h)) for h in others}


def _is_part_of_article(tree: lxml_html.HtmlElement, element: lxml_html.HtmlElement) -> bool:
    """Without a headline of its own, it is, holds or stands in the article, or follows the headline where none is marked."""
    if (element.get("itemprop") or "").lower() == "articlebody" or element.tag in ("article", "main"):
        return True
    if (
        next(element.iterancestors("article", "main"), None) is not None
        or next(element.iter("article", "main"), None) is not None
    ):
        return True
    return next(tree.iter("article", "main"), None) is None and _shares_heading(tree, element)


def _is_translation(tree: lxml_html.HtmlElement, element: lxml_html.HtmlElement) -> bool:
    """It declares another language than the page."""
    own, page = element.get("lang"), tree.get("lang")
    return bool(own and page) and own.lower().split("-")[0] != page.lower().split("-")[0]


def _is_beside(element: lxml_html.HtmlElement) -> bool:
    """Comments, recommendations, menus and the like."""
    if element.tag in OUTER:
        return False
    named = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
    return element.tag in ("aside", "footer", "nav") or bool(_NOT_BODY.search(named))


def _shares_heading(tree: lxml_html.HtmlElement, element: lxml_html.HtmlElement) -> bool:
    """It stands beside or below the page's only headline, in the same box."""
    headings = list(tree.iter("h1"))
    parent = element.getparent()
    return len(headings) == 1 and parent is not None and parent in headings[0].iterancestors()


def _reveal(tree: lxml_html.HtmlElement, restored: list[lxml_html.HtmlElement]) -> None:
    """Make hidden bodies plain to later readers, without the paragraphs that are shown elsewhere as well."""
    inside = {paragraph for element in restored for paragraph in element.iter("p")}
    shown = {own_text(p) for p in tree.iter("p") if p not in inside}
    for element in restored:
        for name in ("hidden", "style", "class", "aria-hidden"):
            element.attrib.pop(name, None)
    for paragraph in inside - set(restored):
        if len(own_text(paragraph)) >= PROSE and own_text(paragraph) in shown:
            paragraph.drop_tree()
