"""The addresses that a feed names, newest first: RSS, Atom, RDF and JSON Feed."""

from __future__ import annotations

import datetime as dt
import email.utils
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ROOTS = frozenset({"rss", "feed", "rdf"})
_DATES = ("pubdate", "published", "date", "issued", "updated", "modified")
_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
_JSON_FEED = "https://jsonfeed.org/version/"
_MOST_BYTES = 20_000_000


def addresses_in(data: bytes, base: str) -> list[str] | None:
    """The addresses of a feed's entries, each once, newest first, those without a date in their order behind.

    Args:
        data: the bytes of what may be a feed.
        base: the address it came from, to which its relative links belong; "" for a file.

    Returns:
        None if it is no feed.
    """
    head = data[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    found: list[tuple[dt.datetime, str]] | None = None
    if head.startswith(b"{"):
        found = _of_json(data)
    elif head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")) and len(data) <= _MOST_BYTES:
        found = _of_xml(data, base)
    if found is None:
        return None
    found.sort(key=lambda entry: entry[0], reverse=True)
    return list(dict.fromkeys(urljoin(base, address.strip()) for _, address in found if address.strip()))


def _of_json(data: bytes) -> list[tuple[dt.datetime, str]] | None:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not str(value.get("version", "")).startswith(_JSON_FEED):
        return None
    items = value.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [(_moment(item.get("date_published")), str(link)) for item in entries if (link := _link_of(item))]


def _link_of(item: dict[str, Any]) -> str | None:
    return next((link for name in ("url", "external_url", "id") if isinstance(link := item.get(name), str) and link), None)


def _of_xml(data: bytes, base: str) -> list[tuple[dt.datetime, str]] | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _local(root) not in _ROOTS:
        return None
    base = base or _site(root)
    items = (element for element in root.iter() if _local(element) in ("item", "entry"))
    return [(_date(item), urljoin(_base(item, base), link)) for item in items if (link := _link(item))]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _site(root: Any) -> str:
    """The address that a feed gives as its own or its site's; empty if it gives none."""
    heads = [root, *(child for child in root if _local(child) == "channel")]
    links = [child.get("href") or child.text or "" for head in heads for child in head if _local(child) == "link"]
    return next((link.strip() for link in links if link.strip().startswith(("https://", "http://"))), "")


def _base(element: Any, base: str) -> str:
    """The address to which the links of an element belong: xml:base of all around it, and that of the feed."""
    for around in reversed([element, *element.iterancestors()]):
        base = urljoin(base, around.get(_BASE) or "")
    return base


def _link(item: Any) -> str | None:
    return next((link for link in _links(item) if link and link.strip()), None)


def _links(item: Any) -> Iterator[str | None]:
    links = [child for child in item if _local(child) == "link"]
    yield from (link.get("href") for link in links if link.get("rel") in (None, "alternate") and link.get("href"))
    yield from (link.text for link in links if not link.get("href"))
    for child in item:
        if _local(child) == "guid" and child.get("isPermaLink", "true") != "false" and "://" in (child.text or ""):
            yield child.text


def _date(item: Any) -> dt.datetime:
    values = {_local(child): child.text for child in reversed(item)}
    return next((found for name in _DATES if (found := _moment(values.get(name))) != _EARLIEST), _EARLIEST)


def _moment(value: object) -> dt.datetime:
    """A date of RFC 822 or ISO 8601; the earliest there is for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    for read in (dt.datetime.fromisoformat, email.utils.parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    return _EARLIEST
