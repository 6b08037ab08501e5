"""Which of many spans of a text meet another one."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.text import Span

_BLOCK = 1024


class Overlaps:
    """Spans that can be asked which of them share a character with another one, without looking at all of them.

    A short span is found by the blocks of text it touches; long ones, of which a text holds few, are looked at each time.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._long: list[int] = []
        self._blocks: dict[int, list[int]] = {}
        for number, span in enumerate(self._spans):
            if span.end - span.start > _BLOCK * 4:
                self._long.append(number)
                continue
            for block in range(span.start // _BLOCK, max(span.start, span.end - 1) // _BLOCK + 1):
                self._blocks.setdefault(block, []).append(number)

    def of(self, other: Span) -> list[int]:
        """The numbers, in order, of those that overlap the other span."""
        blocks = range(other.start // _BLOCK, max(other.start, other.end - 1) // _BLOCK + 1)
        near = {*self._long, *(number for block in blocks for number in self._blocks.get(block, ()))}
        return sorted(number for number in near if self._spans[number].overlaps(other))

    def any(self, other: Span) -> bool:
        """One of them overlaps the other span."""
        return bool(self.of(other))
