"""NITF, the news agencies' older article format (iptc.org/std/NITF): facts from its head, text from body.content."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from summarizer.articles.draft import Dated, Draft, Facts, joined_names
from summarizer.articles.fields import language_tag, person, unused_date
from summarizer.articles.formats.html.fragments import fragment_text
from summarizer.articles.formats.refusals import NotArticlesError
from summarizer.articles.formats.xml.tree import (
    attribute,
    below,
    child,
    first_below,
    inner_html,
    language_of_element,
    local,
    words,
)
from summarizer.articles.marks import apart
from summarizer.articles.publication import read_stamp
from summarizer.terms import ZoneKind

BASIS = "NITF metadata"
_BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_AS_HTML = {
    "block": "div", "hl1": "h1", "hl2": "h2", "hedline": "div", "body.content": "div", "datasource": "p",
    "nitf-table": "div", "bq": "blockquote", "credit": "p", "fn": "div", "pre": "pre",
}  # fmt: skip
_ASIDE = ("media", "note", "fn")
_NEVER = ("media-reference", "media-metadata", "media-object", "copyrite", "virtloc", "nitf-table-metadata")


def read_nitf(root: etree._Element, facts: Facts | None = None) -> Draft:
    """One NITF document as a draft; `facts` are those of the envelope it came in, which go first.

    Raises:
        NotArticlesError: it has no text.
    """
    text = nitf_text(root)
    if not text.strip():
        raise NotArticlesError("is an NITF file without a text")
    own = _facts(root)
    return Draft(text=text, facts=facts.or_else(own) if facts else own)


def nitf_text(root: etree._Element) -> str:
    """The text of a document: its date line, its paragraphs, and captions and notes set apart below."""
    content = first_below(root, "body.content")
    if content is None:
        return ""
    body = deepcopy(content)
    asides = [
        element
        for element in list(below(body, *_ASIDE))
        if not any(local(above) in _ASIDE for above in element.iterancestors())
    ]
    beside = etree.Element("div")
    for element in asides:
        copy = deepcopy(element)
        copy.tag, copy.tail = "div", None
        beside.append(copy)
        _cut(element)
    captions = _lines(beside)
    line = words(first_below(first_below(root, "body.head"), "dateline"))
    return "\n".join([*([line] if line else []), *_lines(body), *(apart(caption, ZoneKind.NOTE) for caption in captions)])


def _lines(element: etree._Element) -> list[str]:
    copy = deepcopy(element)
    copy.tail = None
    for inner in list(copy.iter()):
        name = local(inner)
        if name in _NEVER:
            _cut(inner)
        elif name == "frac":
            _write_fraction(inner)
        elif name in _AS_HTML:
            inner.tag = _AS_HTML[name]
    return [line for line in fragment_text(f"<div>{inner_html(copy)}</div>").split("\n") if line.strip()]


def _write_fraction(element: etree._Element) -> None:
    """A half as "1/2": its numerator and denominator are elements side by side."""
    parts = [words(part) or "" for part in below(element, "numer", "frac-num", "denom", "frac-den")]
    before, tail = (
        (" " if (element.getprevious() is None and (element.getparent().text or "")[-1:].isdigit()) else ""),
        element.tail,
    )
    element.clear()
    element.tag, element.text, element.tail = "span", before + "/".join(parts), tail


def _cut(element: etree._Element) -> None:
    """Remove an element; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _facts(root: etree._Element) -> Facts:
    head = first_below(root, "body.head")
    published = first_below(child(root, "head"), "pubdata")
    title = words(first_below(head, "hl1")) or words(first_below(head, "hedline")) or words(child(root, "head", "title"))
    dates, notes = _dates(root, published)
    return Facts(
        title=title,
        outlet=attribute(published, "name") or words(first_below(head, "distributor")) or _holder(root),
        author=_author(head),
        language=language_tag(language_of_element(root)),
        dates=dates,
        notes=notes,
    )


def _holder(root: etree._Element) -> str | None:
    return attribute(first_below(root, "doc.copyright"), "holder")


def _author(head: etree._Element | None) -> str | None:
    byline = first_below(head, "byline")
    if byline is None:
        return None
    people = [words(name) for name in below(byline, "person")]
    plain = _BY.sub("", (byline.text or "").strip() or (words(byline) or ""))
    return joined_names(person(name) for name in people) or person(plain or None)


def _dates(root: etree._Element, published: etree._Element | None) -> tuple[tuple[Dated, ...], tuple[str, ...]]:
    """The day of the issue it stood in, else of its release if that was held back, else of issuing."""
    values = [attribute(published, "date.publication")]
    issued, released = (attribute(first_below(root, name), "norm") for name in ("date.issue", "date.release"))
    stamps = [read_stamp(value) if value else None for value in (issued, released)]
    held = bool(stamps[0] and stamps[1] and stamps[1].date > stamps[0].date)
    values += [released, issued] if held else [issued, released]
    values.append(attribute(first_below(root, "story.date"), "norm"))
    found = [Dated(stamp, BASIS) for value in values if value and (stamp := read_stamp(value))]
    notes = [note for value in values if value and (note := unused_date(value, BASIS))]
    return tuple(found[:1]), () if found else tuple(notes[:1])
