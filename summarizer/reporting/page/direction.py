"""Which way a text runs, and in which language a reader is told it is."""

from __future__ import annotations

import re
import unicodedata

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LEFTWARDS = frozenset({"R", "AL"})


def direction(words: str) -> str:
    """Of most of its letters: a quote that begins with a foreign name still runs as its sentence does (Unicode UAX 9)."""
    if words.isascii():
        return "ltr" if any(char.isalpha() for char in words) else "auto"
    classes = [unicodedata.bidirectional(char) for char in words]
    leftwards, rightwards = sum(one in _LEFTWARDS for one in classes), classes.count("L")
    if leftwards == rightwards:
        return "auto"
    return "rtl" if leftwards > rightwards else "ltr"


def language_code(language: str | None) -> str | None:
    """The code as HTML may have it (BCP 47); None if it is no such code."""
    return language if language and _CODE.fullmatch(language) else None
