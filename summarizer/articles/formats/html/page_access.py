"""Is a page's article free to read, and if not, is all of it here? What the page declares of it, held against its text.

Formats: JSON-LD and microdata with `isAccessibleForFree`, `hasPart`, `wordCount` and `articleBody` of
https://schema.org/Article, and the meta tag `article:content_tier` ("free", "metered", "locked"). Many pages that say so
hold the whole text all the same, for readers who may see it and for search engines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import html as lxml_html

from summarizer.articles.formats.html.json_ld import own_nodes
from summarizer.articles.formats.html.page_place import Place
from summarizer.articles.formats.html.page_scopes import is_of_article
from summarizer.articles.lines import word_count

HELD_BACK = "the page says that its article is not free to read, and shows no sign that all of it is here"
_SIGNS = ("isAccessibleForFree", "isaccessibleforfree", "content_tier")
_TIERS = ("article:content_tier", "content_tier", "isaccessibleforfree")
_PROPERTIES = "//*[contains(@itemprop, 'isAccessibleForFree') or contains(@property, 'isAccessibleForFree')]"
_MAX_ELEMENTS = 200
_LONG_WORDS = 300
"""A teaser has fewer."""
_MIN_SHARE = 0.8
_TAIL = 20_000
_BOXES = ("article", "main", "section", "div", "body")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:;][\"”’»'\)\]」』]*$")
_TAG = re.compile(r"<[^<>]{0,500}>")
_DOTS = re.compile(r"(?:…|\.\.\.|\[…\])\W*$")
_NO = re.compile(r"(?:https?://schema\.org/)?(?:false|no|0|locked|metered|premium|paid)", re.IGNORECASE)
_YES = re.compile(r"(?:https?://schema\.org/)?(?:true|yes|1|free)", re.IGNORECASE)


def breaks_off(source: str) -> str | None:
    """Why the page is not known to be whole: its source ends within a sentence of a box that it does not close; else None."""
    tail = source[-_TAIL:].rstrip()
    text = tail.rpartition(">")[2]
    if not text.strip() or _SENTENCE_END.search(text):
        return None
    opened = any(source.count(f"<{box}") > source.count(f"</{box}") for box in _BOXES)
    return "the file ends before its page does" if opened else None


def speaks_of_access(source: str) -> bool:
    """The page's source may say whether its article is free to read."""
    return any(sign in source for sign in _SIGNS)


def held_back(tree: lxml_html.HtmlElement, place: Place, metas: Mapping[str, list[str]], text: str) -> str | None:
    """Why the text is not known to be the whole article: the page locks it and shows no sign that all is here; else None."""
    nodes = own_nodes(tree, place)
    said = _first(_node_says(node) for node in nodes)
    if said is None:
        said = _first((_scopes_say(tree, place), _first(_is_free(value) for name in _TIERS for value in metas.get(name, ()))))
    return HELD_BACK if said is False and not _is_whole(nodes, text) else None


def _first(values: Iterable[bool | None]) -> bool | None:
    return next((value for value in values if value is not None), None)


def _is_free(value: Any) -> bool | None:
    """What a value of `isAccessibleForFree` or a tier means; None for any other."""
    if isinstance(value, list):
        return _first(map(_is_free, value[:20]))
    if isinstance(value, Mapping):
        return _is_free(value.get("@value") or value.get("@id"))
    text = str(value).strip()
    return False if _NO.fullmatch(text) else True if _YES.fullmatch(text) else None


def _node_says(node: Mapping[str, Any]) -> bool | None:
    """What a node says of the whole article, else False if a part of it is locked."""
    if (said := _is_free(node.get("isAccessibleForFree"))) is not None:
        return said
    parts = node.get("hasPart")
    listed = parts[:100] if isinstance(parts, list) else [parts]
    locked = any(isinstance(part, Mapping) and _is_free(part.get("isAccessibleForFree")) is False for part in listed)
    return False if locked else None


def _scopes_say(tree: lxml_html.HtmlElement, place: Place) -> bool | None:
    """What microdata and RDFa of this article say, or of a part of it."""
    for element in tree.xpath(_PROPERTIES)[:_MAX_ELEMENTS]:
        scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
        part = scope is not None and "hasPart" in (scope.get("itemprop") or "")
        if is_of_article(scope if part and scope is not None else element, place):
            said = _is_free(element.get("content") or element.get("href") or element.text_content())
            if said is not None and not (part and said):
                return said
    return None


def _is_whole(nodes: Iterable[Mapping[str, Any]], text: str) -> bool:
    """The text has as many words as the article is said to have, or as its declared text; if neither is known, it is long."""
    have = word_count(text)
    for node in nodes:
        count = "".join(c for c in str(node.get("wordCount") or "") if c.isdigit())[:9]
        if count and int(count):
            return have >= _MIN_SHARE * int(count)
    bodies = [body for node in nodes if isinstance(body := node.get("articleBody"), str) and body.strip()]
    if bodies and not _DOTS.search(bodies[0][-20:]):
        return have >= _MIN_SHARE * word_count(_TAG.sub(" ", bodies[0]))
    return have >= _LONG_WORDS
