"""Footnotes: blocks in smaller type at the foot of a column, each beginning with its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.formats.pdf.lines import Line, Part

_SMALLER = 0.93
_LABEL = re.compile(r"(?:[\[(]?\d{1,3}[\])]?[.:]?\s|[*†‡§¶]{1,3}\s?\S|[a-z][.)]?\s\S)")
_LOWER_PART = 0.45


def mark_notes(lines: Sequence[Line], body: float, heights: Sequence[float]) -> int:
    """Tell the lines of footnotes from the text; returns how many notes there are."""
    notes = 0
    inside: Line | None = None
    for place, line in enumerate(lines):
        small = line.size <= _SMALLER * body and line.part is Part.TEXT
        if inside is not None and (not small or line.column != inside.column):
            inside = None
        if small and _begins_note(line, inside, heights) and _closes_column(lines, place, body):
            notes += 1
            inside = line
        if inside is not None:
            line.part = Part.NOTE
            line.label = line is inside
    return notes


def _begins_note(line: Line, inside: Line | None, heights: Sequence[float]) -> bool:
    low = line.down > _LOWER_PART * heights[line.page] or inside is not None
    return line.label or (low and bool(_LABEL.match(line.text)))


def _closes_column(lines: Sequence[Line], place: int, body: float) -> bool:
    """No line in the text's own type follows it in its column."""
    column = lines[place].column
    for line in lines[place : place + 80]:
        if line.column != column:
            return True
        if line.size > _SMALLER * body:
            return False
    return True
