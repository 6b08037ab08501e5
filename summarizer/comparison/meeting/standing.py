"""Where a statement stands: at the head of its article or far down, and in its present or its background. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from summarizer.comparison.meeting.table import Row
from summarizer.schema import Summary
from summarizer.terms import Modality

LONG_BEFORE = dt.timedelta(days=60)
"""What ended so long before an article was written is its background."""


class Standing:
    """The standing of every statement of a story."""

    def __init__(self, rows: Sequence[Row], summaries: Sequence[Summary]) -> None:
        self._lengths = [max(1, len(summary.article.text)) for summary in summaries]
        self._today = _days_of_writing(rows, summaries)

    def depth(self, row: Row) -> float:
        """How far down its article a statement stands: 0 at the head, 1 at the end."""
        return row.claim.start / self._lengths[row.article]

    def is_background(self, row: Row) -> bool:
        """The statement is about a time well before its article was written, as far as its dates tell."""
        today, ended = self._today[row.article], row.claim.latest
        return today is not None and ended is not None and ended < today - LONG_BEFORE


def _days_of_writing(rows: Sequence[Row], summaries: Sequence[Summary]) -> list[dt.date | None]:
    """For each article its date; for one without, the middle one of the others', else the last day it tells of."""
    known = sorted(summary.article.published for summary in summaries if summary.article.published)
    middle = known[len(known) // 2] if known else None
    last: dict[int, dt.date] = {}
    for row in rows:
        if row.claim.latest and row.claim.modality is not Modality.EXPECTED:
            last[row.article] = max(row.claim.latest, last.get(row.article, row.claim.latest))
    return [summary.article.published or middle or last.get(number) for number, summary in enumerate(summaries)]
