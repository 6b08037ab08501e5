"""Where the keys of review.toml stand, for messages: `tomllib` reads values without their lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

_HIDING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*",
    re.DOTALL,
)
"""Strings and comments: what stands in them may look like a header or a key."""
_DECISION = re.compile(r"^[ \t]*\[\[[ \t]*decision[ \t]*\]\]", re.MULTILINE)
_EVIDENCE = re.compile(r"^[ \t]*\[\[[ \t]*decision[ \t]*\.[ \t]*evidence[ \t]*\]\]", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*\w", re.MULTILINE)


class Lines:
    """The lines of the tables and keys of one file that is valid TOML, looked up only where something is wrong."""

    def __init__(self, text: str) -> None:
        self._text = text

    @functools.cached_property
    def _bare(self) -> str:
        return _HIDING.sub(lambda match: re.sub(r"[^\n]", "_", match.group()), self._text)

    def of(self, key: str, decision: int | None = None, place: int | None = None) -> int:
        """The line of a key, or of the header above it where it does not stand at the start of a line.

        Args:
            key: the key; an empty one is the header itself.
            decision: which decision, from 0; None for the head of the file.
            place: which of its quotes, from 0; None for the decision's own keys.
        """
        start = self._start(decision, place)
        header = self._bare.find("\n", start) if decision is not None else start
        following = _TABLE.search(self._bare, max(header, start))
        end = following.start() if following else len(self._bare)
        found = re.compile(rf"^[ \t]*{re.escape(key)}[ \t]*=", re.MULTILINE).search(self._bare, start, end) if key else None
        return self._bare.count("\n", 0, found.start() if found else start) + 1

    def _start(self, decision: int | None, place: int | None) -> int:
        if decision is None:
            return 0
        decisions = [match.start() for match in _DECISION.finditer(self._bare)]
        start = _at(decisions, decision, 0)
        if place is None:
            return start
        end = _at(decisions, decision + 1, len(self._bare))
        return _at([match.start() for match in _EVIDENCE.finditer(self._bare, start, end)], place, start)


def _at(places: Sequence[int], number: int, otherwise: int) -> int:
    return places[number] if number < len(places) else otherwise
