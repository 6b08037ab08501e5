"""The tables of what came to a story later: every statement of the added articles, and the likest of those before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.meeting.likeness import Likeness
from summarizer.comparison.meeting.neighbours import subject
from summarizer.comparison.meeting.table import Row

_MOST_OF_ADDED, _ENOUGH_OF_ADDED = 0.6, 0.3
"""Shares of a table that added statements may fill: of one article, and as far as there may be a table for three articles."""
_ARTICLES_A_TABLE = 3
_SURE_OF = 4
"""So many of the likest statements every added one is sure of; then the likest of all go first."""
_LED_BY = 2
"""So many of the likest lead to the two sides of a finding that they are in."""
_MOST_PARTNERS = 3
"""Statements that code holds to conflict with an added one which go before its likest."""
_NAME = re.compile(r"\b[^\W\d_a-zß-ÿ]\w{2,}")


def added_tables(
    story: Story, since: int, differing: Iterable[tuple[Row, Row]], disputed: Mapping[int, Sequence[int]]
) -> list[tuple[Row, ...]]:
    """The rows of each call: none, one table with all rows, or for each part of the added ones a table with its company.

    The articles from the place `since` on are the added ones; `differing` is what code found to differ; `disputed` gives,
    for each row that a finding rests on, by its place, the two rows which that finding lays side by side.
    """
    meeting, rows = story.meeting, story.rows
    added = [row for row in rows if row.article >= since]
    if not added or len({row.article for row in rows}) < 2:  # noqa: PLR2004  one article has nobody to differ from
        return []
    if len(rows) <= meeting.table_rows:
        return [tuple(rows)]
    company = _Company(story, _partners(differing, since), disputed)
    tables = tables_for(len(added), len({row.article for row in added}), meeting.table_rows)
    size = -(-len(added) // tables)
    return [company.table(added[n : n + size]) for n in range(0, len(added), size)]


def tables_for(added: int, articles: int, table_rows: int) -> int:
    """How many tables so many added statements of so many articles take."""
    least, wanted = (-(-added // max(1, int(table_rows * share))) for share in (_MOST_OF_ADDED, _ENOUGH_OF_ADDED))
    return max(least, min(wanted, -(-articles // _ARTICLES_A_TABLE)))


def _partners(differing: Iterable[tuple[Row, Row]], since: int) -> dict[int, list[int]]:
    """For each added row the rows that code holds to conflict with it, of those that say the same the first alone."""
    found: dict[int, dict[int, int]] = {}
    for left, right in differing:
        for row, other in ((left, right), (right, left)):
            if row.article >= since:
                found.setdefault(row.index, {}).setdefault(other.alike, other.index)
    return {index: list(others.values()) for index, others in found.items()}


class _Company:
    """Who is laid beside the added rows, the most telling first.

    Two statements on one matter share its names, in whatever words they answer, so names count beside all words.
    """

    def __init__(self, story: Story, partners: Mapping[int, Sequence[int]], disputed: Mapping[int, Sequence[int]]) -> None:
        self._story, self._partners, self._disputed = story, partners, disputed
        self._subjects = Likeness([subject(row, story.names) for row in story.rows])
        told = (story.names.aligned(row.claim.statement) for row in story.rows)
        self._names = Likeness([" ".join(_NAME.findall(text)) for text in told])

    def table(self, added: Sequence[Row]) -> tuple[Row, ...]:
        """These rows and as much of their company as fits; of rows that say the same one is enough."""
        rows, members = self._story.rows, {row.index for row in added}
        told = {row.alike for row in added}
        for index in self._in_order(added):
            if len(members) >= self._story.meeting.table_rows:
                break
            if rows[index].alike not in told:
                members.add(index)
                told.add(rows[index].alike)
        return tuple(rows[index] for index in sorted(members))

    def _in_order(self, added: Sequence[Row]) -> Iterator[int]:
        """Those in conflict, then the likest of each, with the two that a finding on one of these rests on, then all others."""
        for row in added:
            yield from self._partners.get(row.index, ())[:_MOST_PARTNERS]
        ranked = [self._likest(row) for row in added]
        sure = [other for others in zip_longest(*(one[:_SURE_OF] for one in ranked)) for other in others if other]
        yield from (index for _, index in sure)
        for _, index in sure[: _LED_BY * len(added)]:
            yield from self._disputed.get(index, ())
        yield from (index for _, index in sorted(other for one in ranked for other in one[_SURE_OF:]))

    def _likest(self, row: Row) -> list[tuple[float, int]]:
        """The rows of other articles with how unlike they are, the likest first."""
        return sorted((-self._like(row, other), other.index) for other in self._story.rows if other.article != row.article)

    def _like(self, row: Row, other: Row) -> float:
        subjects, names = self._subjects, self._names
        return subjects.compared(row.index, other.index) + names.compared(row.index, other.index)
