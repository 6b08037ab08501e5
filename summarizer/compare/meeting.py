"""Which statements meet: all of them in a small story, near neighbours in a large one. Calls grow with articles, not pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.compare.similar import Likeness
from summarizer.compare.table import Row

TABLE_ROWS = 250
"""Rows that one table holds; a model weighs about so many lines at once without losing some."""
NEIGHBOURS = 5
"""Rows of other articles that join a row's table in a large story."""
CHECKED_NEIGHBOURS = 40
"""Rows of other articles that a row is checked against in code in a large story."""
_COMMON_SHARE = 0.2
"""A word that stands in more than this share of a large story's statements leads to no neighbour."""


def meeting_pairs(rows: Sequence[Row], likeness: Likeness) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows from different articles that code looks at, each once, in table order."""
    if len(rows) <= TABLE_ROWS:
        yield from ((a, b) for a in rows for b in rows[a.index + 1 :] if a.article != b.article)
        return
    near = nearest(rows, likeness, CHECKED_NEIGHBOURS)
    pairs = {(min(a, b), max(a, b)) for a, others in enumerate(near) for b in others}
    yield from ((rows[a], rows[b]) for a, b in sorted(pairs))


def tables(rows: Sequence[Row], likeness: Likeness) -> list[tuple[Row, ...]]:
    """The rows of each call: none, one table, or overlapping neighbourhoods that together hold every row."""
    if len({row.article for row in rows}) < 2:  # noqa: PLR2004  one article has nobody to differ from
        return []
    if len(rows) <= TABLE_ROWS:
        return [tuple(rows)]
    near = nearest(rows, likeness, NEIGHBOURS)
    out: list[tuple[Row, ...]] = []
    members: set[int] = set()
    for index in _walk(near):
        grown = members | {index, *near[index]}
        if len(grown) > TABLE_ROWS:
            out.append(tuple(rows[i] for i in sorted(members)))
            grown = {index, *near[index]}
        members = grown
    out.append(tuple(rows[i] for i in sorted(members)))
    return out


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


def nearest(rows: Sequence[Row], likeness: Likeness, most: int) -> list[list[int]]:
    """For each row the rows of other articles that share its rarest words, nearest first."""
    postings = likeness.postings()
    limit = max(TABLE_ROWS, int(len(rows) * _COMMON_SHARE))
    near: list[list[int]] = []
    for row in rows:
        shared: Counter[int] = Counter()
        for word in likeness.words(row.index):
            if len(postings[word]) <= limit:
                shared.update(postings[word])
        others = [i for i, _ in shared.most_common(most * 8) if rows[i].article != row.article]
        near.append(sorted(others, key=lambda i, r=row.index: (-likeness.of(r, i), i))[:most])  # type: ignore[misc]
    return near
