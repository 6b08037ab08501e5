"""Attributions inside another's words: which of them are told, which only belong to what is said."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.spans import Found

_KEPT = "speech"


def without_nested(found: Sequence[Found]) -> list[Found]:
    """The attributions of a sentence without the thoughts, wishes, orders and findings that are part of what somebody says.

    In "she said she hoped to win" the hope is hers to tell: one attribution. What others are said to have said stays.
    """
    return [item for item in found if item.kind == _KEPT or not any(_holds(other, item) for other in found)]


def _holds(other: Found, item: Found) -> bool:
    return other is not item and any(start <= item.cue[0] < end for start, end in other.content)
