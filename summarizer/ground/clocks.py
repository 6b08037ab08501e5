"""Times of day that a statement gives otherwise than the sentences it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.schema import Article
from summarizer.text import Span

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b(?![:.]\d)|\b(?P<name>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_NOON = 12
_DAY = 24
_HOUR = 60


def other_clocks(article: Article, statement: str, cited: Sequence[Span]) -> list[str]:
    """Times of day in the statement that the cited sentences do not give, as it writes them.

    One that those sentences lack may stand elsewhere in the article, unless they give one that the statement passes over.
    """
    said = list(_CLOCK.finditer(statement))
    if not said:
        return []
    near = [_minutes(m) for span in cited for m in _CLOCK.finditer(span.of(article.text))]
    passed_over = any(not any(given & _minutes(m) for m in said) for given in near)
    return [m.group() for m in said if passed_over and not any(_minutes(m) & given for given in near)]


def clocks_given(article: Article, statement: str) -> list[str]:
    """Times of day in the statement that the article gives, perhaps by another clock ("21:00" for "9 p.m.")."""
    said = list(_CLOCK.finditer(statement))
    given = frozenset().union(*map(_minutes, _CLOCK.finditer(article.text))) if said else frozenset()
    return [m.group() for m in said if _minutes(m) & given]


def _minutes(clock: re.Match[str]) -> frozenset[int]:
    """The minute of the day; two of them where "5:15" may be of the morning or the afternoon."""
    if clock["name"]:
        return frozenset({0, _DAY * _HOUR} if clock["name"].lower() == "midnight" else {_NOON * _HOUR})
    if clock["half"]:
        hour = int(clock["hour"]) % _NOON + (_NOON if clock["half"].lower() == "p" else 0)
        return frozenset({hour * _HOUR + int(clock["minute"] or 0)})
    hour, minute = int(clock["hour24"]), int(clock["minute24"])
    hours = {hour, hour + _NOON} if 0 < hour < _NOON else {hour, hour % _NOON} if hour == _NOON else {hour}
    return frozenset(h * _HOUR + minute for h in hours)
