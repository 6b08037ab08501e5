"""Keeps the key out of everything that an endpoint sends back, however it is written there."""

from __future__ import annotations

import base64
import html
import re
from urllib.parse import quote, unquote

SHORTEST_SECRET = 16
"""Characters of a key from which on it is struck out of what an endpoint sends; "none" or "x" may be words of an answer."""
SHORTEST_PART = 8
"""Characters in a row of the key that are struck out of a message, where nothing is lost with them."""
MARK = "***"
_ESCAPED = re.compile(r"\\+u00(2[013-9a-fA-F]|5[0-9abdefABDEF]|[346][0-9a-fA-F]|7[0-9a-eA-E])")
"""A printable ASCII character as JSON may write it, but for the quotation mark and the backslash."""


class Secret:
    """A key that must not be shown or stored."""

    def __init__(self, key: str | None) -> None:
        self._key = key if key and len(key) >= SHORTEST_SECRET else ""
        forms = [re.escape(form) for form in _forms(self._key)]
        # A line that is wrapped, or a key shown in groups, breaks it at any place.
        broken = r"[\s\W_]{0,3}".join(map(re.escape, self._key))
        self._pattern = re.compile("|".join([*forms, broken]), re.IGNORECASE) if self._key else None

    def strike(self, text: str) -> str:
        """A text without the key, in plain or encoded; the text itself if it is not there."""
        if self._pattern is None:
            return text
        struck = self._pattern.sub(MARK, text)
        if "\\u00" in struck:
            plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), struck)
            if self._pattern.search(plain):
                return self._pattern.sub(MARK, plain)
        return struck

    def strike_parts(self, text: str) -> str:
        """A text for a message: also without longer parts of the key, and without encodings of it."""
        if not self._key:
            return text
        struck = self.strike(text)
        for decode in (unquote, html.unescape):
            decoded = decode(struck)
            if decoded != struck and self._without_parts(decoded) != decoded:
                struck = self.strike(decoded)
        return self._without_parts(struck)

    def _without_parts(self, text: str) -> str:
        hidden = [False] * len(text)
        for start in range(len(self._key) - SHORTEST_PART + 1):
            part = self._key[start : start + SHORTEST_PART]
            at = text.find(part)
            while at >= 0:
                hidden[at : at + SHORTEST_PART] = [True] * SHORTEST_PART
                at = text.find(part, at + 1)
        shown = "".join("\0" if is_hidden else char for char, is_hidden in zip(text, hidden, strict=True))
        return re.sub("\0+", MARK, shown) if any(hidden) else text


def _forms(key: str) -> set[str]:
    """The key as it is and as it is often written: percent-encoded, in hexadecimal, in base64 at each of its three offsets."""
    raw = key.encode("utf-8", "replace")
    forms = {key, quote(key, safe=""), "".join(f"%{byte:02x}" for byte in raw), raw.hex()}
    for offset in range(3):
        whole = base64.b64encode(bytes(offset) + raw).decode()
        # What depends on the bytes before and after is left out.
        inner = whole[(offset * 8 + 5) // 6 : ((offset + len(raw)) * 8) // 6]
        forms |= {inner, inner.replace("+", "-").replace("/", "_")}
    return {form for form in forms if form}
