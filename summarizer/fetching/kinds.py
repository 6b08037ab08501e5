"""What a page is: which kinds are kept, under which suffix."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.fetching.refusals import Refused

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "text/json": ".json",
    "application/ld+json": ".json",
}
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/unknown")
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|!--)", re.IGNORECASE)
_HEAD = 1_000


def refuse_foreign(headers: Mapping[str, str]) -> None:
    """Raise Refused for an answer that says it is no page, text, feed or PDF."""
    kind = _media_type(headers)
    if kind not in _SUFFIXES and kind not in _UNTOLD:
        raise Refused(f"is no page but {kind[:60]}; only pages, texts, feeds and PDFs are fetched")


def suffix_of(headers: Mapping[str, str], body: bytes) -> str:
    """What its file's name ends in. Raises Refused: nobody says what it is, and it does not show."""
    head = body[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"%PDF-"):
        return ".pdf"
    kind = _media_type(headers)
    if kind in _SUFFIXES:
        return _SUFFIXES[kind]
    if _PAGE.match(head):
        return ".html"
    if head.lstrip().startswith(b"<?xml"):
        return ".xml"
    if not kind and b"\0" not in head:
        return ".txt"
    raise Refused("does not say what it is, and does not look like a page; open it in a browser")


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()
