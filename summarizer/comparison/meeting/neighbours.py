"""Which statements meet: all of them in a small story, near neighbours in a large one. Calls grow with articles, not pairs.

Neighbours are looked up over everything that tells what a statement is about: its words, whom and what its figures
count and in which dimension, its place, its days and its speaker, names aligned.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, repeat

from summarizer.comparison.meeting.likeness import Likeness, Mutual
from summarizer.comparison.meeting.names import Names
from summarizer.comparison.meeting.table import Row
from summarizer.quantities import as_quantity, convert

TABLE_ROWS = 250
"""Rows that one table holds; a model weighs about so many lines at once without losing some."""
NEIGHBOURS = 5
"""Rows of other articles that join a row's table in a large story."""
CHECKED_NEIGHBOURS = 40
"""Rows of other articles that a row is checked against in code in a large story."""
_COPIES = 8
"""Rows that say the same which are neighbours of others."""
_DIGITS = re.compile(r"[\d.,]+")
_COMMON_SHARE = 0.2
"""A word that stands in more than this share of a large story's statements leads to no neighbour."""
_MOST_DAYS = 7
"""A longer time is no date on which statements could meet."""


class Meeting:
    """Which statements of a story are laid side by side.

    Args:
        table_rows: rows that one table holds at most.
    """

    def __init__(self, rows: Sequence[Row], names: Names, table_rows: int = TABLE_ROWS) -> None:
        self.rows, self.table_rows = rows, table_rows
        others = len({row.article for row in rows}) - 1
        self._most_of_one = max(CHECKED_NEIGHBOURS // 2, CHECKED_NEIGHBOURS // max(1, others))
        self._near = self._nearest(names) if len(rows) > table_rows else []

    def pairs(self, since: int = 0) -> Iterator[tuple[Row, Row]]:
        """Pairs of rows from different articles that code looks at, each once, in table order.

        One of the two stands in an article from the place `since` on; the later row of a pair stands in the later article.
        """
        return ((a, b) for a, b in self._all_pairs() if b.article >= since)

    def _all_pairs(self) -> Iterator[tuple[Row, Row]]:
        rows = self.rows
        if not self._near:
            yield from ((a, b) for a in rows for b in rows[a.index + 1 :] if a.article != b.article)
            return
        yield from ((rows[a], rows[b]) for a, b in map(divmod, self._pairs, repeat(len(rows))))

    @cached_property
    def _pairs(self) -> array[int]:
        """The pairs of near rows in order, each as one number: so large a story has a million of them."""
        rows = len(self.rows)
        return array("q", sorted({min(a, b) * rows + max(a, b) for a, others in enumerate(self._near) for b in others}))

    def tables(self, differing: Sequence[tuple[Row, Row]] = ()) -> list[tuple[Row, ...]]:
        """The rows of each call: none, one table, or overlapping neighbourhoods that together hold every row.

        Rows that code found to differ, and the nearest neighbours of each row, stand in one table.
        """
        if len({row.article for row in self.rows}) < 2:  # noqa: PLR2004  one article has nobody to differ from
            return []
        if not self._near:
            return [tuple(self.rows)]
        joined = self._joined(differing)
        out: list[tuple[Row, ...]] = []
        members: set[int] = set()
        for index in _walk(joined):
            grown = members | {index, *joined[index]}
            if members and len(grown) > self.table_rows:
                out.append(self._table(members))
                grown = {index, *joined[index]}
            members = grown
        return [*out, self._table(members)]

    def _table(self, members: set[int]) -> tuple[Row, ...]:
        return tuple(self.rows[i] for i in sorted(members))

    def _joined(self, differing: Sequence[tuple[Row, Row]]) -> list[list[int]]:
        """Each row's company: its partners in what code found, then its nearest neighbours; bounded, so that it fits."""
        partners: list[list[int]] = [[] for _ in self.rows]
        for left, right in differing:
            partners[left.index].append(right.index)
        most = max(1, self.table_rows // 4)
        return [list(dict.fromkeys([*own, *near[:NEIGHBOURS]]))[:most] for own, near in zip(partners, self._near, strict=True)]

    def _nearest(self, names: Names) -> list[list[int]]:
        """For each row the rows of other articles that share its rarest words, nearest first."""
        rows = self.rows
        likeness = Likeness([subject(row, names) for row in rows])
        mutual, alike = Mutual(likeness), dict[int, list[int]]()
        common = max(self.table_rows, int(len(rows) * _COMMON_SHARE))
        for form, places in likeness.nearest(CHECKED_NEIGHBOURS * 8, common, _further_copies(rows)):
            alike[form] = _likest_first(form, places, likeness.forms, mutual)
        return [list(islice(self._of_others(row, alike[likeness.forms[row.index]]), CHECKED_NEIGHBOURS)) for row in rows]

    def _of_others(self, row: Row, places: Sequence[int]) -> Iterator[int]:
        taken: Counter[int] = Counter()
        for place in places:
            article = self.rows[place].article
            if article != row.article and taken[article] < self._most_of_one:
                taken[article] += 1
                yield place


def _further_copies(rows: Sequence[Row]) -> frozenset[int]:
    """Rows that say what several before them say, or what their article says again and again with other numbers.

    They have neighbours, and are neighbours of nobody: they would push away what says something else.
    """
    told: Counter[object] = Counter()
    further: set[int] = set()
    for row in rows:
        said = (row.alike, (row.article, _DIGITS.sub("", row.claim.statement)))
        told.update(said)
        if any(told[one] > _COPIES for one in said):
            further.add(row.index)
    return frozenset(further)


def _likest_first(form: int, places: Sequence[int], forms: Sequence[int], mutual: Mutual) -> list[int]:
    """The places of rows by how alike they are to a form, equals by their place."""
    by_form: dict[int, list[int]] = defaultdict(list)
    for place in places:
        by_form[forms[place]].append(place)
    points = mutual.to(form, by_form)
    by_points: dict[float, list[int]] = defaultdict(list)
    for other, held in by_form.items():
        by_points[points[other]] += held
    return [place for alike in sorted(by_points, reverse=True) for place in sorted(by_points[alike])]


def _walk(near: Sequence[Sequence[int]]) -> Iterator[int]:
    """Every row once, each as close as can be behind its neighbours, so that tables overlap little."""
    seen: set[int] = set()
    for start in range(len(near)):
        queue = [start]
        while queue:
            index = queue.pop()
            if index not in seen:
                seen.add(index)
                yield index
                queue.extend(i for i in reversed(near[index]) if i not in seen)


def subject(row: Row, names: Names) -> str:
    """What a statement is about, as words to look neighbours up by."""
    parts = [row.claim.statement, row.attribution.source if row.attribution else ""]
    for figure in row.figures:
        parts += [figure.measure, figure.of or "", figure.where or ""]
    dimensions = [f"dimension{convert(as_quantity(f)).dimension}".replace(" ", "").replace(":", "") for f in row.figures]
    return " ".join([names.aligned(" ".join(parts)), *dimensions, *_days(row.claim.earliest, row.claim.latest)])


def _days(first: dt.date | None, end: dt.date | None) -> list[str]:
    if first is None or end is None or (end - first).days > _MOST_DAYS:
        return []
    return [f"day{(first + dt.timedelta(days=n)):%Y%m%d}" for n in range((end - first).days)]
