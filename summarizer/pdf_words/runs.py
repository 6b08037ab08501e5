"""Pieces joined to runs: stretches of one line in one style that no wide gap parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from summarizer.pdf_words.pieces import CJK, WIDE_GAP, within
from summarizer.pdf_words.placing import Placed

_SPACE = 0.25
_SPACE_APART = 0.14
_NO_SPACE = 0.05  # the parser supposes a space where the baseline changes
_WIDE_LETTERS = 1.2
_LETTERS = 4
_RTL = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))
GLUED, BOLD = 1, 2


def runs_of(pieces: list[Placed]) -> Iterator[list[Any]]:
    """Stretches of one line as [start, end, down, size, flags, text]; GLUED if nothing parts one from the last."""
    run: list[Placed] = []
    flags = 0
    for piece in pieces:
        if run and _goes_on(run[-1], piece):
            run.append(piece)
            continue
        if run:
            yield _run(run, flags)
        flags = GLUED if run and _touches(run[-1], piece) else 0
        run = [piece]
    if run:
        yield _run(run, flags)


def _goes_on(last: Placed, piece: Placed) -> bool:
    if last.style is not piece.style:
        alike = last.style.bold == piece.style.bold and abs(last.style.size - piece.style.size) < 0.04 * last.style.size
        if not alike:
            return False
    size = last.style.size
    wide = _WIDE_LETTERS if len(last.text) == len(piece.text) == 1 else WIDE_GAP
    if not -0.3 * size < piece.start - last.end < wide * size or abs(last.down - piece.down) > 0.1 * size:
        return False
    return not (_is_rtl(last.text) or _is_rtl(piece.text))


def _touches(last: Placed, piece: Placed) -> bool:
    size = max(last.style.size, piece.style.size)
    gap = max(piece.start - last.end, last.start - piece.end)
    near = _NO_SPACE if piece.spaced else _SPACE_APART
    return abs(gap) < near * size and abs(last.down - piece.down) < 0.7 * size


def _is_rtl(text: str) -> bool:
    return text[0] >= "\u0590" and within(text[0], _RTL)


def _run(pieces: list[Placed], flags: int) -> list[Any]:
    first = pieces[0]
    flags |= BOLD if first.style.bold else 0
    if len(pieces) == 1:
        return [round(first.start, 2), round(first.end, 2), round(first.down, 2), first.style.size, flags, first.text]
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    return [round(start, 2), round(end, 2), round(first.down, 2), first.style.size, flags, _spelled(pieces)]


def _spelled(pieces: list[Placed]) -> str:
    """The pieces with a space where one is drawn or left free; single letters set wide apart as the words they spell."""
    gaps = [piece.start - last.end for last, piece in pairwise(pieces)]
    letters = sum(len(piece.text) == 1 and piece.text.isalpha() for piece in pieces)
    words = len(pieces) + sum(piece.text.count(" ") for piece in pieces)
    if letters >= max(_LETTERS, 0.8 * words) and not any(within(piece.text, CJK) for piece in pieces):
        typical = sorted(gaps)[len(gaps) // 2]
        parted = [gap > 1.5 * typical + 0.05 * pieces[0].style.size for gap in gaps]
    else:
        parted = [
            piece.spaced or gap > (_SPACE if piece.style is last.style else _SPACE_APART) * piece.style.size
            for (last, piece), gap in zip(pairwise(pieces), gaps, strict=True)
        ]
    return pieces[0].text + "".join(" " * apart + piece.text for piece, apart in zip(pieces[1:], parted, strict=True))
