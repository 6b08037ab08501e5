"""Which pieces of a page a reader sees, and where they stand for one who holds the page upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from summarizer.pdf_words.pieces import CJK, Piece, Style, within

_TINY = 2.0
_SOME = 5
_UPSIDE_DOWN, _DOWNWARDS = 2, 3  # quarter turns against the clock


class Placed(NamedTuple):
    """The same as it is read: start and end along its line, and how far down the page the line lies."""

    text: str
    start: float
    end: float
    down: float
    style: Style
    spaced: bool


def seen_of(
    pieces: list[Piece], bounds: tuple[float, ...], boxes: list[Any], pictures: list[tuple[float, ...]]
) -> Iterator[Piece]:
    """The pieces that a reader of the page sees: in it, large enough, in ink, or the text layer of a scanned picture.

    What is drawn at one go is kept whole if a part of it lies in the page, for a line may run over its edge.
    """
    for _, group in groupby(pieces, key=_drawn_at_one_go):
        drawn = list(group)
        first = drawn[0]
        if not _TINY <= first.style.size < math.inf or not math.isfinite(sum(first.box) + first.x + first.y):
            continue
        if any(_covers(bounds, point) for piece in drawn for point in _points(piece)):
            yield from drawn if first.style.kind == "text" else (p for p in drawn if _is_on_ground(p, boxes, pictures))


def _drawn_at_one_go(piece: Piece) -> int:
    return id(piece.style)


def _points(piece: Piece) -> Iterator[tuple[float, float]]:
    """The middle of a piece, and places near its ends."""
    x, y = _middle(piece)
    yield x, y
    if " " in piece.text:
        yield min(x, piece.box[0] + piece.style.size), y
        yield max(x, piece.box[2] - piece.style.size), y


def _middle(piece: Piece) -> tuple[float, float]:
    left, bottom, right, top = piece.box
    return (left + right) / 2, (bottom + top) / 2


def _is_on_ground(piece: Piece, boxes: list[Any], pictures: list[tuple[float, ...]]) -> bool:
    """Text without ink is seen on a picture, pale text on a dark box too."""
    middle = _middle(piece)
    if any(_covers(picture, middle) for picture in pictures):
        return True
    return piece.style.kind == "pale" and any(dark and _covers(box, middle) for box, dark in boxes)


def _covers(box: tuple[float, ...], point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def turns_of(pieces: list[Piece]) -> int:
    """Quarter turns of most of the page's text; text set in vertical lines counts as turned to run downwards."""
    turns: Counter[int] = Counter()
    for piece in pieces:
        turns[piece.style.turns] += len(piece.text)
    most = turns.most_common(1)[0][0] if turns else 0
    return 3 if most == 0 and _is_vertical(pieces) else most


def _is_vertical(pieces: list[Piece]) -> bool:
    """Chinese or Japanese characters that mostly stand under one another."""
    down = across = 0
    for last, piece in pairwise(pieces):
        if piece.text[0] >= "\u3000" and within(piece.text[0], CJK) and within(last.text[0], CJK):
            wide, deep, size = abs(piece.x - last.x), last.y - piece.y, piece.style.size
            down += wide < 0.3 * size < deep < 1.6 * size
            across += wide > 0.3 * size > abs(deep)
    return down > 2 * across and down > _SOME


def reads(piece: Piece, turns: int) -> bool:
    """It stands as most of the page does; upright characters may stand under one another."""
    return piece.style.turns == turns or (turns == _DOWNWARDS and piece.style.turns == 0)


def placed(piece: Piece, turns: int, bounds: tuple[float, ...]) -> Placed:
    """A piece as it stands for one who holds the page so that most of its text is upright."""
    if turns == 0:
        return Placed(
            piece.text, piece.box[0] - bounds[0], piece.box[2] - bounds[0], bounds[3] - piece.y, piece.style, piece.spaced
        )
    start, _, end, _ = turned_box(piece.box, turns, bounds)
    down = turned_box((piece.x, piece.y, piece.x, piece.y), turns, bounds)[1]
    return Placed(piece.text, start, end, down, piece.style, piece.spaced)


def turned_box(box: tuple[float, ...], turns: int, bounds: tuple[float, ...]) -> tuple[float, float, float, float]:
    """A box as start, upper edge, end, lower edge for one who reads the text upright."""
    left, bottom, right, top = box
    low_x, low_y, high_x, high_y = bounds
    if turns == 1:
        return bottom - low_y, left - low_x, top - low_y, right - low_x
    if turns == _UPSIDE_DOWN:
        return high_x - right, bottom - low_y, high_x - left, top - low_y
    if turns == _DOWNWARDS:
        return high_y - top, high_x - right, high_y - bottom, high_x - left
    return left - low_x, high_y - top, right - low_x, high_y - bottom
