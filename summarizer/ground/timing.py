"""When a statement holds: the article's own words for it, read as dates by code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from summarizer.dates import DateSpan, date_interval, find_dates
from summarizer.schema import Article
from summarizer.text import Span, find_verbatim

_OPEN_ENDED = re.compile(r"(?:until|till|before|after|since|from|following)\b", re.IGNORECASE)
"""A time that begins so names the end or the start of a stretch, not the day on which something holds."""

Interval = tuple[dt.date | None, dt.date | None]


def when_interval(article: Article, phrase: str | None, cited: Sequence[Span]) -> Interval:
    """The half-open interval of dates that the phrase means; (None, None) where it cannot be told.

    It is read in its sentence, since "on Friday" is last Friday or the next one by the verb beside it.
    """
    if not phrase or _OPEN_ENDED.match(phrase.strip()):
        return None, None
    for sentence in cited:
        for place in find_verbatim(phrase, article.text, sentence):
            return _read_in(article, sentence, place)
    return date_interval(phrase, article.published) or (None, None)


def _read_in(article: Article, sentence: Span, place: Span) -> Interval:
    """The one date inside the phrase; two dates, or one that hangs on an event, are not guessed at."""
    dates = find_dates(sentence.of(article.text), article.published)
    inside = [d for d in dates if _overlaps(d, place, sentence.start)]
    if len(inside) != 1 or inside[0].earliest is None or inside[0].latest is None:
        return None, None
    return inside[0].earliest, inside[0].latest


def _overlaps(found: DateSpan, place: Span, offset: int) -> bool:
    return found.start + offset < place.end and place.start < found.end + offset
