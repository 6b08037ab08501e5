"""The steps from one wording to another, word by word. Pure; the same as difflib's, and quick where no word stands twice."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

Block = tuple[int, int, int]
"""Where it begins in the first and in the second wording, and how many words it has."""
Step = tuple[str, int, int, int, int]


def blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The stretches that both wordings have, in order."""
    in_order = _in_one_order(left, right)
    if in_order is not None:
        return in_order
    found = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in found[:-1]]


def _in_one_order(left: Sequence[str], right: Sequence[str]) -> list[Block] | None:
    """The same for wordings in which no word stands twice and the shared ones stand in one order; None for others.

    There every shared word can be matched in one way only, and no match forbids another.
    """
    places = {word: place for place, word in enumerate(right)}
    if len(places) != len(right) or len(set(left)) != len(left):
        return None
    found: list[Block] = []
    last = first = start = size = -1
    for place, word in enumerate(left):
        other = places.get(word)
        if other is None:
            continue
        if other < last:
            return None
        if place == first + size and other == start + size:
            size += 1
        else:
            if size > 0:
                found.append((first, start, size))
            first, start, size = place, other, 1
        last = other
    return [*found, (first, start, size)] if size > 0 else found


def steps(left: Sequence[str], right: Sequence[str]) -> list[Step]:
    """What becomes of the first wording, as `difflib.SequenceMatcher.get_opcodes` names it."""
    made: list[Step] = []
    i = j = 0
    for first, start, size in [*blocks(left, right), (len(left), len(right), 0)]:
        if i < first or j < start:
            tag = "replace" if i < first and j < start else "delete" if i < first else "insert"
            made.append((tag, i, first, j, start))
        i, j = first + size, start + size
        if size:
            made.append(("equal", first, i, start, j))
    return made
