"""Reading order from positions: columns, tables, what stands across columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from statistics import median
from typing import NamedTuple

from summarizer.articles.formats.pdf.gutters import Gutter, Shape, widest_reaching
from summarizer.articles.formats.pdf.layout import Row, body_size

_MAX_DEPTH = 12
_PROSE_CHARS = 14
_FULL = 0.7
_FULL_SHARE = 0.55
_ALIGNED = 0.7
_LABEL_CHARS = 14
_WIDE_CELL = 2.0
_FEW = 2


@dataclass(slots=True)
class Column:
    """Rows that are read one after another.

    Attributes:
        rows: its rows, each one line.
        table: its rows are rows of cells, each complete in itself.
        doubtful: it may have to be read in another order.
    """

    rows: list[Row] = field(default_factory=list)
    table: bool = False
    doubtful: bool = False


def columns_of(rows: Sequence[Row], size: float, shapes: Sequence[Shape] = (), known: tuple[float, ...] = ()) -> list[Column]:
    """The rows of a page or a part of it as columns in reading order; `size` is that of the text's type.

    What is drawn on the page (start, top, end, bottom) parts what stands above and below it. At the places `known` a
    gutter has been found in another part of the page, so that less speaks for one here.
    """
    gutter = widest_reaching(rows, size, shapes, known) if len(rows) > 1 and len(known) < _MAX_DEPTH else None
    if gutter is None:
        return [Column(list(rows))] if rows else []
    above, middle, below = rows[: gutter.first], rows[gutter.first : gutter.last + 1], rows[gutter.last + 1 :]
    left, right = _parted(middle, gutter)
    known = (*known, gutter.at)
    kinds = _kind(left), _kind(right)
    if _is_table(left, right, *kinds):
        inner = _tables(middle, gutter, size, shapes, known)
    else:
        doubtful = not any(kind.prose for kind in kinds)
        inner = [*columns_of(left, size, shapes, known), *columns_of(right, size, shapes, known)]
        for column in inner:
            column.doubtful |= doubtful
    return [*columns_of(above, size, shapes, known), *inner, *columns_of(below, size, shapes, known)]


def _parted(rows: Sequence[Row], gutter: Gutter) -> tuple[list[Row], list[Row]]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        before = sum(segment.start < gutter.at - 0.1 for segment in row.segments)
        for side, segments in zip(sides, (row.segments[:before], row.segments[before:]), strict=True):
            if segments:
                side.append(Row(segments, row.down, body_size(segments)))
    return sides


class _Kind(NamedTuple):
    """What rows look like: running text (several words a line, more letters than digits), lines that fill their column."""

    running: bool
    prose: bool


def _kind(rows: list[Row]) -> _Kind:
    if not _is_running(rows):
        return _Kind(running=False, prose=False)
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    full = sum(row.end - start >= _FULL * (end - start) for row in rows)
    return _Kind(running=True, prose=full >= _FULL_SHARE * len(rows) and not is_list(rows))


def _is_table(left: list[Row], right: list[Row], before: _Kind, after: _Kind) -> bool:
    """Short cells on common baselines rather than lines of running text side by side."""
    if before.prose and after.prose:
        return False
    downs = {row.down for row in left}
    shared = sum(row.down in downs for row in right)
    both_run = before.running and after.running and not is_list(left)
    if shared >= _ALIGNED * max(len(left), len(right)) and not both_run:
        return True
    labels = median(len(row.text) for row in left) <= _LABEL_CHARS and shared >= 0.9 * len(left)
    return labels and len(left) > 1 and not before.prose and len(left) < len(right)


def is_list(rows: Sequence[Row]) -> bool:
    """Each line begins with a capital or a number: entries, for running text breaks its lines in mid-sentence too."""
    first = [row.text[0] for row in rows]
    begins = any(char.isupper() for char in first) or all(char.isdigit() for char in first)
    return len(rows) > _FEW and begins and not any(char.islower() for char in first)


def _is_running(rows: list[Row]) -> bool:
    """Several words a line, more letters than digits."""
    texts = [row.text for row in rows]
    wide = sum(text > "\u3000" for text in texts) > len(texts) // 2
    if median(map(len, texts)) < (_PROSE_CHARS // 2 if wide else _PROSE_CHARS):
        return False
    letters, digits = (sum(map(test, chain.from_iterable(texts))) for test in (str.isalpha, str.isdigit))
    return letters > 2 * digits


def _tables(
    rows: Sequence[Row], gutter: Gutter, size: float, shapes: Sequence[Shape], known: tuple[float, ...]
) -> list[Column]:
    """The rows of a table, and before and after it the rows that have text on one side of the gutter only."""
    both = [i for i, row in enumerate(rows) if row.start < gutter.at - 0.1 and row.end > gutter.at]
    first, last = (both[0], both[-1]) if both else (0, len(rows) - 1)
    table = Column(list(rows[first : last + 1]), table=True)
    return [*columns_of(rows[:first], size, shapes, known), table, *columns_of(rows[last + 1 :], size, shapes, known)]


def cells(row: Row) -> str:
    """A row of a table as one line, its cells parted."""
    return " | ".join(segment.text for segment in row.segments)


def is_cells(row: Row) -> bool:
    """A lone row whose parts stand so far from one another that they are no sentence."""
    if len(row.segments) == 1:
        return False
    gaps = [after.start - before.end for before, after in zip(row.segments, row.segments[1:], strict=False)]
    return max(gaps) > _WIDE_CELL * row.size
