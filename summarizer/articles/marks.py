"""What a format sets apart inside a line, carried through extraction: withdrawn words, notes.

A passage that was struck out, or a comment pinned to a word, is no part of the sentence around it, and must not be
lost either. The reader of a format wraps it in two characters that Unicode keeps free for a program's own use; when the
text is settled it is moved to a line of its own below, where it is a zone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_OPEN = {ZoneKind.WITHDRAWN: "\ufdd0", ZoneKind.NOTE: "\ufdd2"}
_CLOSE = {ZoneKind.WITHDRAWN: "\ufdd1", ZoneKind.NOTE: "\ufdd3"}
_KIND = {mark: kind for kind, mark in _OPEN.items()}
_ENDS = frozenset(_CLOSE.values())
_OWN = re.compile("[\ufdd0-\ufdef]")
_GAP = re.compile(r"[ \t]{2,}")


def apart(text: str, kind: ZoneKind) -> str:
    """The text wrapped so that it will stand on lines of its own as a zone of this kind."""
    return f"{_OPEN[kind]}{text}{_CLOSE[kind]}"


def without_marks(text: str) -> str:
    """The text without any of the wrapping characters: what comes from outside must not bring its own."""
    return _OWN.sub("", text)


def set_apart(text: str) -> tuple[str, tuple[Zone, ...]]:
    """The text with each wrapped passage on a line of its own below the line it stood in, and their zones."""
    if not _OWN.search(text):
        return text, ()
    lines: list[tuple[str, ZoneKind | None]] = []
    inside: ZoneKind | None = None
    for line in text.split("\n"):
        kept, passages, inside = _divided(line, inside)
        if kept.strip() or not passages:
            lines.append((kept, None))
        lines.extend(passages)
    zones, position = [], 0
    for line, kind in lines:
        if kind is not None:
            zones.append(Zone(start=position, end=position + len(line), kind=kind))
        position += len(line) + 1
    return "\n".join(line for line, _ in lines), tuple(zones)


def _divided(line: str, inside: ZoneKind | None) -> tuple[str, list[tuple[str, ZoneKind | None]], ZoneKind | None]:
    """What stays of a line, the passages taken out of it, and the kind of one that goes on in the next line."""
    if inside is None and not _OWN.search(line):
        return line, [], None
    kept: list[str] = []
    passages: list[tuple[str, ZoneKind | None]] = []
    edges = [0, *(match.start() for match in _OWN.finditer(line)), len(line)]
    for start, end in pairwise(edges):
        mark = line[start : start + 1]
        if mark in _ENDS:
            inside = None
        elif mark in _KIND:
            inside = inside or _KIND[mark]
        piece = _OWN.sub("", line[start:end])
        if inside is None:
            kept.append(piece)
        elif piece.strip():
            passages.append((piece.strip(), inside))
    return _GAP.sub(" ", "".join(kept)).rstrip(), passages, inside
