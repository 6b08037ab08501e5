"""Text that may lie on a picture: what is behind it cannot be told from the elements around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from lxml import html as lxml_html

from summarizer.articles.formats.markup.painting import OVER

Declared = Callable[[lxml_html.HtmlElement], Mapping[str, str]]
_DRAWN = frozenset({"img", "picture", "video", "canvas", "svg", "iframe", "object", "embed"})
_MAX_UP, _MAX_BESIDE = 40, 60


class OverPictures:
    """Finds what is drawn outside the flow of a page, parent by parent."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self._drawn: dict[lxml_html.HtmlElement, list[lxml_html.HtmlElement]] = {}

    def may_hold(self, element: lxml_html.HtmlElement) -> bool:
        """Something drawn stands beside the element, or beside one around it that has no colour of its own behind it."""
        for _ in range(_MAX_UP):
            parent = element.getparent()
            if parent is None or "background-color" in self._declared(element) or element.get("bgcolor"):
                return False
            if any(drawn is not element for drawn in self._drawn_in(parent)):
                return True
            element = parent
        return False

    def _drawn_in(self, parent: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
        found = self._drawn.get(parent)
        if found is None:
            found = self._drawn[parent] = [child for child in islice(parent, _MAX_BESIDE) if self._is_drawn(child)]
        return found

    def _is_drawn(self, element: lxml_html.HtmlElement) -> bool:
        if not isinstance(element.tag, str):
            return False
        said = self._declared(element)
        moved = said.get("position") in OVER or "float" in said or said.get("margin-bottom", "").startswith("-")
        if not moved:
            return False
        is_filled = any(name.startswith("background") for name in said)
        return element.tag in _DRAWN or is_filled or next(element.iter(*_DRAWN), None) is not None
