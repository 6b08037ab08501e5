"""What the formats of linked data share: addresses that are one, ids that stay, texts that every parser takes."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from summarizer.characters import UNSAFE
from summarizer.schema import Article, Finding, Side

NAMESPACE = uuid.UUID("c9a7fd0e-6a5f-5f0c-9d3f-0e6f3f6d3c51")
"""Of all ids made here (RFC 9562, version 5); another one would make all of them new."""

_UNCARRIED = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile(f"[<>&{UNSAFE}]")
_IN_ADDRESS = "/:?#[]@!$&'()*+,;=%-._~"
"""Characters that stand in an address as they are, beside letters and digits (RFC 3986)."""


def carried(text: str) -> str:
    """The text as databases and strict parsers of JSON take it: NUL and lone surrogates become U+FFFD, one for one."""
    return _UNCARRIED.sub("\ufffd", text)


def linked_json(value: object, *, indent: int | None = 1) -> str:
    """The value as JSON that can stand in a page or on a terminal as it is: no text in it ends a script, or a line."""
    return _ESCAPED.sub(_escape, json.dumps(_carried(value), ensure_ascii=False, indent=indent))


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return f"\\u{ord(char):04x}" if char in "<>&\x7f" else json.dumps(char)[1:-1]


def _carried(value: Any) -> Any:
    if isinstance(value, str):
        return carried(value)
    if isinstance(value, Mapping):
        return {key: _carried(one) for key, one in value.items()}
    return [_carried(one) for one in value] if isinstance(value, list | tuple) else value


def uuid_of(*parts: str | int) -> str:
    """An id for the thing with these parts; the same parts give the same id in every run."""
    return str(uuid.uuid5(NAMESPACE, json.dumps(parts)))


def web_address(text: str | None) -> str | None:
    """An address of the web as an absolute URI; None where the text is none, such as "javascript:…"."""
    if not text:
        return None
    try:
        parts = urlsplit(text.strip())
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s\\\"'<>`]", parts.netloc)
    except ValueError:
        return None
    return quote(carried(text.strip()), safe=_IN_ADDRESS) if known else None


def address_of(article: Article) -> str | None:
    """Where the article stands on the web, if that is known."""
    return web_address(article.url)


def across(finding: Finding, side: Side) -> Side:
    """The side that a side is shown against: the sharpest of another article, else the sharpest other one."""
    others = [one for one in finding.sides if one is not side]
    return next((one for one in others if one.article_id != side.article_id), others[0])
