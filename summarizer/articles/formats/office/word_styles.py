"""Styles of a Word file, as far as they change what a reader sees of the words: struck out, raised, hidden."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from summarizer.articles.formats.office.manuscript import PLAIN, Look
from summarizer.articles.formats.xml.tree import child, children, local, own

_OFF = ("0", "false", "off", "none")
_MAX_BASES = 10
_TITLES = frozenset({"title", "heading 1", "heading1"})
_RAISED_HALF_POINTS = 4


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids.

    Attributes:
        properties: what a style says of characters.
        bases: the style that another goes back to.
        names: a style's name as Word calls it in every language ("heading 1").
    """

    properties: dict[str, etree._Element] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def look(self, style: str | None, start: Look = PLAIN) -> Look:
        """How characters of a style are set."""
        chain: list[str] = []
        while style and len(chain) < _MAX_BASES and style not in chain:
            chain.append(style)
            style = self.bases.get(style)
        for name in reversed(chain):
            if name in self.properties:
                start = direct(start, self.properties[name])
        return start

    def changed(self, look: Look, properties: etree._Element | None) -> Look:
        """A look with what a run's own properties and its style say."""
        if properties is None:
            return look
        return direct(self.look(value(child(properties, "rstyle")), look), properties)

    def is_title(self, style: str | None) -> bool:
        """The style is that of a document's title or of its highest heading."""
        return bool(style) and self.names.get(style or "", style or "").lower() in _TITLES


def read_styles(root: etree._Element) -> Styles:
    """The styles out of styles.xml."""
    styles = Styles()
    for element in children(root, "style"):
        name = own(element, "styleId")
        if not name:
            continue
        properties = child(element, "rpr")
        if properties is not None:
            styles.properties[name] = properties
        styles.bases[name] = value(child(element, "basedon")) or ""
        styles.names[name] = value(child(element, "name")) or ""
    return styles


def direct(look: Look, properties: etree._Element) -> Look:
    """A look with what these properties say themselves."""
    for element in properties:
        name, setting = local(element), value(element)
        on = (setting or "1").lower() not in _OFF
        if name in ("strike", "dstrike"):
            look = replace(look, struck=on)
        elif name == "vanish":
            look = replace(look, hidden=on)
        elif name == "vertalign":
            look = replace(look, is_raised=setting == "superscript")
        elif name == "position" and (setting or "").lstrip("-").isdigit():
            look = replace(look, is_raised=int(setting or 0) >= _RAISED_HALF_POINTS)
        elif name == "del":
            look = replace(look, deleted=True)
    return look


def value(element: etree._Element | None) -> str | None:
    """The w:val of a property; None without one."""
    return None if element is None else own(element, "val")
