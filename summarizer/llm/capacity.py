"""How many requests an endpoint bears at once, as far as it has shown. Pure."""

from __future__ import annotations

FIRST_STRETCH, LONGEST_STRETCH = 4, 64
"""Answers without a rejection after which one more request is tried at once; twice as many after each such try that failed."""
CALM = 16
"""Answers without a rejection after which the endpoint counts as patient again."""


class Capacity:
    """The limit on requests under way at once; only an endpoint's rate limit lowers it (AIMD, with a measured decrease).

    Attributes:
        limit: so many may be under way.
        sure: at so many nothing was rejected; the same as the limit unless one more is being tried.
        is_calm: nothing was rejected yet, or not lately.
    """

    def __init__(self, most: int) -> None:
        self.limit = self.sure = self._most = most
        self.is_calm = True
        self._answers = 0
        self._stretch = FIRST_STRETCH

    def rejected(self, under_way: int) -> None:
        """The endpoint would not have one more beside those that are under way: that many is what it bears."""
        if self.limit > self.sure:
            self._stretch = min(2 * self._stretch, LONGEST_STRETCH)
        self.limit = self.sure = max(1, min(self.limit, under_way))
        self._answers = 0
        self.is_calm = False

    def answered(self) -> None:
        """The endpoint took one and answered it."""
        self._answers += 1
        self.is_calm = self.is_calm or self._answers >= CALM
        if self.limit < self._most and self._answers >= max(self._stretch, self.limit):
            self.sure = self.limit
            self.limit += 1
            self._answers = 0
