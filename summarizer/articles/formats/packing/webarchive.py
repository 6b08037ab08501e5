"""Pages saved by Safari (.webarchive): a property list with the page, its address, its charset and its style sheets.

The format is Apple's (WebArchive of WebKit); frames and pictures in it are not read.
"""

from __future__ import annotations

import plistlib
from dataclasses import replace
from typing import Any

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import web_address
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.formats.html.fragments import read_html
from summarizer.articles.formats.markup.sheets import with_sheets
from summarizer.articles.formats.plain_text import read_plain

_FAULTS = (plistlib.InvalidFileException, ValueError, TypeError, KeyError, IndexError, OverflowError, OSError)
_PAGES = ("text/html", "application/xhtml+xml")


def read_webarchive(data: bytes) -> Draft:
    """The page of a Safari web archive.

    Raises:
        UndecodableError: another property list, a damaged one, or one whose main part is no page.
    """
    try:
        loaded = plistlib.loads(data)
    except _FAULTS:
        raise UndecodableError("is a damaged property list; save the page again") from None
    main = loaded.get("WebMainResource") if isinstance(loaded, dict) else None
    content = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(content, bytes):
        raise UndecodableError("is a property list without a saved page; save the article as text, HTML or PDF")
    kind = _text(main, "WebResourceMIMEType").lower()
    if kind not in (*_PAGES, "text/plain"):
        raise UndecodableError(f"is a Safari web archive of {kind or 'something'} that is no page; save the article itself")
    decoded = decode(content, declared=_text(main, "WebResourceTextEncodingName") or None)
    draft = read_html(with_sheets(decoded.text, _sheets(loaded).get)) if kind in _PAGES else read_plain(decoded.text)
    facts = Facts(url=web_address(_text(main, "WebResourceURL"))).or_else(draft.facts)
    return replace(draft, facts=facts, notes=((decoded.note,) if decoded.note else ()) + draft.notes)


def _sheets(loaded: dict[str, Any]) -> dict[str, str]:
    """The style sheets by their addresses, whole and as a page of the same site may write them."""
    found: dict[str, str] = {}
    others = loaded.get("WebSubresources")
    for one in others if isinstance(others, list) else ():
        data = one.get("WebResourceData") if isinstance(one, dict) else None
        if isinstance(data, bytes) and _text(one, "WebResourceMIMEType").lower() == "text/css":
            address = _text(one, "WebResourceURL")
            text = decode(data, declared=_text(one, "WebResourceTextEncodingName") or None).text
            found |= dict.fromkeys(
                (address, address.partition(":")[2], "/" + address.partition("//")[2].partition("/")[2]), text
            )
    return found


def _text(main: dict[str, Any], name: str) -> str:
    value = main.get(name)
    return value[:2000] if isinstance(value, str) else ""
