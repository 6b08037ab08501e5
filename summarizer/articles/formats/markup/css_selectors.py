"""Selectors of style rules, and whether they match an element (Selectors 4).

Read are tags, classes, ids, attributes, `:not`, `:is`, `:where`, `:has` with one step and positions among siblings, and
all four ways to put them in relation. What a reader has to do something for (`:hover`, `:checked`) does not hold when a
page is opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import html as lxml_html

from summarizer.articles.formats.markup.css_places import UnreadSelector, place
from summarizer.articles.formats.markup.css_text import split_outside, unescaped

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n])+"
_PIECE = re.compile(
    rf"(?P<tag>\*|{_NAME})|\.(?P<klass>{_NAME})|\#(?P<ident>{_NAME})"
    rf"|\[\s*(?P<name>{_NAME})\s*(?:(?P<sign>[~|^$*]?=)\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>{_NAME}))\s*(?P<fold>[is])?\s*)?\]"
    rf"|:(?P<pseudo>:?{_NAME})(?:\((?P<content>(?:[^()]|\([^()]*\))*)\))?",
    re.IGNORECASE,
)
_RELATION = re.compile(r"\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\]|\((?:[^()]|\([^()]*\))*\)|\\.|(\s*[>+~]\s*|\s+)", re.DOTALL)
_MAX_SELECTOR, _MAX_STEPS, _MAX_CHOICES = 1_000, 20, 50
_NEVER = frozenset(
    "hover focus active focus-within focus-visible checked target visited disabled invalid popover-open open fullscreen".split()
)
_ALWAYS = frozenset({"link", "any-link", "enabled", "defined", "scope"})


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be.

    Attributes:
        attributes: names, how their values are compared ("" for any value), and the values.
        tests: further conditions on an element.
        is_placed: it depends on the element's siblings or content.
    """

    tag: str = ""
    ident: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    tests: tuple[Callable[[lxml_html.HtmlElement], bool], ...] = ()
    is_placed: bool = False
    weight: tuple[int, int, int] = (0, 0, 0)

    def matches(self, element: lxml_html.HtmlElement) -> bool:
        """The element is what is asked for."""
        if self.tag and element.tag != self.tag:
            return False
        if self.ident and element.get("id") != self.ident:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        return all(_has(element, *asked) for asked in self.attributes) and all(test(element) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the element outwards, each with its relation to the one before (" ", ">", "+", "~")."""

    steps: tuple[tuple[Compound, str], ...]
    weight: tuple[int, int, int]
    is_single: bool = field(default=False)
    is_placed: bool = field(default=False)

    def matches(self, element: lxml_html.HtmlElement, work: Callable[[], bool]) -> bool:
        """It matches the element; `work` is asked before each step beyond the first and stops an endless search."""
        return self.steps[0][0].matches(element) and (self.is_single or self._matches_from(element, 1, work))

    def _matches_from(self, element: lxml_html.HtmlElement, at: int, work: Callable[[], bool]) -> bool:
        if at == len(self.steps):
            return True
        compound, relation = self.steps[at]
        nearest_will_do = at + 1 == len(self.steps) or (relation == " " and self.steps[at + 1][1] == " ")
        for other in _related(element, relation):
            if not work():
                return False
            if compound.matches(other):
                if self._matches_from(other, at + 1, work):
                    return True
                if nearest_will_do:
                    return False
        return False


def _related(element: lxml_html.HtmlElement, relation: str) -> Iterator[lxml_html.HtmlElement]:
    if relation in "> ":
        above = element.getparent()
        while above is not None:
            yield above
            above = above.getparent() if relation == " " else None
        return
    before = element.getprevious()
    while before is not None:
        yield before
        before = before.getprevious() if relation == "~" else None


def _has(element: lxml_html.HtmlElement, name: str, sign: str, value: str) -> bool:
    given = element.get(name)
    if given is None:
        return False
    if sign.endswith("i"):
        given, sign = given.lower(), sign[:-1]
    tests: dict[str, Callable[[], bool]] = {
        "": lambda: True,
        "=": lambda: given == value,
        "~=": lambda: value in given.split(),
        "|=": lambda: given == value or given.startswith(f"{value}-"),
        "^=": lambda: bool(value) and given.startswith(value),
        "$=": lambda: bool(value) and given.endswith(value),
        "*=": lambda: bool(value) and value in given,
    }
    return tests[sign]()


def selectors(text: str) -> Iterator[Selector | None]:
    """Each selector of a list; None for one that is not read. Those that never match when a page is opened are left out."""
    for piece in split_outside(text, ",")[:_MAX_CHOICES]:
        try:
            found = selector(piece.strip())
        except UnreadSelector:
            yield None
        else:
            if found is not None:
                yield found


def selector(text: str) -> Selector | None:
    """A selector; None for one that does not match while a reader does nothing.

    Raises:
        UnreadSelector: it is of a kind that is not read.
    """
    if not text or len(text) > _MAX_SELECTOR:
        raise UnreadSelector(text[:50])
    if "no-js" in text or "nojs" in text:
        return None
    pieces, relations, position = [], [" "], 0
    for match in _RELATION.finditer(text):
        if match[1] is not None:
            pieces.append(text[position : match.start()])
            relations.append(match[1].strip() or " ")
            position = match.end()
    pieces.append(text[position:])
    if len(pieces) > _MAX_STEPS:
        raise UnreadSelector(text[:50])
    compounds = [_compound(piece) for piece in pieces]
    kept = [compound for compound in compounds if compound is not None]
    if len(kept) < len(compounds):
        return None
    steps = tuple(zip(reversed(kept), [" ", *reversed(relations[1:])], strict=True))
    weight = _sum(compound.weight for compound in kept)
    placed = any(compound.is_placed or relation in "+~" for compound, relation in steps)
    return Selector(steps, weight, len(steps) == 1, placed)


def _sum(weights: Iterator[tuple[int, int, int]]) -> tuple[int, int, int]:
    first, second, third = 0, 0, 0
    for weight in weights:
        first, second, third = first + weight[0], second + weight[1], third + weight[2]
    return first, second, third


def _compound(text: str) -> Compound | None:
    tag, ident, classes, attributes = "", "", set(), []
    tests: list[Callable[[lxml_html.HtmlElement], bool]] = []
    weights = [(0, 0, 0)]
    placed, position = False, 0
    if not text:
        raise UnreadSelector
    while position < len(text):
        match = _PIECE.match(text, position)
        if not match or (match["tag"] and position):
            raise UnreadSelector(text[:50])
        position = match.end()
        if match["tag"]:
            tag = "" if match["tag"] == "*" else unescaped(match["tag"]).lower()
            weights.append((0, 0, bool(tag)))
        elif match["klass"]:
            classes.add(unescaped(match["klass"]))
            weights.append((0, 1, 0))
        elif match["ident"]:
            given = unescaped(match["ident"])
            if ident not in ("", given):
                return None
            ident = given
            weights.append((1, 0, 0))
        elif match["name"]:
            attributes.append(_attribute(match))
            weights.append((0, 1, 0))
        else:
            test = _pseudo(match["pseudo"].lower(), match["content"])
            if test is None:
                return None
            tests.append(test[0])
            weights.append(test[1])
            placed = placed or test[2]
    return Compound(tag, ident, frozenset(classes), tuple(attributes), tuple(tests), placed, _sum(iter(weights)))


def _attribute(match: re.Match[str]) -> tuple[str, str, str]:
    value = next((match[group] for group in "abc" if match[group] is not None), "")
    value = unescaped(value)
    folds = (match["fold"] or "").lower() == "i"
    return match["name"].lower(), (match["sign"] or "") + ("i" if folds else ""), value.lower() if folds else value


def _pseudo(
    name: str, content: str | None
) -> tuple[Callable[[lxml_html.HtmlElement], bool], tuple[int, int, int], bool] | None:
    """A test, its weight, and whether it asks for the place; None where it never holds when a page is opened."""
    if name.startswith(":") or name in _NEVER or name in ("before", "after", "first-line", "first-letter"):
        return None
    if name in ("not", "is", "where", "matches", "-webkit-any", "-moz-any") and content:
        inner = [_compound(piece.strip()) for piece in split_outside(content, ",")]
        kept = [compound for compound in inner if compound is not None]
        weight = (0, 0, 0) if name == "where" else max((compound.weight for compound in kept), default=(0, 0, 0))
        placed = any(compound.is_placed for compound in kept)
        if name == "not":
            return lambda element: not any(compound.matches(element) for compound in kept), weight, placed
        return lambda element: any(compound.matches(element) for compound in kept), weight, placed
    if name == "root":
        return lambda element: element.tag == "html", (0, 1, 0), False
    if name in _ALWAYS:
        return lambda element: name not in ("link", "any-link") or element.get("href") is not None, (0, 1, 0), False
    return place(name, content, _compound), (0, 1, 0), True
