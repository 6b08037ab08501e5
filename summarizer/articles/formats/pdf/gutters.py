"""The free strips between columns: where a gap goes on down through several rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.articles.formats.pdf.layout import Row

_GAP = 0.55
_SURE_GAP = 1.0
_MANY_ROWS = 6
_LEAST_ROWS = 2
_MOST_PLACES = 24
_HEADING = 1.12
_GRAIN = 2.0


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip that ends at `at` and is free from row `first` to row `last` (inclusive)."""

    at: float
    first: int
    last: int


def widest_reaching(rows: Sequence[Row], size: float) -> Gutter | None:
    """The gutter that goes down through most rows; None if the rows are one column."""
    best: tuple[int, float] | None = None
    found: Gutter | None = None
    for at in _places(rows, size):
        for gutter, weight in _gutters(rows, at, size):
            if best is None or (weight, -gutter.at) > best:
                best, found = (weight, -gutter.at), gutter
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
    frequent = [key for key, count in counts.most_common(_MOST_PLACES) if count + counts[key - 1] + counts[key + 1] >= _LEAST_ROWS]
    return [min(first[key], first.get(key - 1, first[key])) for key in frequent]


def _gutters(rows: Sequence[Row], at: float, size: float) -> list[tuple[Gutter, int]]:
    """Every stretch of rows that leave the strip before `at` free, with the number of rows that stand on both sides."""
    found = []
    first: int | None = None
    barriers = _barriers(rows, at, size)
    for index in range(len(rows) + 1):
        free = index < len(rows) and not _crosses(rows[index], at, size) and index not in barriers
        if free and first is None:
            first = index
        elif not free and first is not None:
            if measured := _measured(rows, at, (first, index - 1), size):
                found.append(measured)
            first = None
    return found


def _crosses(row: Row, at: float, size: float) -> bool:
    return any(segment.start < at - 0.1 and segment.end > at - _GAP * size for segment in row.segments)


def _barriers(rows: Sequence[Row], at: float, size: float) -> set[int]:
    """Headings beside which nothing stands on the other side, though text stands there above and below."""
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
    return any(upper < rows[index].down < lower for index in other)


def _measured(rows: Sequence[Row], at: float, span: tuple[int, int], size: float) -> tuple[Gutter, int] | None:
    """The gutter in this span of rows if there is enough text on both sides of it."""
    left = [i for i in range(span[0], span[1] + 1) if rows[i].start < at - 0.1]
    right = [i for i in range(span[0], span[1] + 1) if rows[i].end > at]
    if min(len(left), len(right)) < _LEAST_ROWS:
        return None
    if max(left[0], right[0]) > min(left[-1], right[-1]):
        return None
    both = len(set(left) & set(right))
    width = min(at - _end_before(rows[i], at) for i in left)
    sure = width >= _SURE_GAP * size or min(len(left), len(right)) >= _MANY_ROWS
    if not sure:
        return None
    return Gutter(at, *span), both + len(left) + len(right)


def _end_before(row: Row, at: float) -> float:
    return max((segment.end for segment in row.segments if segment.start < at - 0.1), default=0.0)
