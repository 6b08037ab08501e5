"""The elements of a page that have to do with notes: labels, links that may be marks, boxes that hold notes."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from lxml import html as lxml_html

from summarizer.articles.formats.markup.tree_text import own_text, text_before, text_blocks

_EPUB = ("epub:type", "{http://www.idpf.org/2007/ops}type", "type")
REFERENCE = re.compile(
    r"\b(?:doc-noteref|noteref|fn-?(?:mark(?:er)?|num(?:ber)?|anchor|link)|note-?ref|fn-?ref|footnote-?(?:ref|link|anchor|reference|marker|number|button)\w{0,12}|sdfootnoteanc|sdendnoteanc"
    r"|msocomanchor|msocommentreference|msofootnotereference|msoendnotereference|sidenote-number|margin-toggle|cite-bracket)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:^|\s)(?:doc-footnotes?|doc-endnotes?|footnotes?|endnotes?|rearnotes?|footnote-?(?:text|list|body|content|item)s?"
    r"|(?:article|post|entry|wp-block)-(?:foot|end)notes?|references|reflist|mw-references-wrap|sidenote|marginnote|fn-(?:list|group)"
    r"|ltx_note_outer|(?:inline-?)?footnotes?(?:__|--)(?:text|content|body|note|popup)|[\w-]{0,30}footnote__note"
    r"|msofootnotetext|msoendnotetext|msocommenttext|msocomtxt|sdfootnote|sdendnote|comment-start)(?=\s|$)",
    re.IGNORECASE,
)
_WORD_BODY = re.compile(r"mso-element:\s{0,3}(?:comment|footnote|endnote)(?:-list)?\b", re.IGNORECASE)
LABEL = re.compile(
    r"[\[(]?\s?(?:(?:note|nb|fn|n|anm|ref)\.?\s?)?(?:\d{1,3}|[a-zA-Z]{1,3}\d{0,3}|[ivx]{1,5}|[*†‡§¶#‖※]{1,4})\s?[\])]?",
    re.IGNORECASE,
)
NOTE_NAME = re.compile(
    r"(?:^|[_:.-])_?(?:fn|ftn|foot-?note|note|end-?note|edn|cmnt|comment|cite|citation|ref|sd(?:foot|end)note|msocom|sn|mn|n)[_:.-]{0,3}"
    r"(?:\w{1,30}[_:.-]){0,3}[\w-]{0,30}\d",
    re.IGNORECASE,
)
BACK = re.compile(r"[\s\u21a9\u21b5\u2191\u2934\u21e7\ufe0e\ufe0f^]{1,6}|\[?(?:back|zurück|retour|volver)\]?", re.IGNORECASE)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "body", "html"})
_INLINE = frozenset({"span", "small", "em", "i", "b", "strong", "cite", "font"})
_STRUCTURE = ("h1", "article", "main")
_REMEMBERED = 4096
_MAX_SHARE = 0.6


class NotePage:
    """The elements of a tree that have to do with notes, found in one pass."""

    def __init__(self, tree: lxml_html.HtmlElement) -> None:
        self.tree = tree
        self.order: dict[lxml_html.HtmlElement, int] = {}
        self.named: dict[str, lxml_html.HtmlElement] = {}
        self.links: list[lxml_html.HtmlElement] = []
        self.scripts: list[lxml_html.HtmlElement] = []
        self.bodies: list[lxml_html.HtmlElement] = []
        for element in tree.iter():
            if isinstance(element.tag, str):
                self._note(element)

    def _note(self, element: lxml_html.HtmlElement) -> None:
        self.order[element] = len(self.order)
        if not element.attrib and element.tag not in ("sup", "sub"):
            return
        for name in (element.get("id"), element.get("name")):
            if name:
                self.named.setdefault(name, element)
        if element.tag in ("sup", "sub"):
            self.scripts.append(element)
        refers, holds = _spoken_of(roles_of(element))
        if element.tag == "a" or refers or (holds and names_mark(element)):
            self.links.append(element)
        elif _is_body(element, holds) and self._may_hold_notes(element):
            self.bodies.append(element)

    def _may_hold_notes(self, element: lxml_html.HtmlElement) -> bool:
        if element.tag in ("html", "body", *_STRUCTURE):
            return False
        return not self.bodies or self.bodies[-1] not in element.iterancestors()

    @cached_property
    def size(self) -> int:
        """Characters of the text it showed when it was first asked, at least 1."""
        return sum(map(len, text_blocks(self.tree, furniture=True))) or 1

    def target(self, link: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
        """The element of the page that a link leads to."""
        name = fragment_of(link)
        return self.named.get(name) if name else None

    def holds(self, element: lxml_html.HtmlElement) -> bool:
        """The element has not been taken out."""
        top = [element, *element.iterancestors()][-1]
        return top is self.tree

    def is_small(self, element: lxml_html.HtmlElement) -> bool:
        """It cannot be the article itself."""
        if element.tag in ("html", "body", *_STRUCTURE) or next(element.iter(*_STRUCTURE), None) is not None:
            return False
        return len(own_text(element)) <= _MAX_SHARE * self.size


def names_mark(element: lxml_html.HtmlElement) -> bool:
    """It is named after notes and holds a label alone, behind a word."""
    return element.tag in _INLINE and bool(LABEL.fullmatch(own_text(element))) and bool(text_before(element)[-1:].strip())


def fragment_of(link: lxml_html.HtmlElement) -> str:
    """The name of the place within a page that a link leads to; empty if it leads to none."""
    _, sign, name = (link.get("href") or "").rpartition("#")
    return name if sign else ""


def roles_of(element: lxml_html.HtmlElement) -> str:
    """All that an element says of its role: ARIA role, classes, EPUB type."""
    attributes = element.attrib
    if len(attributes) == 1:
        return element.get("class") or element.get("role") or element.get(_EPUB[0]) or ""
    return " ".join(attributes[name] for name in ("role", "class", *_EPUB) if name in attributes)


@lru_cache(maxsize=_REMEMBERED)
def _spoken_of(roles: str) -> tuple[bool, bool]:
    """Roles and classes name the mark of a note; they name what holds a note."""
    return bool(roles and REFERENCE.search(roles)), bool(roles and _BODY.search(roles))


def _is_body(element: lxml_html.HtmlElement, holds: bool) -> bool:  # noqa: FBT001 (what its roles say)
    if holds:
        return element.tag not in ("a", "sup", "sub", "label", "input") and not LABEL.fullmatch(own_text(element))
    style = element.get("style")
    return bool(style) and "mso" in style and bool(_WORD_BODY.search(style))
