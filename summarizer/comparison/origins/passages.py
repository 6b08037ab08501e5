"""Passages that two articles have word for word, found by the runs of words they share. Exact, and linear in the texts."""

from __future__ import annotations

import functools
from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from summarizer.comparison.meeting.groups import Groups
from summarizer.schema import Summary, Zone
from summarizer.text import words

SHINGLE_WORDS = 8
"""Runs of so many words hardly ever stand in two texts by chance."""
_EVERYWHERE = 50
"""A run that stands in more texts than this is a standing phrase, and tells nothing of any two; copies are one text."""
SAME_TEXT = 0.6
"""Share of the shorter text's runs that stand in the other one, from which two articles surely print one text."""
_MOST_OF_ONE = 8
"""Articles of one group that a later one is laid against for a run: the further copies of a text tell nothing new."""
_MOST_HOLDERS = 64
"""Articles in which a run is looked for at all: with every further one it tells less, and costs more."""
_IN_ONE_BREATH = 60
_STRETCHES = 2
"""So few runs in so few stretches are a statement that both articles quote, not a text that one has from the other."""


def runs(summary: Summary) -> array[int]:
    """Hashes of all runs of words of an article's running text, each once."""
    return _runs(summary.article.text, summary.article.zones)


@functools.lru_cache(maxsize=2048)
def _runs(text: str, zones: tuple[Zone, ...]) -> array[int]:
    return array("q", frozenset(_in_order(text, zones)))


def _in_order(text: str, zones: tuple[Zone, ...]) -> Iterator[int]:
    for zone in zones:
        blank = " " * (min(zone.end, len(text)) - zone.start)
        text = f"{text[: zone.start]}{blank}{text[zone.start + len(blank) :]}"
    tokens = words(text)
    return map(hash, zip(*(tokens[first:] for first in range(SHINGLE_WORDS)), strict=False))


def standing(summaries: Sequence[Summary]) -> frozenset[int]:
    """The runs that stand in too many texts to tell anything of two of them; articles that print one text count once."""
    if len(summaries) <= _EVERYWHERE:
        return frozenset()
    groups, lengths = Groups(len(summaries)), [len(runs(summary)) for summary in summaries]
    for left, right, count in shared_runs(summaries, groups):
        if count >= SAME_TEXT * max(1, min(lengths[left], lengths[right])):
            groups.join(left, right)
    texts: Counter[int] = Counter()
    for members in groups.members():
        texts.update(frozenset(run for number in members for run in runs(summaries[number])))
    return frozenset(run for run, number in texts.items() if number > _EVERYWHERE)


def shared_runs(
    summaries: Sequence[Summary], groups: Groups, without: Collection[int] = frozenset()
) -> Iterator[tuple[int, int, int]]:
    """Every two articles that share runs, by their places, the earlier first, and how many they share.

    Of the articles that are in one group when their turn comes, a run is looked for in the first few only, so that the
    copies of one text are not each laid against each.

    Args:
        summaries: the articles of a story.
        groups: which articles count as one; the caller may join them while it takes the pairs.
        without: runs that do not count.
    """
    again = _in_several(summaries).difference(without)
    holders: dict[int, list[int]] = {run: [] for run in again}
    for right, summary in enumerate(summaries):
        shared: Counter[int] = Counter()
        held = [holders[run] for run in again.intersection(runs(summary))]
        for others in held:
            shared.update(others)
        yield from ((left, right, count) for left, count in sorted(shared.items()))
        root = groups.root(right)
        own = {other for other in shared if groups.root(other) == root}
        for others in held:
            if len(others) < _MOST_OF_ONE or (len(others) < _MOST_HOLDERS and len(own.intersection(others)) < _MOST_OF_ONE):
                others.append(right)


def _in_several(summaries: Sequence[Summary]) -> set[int]:
    """The runs that stand in several articles."""
    seen: set[int] = set()
    again: set[int] = set()
    for summary in summaries:
        own = set(runs(summary))
        again |= own & seen
        seen |= own
    return again


def is_one_statement(left: Summary, right: Summary) -> bool:
    """What two articles have word for word is no more than a sentence or two in a row, such as an official statement."""
    common = frozenset(runs(left)).intersection(runs(right))
    if len(common) > _IN_ONE_BREATH:
        return False
    inside = [run in common for run in _in_order(right.article.text, right.article.zones)]
    return sum(now and not before for before, now in zip([False, *inside], inside, strict=False)) <= _STRETCHES
