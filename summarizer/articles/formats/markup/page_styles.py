"""The rules of a page's own style sheets, as far as they say whether and how text is shown.

Only selectors of tags, classes, ids and plain attributes are read, alone, as descendants or as children; a rule with any
other selector, and one that holds on paper or on a small screen only, is left out (CSS 2.2, chapters 5 to 7).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import html as lxml_html

_MAX_CSS = 600_000
_MAX_WORK = 3_000_000
_CLIMB = 20
_MAX_SELECTOR = 300
_SCREEN = 1280
_PROPERTIES = re.compile(
    r"(?:^|[;\s])(display|visibility|clip|clip-path|text-decoration|text-decoration-line|vertical-align"
    r"|(?:left|text-indent)(?=\s{0,9}:\s{0,9}-\d)|font-size(?=\s{0,9}:\s{0,9}0(?![.\d])))\s{0,9}:\s{0,9}([^;{}!]{1,200})(!\s{0,9}important)?",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|(?:left|text-indent):-|clip(?:-path)?:(?!auto|none)|font-size:0|text-decoration[a-z-]*:.*line-through"
    r"|vertical-align:(?:super|sub|text-top|-?(?:\d{1,3}|\d{0,3}\.\d{1,4})(?:%|[a-z]{2,3}))$"
)
_BRACE = re.compile(r"[{}]")
_WIDTH = re.compile(r"\((min|max)-width\s{0,9}:\s{0,9}(\d{1,5})(?:\.\d{1,3})?(px|em|rem)\)")
_OTHER_CONDITION = re.compile(r"\((?!(?:min|max)-width)")
_COMPOUND = re.compile(
    r"(?:\*|[a-z][a-z0-9]*)?(?:[.#][\w-]{1,80}|\[[a-z-]{1,40}(?:=[\"']?[\w-]{1,40}[\"']?)?\])*", re.IGNORECASE
)
_PART = re.compile(r"([.#])([\w-]+)|\[([a-z-]+)(?:=[\"']?([\w-]+)[\"']?)?\]|^([a-z][a-z0-9]*)", re.IGNORECASE)
_STEPS = re.compile(r"\s{0,9}(>)\s{0,9}|\s{1,9}")


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str
    ident: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str], ...]

    def matches(self, element: lxml_html.HtmlElement) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.ident and element.get("id") != self.ident:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        return all(element.get(name) == value if value else element.get(name) is not None for name, value in self.attributes)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Steps run from the element outwards, each with whether it must be the parent of the one before."""

    steps: tuple[tuple[_Compound, bool], ...]
    weight: tuple[int, int, int, int]
    declarations: tuple[tuple[str, str, bool], ...]

    def matches(self, element: lxml_html.HtmlElement) -> bool:
        if not self.steps[0][0].matches(element):
            return False
        for compound, is_parent in self.steps[1:]:
            above = element.getparent()
            while above is not None and not is_parent and not compound.matches(above):
                above = above.getparent()
            if above is None or not compound.matches(above):
                return False
            element = above
        return True


class PageStyles:
    """What a page's own rules and style attributes say about its elements."""

    def __init__(self, tree: lxml_html.HtmlElement) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._telling: dict[str, list[_Rule]] = defaultdict(list)
        self._known: dict[lxml_html.HtmlElement, dict[str, str]] = {}
        self._left = _MAX_WORK
        order = 0
        for style in tree.iter("style"):
            if _applies(f"@media {style.get('media') or ''}".lower()):
                for selectors, declarations in _blocks((style.text or "")[:_MAX_CSS]):
                    order += 1
                    self._add(selectors, declarations, order)

    def _add(self, selectors: str, declarations: tuple[tuple[str, str, bool], ...], order: int) -> None:
        for selector in selectors.split(",")[:50]:
            if steps := _steps(selector.strip()):
                parts = [step for step, _ in steps]
                weight = (
                    sum(bool(part.ident) for part in parts),
                    sum(len(part.classes) + len(part.attributes) for part in parts),
                    sum(bool(part.tag) for part in parts),
                    order,
                )
                rule = _Rule(steps, weight, declarations)
                self._by_key[_key(parts[0])].append(rule)
                if any(_TELLING.match(f"{name}:{value}") for name, value, _ in declarations):
                    self._telling[_key(parts[0])].append(rule)

    @cached_property
    def strikes(self) -> bool:
        """One of the rules strikes something out."""
        return any(
            "line-through" in value for rules in self._telling.values() for rule in rules for _, value, _ in rule.declarations
        )

    @property
    def is_exhausted(self) -> bool:
        """The rules were too many to be read for each element."""
        return self._left <= 0

    def of(self, element: lxml_html.HtmlElement) -> dict[str, str]:
        """What the page's own rules say of an element, if one of them hides, strikes out, raises or lowers it; else nothing."""
        if not self._telling:
            return {}
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = self.all_of(element) if self._matching(element, self._telling) else {}
        return known

    def _matching(self, element: lxml_html.HtmlElement, by_key: dict[str, list[_Rule]]) -> list[_Rule]:
        if self._left <= 0:
            return []
        keys = [element.tag, *("." + name for name in (element.get("class") or "").split()[:30])]
        if element.get("id"):
            keys.append("#" + element.get("id"))
        keys += [f"[{name}" for name in element.keys()[:30]]
        tried = [rule for key in keys if key in by_key for rule in by_key[key]]
        if not tried:
            return []
        self._left -= sum(1 if len(rule.steps) == 1 else _CLIMB for rule in tried)
        return [rule for rule in tried if rule.matches(element)]

    def all_of(self, element: lxml_html.HtmlElement) -> dict[str, str]:
        """Properties and their values, in small letters without spaces, that the page's own rules give an element."""
        rules = self._matching(element, self._by_key) if self._by_key else []
        found: dict[str, str] = {}
        important: dict[str, str] = {}
        for rule in sorted(rules, key=lambda rule: rule.weight):
            for name, value, is_important in rule.declarations:
                (important if is_important else found)[name] = value
        return found | important


def _key(compound: _Compound) -> str:
    if compound.ident:
        return "#" + compound.ident
    if compound.classes:
        return "." + min(compound.classes)
    return compound.tag or "".join(f"[{name}" for name, _ in compound.attributes[:1])


def _steps(selector: str) -> tuple[tuple[_Compound, bool], ...]:
    """The steps of a selector from right to left; empty for one that is not read."""
    if not selector or len(selector) > _MAX_SELECTOR or "no-js" in selector or "nojs" in selector:
        return ()
    pieces = _STEPS.split(selector)
    compounds = [_compound(piece) for piece in pieces[::2]]
    if any(compound is None for compound in compounds):
        return ()
    parents = [piece == ">" for piece in pieces[1::2]]
    kept = [compound for compound in compounds if compound is not None]
    steps = list(zip(reversed(kept), [False, *reversed(parents)], strict=True))
    return tuple(steps) if _key(steps[0][0]) else ()


def _compound(piece: str) -> _Compound | None:
    if not piece or not _COMPOUND.fullmatch(piece):
        return None
    tag, ident, classes, attributes = "", "", set(), []
    for sign, name, attribute, value, tag_name in _PART.findall(piece):
        if sign == "#":
            ident = name
        elif sign == ".":
            classes.add(name)
        elif attribute:
            attributes.append((attribute.lower(), value))
        else:
            tag = tag_name.lower()
    return _Compound(tag, ident, frozenset(classes), tuple(attributes))


def _blocks(css: str) -> Iterator[tuple[str, tuple[tuple[str, str, bool], ...]]]:
    """Selectors and telling declarations of each rule that holds on a screen."""
    css = _without_comments(css)
    preludes: list[str] = []
    position = 0
    for brace in _BRACE.finditer(css):
        text = css[position : brace.start()]
        position = brace.end()
        if brace[0] == "{":
            preludes.append(text.rpartition(";")[2].strip())
        elif preludes:
            selectors = preludes.pop()
            if selectors and not selectors.startswith("@") and all(map(_applies, preludes)):
                found = _PROPERTIES.findall(text)
                if found:
                    yield selectors, tuple((n.lower(), "".join(v.split()).lower(), bool(i)) for n, v, i in found)


def _applies(prelude: str) -> bool:
    """A rule inside this block holds on a wide screen."""
    prelude = prelude.lower()
    if not prelude.startswith("@media"):
        return prelude.startswith(("@supports", "@layer"))
    if "print" in prelude or "not " in prelude or _OTHER_CONDITION.search(prelude):
        return False
    for side, number, unit in _WIDTH.findall(prelude):
        pixels = int(number) * (1 if unit == "px" else 16)
        if (pixels > _SCREEN) if side == "min" else (pixels < _SCREEN):
            return False
    return True


def _without_comments(css: str) -> str:
    pieces, position = [], 0
    while (start := css.find("/*", position)) >= 0:
        pieces.append(css[position:start])
        end = css.find("*/", start + 2)
        position = end + 2 if end >= 0 else len(css)
    return "".join([*pieces, css[position:]])
