"""Which box of a page its article stands in, told from the paragraphs that were taken for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import islice

from summarizer.articles.formats.html.page_blocks import Block, Box
from summarizer.articles.formats.html.page_boxes import DIALOGS, PARAGRAPHS, is_furniture, is_surely_furniture

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SHARE = 0.8
"""A box holds the article if it holds this share of the prose that was taken."""
_MINOR = 0.3
"""A box with a larger share of it is no furniture, whatever its name."""
_MAX_WAY = 12
_DIGITS = re.compile(r"\S*\d\S*")
_NUMBER = re.compile(r"\d+")


class Frame:
    """The boxes that an article stands in: one, and others of the same make beside it.

    Attributes:
        box: the innermost box with most of the prose.
        first, last: indices of the first and the last block in the frame.
    """

    def __init__(self, blocks: Sequence[Block], prose: Container[int]) -> None:
        self._blocks = blocks
        self._weights = _weights(block for index, block in enumerate(blocks) if block.is_prose and index in prose)
        self.box = _heaviest(self._weights) or list(blocks[0].box.chain())[-1]
        self._boxes = {self.box}
        self._shares = _shares(self._weights)
        self._held: dict[Box, bool] = {}
        self._furniture: dict[tuple[Box, bool, bool], bool] = {}
        self.first, self.last = self._ends()
        if self.box.tag not in ("", "html", "body"):
            self._add_twins()

    def holds(self, index: int) -> bool:
        """The block stands in the frame."""
        box = self._blocks[index].box
        passed = []
        while box not in self._held and box not in self._boxes and box.parent is not None:
            passed.append(box)
            box = box.parent
        held = self._held.get(box, box in self._boxes)
        self._held.update(dict.fromkeys(passed, held))
        return held

    def way(self, index: int) -> list[Box]:
        """The boxes between the block and the frame, innermost first; those far out are left out."""
        way = []
        for box in islice(self._blocks[index].box.chain(), _MAX_WAY):
            if box in self._boxes:
                break
            way.append(box)
        return way

    def make(self, index: int) -> tuple[tuple[str, str], ...]:
        """Tags and names of the boxes on the way to the block: alike for paragraphs that a page treats alike."""
        return tuple((box.tag, _DIGITS.sub("", box.names)) for box in self.way(index))

    def in_furniture(self, index: int, *, header: bool = True, sure: bool = False) -> bool:
        """It stands in a menu, a list of other articles, a caption or the like.

        Args:
            index: the block's.
            header: whether the head of an article or page counts.
            sure: whether only what can be nothing else counts.
        """
        box = self._blocks[index].box
        passed = []
        while (box, header, sure) not in self._furniture:
            if box in self._boxes or box.parent is None:
                found = False
                break
            passed.append((box, header, sure))
            if self._is_furniture(box, header=header, sure=sure):
                found = True
                break
            box = box.parent
        else:
            found = self._furniture[box, header, sure]
        self._furniture.update(dict.fromkeys(passed, found))
        return found

    def _is_furniture(self, box: Box, *, header: bool, sure: bool) -> bool:
        if box.tag == "header" and not header:
            return False
        share = self._shares.get((box.tag, box.names), 0) if box.names else self._weights.get(box, 0)
        if share > _MINOR * self._weights.get(self.box, 0) and box.role not in DIALOGS:
            return False
        return is_surely_furniture(box) if sure else is_furniture(box)

    def _ends(self) -> tuple[int, int]:
        inside = [index for index in range(len(self._blocks)) if self.holds(index)]
        return (inside[0], inside[-1]) if inside else (0, len(self._blocks) - 1)

    def _add_twins(self) -> None:
        """Boxes of the same make that go on where this one ends (or end where it begins), with no heading between."""
        make = _make(self.box)
        for steps in (range(self.last + 1, len(self._blocks)), range(self.first - 1, -1, -1)):
            for index in steps:
                twin = self._box_at_depth(index)
                if twin is not None and (_make(twin) == make or self._goes_on(twin, index)) and not self.in_furniture(index):
                    self._boxes.add(twin)
                elif self._blocks[index].box.tag in HEADINGS and not self.in_furniture(index):
                    break
        if len(self._boxes) > 1:
            self._held.clear()
            self._furniture.clear()
            self.first, self.last = self._ends()

    def _goes_on(self, box: Box, index: int) -> bool:
        """The box stands beside the frame's, in the same box of the page, and the block in it is prose."""
        return (
            box.parent is self.box.parent
            and box.parent is not None
            and box.parent.tag != "body"
            and self._blocks[index].is_prose
        )

    def _box_at_depth(self, index: int) -> Box | None:
        """The box around the block that lies as deep as the frame's."""
        chain = islice(self._blocks[index].box.chain(), _MAX_WAY)
        return next((box for box in chain if box.depth == self.box.depth), None)


def _weights(prose: Iterable[Block]) -> dict[Box, int]:
    """How many characters of the prose stand in each box."""
    weights: dict[Box, int] = defaultdict(int)
    levels: dict[int, dict[Box, None]] = defaultdict(dict)
    for block in prose:
        weights[block.box] += len(block.text)
        levels[block.box.depth][block.box] = None
    for depth in range(max(levels, default=0), 0, -1):
        for box in levels[depth]:
            if box.parent is not None:
                weights[box.parent] += weights[box]
                levels[depth - 1][box.parent] = None
    return weights


def _shares(weights: dict[Box, int]) -> dict[tuple[str, str], int]:
    """How many characters of the prose stand in boxes of each name; nested ones count twice."""
    shares: dict[tuple[str, str], int] = defaultdict(int)
    for box, weight in weights.items():
        shares[box.tag, box.names] += weight
    return shares


def _heaviest(weights: dict[Box, int]) -> Box | None:
    """The innermost box with most of the prose; None if there is no prose."""
    inner: dict[Box, list[Box]] = defaultdict(list)
    box = None
    for candidate in weights:
        if candidate.parent is None:
            box = candidate
        elif candidate.tag not in PARAGRAPHS | HEADINGS:
            inner[candidate.parent].append(candidate)
    while box and (inside := [b for b in inner[box] if weights[b] >= _SHARE * weights[box]]):
        box = inside[0]
    return box


def _make(box: Box) -> tuple[object, ...]:
    """What twins have in common: tag and names, those of the box around them, and the article they stand in."""
    around = box.parent or box
    if not (box.names or around.names):
        return (box,)
    article = next((b for b in around.chain() if b.tag == "article"), None)
    return (article, *((b.tag, _NUMBER.sub("#", b.names)) for b in (box, around)))
