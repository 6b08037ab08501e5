"""Reports inside reports: "Lee said that Roe had denied it" is Lee's, and what Roe said is part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.attributions.spans import AttributionSpan, Place


def outermost(found: Sequence[AttributionSpan]) -> list[AttributionSpan]:
    """The attributions whose cue stands in no other one's content, of those in the order of their cues."""
    contents = sorted((place, index) for index, span in enumerate(found) for place in span.content)
    inside = _inside(sorted((span.cue[0], index) for index, span in enumerate(found)), contents)
    hidden = set(inside)
    return [span for index, span in enumerate(found) if index not in hidden]


def _inside(cues: Sequence[tuple[Place, int]], contents: Sequence[tuple[Place, int]]) -> Iterator[int]:
    """The numbers of the cues that some content reaches over."""
    reach, following = 0, 0
    for (start, end), index in cues:
        while following < len(contents) and contents[following][0][0] <= start:
            reach = max(reach, contents[following][0][1])
            following += 1
        if end <= reach:
            yield index
