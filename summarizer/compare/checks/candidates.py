"""Runs the table of checks over a story."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.compare.checks.catalogue import CHECKS, Check
from summarizer.compare.checks.pairs import Found, Pair
from summarizer.compare.meeting.names import Names
from summarizer.compare.meeting.neighbours import TABLE_ROWS, Meeting
from summarizer.compare.meeting.similar import Likeness, speaker_likeness
from summarizer.compare.meeting.table import Row, rows_of
from summarizer.schema import Summary
from summarizer.terms import FindingKind

GENEROUS = 50
"""How many times as many candidates code looks at where it judges alone."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A pair of rows that a check in code found to differ."""

    kind: FindingKind
    left: Row
    right: Row
    found: Found

    def joins(self, rows: frozenset[str]) -> bool:
        """Both sides are among these rows."""
        return self.left.row_id in rows and self.right.row_id in rows


@dataclass(frozen=True)
class Story:
    """The statements of a story and what is known of them together.

    Attributes:
        statements: how alike the statements are, names aligned; meeting: which of them meet.
    """

    rows: Sequence[Row]
    summaries: Sequence[Summary]
    names: Names
    statements: Likeness
    meeting: Meeting

    @classmethod
    def of(cls, summaries: Sequence[Summary]) -> Story:
        """The story that these articles tell."""
        rows, names = rows_of(summaries), Names(summaries)
        statements = Likeness([names.aligned(row.claim.statement) for row in rows])
        return cls(rows, summaries, names, statements, Meeting(rows, names))


def find_candidates(story: Story, *, generously: bool = False) -> tuple[Candidate, ...]:
    """What every check finds, the surest first within a check, cut at the check's limit; order is reproducible.

    Conflicts are never cut. Code that judges alone can look at more hints than a model: `generously` raises the limits.
    """
    pairs = list(_pairs(story))
    scale = (GENEROUS if generously else 1) * -(-len(story.rows) // TABLE_ROWS)
    found: list[Candidate] = []
    for check in CHECKS:
        found.extend(_results(check, pairs, {(c.left.index, c.right.index) for c in found}, check.most * scale))
    return tuple(_shuffled(found))


def _pairs(story: Story) -> Iterator[Pair]:
    written = [summary.article.published for summary in story.summaries]
    speakers = [story.names.aligned(row.attribution.source) if row.attribution else "" for row in story.rows]
    for left, right in story.meeting.pairs():
        dates = (written[left.article], written[right.article])
        alike = speaker_likeness(speakers[left.index], speakers[right.index])
        yield Pair(left, right, story.statements.of(left.index, right.index), alike, dates)


def _results(check: Check, pairs: Sequence[Pair], taken: set[tuple[int, int]], most: int) -> list[Candidate]:
    results = [
        Candidate(check.kind, pair.left, pair.right, found)
        for pair in pairs
        if (pair.left.index, pair.right.index) not in taken and (found := check.find(pair)) is not None
    ]
    results.sort(key=lambda c: (-c.found.weight, c.left.index, c.right.index))
    hints = [candidate for candidate in results if not candidate.found.conflict]
    shown = {id(candidate) for candidate in (_unlike(hints) if check.kind is FindingKind.ATTRIBUTION else hints)[:most]}
    return [candidate for candidate in results if candidate.found.conflict or id(candidate) in shown]


def _unlike(hints: Iterable[Candidate]) -> list[Candidate]:
    """Of hints that lay the same two speakers side by side the first alone."""
    first: dict[frozenset[str], Candidate] = {}
    for hint in hints:
        first.setdefault(frozenset((hint.found.left, hint.found.right)), hint)
    return list(first.values())


def _shuffled(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same order in every run, and one that tells nothing of which article comes first."""
    return sorted(candidates, key=lambda c: hashlib.sha256(_place(c.left) + _place(c.right)).digest())


def _place(row: Row) -> bytes:
    return f"{row.claim.prefix}{row.claim.quote}{row.claim.anchor_start}".encode("utf-8", "replace")
