"""How many tokens a text takes, from its characters: no tokenizer is loaded for it."""

from __future__ import annotations

import re

LATIN = 4.0
_DENSE = (
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 1.2),
    (re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"), 1.3),
    (re.compile(r"[\u0370-\u052f]"), 2.8),
    (re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"), 2.5),
    (re.compile(r"[\u0900-\u109f\u1780-\u17ff]"), 2.3),
    (re.compile(r"[\u00c0-\u024f]"), 1.5),
)
"""Characters of a script and how many of them make a token: Chinese and Japanese, Korean, Greek and Cyrillic, Hebrew and
Arabic, the scripts of India and South-East Asia, and Latin letters with marks. All others count as English text does."""


def tokens_of(text: str) -> int:
    """About how many tokens a text is."""
    if text.isascii():
        return round(len(text) / LATIN)
    dense = [(len(letters.findall(text)), size) for letters, size in _DENSE]
    plain = len(text) - sum(found for found, _ in dense)
    return round(plain / LATIN + sum(found / size for found, size in dense))
