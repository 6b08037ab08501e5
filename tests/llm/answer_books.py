"""Answer books in memory: one that keeps, and one that another process shares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.spending import Spent


def key_of(request: Mapping[str, Any]) -> str:
    """What an answer is kept under."""
    return json.dumps(request, sort_keys=True)


@dataclass
class MemoryBook:
    """Keeps answers and what they cost.

    Attributes:
        held: how often a claim is refused before it is granted.
        theirs: what another process keeps while it holds the claim; None if it gives up.
    """

    kept: dict[str, str] = field(default_factory=dict)
    costs: list[Spent] = field(default_factory=list)
    held: int = 0
    theirs: str | None = None
    claims: int = 0
    released: int = 0

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        return self.kept.get(key_of(request))

    def keep(
        self, endpoint: str, request: Mapping[str, Any], response: str, *, spent: Spent | None = None, instead: bool = False
    ) -> None:
        if spent is not None:
            self.costs.append(spent)
        if instead:
            self.kept[key_of(request)] = response
        else:
            self.kept.setdefault(key_of(request), response)

    def spent(self, run: str) -> tuple[Spent, ...]:
        return tuple(one for one in self.costs if one.run == run)

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        self.costs.append(spent)

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        if self.held:
            self.held -= 1
            if not self.held and self.theirs is not None:
                self.kept[key_of(request)] = self.theirs
            return False
        self.claims += 1
        return True

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        self.released += 1
