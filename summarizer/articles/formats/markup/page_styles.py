"""What a page's own style sheets and style attributes say about its elements, as far as it tells whether text is shown.

A rule that holds on paper, on a small screen or for a dark screen only is left out (CSS 2.2, chapters 5 to 7; Media
Queries 4), and so is one with a selector that is not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import html as lxml_html

from summarizer.articles.formats.markup.css_conditions import applies
from summarizer.articles.formats.markup.css_selectors import Compound, Selector, selectors
from summarizer.articles.formats.markup.css_text import Declarations, blocks, declarations, declared_in_style, split_outside
from summarizer.articles.formats.markup.own_sheets import own_sheets

_MAX_CSS = 6_000_000
_MAX_WORK = 3_000_000
_MAX_RULES = 200_000
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+[\"']?([\w-]+)", re.IGNORECASE)
_PAINTED = ("img", "picture", "video", "canvas", "svg", "iframe", "object", "embed", "input", "button", "hr", "mark")
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
    weight: tuple[int, int, int, int]
    declarations: Declarations


@dataclass(frozen=True, slots=True)
class _Tried:
    """The rules whose last step fits elements of one make.

    Attributes:
        scope: what else their matching depends on: nothing, the parent, or the element's place among its siblings.
    """

    rules: tuple[_Rule, ...]
    scope: str


class PageStyles:
    """What a page's own rules and style attributes say about its elements.

    Attributes:
        is_open: sheets or scripts from elsewhere may say more.
        animations: names of animations that end with something shown.
        is_bare: nothing on the page is painted but letters on its own ground.
    """

    def __init__(self, tree: lxml_html.HtmlElement) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._named: set[str] = set()
        self._tried: dict[tuple[object, ...], _Tried] = {}
        self._known: dict[tuple[object, ...], Mapping[str, str]] = {}
        self._merged: dict[tuple[int, str], Mapping[str, str]] = {}
        self._left = _MAX_WORK
        self._order = 0
        self._css_left = _MAX_CSS
        self.is_open = _has_more(tree)
        self.animations: set[str] = set()
        self.is_bare = _is_bare(tree)
        for sheet in own_sheets(tree):
            self._read(sheet)

    def _read(self, css: str) -> None:
        taken = css[: self._css_left]
        self._css_left -= len(css)
        self.is_open = self.is_open or "@import" in taken
        for preludes, body in blocks(taken):
            if preludes[0].startswith("@") and (frames := _KEYFRAMES.match(preludes[0])):
                self._note_frames(frames[1].lower(), body)
            elif (found := _nested(preludes)) and (said := declarations(body)):
                self._add(found, said)

    def _note_frames(self, name: str, body: str) -> None:
        said = {key: value for key, value, _ in declarations(body)}
        if said.get("opacity", "0") not in ("0", "0%") or said.get("visibility") == "visible":
            self.animations.add(name)

    def _add(self, listed: str, said: Declarations) -> None:
        for found in selectors(listed):
            if found is None:
                self.is_open = self.is_open or any(name.startswith("background") for name, _, _ in said)
                continue
            self._order += 1
            if self._order > _MAX_RULES:
                self._left = 0
                return
            first = found.steps[0][0]
            self._named.update(name for compound, _ in found.steps[:1] for name, _, _ in compound.attributes)
            self._by_key[_key(first)].append(_Rule(found, (*found.weight, self._order), said))

    @cached_property
    def strikes(self) -> bool:
        """One of the rules strikes something out."""
        return any(
            "line-through" in value for rules in self._by_key.values() for rule in rules for _, value, _ in rule.declarations
        )

    @property
    def is_exhausted(self) -> bool:
        """The rules were too many to be read for each element."""
        return self._left <= 0 or self._css_left < 0

    def of(self, element: lxml_html.HtmlElement) -> Mapping[str, str]:
        """Properties and their values, in small letters, that the page's own rules give an element."""
        if not self._by_key:
            return _NOTHING
        tried = self._tried_for(element)
        if not tried.rules:
            return _NOTHING
        if tried.scope == "element":
            return _merged(rule.declarations for rule in self._matching(tried.rules, element))
        key: tuple[object, ...] = (id(tried), element.getparent() if tried.scope == "parent" else None)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _merged(rule.declarations for rule in self._matching(tried.rules, element))
        return known

    all_of = of

    def declared(self, element: lxml_html.HtmlElement) -> Mapping[str, str]:
        """What rules and the style attribute give an element together."""
        rules, style = self.of(element), element.get("style")
        if not style:
            return rules
        said = declared_in_style(style)
        if not rules:
            return _merged([said]) if said else _NOTHING
        key = (id(rules), style)
        found = self._merged.get(key)
        if found is None:
            important = rules.important if isinstance(rules, _Merged) else frozenset[str]()
            own = _merged([said])
            strong = {name for name, _, is_important in said if is_important}
            found = dict(rules) | {name: value for name, value in own.items() if name in strong or name not in important}
            self._merged[key] = found
        return found

    def _tried_for(self, element: lxml_html.HtmlElement) -> _Tried:
        name, ident = element.get("class"), element.get("id")
        named = tuple((key, element.get(key)) for key in self._named if element.get(key) is not None) if self._named else ()
        make = (element.tag, name, ident, named)
        tried = self._tried.get(make)
        if tried is None:
            tried = self._tried[make] = self._try(element, name, ident)
        return tried

    def _try(self, element: lxml_html.HtmlElement, name: str | None, ident: str | None) -> _Tried:
        keys = [element.tag, "*", *("." + part for part in dict.fromkeys((name or "").split()))]
        keys += [f"#{ident}"] if ident else []
        listed = [rule for key in keys for rule in self._by_key.get(key, ())]
        self._left -= len(listed)
        if self._left <= 0:
            return _Tried((), "none")
        fits = tuple(rule for rule in listed if rule.selector.is_placed or rule.selector.steps[0][0].matches(element))
        if any(rule.selector.is_placed for rule in fits):
            return _Tried(fits, "element")
        return _Tried(fits, "none" if all(rule.selector.is_single for rule in fits) else "parent")

    def _matching(self, rules: Iterable[_Rule], element: lxml_html.HtmlElement) -> list[_Rule]:
        found = []
        for rule in rules:
            if not self._work():
                break
            if rule.selector.matches(element, self._work):
                found.append(rule)
        return sorted(found, key=lambda rule: rule.weight)

    def _work(self) -> bool:
        self._left -= 1
        return self._left > 0


class _Merged(dict[str, str]):
    """Declarations by property, with the properties that are important."""

    important: frozenset[str] = frozenset()


def _merged(found: Iterable[Declarations]) -> Mapping[str, str]:
    plain: dict[str, str] = {}
    strong: dict[str, str] = {}
    for said in found:
        for name, value, is_important in said:
            (strong if is_important else plain)[name] = value
    if not plain and not strong:
        return _NOTHING
    merged = _Merged(plain | strong)
    merged.important = frozenset(strong)
    return merged


def _key(compound: Compound) -> str:
    if compound.ident:
        return "#" + compound.ident
    if compound.classes:
        return "." + min(compound.classes)
    return compound.tag or "*"


def _has_more(tree: lxml_html.HtmlElement) -> bool:
    """The page gets sheets or scripts from elsewhere."""
    linked = (link.get("href") or "" for link in tree.iter("link") if "stylesheet" in (link.get("rel") or "").lower())
    if any(not address.strip().lower().startswith("data:") for address in linked):
        return True
    return any(script.get("src") for script in tree.iter("script"))


def _is_bare(tree: lxml_html.HtmlElement) -> bool:
    """No picture, and no ground but the page's own."""
    if next(tree.iter(*_PAINTED), None) is not None:
        return False
    if any("background" in "".join(style.itertext()).lower() for style in tree.iter("style")):
        return False
    return not tree.xpath(
        "boolean(//*[@bgcolor or @background or contains(@style, 'ackground') or contains(@style, 'ACKGROUND')])"
    )


def _nested(preludes: tuple[str, ...]) -> str:
    """The selectors of a rule, with those of the rules around it; empty where it does not hold on a wide screen."""
    found = ""
    for prelude in preludes:
        if prelude.startswith("@"):
            if not applies(prelude):
                return ""
        elif not found:
            found = prelude
        elif "," in found or "," in prelude:
            inner = (
                f":is({found}) {part.strip()}" if "&" not in part else part.replace("&", f":is({found})")
                for part in split_outside(prelude, ",")
            )
            found = ", ".join(inner)
        else:
            found = prelude.replace("&", found) if "&" in prelude else f"{found} {prelude}"
        if len(found) > _MAX_WORK // 100:
            return ""
    return found
