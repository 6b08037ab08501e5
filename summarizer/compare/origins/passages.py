"""Passages that two articles have word for word, found by the runs of words they share. Exact, and linear in the texts."""

from __future__ import annotations

import functools
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.schema import Summary, Zone
from summarizer.text import words

SHINGLE_WORDS = 8
"""Runs of so many words hardly ever stand in two texts by chance."""
_EVERYWHERE = 50
"""A run that stands in more articles than this is a standing phrase, and tells nothing of any two."""


def runs(summary: Summary) -> array[int]:
    """Hashes of all runs of words of an article's running text, each once."""
    return _runs(summary.article.text, summary.article.zones)


@functools.lru_cache(maxsize=2048)
def _runs(text: str, zones: tuple[Zone, ...]) -> array[int]:
    for zone in zones:
        blank = " " * (min(zone.end, len(text)) - zone.start)
        text = f"{text[: zone.start]}{blank}{text[zone.start + len(blank) :]}"
    tokens = words(text)
    return array("q", frozenset(map(hash, zip(*(tokens[first:] for first in range(SHINGLE_WORDS)), strict=False))))


def shared_runs(summaries: Sequence[Summary]) -> Iterator[tuple[int, int, int]]:
    """Every two articles that share runs, by their places, the earlier first, and how many they share; in no order."""
    holders = _holders(summaries)
    for right, summary in enumerate(summaries):
        shared: Counter[int] = Counter()
        for run in runs(summary):
            others = holders.get(run, ())
            if len(others) <= _EVERYWHERE:
                shared.update(others)
        yield from ((left, right, count) for left, count in shared.items() if left < right)


def _holders(summaries: Sequence[Summary]) -> dict[int, list[int]]:
    """For each run that stands in several articles the places of those articles."""
    seen: set[int] = set()
    again: set[int] = set()
    for summary in summaries:
        own = set(runs(summary))
        again |= own & seen
        seen |= own
    holders: dict[int, list[int]] = {run: [] for run in again}
    for number, summary in enumerate(summaries):
        for run in again.intersection(runs(summary)):
            holders[run].append(number)
    return holders
