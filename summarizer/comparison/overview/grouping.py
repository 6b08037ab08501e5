"""Puts the figures of one slot together without letting a chain of likenesses pull two slots into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.overview.atlas import Atlas
from summarizer.comparison.overview.entries import Entry
from summarizer.comparison.overview.kinship import ENOUGH, NEVER, Kinship

_WITNESSES = 10
"""Members of a group that a newcomer is held against: enough to forbid, few enough for large stories."""
_MOST_AGAINST = 0.5


def slots(story: Story, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Groups of figures, each figure in one; the surest pairs are joined first, a group only grows if it stays one slot."""
    kinship = Kinship(story, Atlas(entries))
    group = list(range(len(entries)))
    members = [[entry] for entry in entries]
    refused: dict[tuple[int, int], int] = {}
    for _, left, right in sorted(_links(story, entries, kinship)):
        a, b = group[left], group[right]
        size = len(members[a]) + len(members[b])
        if a == b or refused.get((a, b)) == size:  # two groups that have not grown since are two still
            continue
        if not _is_one(members[a], members[b], kinship):
            refused[a, b] = size
            continue
        members[a].extend(members[b])
        for entry in members[b]:
            group[entry.index] = a
        members[b] = []
    return [sorted(members[label], key=lambda e: e.index) for label in dict.fromkeys(group)]


def _links(story: Story, entries: Sequence[Entry], kinship: Kinship) -> Iterator[tuple[float, int, int]]:
    """Pairs of figures that may fill one slot, by their places, behind their points below zero: so the surest sort first."""
    by_row: dict[int, list[Entry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row.index, []).append(entry)
    for left_row, right_row in story.meeting.pairs():
        ours, theirs = by_row.get(left_row.index), by_row.get(right_row.index)
        if ours is None or theirs is None:
            continue
        for left in ours:
            for right in theirs:
                points = kinship.of(left, right)
                if points >= ENOUGH:
                    yield -points, left.index, right.index


def _is_one(left: Sequence[Entry], right: Sequence[Entry], kinship: Kinship) -> bool:
    """No two members of the two groups are forbidden to meet, and few of them are unalike."""
    against, ours, theirs = 0, _witnesses(left), _witnesses(right)
    for a in ours:
        for b in theirs:
            points = kinship.of(a, b)
            if points == NEVER:
                return False
            against += points < ENOUGH
    return against <= _MOST_AGAINST * len(ours) * len(theirs)


def _witnesses(members: Sequence[Entry]) -> Sequence[Entry]:
    """Members from all over the group."""
    step = -(-len(members) // _WITNESSES)
    return members[::step]
