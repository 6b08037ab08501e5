"""Text as a terminal lays it out: how many columns it takes, and how it is shortened to fewer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

MARK = "…"
_SHARE_OF_HEAD = 0.4
"""Of what is kept of a long name: its end, with the number and the ending, tells more."""


def width(text: str) -> int:
    """Columns that a printable text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    # Where it cannot be told, a wide guess keeps the line from wrapping.
    cells = wcswidth(text)
    return cells if cells >= 0 else 2 * len(text)


def shortened(text: str, cells: int, mark: str = MARK) -> str:
    """The text in so many columns: what is too long loses its middle."""
    if width(text) <= cells:
        return text
    room = max(0, cells - width(mark))
    head = cut(text, int(room * _SHARE_OF_HEAD))
    tail = cut(text[::-1], room - width(head))[::-1]
    return f"{head}{mark}{tail}" if room else cut(mark, cells)


def cut(text: str, cells: int) -> str:
    """As much of the beginning of a text as fits."""
    if text.isascii():
        return text[: max(0, cells)]
    taken = accumulate(map(_width_of_one, text))
    return text[: _fitting(taken, cells)]


def _fitting(widths: Iterable[int], cells: int) -> int:
    return sum(1 for taken in widths if taken <= cells)


def _width_of_one(character: str) -> int:
    return max(0, width(character))
