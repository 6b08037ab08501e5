"""The body of an article that its page hides: behind a metered wall, under an open dialogue, before a script shows it."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from summarizer.articles.formats.markup.tree_text import own_text
from summarizer.articles.lines import title_key

UNSEEN = frozenset(
    {"template", "noscript", "noembed", "noframes", "datalist", "meter", "progress", "video", "audio", "canvas", "iframe"}
)
"""Their content stands in for what a browser shows, or for nothing."""
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
    page = _Page(tree, frozenset(hidden))
    bodies = [(prose, element) for prose, element in candidates if _is_article_body(page, element)]
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


class _Page:
    """What is asked of a page once for all that it hides."""

    def __init__(self, tree: lxml_html.HtmlElement, hidden: frozenset[lxml_html.HtmlElement]) -> None:
        self.tree = tree
        self.headings = list(tree.iter("h1"))
        self.has_article = next(tree.iter("article", "main"), None) is not None
        named = [heading for heading in self.headings if own_text(heading)]
        self.shown_titles = {title_key(own_text(h)) for h in named if hidden.isdisjoint((h, *h.iterancestors()))}
        only = self.headings[0] if len(self.headings) == 1 else None
        self.around_heading = frozenset(only.iterancestors()) if only is not None else frozenset()


def _is_article_body(page: _Page, element: lxml_html.HtmlElement) -> bool:
    beside = any(map(_is_beside, (element, *element.iterancestors())))
    if element.tag in UNSEEN or beside or _is_translation(page.tree, element):
        return False
    heading = next((h for h in element.iter("h1") if own_text(h)), None)
    if heading is None:
        return _is_part_of_article(page, element)
    return not page.shown_titles or title_key(own_text(heading)) in page.shown_titles


def _is_part_of_article(page: _Page, element: lxml_html.HtmlElement) -> bool:
    """Without a headline of its own, it is, holds or stands in the article, or follows the headline where none is marked."""
    if (element.get("itemprop") or "").lower() == "articlebody" or element.tag in ("article", "main"):
        return True
    if (
        next(element.iterancestors("article", "main"), None) is not None
        or next(element.iter("article", "main"), None) is not None
    ):
        return True
    return not page.has_article and element.getparent() in page.around_heading


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
