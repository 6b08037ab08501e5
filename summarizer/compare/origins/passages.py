"""Passages that two articles have word for word, found by the runs of words they share. Exact, and linear in the texts."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence

from summarizer.schema import Summary, Zone
from summarizer.text import words

SHINGLE_WORDS = 8
"""Runs of so many words hardly ever stand in two texts by chance."""
_EVERYWHERE = 50
"""A run that stands in more articles than this is a standing phrase, and tells nothing of any two."""


def runs(summary: Summary) -> frozenset[int]:
    """Hashes of all runs of words of an article's running text."""
    return _runs(summary.article.text, summary.article.zones)


@functools.lru_cache(maxsize=2048)
def _runs(text: str, zones: tuple[Zone, ...]) -> frozenset[int]:
    for zone in zones:
        blank = " " * (min(zone.end, len(text)) - zone.start)
        text = f"{text[: zone.start]}{blank}{text[zone.start + len(blank) :]}"
    tokens = words(text)
    return frozenset(map(hash, zip(*(tokens[first:] for first in range(SHINGLE_WORDS)), strict=False)))


def shared_runs(summaries: Sequence[Summary]) -> dict[tuple[int, int], int]:
    """How many runs two articles share, for every two that share any; by their places, the earlier first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, summary in enumerate(summaries):
        for run in runs(summary):
            holders[run].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= _EVERYWHERE:
            for position, right in enumerate(numbers):
                for left in numbers[:position]:
                    shared[left, right] += 1
    return dict(sorted(shared.items()))
