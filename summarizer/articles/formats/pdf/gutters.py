"""The free strips between columns: where a gap goes on down through several rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.articles.formats.pdf.layout import Row

_GAP = 0.65
_SURE_GAP = 1.0
_MANY_ROWS = 6
_LEAST_ROWS = 2
_MOST_PLACES = 24
_HEADING = 1.12
_INDENT = 2.2
_GRAIN = 2.0
_RIVER = 2.5
_EVEN = 1.15


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip that ends at `at` and is free from row `first` to row `last` (inclusive)."""

    at: float
    first: int
    last: int


Shape = tuple[float, float, float, float]


def widest_reaching(
    rows: Sequence[Row], size: float, shapes: Sequence[Shape] = (), known: Sequence[float] = ()
) -> Gutter | None:
    """The gutter that goes down through most rows; None if the rows are one column.

    Pictures, boxes and rules among the shapes (start, top, end, bottom) end a gutter that they lie across. At a place
    where a gutter is known from elsewhere on the page one row beside several is enough.
    """
    between = _between(rows, shapes)
    best: tuple[int, int, float] | None = None
    found: Gutter | None = None
    for at in dict.fromkeys((*_places(rows, size), *known)):
        for gutter, weight in _gutters(rows, at, size, between, least=1 if at in known else _LEAST_ROWS):
            rank = weight, gutter.last - gutter.first, -gutter.at
            if best is None or rank > best:
                best, found = rank, gutter
    return found


def _places(rows: Sequence[Row], size: float) -> list[float]:
    """Where segments begin one under another, the most frequent first."""
    left = min((row.start for row in rows), default=0.0)
    counts: Counter[int] = Counter()
    first: dict[int, float] = {}
    for row in rows:
        for segment in row.segments:
            if segment.start > left + 2 * size:
                key = int(segment.start / _GRAIN)
                counts[key] += 1
                first[key] = min(first.get(key, segment.start), segment.start)
    frequent = [
        key for key, count in counts.most_common(_MOST_PLACES) if count + counts[key - 1] + counts[key + 1] >= _LEAST_ROWS
    ]
    if not frequent and len(first) > 1 and max(first.values()) - min(first.values()) < _INDENT * size:
        return [min(first.values())]
    return [min(first[key], first.get(key - 1, first[key])) for key in frequent]


def _between(rows: Sequence[Row], shapes: Sequence[Shape]) -> dict[int, list[Shape]]:
    """The shapes that lie between two rows, by the index of the lower one."""
    downs = [row.down for row in rows]
    found: dict[int, list[Shape]] = defaultdict(list)
    for shape in shapes:
        place = bisect_left(downs, (shape[1] + shape[3]) / 2)
        if 0 < place < len(rows) and downs[place - 1] <= shape[1] + 2 and shape[3] <= downs[place] - 0.3 * rows[place].size:
            found[place].append(shape)
    return found


def _gutters(
    rows: Sequence[Row], at: float, size: float, between: dict[int, list[Shape]], *, least: int
) -> list[tuple[Gutter, int]]:
    """Every stretch of rows that leave the strip before `at` free, with the number of rows that stand on both sides."""
    found = []
    first: int | None = None
    barriers = _barriers(rows, at, size)
    for index in range(len(rows) + 1):
        if first is not None and any(shape[0] < at - size and shape[2] > at + size for shape in between.get(index, ())):
            if measured := _measured(rows, at, (first, index - 1), size, least=least):
                found.append(measured)
            first = None
        free = index < len(rows) and not _crosses(rows[index], at, size) and index not in barriers
        if free and first is None:
            first = index
        elif not free and first is not None:
            if measured := _measured(rows, at, (first, index - 1), size, least=least):
                found.append(measured)
            first = None
    return found


def _crosses(row: Row, at: float, size: float) -> bool:
    before, free = at - 0.1, at - _GAP * size
    for segment in row.segments:
        if segment.end > free:
            return segment.start < before
    return False


def _barriers(rows: Sequence[Row], at: float, size: float) -> set[int]:
    """Headings beside which nothing stands on the other side, though text stands there above and below."""
    if all(row.size < _HEADING * size for row in rows):
        return set()
    right = [index for index, row in enumerate(rows) if row.end > at]
    left = [index for index, row in enumerate(rows) if row.start < at - 0.1]
    found = set()
    for index, row in enumerate(rows):
        if row.size < _HEADING * size:
            continue
        other = right if row.end <= at else left if row.start >= at - 0.1 else []
        if other and other[0] < index < other[-1] and not _beside(rows, other, row):
            found.add(index)
    return found


def _beside(rows: Sequence[Row], other: list[int], row: Row) -> bool:
    upper, lower = row.down - 1.1 * row.size, row.down + 0.5 * row.size
    return any(upper < rows[index].down < max(lower, row.down + 0.8 * rows[index].size) for index in other)


def _measured(rows: Sequence[Row], at: float, span: tuple[int, int], size: float, *, least: int) -> tuple[Gutter, int] | None:
    """The gutter in this span of rows if there is enough text on both sides of it."""
    left = [i for i in range(span[0], span[1] + 1) if rows[i].start < at - 0.1]
    right = [i for i in range(span[0], span[1] + 1) if rows[i].end > at]
    if min(len(left), len(right)) < least or max(len(left), len(right)) < _LEAST_ROWS:
        return None
    if max(left[0], right[0]) > min(left[-1], right[-1]):
        return None
    both = set(left) & set(right)
    if both and 2 * sum(_is_river(rows[i], at) for i in both) > len(both):
        return None
    width = min(at - _end_before(rows[i], at) for i in left)
    sure = width >= _SURE_GAP * size or min(len(left), len(right)) >= _MANY_ROWS
    if not sure:
        return None
    return Gutter(at, *span), len(both) + len(left) + len(right)


def _is_river(row: Row, at: float) -> bool:
    """Its gap before `at` is one of those that spread a line to the width of its column: beside a single word."""
    before = [segment for segment in row.segments if segment.start < at - 0.1]
    after = [segment for segment in row.segments if segment.start >= at - 0.1]
    gap = after[0].start - before[-1].end
    if gap >= _RIVER * row.size:
        return False
    sides = ((before[-1], before[-2:]), (after[0], after[:2]))
    beside = [right.start - left.end for next_to, side in sides if " " not in next_to.text for left, right in pairwise(side)]
    return bool(beside) and gap < _EVEN * max(beside)


def _end_before(row: Row, at: float) -> float:
    return max((segment.end for segment in row.segments if segment.start < at - 0.1), default=0.0)
