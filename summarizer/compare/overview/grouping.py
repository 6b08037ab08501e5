"""Puts the figures of one slot together without letting a chain of likenesses pull two slots into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.compare.checks.candidates import Story
from summarizer.compare.overview.atlas import Atlas
from summarizer.compare.overview.entries import Entry
from summarizer.compare.overview.kinship import ENOUGH, NEVER, Kinship

_WITNESSES = 10
"""Members of a group that a newcomer is held against: enough to forbid, few enough for large stories."""
_MOST_AGAINST = 0.5


def slots(story: Story, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Groups of figures, each figure in one; the surest pairs are joined first, a group only grows if it stays one slot."""
    kinship = Kinship(story, Atlas(entries))
    group = {entry.index: [entry] for entry in entries}
    for _, left, right in sorted(_links(story, entries, kinship), key=lambda link: (-link[0], link[1].index, link[2].index)):
        a, b = group[left.index], group[right.index]
        if a is not b and _is_one(a, b, kinship):
            a.extend(b)
            for entry in b:
                group[entry.index] = a
    return list({id(members): sorted(members, key=lambda e: e.index) for members in group.values()}.values())


def _links(story: Story, entries: Sequence[Entry], kinship: Kinship) -> Iterator[tuple[float, Entry, Entry]]:
    """Pairs of figures that may fill one slot: of statements that meet, and of one article."""
    by_row: dict[int, list[Entry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row.index, []).append(entry)
    for left_row, right_row in story.meeting.pairs():
        for left in by_row.get(left_row.index, ()):
            for right in by_row.get(right_row.index, ()):
                if left.counted != right.counted:
                    continue
                points = kinship.of(left, right)
                if points >= ENOUGH:
                    yield points, left, right


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
