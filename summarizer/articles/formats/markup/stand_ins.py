"""Signs that carry withdrawn words through a library that drops the characters Unicode keeps for a program's own use."""

from __future__ import annotations

import re

from summarizer.articles.formats.markup.tree_text import would_join
from summarizer.articles.marks import apart
from summarizer.terms import ZoneKind

_CANDIDATES = [chr(code) for code in range(0x1F030, 0x1F094)]
_CLOSING = frozenset(".,;:!?)]}”’»…、。，")


class StandIns:
    """Two printable signs that a source does not hold, put around withdrawn words until their text is settled."""

    def __init__(self, source: str) -> None:
        free = [char for char in _CANDIDATES if char not in source]
        self._open, self._close = [*free, *_CANDIDATES][:2]
        self._any = re.compile(f"([{self._open}{self._close}])")

    def wrapped(self, text: str) -> str:
        """A text node with its words between the signs, one pair a line and white space outside."""
        return "\n".join(self._wrapped_line(line) for line in self._any.sub("", text).split("\n"))

    def _wrapped_line(self, line: str) -> str:
        bare = line.strip()
        if not bare:
            return line
        start = line.index(bare)
        return f"{line[:start]}{self._open}{bare}{self._close}{line[start + len(bare) :]}"

    def settled(self, text: str) -> str:
        """The text with what stands between the signs set apart as withdrawn."""
        if not self._any.search(text):
            return text
        return "\n".join(self._settled_line(line) if self._any.search(line) else line for line in text.split("\n"))

    def without(self, text: str | None) -> str | None:
        """The text without the withdrawn words: what a title or a name says."""
        if text is None or not self._any.search(text):
            return text
        return " ".join("".join(piece for piece, is_struck in self._pieces(text) if not is_struck).split()) or None

    def _settled_line(self, line: str) -> str:
        pieces = self._pieces(line)
        kept = ""
        for index, (piece, is_struck) in enumerate(pieces):
            if not is_struck:
                kept += piece
                continue
            after = pieces[index + 1][0][:1] if index + 1 < len(pieces) else ""
            before = kept[-1:]
            if before == " " and after in _CLOSING:
                kept = kept.rstrip(" ")
            kept += apart(piece.strip(), ZoneKind.WITHDRAWN)
            if would_join(before, after) and before.isdigit() != after.isdigit():
                kept += " "
        return kept

    def _pieces(self, line: str) -> list[tuple[str, bool]]:
        """Stretches of a line, each with whether it is struck out; those with only white space between them as one."""
        pieces: list[tuple[str, bool]] = []
        is_struck = False
        for piece in self._any.split(line):
            if piece in (self._open, self._close):
                is_struck = piece == self._open
            elif piece and len(pieces) > 1 and is_struck and pieces[-2][1] and not pieces[-1][0].strip():
                gap = pieces.pop()[0]
                pieces[-1] = (pieces[-1][0] + gap + piece, True)
            elif piece and pieces and is_struck and pieces[-1][1]:
                pieces[-1] = (pieces[-1][0] + piece, True)
            elif piece:
                pieces.append((piece, is_struck))
        return pieces
