"""Styled text that is wrapped to a width, each line behind the same sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from summarizer.cli.talk import printable
from summarizer.reporting.escape import visible

BETWEEN = "  "
GUTTER = "   "
SIDE_BY_SIDE = 104
"""Columns from which two passages stand beside each other: some fifty for each, as in a newspaper's wide column."""
LEAST_WIDTH = 20
"""Columns of a line even where the window has fewer."""


@dataclass(frozen=True)
class Block:
    """A paragraph.

    Attributes:
        sign: what stands before each of its lines; first: what stands there before the first one instead.
        style: of the sign.
        landmark: what a reviewer asked to see begins here.
        pieces: instead of a text, what may stand in one line or in several, but is not broken itself: keys and what they do.
    """

    text: Text
    sign: str = ""
    first: str | None = None
    style: str = ""
    landmark: bool = False
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two passages: beside each other where the window is wide enough for reading both, else one below the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    landmark: bool = False


def shown(words: str) -> str:
    """Somebody else's words as a terminal may show them: on one line, what hides or steers made visible."""
    return printable(visible(words))


def block(words: str = "", style: str = "", *, sign: str = "", first: str | None = None) -> Block:
    """A paragraph of one style."""
    return Block(Text(words, style=style), sign, first)


def keys(*pieces: str) -> Block:
    """A paragraph of keys, each beside what it does."""
    return Block(Text(), style="reverse", pieces=pieces)


def lines_of(blocks: Iterable[Block | Pair], width: int, console: Console) -> list[Text]:
    """The lines of all paragraphs, none wider than `width` columns, of which a wide character takes two."""
    return [line for one in blocks for line in _lines(one, width, console)]


def _lines(one: Block | Pair, width: int, console: Console) -> Iterator[Text]:
    if isinstance(one, Pair):
        yield from _both(one, width, console)
        return
    if one.pieces:
        yield from (Text(line, style=one.style) for line in _packed(one.pieces, width))
        return
    first = one.sign if one.first is None else one.first
    room = max(LEAST_WIDTH, width) - len(one.sign)
    for number, line in enumerate(one.text.wrap(console, room) or [Text()]):
        line.rstrip()
        yield Text.assemble((one.sign if number else first, one.style), line)


def _both(pair: Pair, width: int, console: Console) -> Iterator[Text]:
    if width < SIDE_BY_SIDE:
        yield from lines_of([*pair.left, Block(Text()), *pair.right], width, console)
        return
    column = (width - len(GUTTER)) // 2
    left, right = (lines_of(side, column, console) for side in (pair.left, pair.right))
    for one, other in zip_longest(left, right, fillvalue=Text()):
        yield Text.assemble(one, " " * (column - one.cell_len), GUTTER, other)


def _packed(pieces: Sequence[str], width: int) -> Iterator[str]:
    """As many pieces in a line as fit."""
    line = ""
    for piece in pieces:
        if line and cell_len(line) + cell_len(piece) + len(BETWEEN) > width:
            yield line
            line = piece
        else:
            line = f"{line}{BETWEEN}{piece}" if line else piece
    yield line


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as columns that stand below each other; the last one as long as it is. `right`: columns of numbers."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(_cells(row, widths, right)).rstrip() for row in rows]


def _cells(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        last = column == len(widths) - 1
        yield cell if last else cell.rjust(width) if column in right else cell.ljust(width)
