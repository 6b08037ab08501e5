"""Disjoint sets of numbers (union-find)."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """The numbers from 0 to `size` - 1, each alone until it is joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, left: int, right: int) -> None:
        """Make one set of the sets of two numbers."""
        a, b = self._root(left), self._root(right)
        self._parent[max(a, b)] = min(a, b)

    def are_one(self, left: int, right: int) -> bool:
        """Both are in one set."""
        return self._root(left) == self._root(right)

    def members(self) -> list[list[int]]:
        """Every set, its numbers in order; the set of the lowest number first."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            groups[self._root(number)].append(number)
        return [groups[root] for root in sorted(groups)]

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number
