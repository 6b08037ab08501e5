"""Runs the table of checks over a story."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from summarizer.comparison.checks.cases import Case
from summarizer.comparison.checks.catalogue import CHECKS, Check
from summarizer.comparison.checks.pairs import Found, Pair
from summarizer.comparison.meeting.likeness import Likeness
from summarizer.comparison.meeting.names import Names
from summarizer.comparison.meeting.neighbours import TABLE_ROWS, Meeting
from summarizer.comparison.meeting.similar import speaker_likeness
from summarizer.comparison.meeting.table import Row, rows_of
from summarizer.schema import Figure, Summary
from summarizer.terms import FindingKind

GENEROUS = 50
"""How many times as many candidates code looks at where it judges alone."""


@dataclass(frozen=True, eq=False, slots=True)
class Candidate:
    """A pair of rows that a check in code found to differ.

    Attributes:
        case: what it shares with all pairs of rows that say the same.
    """

    kind: FindingKind
    left: Row
    right: Row
    found: Found
    case: Case

    @property
    def figures(self) -> tuple[Figure, Figure] | None:
        """The two figures that the check compared; None if it compared no numbers."""
        places = self.case.places
        return (self.left.figures[places[0]], self.right.figures[places[1]]) if places else None

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


def find_candidates(story: Story, *, generously: bool = False, since: int = 0) -> tuple[Candidate, ...]:
    """What every check finds, the surest first within a check, cut at the check's limit; order is reproducible.

    Conflicts are never cut. Code that judges alone can look at more hints than a model: `generously` raises the limits.
    Of pairs of statements only those are looked at which have one in an article from the place `since` on.
    """
    pairs = _Pairs(story, since)
    scale = (GENEROUS if generously else 1) * -(-len(story.rows) // TABLE_ROWS)
    found: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    for check in CHECKS:
        results = _results(check, pairs, taken, check.most * scale)
        taken.update((c.left.index, c.right.index) for c in results)
        found += results
    return tuple(_shuffled(found))


class _Pairs:
    """The pairs of rows that meet, those together whose rows say the same."""

    def __init__(self, story: Story, since: int) -> None:
        self._story = story
        self._written = [summary.article.published for summary in story.summaries]
        self._speakers = [story.names.aligned(row.attribution.source) if row.attribution else "" for row in story.rows]
        alike: dict[tuple[int, int], array[int]] = {}
        for left, right in story.meeting.pairs(since):
            key = left.alike, right.alike
            if key not in alike:
                alike[key] = array("q")
            alike[key].append(left.index * len(story.rows) + right.index)
        self.alike = [(self._pair(*next(self.rows(members))), members) for members in alike.values()]

    def rows(self, members: Iterable[int]) -> Iterator[tuple[Row, Row]]:
        """The pairs of rows that these numbers stand for: a large story has a million of them."""
        rows = self._story.rows
        return ((rows[left], rows[right]) for left, right in map(divmod, members, repeat(len(rows))))

    def _pair(self, left: Row, right: Row) -> Pair:
        dates = (self._written[left.article], self._written[right.article])
        speakers = speaker_likeness(self._speakers[left.index], self._speakers[right.index])
        return Pair(left, right, self._story.statements.of(left.index, right.index), speakers, dates)


def _results(check: Check, pairs: _Pairs, taken: set[tuple[int, int]], most: int) -> list[Candidate]:
    results: list[Candidate] = []
    for pair, members in pairs.alike:
        found = check.find(pair)
        if found is None:
            continue
        case = Case(pair.left, pair.right, found, pair.written)
        for left, right in pairs.rows(members):
            if (left.index, right.index) in taken:
                continue
            own = check.find(replace(pair, left=left, right=right)) if check.names_rows else found
            results.append(Candidate(check.kind, left, right, own or found, case))
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
    places: dict[int, bytes] = {}
    for row in (row for candidate in candidates for row in (candidate.left, candidate.right)):
        if row.index not in places:
            places[row.index] = _place(row)
    return sorted(candidates, key=lambda c: hashlib.sha256(places[c.left.index] + places[c.right.index]).digest())


def _place(row: Row) -> bytes:
    return f"{row.claim.prefix}{row.claim.quote}{row.claim.anchor_start}".encode("utf-8", "replace")
