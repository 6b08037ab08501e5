"""Columns above and below something that lies across them: whether the text goes down through it or ends at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest

from summarizer.articles.formats.pdf.columns import Column
from summarizer.articles.formats.pdf.layout import Row
from summarizer.articles.formats.pdf.sentences import is_finished

_NEAR = 1.5
_OTHER_SIZE = 0.12
_MOST_ROWS = 8


def in_flow(columns: Sequence[Column], body: float) -> list[Column]:
    """The columns in the order in which their sentences go on.

    A heading across columns ends the text above it, and a quotation set large does not: above and below look alike. The
    columns are taken down through it only where the order block by block tears sentences and the other tears none.
    """
    parted = [part for column in columns for part in _parted(column, body)]
    for place, column in enumerate(parted):
        if not _is_aside(column, body):
            continue
        for count in range(2, place + 1):
            upper = parted[place - count : place]
            for least in range(1, count + 1):
                lower = parted[place + 1 : place + 1 + least]
                if len(lower) == least and _are_level(upper, lower, body) and _is_torn(upper, lower):
                    rest = in_flow(parted[place + 1 + least :], body)
                    return [*parted[: place - count], *_downwards(upper, lower), column, *rest]
    return list(columns)


def _parted(column: Column, body: float) -> list[Column]:
    """A column in two where it begins with a few rows in other type."""
    across = list(takewhile(lambda row: _is_other(row, body), column.rows))
    if column.table or not 0 < len(across) <= _MOST_ROWS or len(across) == len(column.rows):
        return [column]
    return [replace(column, rows=rows) for rows in (across, column.rows[len(across) :])]


def _are_level(upper: Sequence[Column], lower: Sequence[Column], body: float) -> bool:
    """The columns below stand under the first ones above, which stand beside one another."""
    starts = [[min(row.start for row in column.rows) for column in block] for block in (upper, lower)]
    level = all(abs(above - below) < _NEAR * body for above, below in zip(*starts, strict=False))
    return level and starts[0] == sorted(starts[0]) and not any(column.table for column in (*upper, *lower))


def _is_aside(column: Column, body: float) -> bool:
    """A few rows in other type than the text's."""
    return len(column.rows) <= _MOST_ROWS and all(_is_other(row, body) for row in column.rows)


def _is_other(row: Row, body: float) -> bool:
    return abs(row.size - body) > _OTHER_SIZE * body


def _is_torn(upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Block by block a sentence is torn, and taken down through each column none is."""
    return _torn([*upper, *lower]) > 0 and _torn(_downwards(upper, lower)) == 0


def _downwards(upper: Sequence[Column], lower: Sequence[Column]) -> list[Column]:
    return [column for pair in zip_longest(upper, lower) for column in pair if column]


def _torn(columns: Sequence[Column]) -> int:
    """How often a column ends with a sentence and the next begins in the middle of one."""
    return sum(
        is_finished(last.rows[-1].text) and following.rows[0].text[:1].islower() for last, following in pairwise(columns)
    )
