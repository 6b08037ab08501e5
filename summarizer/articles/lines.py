"""The lines of a text, each seen without its decoration, and whether it reads as running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

_CONTENT = re.compile(r"\S(?:[^\n]*\S)?")
_DECORATION = " \t\u00a0\u2003-–—―_*•·|[]»«›‹#>=~:"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"[.!?。！？؟۔।][\"'”’»)\]」』]*(?:\s|$)")
_PLAIN_END = re.compile(r"(?:[.。۔।][\"'”’»)\]」』]*|[!?！？؟][\"'”’»」』)]+|[\"”»」』])$")
_TRUNCATED = re.compile(r"(?:…|\.\.\.|\[\+\d+ chars\])\W*$")
_TAIL = 30
RUNNING_WORDS = 12
LONG_WORDS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space around it.

    Attributes:
        start, end: half-open offsets into the text.
        text: its characters.
        bare: the same without dashes, bars and other decoration around it.
        words: how many words it has; for scripts without spaces, half of the characters.
    """

    start: int
    end: int
    text: str
    bare: str
    words: int

    @property
    def is_running(self) -> bool:
        """It reads as a paragraph: at least twelve words and a sentence that ends."""
        return self.words >= RUNNING_WORDS and not _TRUNCATED.search(self.text[-_TAIL:]) and self.has_sentence

    @property
    def has_sentence(self) -> bool:
        """It ends as a sentence does, or is long and holds the end of one."""
        return bool(_PLAIN_END.search(self.text[-_TAIL:])) or (
            self.words > LONG_WORDS and bool(_SENTENCE_END.search(self.text))
        )

    @property
    def ends_sentence(self) -> bool:
        """Its last mark closes a sentence that states something."""
        return bool(_PLAIN_END.search(self.text[-_TAIL:]))

    @property
    def key(self) -> str:
        """Its words only, in small letters: equal for two settings of one title."""
        return title_key(self.text)


def title_key(text: str) -> str:
    """The words of a title in small letters, for comparing."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def lines_of(text: str) -> list[Line]:
    """All lines with content, in order."""
    return [_line(match) for match in _CONTENT.finditer(text)]


def first_lines(text: str, count: int) -> list[Line]:
    """The first lines with content, so many at most."""
    return [_line(match) for match in islice(_CONTENT.finditer(text), count)]


def _line(match: re.Match[str]) -> Line:
    content = match[0]
    return Line(match.start(), match.end(), content, content.strip(_DECORATION), word_count(content))


def word_count(text: str) -> int:
    """Words of a text; two characters of a script without spaces count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return unspaced // 2 if unspaced > len(text) // 3 else len(text.split())


def running_words(lines: Iterable[Line]) -> int:
    """Words in those lines that read as paragraphs."""
    return sum(line.words for line in lines if line.is_running)
