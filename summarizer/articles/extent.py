"""How much text an article has: the least that can tell anything, and the most that one report has room for."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TEXT = 300_000
"""Characters. The longest reports of newspapers have some 120,000; what is longer is a book, a list or a heap of articles."""
_LEAST_LETTERS, _LEAST_WORDS, _LEAST_UNSPACED = 6, 2, 4
_LETTERS = re.compile(r"[^\W\d_]+")
_UNSPACED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})
_SYLLABLES = "HANGUL"


def is_too_little(text: str) -> bool:
    """It states nothing: a statement takes a subject and what is said of it.

    So the least is two words with six letters between them ("Ferry sinks"), or four letters in scripts that put no spaces
    between words or a syllable into each letter. One word, a number, a list of signs or single letters is no article.
    """
    letters = words = unspaced = 0
    for match in _LETTERS.finditer(text):
        run = match[0]
        dense = sum(_is_dense(char) for char in run) if not run.isascii() else 0
        unspaced += dense
        letters += len(run)
        words += len(run) > 1 or dense > 0
        if unspaced >= _LEAST_UNSPACED or (words >= _LEAST_WORDS and letters >= _LEAST_LETTERS):
            return False
    return True


def _is_dense(char: str) -> bool:
    """A letter of a script without spaces between words, or one that stands for a syllable."""
    script = unicodedata.name(char, "?").split()[0].split("-")[0]
    return script in _UNSPACED or script == _SYLLABLES


def over_long(text: str) -> str | None:
    """Why a text is too long for one article; None if it is not."""
    if len(text) <= LONGEST_TEXT:
        return None
    return f"holds {len(text):,} characters of text; an article has at most {LONGEST_TEXT:,}: split it, or leave it out"
