"""Where an element must stand among its siblings, and what it must hold, for a style rule (Selectors 4, 13 and 4.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Protocol

from lxml import html as lxml_html

from summarizer.articles.formats.markup.css_text import split_outside

_NTH = re.compile(r"(?:(?P<a>[+-]?\d{0,6})n\s*(?P<b>[+-]\s*\d{1,6})?|(?P<only>[+-]?\d{1,6}))")
_MAX_SIBLINGS = 100
_MAX_INSIDE = 300
_LEADING = re.compile(r"([>+~]?)\s*(.*)", re.DOTALL)
_ALONE = {"first-of-type": (True,), "last-of-type": (False,), "only-of-type": (True, False)}
"""On which sides of an element no other one of its tag stands: before it, after it."""
_COUNTED = {
    "nth-child": (True, False),
    "nth-last-child": (False, False),
    "nth-of-type": (True, True),
    "nth-last-of-type": (False, True),
}
"""Whether places are counted from the first, and only among elements of the same tag."""


class UnreadSelector(ValueError):
    """A selector of a kind that is not read."""


class Asked(Protocol):
    """What one element must be."""

    def matches(self, element: lxml_html.HtmlElement) -> bool:
        """The element is what is asked for."""


def place(name: str, content: str | None, asked: Callable[[str], Asked | None]) -> Callable[[lxml_html.HtmlElement], bool]:
    """A test for a place or for what is inside, by the name of its pseudo-class.

    Args:
        name: that of the pseudo-class, in small letters.
        content: what stands in its brackets, if it has any.
        asked: reads what one element must be; None for what never holds when a page is opened.

    Raises:
        UnreadSelector: it is of a kind that is not read.
    """
    if name == "empty":
        return lambda element: not len(element) and not element.text
    if name in ("first-child", "last-child", "only-child"):
        sides = {"first-child": (True, False), "last-child": (False, True), "only-child": (True, True)}[name]
        return lambda element: (not sides[0] or element.getprevious() is None) and (not sides[1] or element.getnext() is None)
    if name in _ALONE:
        beside = _ALONE[name]
        return lambda element: all(other.tag != element.tag for side in beside for other in _siblings(element, before=side))
    if name in _COUNTED and content:
        step, first = _nth(content.strip().lower())
        before, alike = _COUNTED[name]
        return lambda element: _is_nth(element, step, first, before=before, alike=alike)
    if name == "has" and content:
        return _holding(content, asked)
    raise UnreadSelector(name)


def _holding(content: str, asked: Callable[[str], Asked | None]) -> Callable[[lxml_html.HtmlElement], bool]:
    """Something inside the element, or right behind it, is what is asked for."""
    kept = []
    for piece in split_outside(content, ","):
        relation, inner = _LEADING.match(piece.strip()).groups()  # type: ignore[union-attr]
        kept.append((relation, asked(inner)))
    return lambda element: any(
        compound is not None and compound.matches(other) for relation, compound in kept for other in _held(element, relation)
    )


def _held(element: lxml_html.HtmlElement, relation: str) -> Iterator[lxml_html.HtmlElement]:
    if relation in ("+", "~"):
        return islice(element.itersiblings(), 1 if relation == "+" else _MAX_SIBLINGS)
    inside = element.iterchildren() if relation == ">" else element.iterdescendants()
    return islice(inside, _MAX_INSIDE)


def _siblings(element: lxml_html.HtmlElement, *, before: bool) -> Iterator[lxml_html.HtmlElement]:
    """Those next to the element, as far as they are looked at."""
    return islice(element.itersiblings(preceding=before), _MAX_SIBLINGS)


def _nth(text: str) -> tuple[int, int]:
    text = {"odd": "2n+1", "even": "2n"}.get(text, text)
    match = _NTH.fullmatch(text)
    if not match:
        raise UnreadSelector(text[:50])
    if match["only"]:
        return 0, int(match["only"])
    step = match["a"]
    return int(step + "1" if step in ("", "+", "-") else step), int((match["b"] or "0").replace(" ", ""))


def _is_nth(element: lxml_html.HtmlElement, step: int, first: int, *, before: bool, alike: bool) -> bool:
    """`before` counts from the first sibling, else from the last; `alike` counts those with the same tag only."""
    others = list(_siblings(element, before=before))
    if len(others) == _MAX_SIBLINGS:
        return False
    away: int = sum(not alike or other.tag == element.tag for other in others) + 1 - first
    return away == 0 if step == 0 else away % step == 0 and away // step >= 0
