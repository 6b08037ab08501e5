"""Disjoint sets of numbers (union-find)."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """The numbers from 0 to `size` - 1, each alone until it is joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, left: int, right: int) -> None:
        """Make one set of the sets of two numbers."""
        a, b = self.root(left), self.root(right)
        self._parent[max(a, b)] = min(a, b)

    def members(self) -> list[list[int]]:
        """Every set, its numbers in order; the set of the lowest number first."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            groups[self.root(number)].append(number)
        return [groups[root] for root in sorted(groups)]

    def root(self, number: int) -> int:
        """The lowest number of its set: two numbers with one root are in one set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number
