"""Numbers in which something only looks like a digit: letters, marks over digits, characters that were lost.

"1O,OOO" with the letter O, "l2" with the letter l, a digit struck out, or one that could not be decoded: a reader sees
a number, and what a program reads of it is another one. Such a number is read as none (Unicode TR 39, confusables).
"""

from __future__ import annotations

import re

_LETTERS = "OolI\u041e\u043e\u039f\u03bf\u0406\u0456\u04c0\u04cf\u0399\u0555\u0585\u07c0\u0d20\u0b20"
"""Latin O, o, l and I, and what looks like them in Cyrillic, Greek, Armenian, N'Ko, Malayalam and Oriya."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_LOST = "\ufffd"
_PIECE = rf"[\d{_LETTERS}{_MARKS}{_LOST}]"
_NEAR = re.compile(rf"\d[.,\u00a0\u202f]?[{_LETTERS}{_MARKS}{_LOST}]|[{_LETTERS}{_LOST}][.,]?\d")
_RUN = re.compile(rf"(?<![\w.,]){_PIECE}++(?:[.,\u202f\u00a0]{_PIECE}++)*+(?!\w)")
_FOREIGN = re.compile(rf"[{_MARKS}{_LOST}{_LETTERS[4:]}]")
_LATIN = re.compile(
    r"\d[.,]?O|\d[.,]?o+[.,]?\d|[.,\u202f]o{3}|^l+[.,]?\d|^[lIO]{1,3}[.,]\d{3}(?!\d)|\d[.,]?[lI]+[.,]?\d|\d[.,][lI\dO]{3}(?<!\d{3})"
)
_COUNTS = re.compile(r"\s(?:people|dead|killed|injured|wounded|missing|men|women|children|deaths|victims)\b")
_GREEK_ORDINAL = re.compile(r"\d{1,4}[\u039f\u03bf]")


def veiled_numbers(text: str) -> list[tuple[int, int]]:
    """Where they stand, in order. The time grows with the length of the text."""
    if not _NEAR.search(text):
        return []
    return [(m.start(), m.end()) for m in _RUN.finditer(text) if _is_veiled(m.group(), text, m.end())]


def _is_veiled(run: str, text: str, end: int) -> bool:
    if not any(char.isdecimal() for char in run):
        return False
    if _FOREIGN.search(run):
        return _GREEK_ORDINAL.fullmatch(run) is None
    if _LATIN.search(run):
        return True
    return run.endswith("l") and run[:-1].isdecimal() and _COUNTS.match(text, end) is not None
