"""Reports inside reports: "Lee said that Roe had denied it" is Lee's, and what Roe said is part of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from summarizer.attributions.spans import AttributionSpan, Place

# Contents farther back reach over no later cue; the bound keeps the work linear.
_REMEMBERED = 60


def outermost(found: Sequence[AttributionSpan]) -> list[AttributionSpan]:
    """The attributions whose cue stands in the content of no other one that is kept, in their order.

    Of two that reach over each other ("He wants it closed, Lee said") the one whose content begins first is kept.
    """
    kept: set[int] = set()
    contents: deque[Place] = deque(maxlen=_REMEMBERED)
    for index in sorted(range(len(found)), key=lambda index: _extent(found[index])):
        cue = found[index].cue[0]
        if not any(start <= cue[0] and cue[1] <= end for start, end in contents):
            kept.add(index)
            contents.extend(found[index].content)
    return [span for index, span in enumerate(found) if index in kept]


def _extent(span: AttributionSpan) -> tuple[int, int]:
    """Where the content begins, the longest of several first."""
    return min(start for start, _ in span.content), -max(end for _, end in span.content)
