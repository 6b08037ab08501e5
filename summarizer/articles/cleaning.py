"""Characters: what a reader cannot see does not reach the text, and is counted.

Zero-width and direction marks, tag characters and control characters can hide or reorder words. The two joiners
that Persian, Arabic and Indic spelling needs stay between letters of those scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)
_STYLE = re.compile("\x1b\\[[0-9;:?]{0,30}[A-Za-z]")
"""How a terminal is told to write in bold or red (ECMA-48): its digits are no figure of the text."""
_JOINERS = "\u200c\u200d"
_EMOJI_STYLE = "\ufe0e\ufe0f"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_REPLACEMENT = "\ufffd"
_JOINING_FROM = "\u0590"


def clean_characters(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with line feeds as its only line ends and no invisible characters, and notes that count what was taken out.

    Ligatures that are one character (U+FB00 to U+FB06) become their letters.
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    counts: Counter[str] = Counter()
    if "\x1b" in text:
        text, counts["control characters removed"] = _STYLE.subn("", text)
    pieces, position = [], 0
    for match in _SUSPECT.finditer(text):
        pieces.append(text[position : match.start()])
        pieces.append(_replaced(text, match.start(), counts))
        position = match.end()
    cleaned = "".join(pieces) + text[position:]
    return cleaned, tuple(f"{count} {kind}" for kind, count in sorted(counts.items()) if count)


def visible_line(text: str, limit: int = 500) -> str | None:
    """A title or a name as one clean line; None if nothing is left of it."""
    cleaned, _ = clean_characters(text[: limit * 4])
    return " ".join(cleaned.split())[:limit].strip() or None


def _replaced(text: str, at: int, counts: Counter[str]) -> str:
    char = text[at]
    if char in _JOINERS and _is_joining(text[at - 1 : at]) and _is_joining(text[at + 1 : at + 2]):
        return char
    if char in _EMOJI_STYLE and at and unicodedata.category(text[at - 1]) in ("So", "Sm", "Po"):
        return char
    if "\ud800" <= char <= "\udfff":
        counts["lone surrogates shown as \ufffd"] += 1
        return _REPLACEMENT
    control = unicodedata.category(char) == "Cc"
    counts["control characters removed" if control else "invisible characters removed (zero-width, direction, tag)"] += 1
    return ""


def _is_joining(char: str) -> bool:
    """A letter or mark of a script whose spelling uses joiners (all lie beyond Cyrillic)."""
    return bool(char) and char >= _JOINING_FROM and unicodedata.category(char)[0] in "LM" and not ("\u1e00" <= char <= "\u1fff")


def replacement_share(text: str) -> float:
    """Share of characters that could not be decoded, 0 to 1."""
    return text.count(_REPLACEMENT) / len(text) if text else 0.0
