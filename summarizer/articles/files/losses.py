"""What a text has lost before it came here: letters that became question marks, characters that became others."""

from __future__ import annotations

import re

from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.files.mojibake import mended

_AGAIN = "save the original again as UTF-8"
_WORD = re.compile(r"[^\s<>]{1,200}")
_LOST_WORD = re.compile(r"[\"'«(]?\?{2,60}[,.:;!)\"'»]{0,3}")
_LOST_LETTERS = re.compile(r"[^\W\d_]{1,60}(?:\?{1,3}[^\W\d_A-Z][^\W\d_]{0,60}){1,9}[,.:;!?)\"'»]{0,3}")
_ADDRESS = re.compile(r"[/=&@\\]|\.\w")
_MIN_LOST_WORDS, _MAX_LOST_SHARE = 4, 0.25
_MAX_HURT_SHARE = 0.1
_MIN_HURT_WORDS = 5
_NOTED_HURT_WORDS = 2
_MIN_CODED = 120
_SAMPLE_CHARS = 400_000
_CODED = re.compile(r"(?:[A-Za-z0-9+/]{40,}\s+)*+[A-Za-z0-9+/]{1,100000}={0,2}")


def readable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what had been read in a wrong charset put right, and notes on that and on letters that are lost.

    Raises:
        UndecodableError: too much of it is lost, or it is no text but base64.
    """
    if len(text) > _MIN_CODED and _CODED.fullmatch(text.strip()):
        raise UndecodableError("is base64, not text; decode it first")
    fixed, note = mended(text)
    lost = _lost(fixed) if "?" in fixed else None
    return fixed, tuple(filter(None, (note, lost)))


def mended_name(name: str | None) -> str | None:
    """A title or a name put right; as it is where that is not certain."""
    if name is None:
        return None
    try:
        return mended(name)[0]
    except UndecodableError:
        return name


def _lost(text: str) -> str | None:
    """A note on letters that became question marks, if there are a few.

    Raises:
        UndecodableError: there are many.
    """
    words = _WORD.findall(text[:_SAMPLE_CHARS])
    gone = sum(bool(_LOST_WORD.fullmatch(word)) for word in words)
    hurt = [word for word in words if "?" in word and not _ADDRESS.search(word) and _LOST_LETTERS.fullmatch(word)]
    if gone >= _MIN_LOST_WORDS and gone > _MAX_LOST_SHARE * len(words):
        raise UndecodableError(f"has question marks for its letters: it was saved in a charset that lacks them; {_AGAIN}")
    if len(hurt) >= _MIN_HURT_WORDS and len(hurt) > _MAX_HURT_SHARE * len(words):
        raise UndecodableError(f"has question marks for letters (“{hurt[0]}”); {_AGAIN}")
    if len(hurt) < _NOTED_HURT_WORDS and gone < _MIN_LOST_WORDS:
        return None
    return f"{len(hurt) + gone} words have question marks for lost letters (“{(hurt or ['????'])[0]}”)"
