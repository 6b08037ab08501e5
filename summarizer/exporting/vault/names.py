"""Names of notes that every file system takes, that a link can hold, and that stay the same from run to run."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from summarizer.reporting.escape import visible

LONGEST = 100
"""Bytes of a title in a file's name; file systems take 255, and folders that are synchronised less."""
_FORBIDDEN = re.compile(r"""[\x00-\x1f\x7f#^\[\]|:\\/*?"<>`{}$%=~@&;!\u2028\u2029\ufffd]+""")
"""What a file system, a link or a template of a note does not take, or takes for something else."""
_MARKS = re.compile(r"(?<=\w)[?;:]$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
_BLOCK = re.compile(r"[A-Za-z0-9-]{1,64}")


def label(text: str) -> str:
    """The text as words that are nothing but words inside a link: without the characters that steer one."""
    return " ".join(_FORBIDDEN.sub(" ", visible(unicodedata.normalize("NFC", text))).split())


def shown_in_link(text: str) -> str:
    """The text as the words of a link, with its question mark and with a colon or semicolon behind a word."""
    words = visible(unicodedata.normalize("NFC", text)).split()
    kept = [_MARKS.search(word) for word in words]
    return " ".join(
        filter(None, (label(word) + (mark.group() if mark else "") for word, mark in zip(words, kept, strict=True)))
    )


def stem(text: str) -> str:
    """The text as a file's name without its ending, cut behind a word; "untitled" if no letter of it is left."""
    whole = label(text)
    short = whole.encode()[:LONGEST].decode(errors="ignore")
    if short != whole and " " in short[len(short) // 2 :] and whole[len(short)] != " ":
        short = short.rpartition(" ")[0]
    short = short.strip(" .-_")
    if not any(char.isalnum() for char in short):
        return "untitled"
    return f"note {short}" if _RESERVED.fullmatch(short) else short


def story_name(name: str) -> str:
    """The name of a report's folder as that of the story in a vault."""
    return stem(name)


def index_name(story: str) -> str:
    """The note that leads to all others, with its folder."""
    return f"{story}/{story} findings"


def short_id(text: str) -> str:
    """Eight characters that stand for an id, whatever the id is made of."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]


def named(text: str, key: str) -> str:
    """A name for the note of this key, from nothing but the two: the other notes cannot change it."""
    return f"{stem(text)} {short_id(key)}"


def block(key: str) -> str:
    """The key as part of a block's id."""
    return key if _BLOCK.fullmatch(key) else short_id(key)
