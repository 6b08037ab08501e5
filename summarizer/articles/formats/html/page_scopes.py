"""Facts in the attributes of a page's own elements: microdata, RDFa and microformats, of this article's scope only.

Formats: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/,
https://microformats.org/wiki/h-entry
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html as lxml_html

from summarizer.articles.draft import Facts, joined_names
from summarizer.articles.fields import best_address, facts_of, name_in, person, stamp_in
from summarizer.articles.formats.html.page_place import Place

_PROPERTIES = {
    "datepublished": "published", "datecreated": "created", "dc:date": "published", "dc:issued": "published",
    "dcterms:issued": "published", "dc:created": "created", "dcterms:created": "created", "dcterms:date": "published",
    "pubdate": "published", "author": "author", "creator": "author", "dc:creator": "author", "publisher": "outlet",
    "sourceorganization": "outlet",
    "headline": "title", "dc:title": "title", "inlanguage": "language", "mainentityofpage": "url",
}  # fmt: skip
_SCOPED = "//*[@itemprop] | //*[@property][not(self::meta[@name]) and not(starts-with(@property,'og:'))]"
_PAGE_TYPES = re.compile(r"article|posting|report|webpage|itempage|creativework|document|page$", re.IGNORECASE)
_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_BY_AUTHOR = "//a[contains(concat(' ', normalize-space(@rel), ' '), ' author ')]"
_PEOPLE = f"//*[{_CLASS.format('p-author')} or {_CLASS.format('fn')}] | {_BY_AUTHOR}"
_CARD_NAME = f"(.//*[{_CLASS.format('p-name')}])[1]"
_MAX_NAME = 120
_MAX_ELEMENTS, _CARD_DEPTH = 500, 4


def scoped_facts(tree: lxml_html.HtmlElement, place: Place) -> Facts:
    """What microdata and RDFa say about the article at this place."""
    found: dict[str, list[str]] = {}
    for element, name in _own_properties(tree, place):
        if value := _value(element, name):
            found.setdefault(name, []).append(value)
    return facts_of(
        {
            "title": next(iter(found.get("title", ())), None),
            "outlet": next(iter(found.get("outlet", ())), None),
            "author": joined_names(name_in(name) for name in found.get("author", ())),
            "published": _one_day(found.get("published") or found.get("created") or []),
            "language": next(iter(found.get("language", ())), None),
            "url": best_address(found.get("url", ())),
        },
        "page metadata",
    )


def _one_day(values: list[str]) -> str | None:
    """The first of several values if all are of one day."""
    stamps = [stamp for value in values if (stamp := stamp_in(value))]
    return values[0] if len({stamp.date for stamp in stamps}) <= 1 and values else None


def own_people(tree: lxml_html.HtmlElement, place: Place) -> str | None:
    """The names in the article's own links to its authors and cards of them, those nearest its heading."""
    found = [element for element in tree.xpath(_PEOPLE)[:_MAX_ELEMENTS] if _is_persons(element) and place.is_own(element)]
    named = [(place.distance(element), name) for element in found if (name := _name_shown(element))]
    nearest = min((distance for distance, _ in named), default=0)
    return joined_names(name for distance, name in named if distance == nearest)


def _is_persons(element: lxml_html.HtmlElement) -> bool:
    """A name of class "fn" counts only in a card of a person."""
    if "fn" not in (element.get("class") or "").split():
        return True
    near = islice(element.iterancestors(), _CARD_DEPTH)
    return any("vcard" in (above.get("class") or "").split() for above in (element, *near))


def _name_shown(element: lxml_html.HtmlElement) -> str | None:
    card = element.xpath(_CARD_NAME)
    name = person(name_in((card[0] if card else element).text_content()))
    return name if name and len(name) <= _MAX_NAME else None


def _own_properties(tree: lxml_html.HtmlElement, place: Place) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    """Elements with a property of this article, and which fact it is."""
    for element in tree.xpath(_SCOPED)[:_MAX_ELEMENTS]:
        names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
        names = [name.rpartition("schema.org/")[2].removeprefix("schema:") for name in names]
        fact = next((_PROPERTIES[name] for name in names if name in _PROPERTIES), None)
        if fact and is_of_article(element, place):
            yield element, fact


def is_of_article(element: lxml_html.HtmlElement, place: Place) -> bool:
    """The property's scope is that of this article or of the page, or it has none and stands in the article."""
    scope = next((a for a in element.iterancestors() if a.get("itemscope") is not None or a.get("typeof")), None)
    if scope is None:
        return place.is_own(element)
    kind = (scope.get("itemtype") or scope.get("typeof") or "").rpartition("/")[2]
    if not _PAGE_TYPES.search(kind):
        return False
    if place.heading is not None:
        return scope in place.spine or scope is place.home
    return place.home is None or scope is place.home or place.is_own(scope)


def _value(element: lxml_html.HtmlElement, name: str) -> str | None:
    given = element.get("content") or element.get("datetime")
    if given is None and name == "url":
        given = element.get("href") or element.get("itemid")
    if given is None and (element.get("itemscope") is not None or element.get("typeof")):
        inner = element.xpath("(.//*[@itemprop='name' or @property='name' or @property='schema:name'])[1]")
        given = (inner[0].get("content") or inner[0].text_content()) if inner else None
        if given is None:
            return None
    text = " ".join((given if given is not None else element.text_content()).split())
    return text if 0 < len(text) <= _MAX_NAME or name in ("title", "url") else None
