"""Where the lines of an extracted text stand on the page they come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from summarizer.articles.formats.html.page_blocks import Block, folded

_SURE = 16
"""A line with fewer letters may stand by chance inside a longer one."""
_NEAR = 1000
"""How many letters further on such a line may be."""
_PROBE = 40
_BUDGET = 100_000_000
"""How many characters may be looked through for lines that are not where the one before them ends."""


_AHEAD = 60
"""How many blocks further on the block may stand of which a line is a piece."""
_NEXT = 6
"""How many blocks further on the rest of a line may stand, where something between was left out."""


@dataclass(slots=True)
class Placed:
    """A line of a text, and the indices of the page's blocks that it renders; none where it was not found.

    Attributes:
        cut: it begins as its block does and is not the whole of it.
        is_short: the same words may stand elsewhere on the page.
    """

    text: str
    blocks: Sequence[int] = ()
    cut: bool = False
    is_short: bool = False


def place(text: str, blocks: Sequence[Block]) -> list[Placed]:
    """Every line of the text with its blocks. The search goes on from line to line, so that it takes linear time."""
    page = _Page(blocks)
    lines = [page.placed(line) for line in _rejoined([line for line in text.split("\n") if line.strip()], blocks)]
    following = len(blocks)
    for line in reversed(lines):
        if line.is_short and line.blocks and line.blocks[0] > following:
            line.blocks = ()
        elif line.blocks and not line.is_short:
            following = line.blocks[0]
    return lines


def _rejoined(lines: list[str], blocks: Sequence[Block]) -> list[str]:
    """The lines, those that are pieces of one block as one: of a short page each run of letters is given as a line."""
    joined: list[str] = []
    at = index = 0
    while index < len(lines):
        letters, taken = folded(lines[index]), 0
        for number in range(at, min(at + _AHEAD, len(blocks)) if letters else at):
            if blocks[number].folded.startswith(letters) and (taken := _pieces(lines, index, blocks[number])):
                at = number + 1
                break
        joined.append(blocks[at - 1].text if taken > 1 else lines[index])
        index += taken or 1
    return joined


def _pieces(lines: list[str], index: int, block: Block) -> int:
    """How many lines from this one on are a block's letters when put together; 0 if they are not all of them."""
    length = 0
    for number in range(index, len(lines)):
        letters = folded(lines[number])
        is_whole = length == len(block.folded)
        if is_whole and (letters or not block.text.endswith(lines[number].strip())):
            return number - index
        if not block.folded.startswith(letters, length):
            return 0
        length += len(letters)
    return len(lines) - index if length == len(block.folded) else 0


class _Page:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._text = "".join(block.folded for block in blocks)
        self._starts = list(accumulate((len(block.folded) for block in blocks), initial=0))
        self._same: dict[str, list[int]] = {}
        for index, block in enumerate(blocks):
            self._same.setdefault(block.folded, []).append(index)
        self._position = 0
        self._left = _BUDGET

    def placed(self, line: str) -> Placed:
        letters = folded(line)
        if not letters:
            return Placed(line)
        if same := self._same.get(letters):
            return Placed(line, self._exactly(letters, same), is_short=len(letters) < _SURE)
        if len(letters) >= _SURE and (start := self._find(letters)) >= 0:
            self._position = start + len(letters)
            return Placed(line, range(self._block_at(start), self._block_at(self._position - 1) + 1))
        if len(letters) > _PROBE and (start := self._find(letters[:_PROBE])) >= 0:
            self._position = start + _PROBE
            blocks = self._broken(letters, self._block_at(start))
            return Placed(line, blocks, cut=len(blocks) == 1)
        return Placed(line)

    def _exactly(self, letters: str, same: list[int]) -> list[int]:
        ahead = next((i for i in same[:100] if self._starts[i] >= self._position), None)
        if len(letters) >= _SURE:
            index = same[0] if ahead is None else ahead
            self._position = self._starts[index + 1]
            return [index]
        return [] if ahead is None or self._starts[ahead] > self._position + _NEAR else [ahead]

    def _broken(self, letters: str, first: int) -> list[int]:
        """The first block of a line and those near it that go on in the line."""
        further = range(first + 1, min(first + _NEXT, len(self._blocks)))
        return [first, *(i for i in further if len(self._blocks[i].folded) >= _SURE and self._blocks[i].folded in letters)]

    def _find(self, letters: str) -> int:
        start = self._text.find(letters, self._position)
        self._left -= (start if start >= 0 else len(self._text)) - self._position
        if start < 0 < self._left:
            start = self._text.find(letters, 0, self._position + len(letters))
            self._left -= start if start >= 0 else self._position
        if self._left < 0:
            self._text = ""
        return start

    def _block_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1
