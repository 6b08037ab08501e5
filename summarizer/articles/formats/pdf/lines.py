"""The lines of a page in reading order, what stands in boxes and at an angle apart from the running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from summarizer.articles.formats.pdf.columns import Column, cells, columns_of, is_cells, is_list
from summarizer.articles.formats.pdf.flowing import in_flow
from summarizer.articles.formats.pdf.gutters import Gutter, widest_reaching
from summarizer.articles.formats.pdf.layout import BOLD, Page, Row, Run, rows_of

_WINDOW = 5
_MOST_OF_PAGE = 0.6
_LEAST_BOX_ROWS = 2
_OTHER_SIZE = 0.08
_SAME_SIZE = 0.6
_WIDE_SHAPE = 8
_MAX_BOXES = 60
_INDENT, _EDGE, _EVEN = 2.2, 0.2, 0.25
Box = tuple[float, float, float, float]


class Part(Enum):
    """What a line belongs to."""

    TEXT = auto()
    CELLS = auto()
    BOX = auto()
    NOTE = auto()


@dataclass(slots=True)
class Line:
    """One line in reading order.

    Attributes:
        left, right: edges of the text around it, points.
        down: its baseline, measured from the upper edge of its page.
        column: number of the column in the document: lines of one column stand under one another.
        label: it begins with the mark of a footnote.
    """

    text: str
    start: float
    end: float
    left: float
    right: float
    down: float
    size: float
    bold: bool
    page: int
    column: int
    part: Part
    label: bool = False


@dataclass(slots=True)
class Lines:
    """All lines of a document, and how many columns may have to be read in another order."""

    lines: list[Line]
    doubtful: int = 0
    columns: int = 0


def add_page(found: Lines, page: Page, index: int, body: float) -> None:
    """Append the lines of one page."""
    inside, rows = _boxed(page, body)
    floats, rows = _floating(rows, body)
    flow = in_flow(columns_of(rows, body, _wide_shapes(page, body)), body)
    top = min((row.down for row in rows), default=0.0)
    aside = [columns_of(group, body) for group in (*inside, *floats)]
    for columns in aside:
        if columns and columns[0].rows[-1].down < top:
            _append(found, columns, index, Part.BOX)
    _append(found, flow, index, Part.TEXT)
    for columns in aside:
        if columns and columns[0].rows[-1].down >= top:
            _append(found, columns, index, Part.BOX)
    if page.turned:
        _append(found, [Column(rows_of(page.turned, rtl=page.rtl))], index, Part.BOX)


def _wide_shapes(page: Page, body: float) -> list[Box]:
    """Pictures, boxes and rules that may lie across columns."""
    shapes = [box for box in (*page.pictures, *page.boxes) if box[2] - box[0] > _WIDE_SHAPE * body]
    return sorted(set(shapes), key=lambda box: box[0] - box[2])[:_MAX_BOXES]


def _append(found: Lines, columns: Iterable[Column], index: int, part: Part) -> None:
    for column in columns:
        found.columns += 1
        found.doubtful += column.doubtful
        margins = _margins(column.rows)
        entries = column.table or (part is Part.BOX and is_list(column.rows))
        for row, (left, right) in zip(column.rows, margins, strict=True):
            is_row = entries or (is_cells(row) and not _is_spread(row, left, right))
            found.lines.append(
                Line(
                    text=cells(row) if is_row else " ".join(segment.text for segment in row.segments),
                    start=row.start,
                    end=row.end,
                    left=left,
                    right=right,
                    down=row.down,
                    size=row.size,
                    bold=all(segment.flags & BOLD for segment in row.segments),
                    page=index,
                    column=found.columns,
                    part=Part.CELLS if is_row else part,
                    label=row.segments[0].label,
                )
            )


def _is_spread(row: Row, left: float, right: float) -> bool:
    """Its words are set at even distances from one margin to the other, as a justified line of few words is."""
    gaps = [after.start - before.end for before, after in pairwise(row.segments)]
    fills = row.start - left < row.size * _INDENT and right - row.end < _EDGE * row.size
    return fills and max(gaps) - min(gaps) < _EVEN * row.size and not any(" " in segment.text for segment in row.segments)


def _margins(rows: Sequence[Row]) -> Iterator[tuple[float, float]]:
    """For each row where the lines around it begin and end: those in its type, or all if it is the only one."""
    starts, ends, sizes = [row.start for row in rows], [row.end for row in rows], [row.size for row in rows]
    level = max(sizes) - min(sizes) < _SAME_SIZE
    for place, size in enumerate(sizes):
        window = range(max(0, place - _WINDOW), min(len(rows), place + _WINDOW + 1))
        near = slice(window.start, window.stop)
        if level or max(sizes[near]) - min(sizes[near]) < _SAME_SIZE:
            yield min(starts[near]), max(ends[near])
            continue
        alike = [other for other in window if abs(sizes[other] - size) < _SAME_SIZE]
        alike = alike if len(alike) > 1 else list(window)
        yield min(starts[other] for other in alike), max(ends[other] for other in alike)


def _boxed(page: Page, body: float) -> tuple[list[list[Row]], list[Row]]:
    """Groups of rows that stand in a box drawn around them, and the rows that do not."""
    boxes = _text_boxes(page, body)
    if not boxes:
        return [], page.rows
    outside: list[Run] = []
    inside: list[list[Run]] = [[] for _ in boxes]
    for row in page.rows:
        for run in row.segments:
            place = next((i for i, box in enumerate(boxes) if _holds(box, run)), None)
            (outside if place is None else inside[place]).append(run)
    groups = [rows_of(runs, rtl=page.rtl) for runs in inside]
    kept = [rows if len(rows) >= _LEAST_BOX_ROWS else [] for rows in groups]
    outside += [run for rows, keeps in zip(groups, kept, strict=True) if not keeps for row in rows for run in row.segments]
    return [rows for rows in kept if rows], rows_of(outside, rtl=page.rtl)


def _text_boxes(page: Page, body: float) -> list[Box]:
    """Boxes around a smaller part of the page's text, the largest first."""
    total = sum(len(segment.text) for row in page.rows for segment in row.segments)
    boxes = []
    for box in sorted(set(page.boxes), key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))[:_MAX_BOXES]:
        if box[2] - box[0] < 4 * body or box[3] - box[1] < 2 * body:
            continue
        held = sum(len(segment.text) for row in page.rows for segment in row.segments if _holds(box, segment))
        if 0 < held < _MOST_OF_PAGE * total:
            boxes.append(box)
    return boxes


def _holds(box: Box, run: Run) -> bool:
    return box[0] <= (run.start + run.end) / 2 <= box[2] and box[1] <= run.down - 0.3 * run.size <= box[3]


def _floating(rows: list[Row], body: float) -> tuple[list[list[Row]], list[Row]]:
    """Rows in other type that stand across a gutter with text on both sides of them, such as a quotation set large."""
    if not any(_is_other(segment, body) for row in rows for segment in row.segments):
        return [], rows
    plain = [Row(kept, row.down, body) for row in rows if (kept := [s for s in row.segments if not _is_other(s, body)])]
    gutter = widest_reaching(plain, body) if len(plain) > 1 else None
    if gutter is None:
        return [], rows
    floats = [s for row in rows for s in row.segments if _is_other(s, body) and _is_sandwiched(s, plain, gutter)]
    chosen = {id(segment) for segment in floats}
    kept_rows = [Row(kept, row.down, row.size) for row in rows if (kept := [s for s in row.segments if id(s) not in chosen])]
    return ([rows_of(floats, rtl=False)] if floats else []), kept_rows


def _is_other(segment: Run, body: float) -> bool:
    return abs(segment.size - body) > _OTHER_SIZE * body


def _is_sandwiched(segment: Run, plain: Sequence[Row], gutter: Gutter) -> bool:
    if not segment.start < gutter.at < segment.end + segment.size:
        return False
    upper, lower = segment.down - 1.5 * segment.size, segment.down + 0.8 * segment.size
    beside = [row for row in plain if upper < row.down < lower]
    return any(row.start < segment.start for row in beside) and any(row.end > segment.end for row in beside)
