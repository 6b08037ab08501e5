"""The parts of a long article: as few calls as its length allows, and none too long."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.ground.numbering import MOST_PART_CHARS, Numbered

PART_CHARS = 12_000
"""Longest stretch of an article for one call: an answer of twice its length still fits common output limits."""
OVERLAP_CHARS = 1_200
"""What a part repeats of the one before, so that no statement is cut from what it refers to."""
_MOST_PARTS = 19
"""A long article has longer parts before it has more of them; one more call may ask about what they left."""
_STEP = 2_000
_MOST_BYTES = 150_000
"""Of the sentences of one part with their numbers, in UTF-8."""


def parts(numbered: Numbered) -> Iterator[tuple[int, int]]:
    """First and last sentence number of each call: one for most articles, overlapping parts for a long one."""
    made: list[tuple[int, int]] = []
    for size in range(PART_CHARS, MOST_PART_CHARS + 1, _STEP):
        made = list(_Parting(numbered, size).parts())
        if len(made) <= _MOST_PARTS:
            break
    yield from made


class _Parting:
    """An article cut into parts of so many characters."""

    def __init__(self, numbered: Numbered, size: int) -> None:
        self._text, self._spans, self._size = numbered.article.text, numbered.spans, size
        self._bytes = numbered.bytes_before

    def parts(self) -> Iterator[tuple[int, int]]:
        """First and last sentence number of each part."""
        first, total = 1, len(self._spans)
        while first <= total:
            last = self._last_of_part(first)
            yield first, last
            if last >= total:
                return
            first = max(first + 1, self._overlap_start(last))

    def _last_of_part(self, first: int) -> int:
        """The last sentence that fits, moved back to the end of a paragraph if there is one in the second half."""
        fitting = self._fitting(first)
        if fitting[-1] == len(self._spans):
            return fitting[-1]
        ends = (n for n in reversed(fitting[len(fitting) // 2 :]) if self._ends_paragraph(n))
        return next(ends, fitting[-1])

    def _fitting(self, first: int) -> range:
        start, last = self._spans[first - 1].start, first
        while last < len(self._spans) and self._spans[last].end - start <= self._size and self._is_light(first, last + 1):
            last += 1
        return range(first, last + 1)

    def _is_light(self, first: int, last: int) -> bool:
        return self._bytes[last] - self._bytes[first - 1] <= _MOST_BYTES

    def _ends_paragraph(self, number: int) -> bool:
        return "\n" in self._text[self._spans[number - 1].end : self._spans[number].start]

    def _overlap_start(self, last: int) -> int:
        """The first sentence that the next part repeats."""
        end, number = self._spans[last - 1].end, last
        while number > 1 and end - self._spans[number - 1].start < OVERLAP_CHARS and self._is_overlap(number, last):
            number -= 1
        return number + 1

    def _is_overlap(self, number: int, last: int) -> bool:
        """The overlap stays a small part of what one call may hold."""
        return (self._bytes[last] - self._bytes[number - 1]) * 4 <= _MOST_BYTES
