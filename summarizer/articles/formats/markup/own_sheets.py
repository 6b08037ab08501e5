"""The style sheets that a page brings along: in its own elements and in addresses that hold their content (RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import html as lxml_html

from summarizer.articles.formats.markup.css_conditions import applies

_DATA = re.compile(r"\s*data:text/css([^,]{0,100}),(.*)", re.DOTALL | re.IGNORECASE)
_IMPORTED = re.compile(r"@import\s+(?:url\(\s*)?([\"']?)(data:text/css[^\"')]{0,200000})\1", re.IGNORECASE)
_TYPES = frozenset({"", "text/css"})


def own_sheets(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """The content of each sheet that holds on a wide screen, in order."""
    for element in tree.iter("style", "link"):
        if not applies(f"@media {element.get('media') or ''}".lower()):
            continue
        sheet = _linked(element) if element.tag == "link" else _written(element)
        yield from (held for _, address in _IMPORTED.findall(sheet) if (held := content_of(address)))
        if sheet:
            yield sheet


def content_of(address: str) -> str:
    """The sheet that an address holds; empty if it holds none."""
    match = _DATA.match(address)
    if not match:
        return ""
    if not match[1].rstrip().lower().endswith(";base64"):
        return unquote(match[2], errors="replace")
    try:
        return base64.b64decode(unquote(match[2]), validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _written(element: lxml_html.HtmlElement) -> str:
    is_read = (element.get("type") or "").strip().lower() in _TYPES
    return "".join(element.itertext()) if is_read and next(element.iterancestors("template", "noscript"), None) is None else ""


def _linked(element: lxml_html.HtmlElement) -> str:
    kinds = (element.get("rel") or "").lower().split()
    is_used = "stylesheet" in kinds and "alternate" not in kinds and element.get("disabled") is None
    return content_of(element.get("href") or "") if is_used else ""
