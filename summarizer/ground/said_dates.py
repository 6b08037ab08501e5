"""Dates of a statement that its article does not give, or gives for something else."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence

from summarizer.analysis import analysis_of
from summarizer.dates import DateSpan, find_dates
from summarizer.ground.timing import days_of, has_words, has_words_apart
from summarizer.schema import Article
from summarizer.text import Span, fold

_TOLD = frozenset({"absolute", "partial", "range"})
"""Dates that name their month or year; "on Monday" is told from the day of writing."""
_MAY_BE_DATED = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|century", re.IGNORECASE)
_YEAR = re.compile(r"\b[12]\d{3}\b")


def other_dates(article: Article, statement: str, cited: Sequence[Span]) -> list[str]:
    """Dates that the statement gives otherwise than the sentences it rests on, as it writes them.

    A date may stand elsewhere in the article, unless the cited sentences give another one that is as precise, and
    none that the statement gives. It may be written in another way, or be the month or year of a day that is given.
    """
    if not _MAY_BE_DATED.search(statement):
        return []
    said = [d for d in dates_said(statement, article.published) if d.kind in _TOLD and d.earliest and d.latest]
    near = [d for d in analysis_of(article).all_dates if any(span.start < d.end and d.start < span.end for span in cited)]
    return [d.text for d in said if not (_is_near(d, near, article, cited) or _is_elsewhere(d, said, near, article))]


@functools.lru_cache(maxsize=4096)
def dates_said(statement: str, written: dt.date | None) -> tuple[DateSpan, ...]:
    """The date phrases of a statement, told from the day of writing."""
    return tuple(find_dates(statement, written))


def _is_near(said: DateSpan, near: Sequence[DateSpan], article: Article, cited: Sequence[Span]) -> bool:
    if any(_says_same(said, given) for given in near):
        return True
    return has_words(article, said.text, cited) or has_words_apart(article, said.text, cited)


def _is_elsewhere(said: DateSpan, all_said: Sequence[DateSpan], near: Sequence[DateSpan], article: Article) -> bool:
    if not (_is_short_year(said, article) or has_words(article, said.text) or lies_in(said, article)):
        return False
    rivals = [given for given in near if given.kind in _TOLD and _days(given) <= _days(said)]
    return not rivals or any(_says_same(other, given) for other in all_said for given in rivals)


def _days(date: DateSpan) -> int:
    """How many days it may mean; one where that is not known."""
    return (date.latest - date.earliest).days if date.earliest and date.latest else 1


def _says_same(said: DateSpan, given: DateSpan) -> bool:
    """The days of the one lie in those of the other, which is said."""
    if said.earliest is None or said.latest is None or given.earliest is None or given.latest is None:
        return False
    return said.earliest <= given.earliest and given.latest <= said.latest


def lies_in(said: DateSpan, article: Article) -> bool:
    """A day or a stretch of days that the article names lies in the one that is said."""
    first, last = said.earliest, said.latest
    if first is None or last is None:
        return False
    return any(start is not None and end is not None and first <= start and end <= last for start, end in days_of(article))


def _is_short_year(said: DateSpan, article: Article) -> bool:
    """A year that the article gives only as two digits behind an apostrophe ("the '90s")."""
    text = fold(article.text).text
    years = _YEAR.findall(said.text)
    return bool(years) and all(f"'{year[2:]}" in text for year in years)
