"""Whether two statements speak of one event, as far as names, places, days and kinds of event tell. Pure."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

from summarizer.comparison.checks.pairs import Dates
from summarizer.comparison.meeting.similar import stems
from summarizer.comparison.meeting.table import Row
from summarizer.schema import Article, Figure

Days = tuple[dt.date, dt.date]
"""Half-open."""

_NAME = re.compile(r"\b[A-Z][\w’'-]*[A-Za-z]\b")
_PLAIN = re.compile(r"\b[a-z][\w’'-]*[a-z]\b")
_LEAD_CHARS = 700
"""What stands so early in an article is its news."""
_HEAD_CHARS = 300
_SHORT = 2
_NEAR = dt.timedelta(days=2)
"""News of an event is written within so many days of it."""
_RETOLD = dt.timedelta(days=7)
"""An article that gives no day is about what happened within so many days of it."""
_LONG = dt.timedelta(days=31)
"""A time told more widely than by its month is that of more than one event."""
_KINDS = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"(?:air-?)?(?:strikes?|raids?)\b|air attacks?\b|aerial|war ?planes?|jets?\b|barrel bombs?|bomb(?:ings?|ardments?)\b",
        r"shell(?:s|ed|ing)?\b|rockets?\b|mortars?\b|artillery",
        r"clash(?:es|ed)?\b|fighting\b|battles?\b|ambush|firefight",
        r"car bomb|truck bomb|suicide|bomb(?:ers?|ings?)\b|blasts?\b|detonat|explosions?\b|roadside bomb",
        r"execut|behead|mass grave",
        r"shootings?\b|gunm[ae]n\b|gunfire|stabb",
        r"quake|earthquake|aftershock|tremor|magnitude",
        r"flood|landslide|mudslide",
        r"hurricane|typhoon|cyclone|tornado|storm",
        r"wildfire|blaze",
        r"derail|(?:plane|helicopter|train|bus|car) crash|collid|collision",
        r"ferry|capsiz|sank\b|sinking|shipwreck",
        r"chemical|sarin|gas attack|nerve agent|chlorine",
        r"virus|outbreak|epidemic|pandemic|cholera|ebola",
        r"stampede",
        r"famine|drought|starv",
    )
)
_BACKGROUND = re.compile(
    r"\b(?:since|so far this|(?:over|in|during|for) the (?:past|last)|(?:\w+|\d+)[ -](?:days?|weeks?|months?|years?) of|"
    r"(?:civil )?war\b|(?:the|this) (?:\w+ )?conflict|uprising|a year earlier|last (?:year|month|week)|"
    r"earlier this (?:year|month|week)|every (?:day|year)|each (?:day|year)|annually|in history)\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|another (?:attack|raid|strike|air|shell|bomb|blast|explosion|incident|clash)\w*|"
    r"a second \w+)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:could|might|(?-i:may)|if|would|fear(?:ed|s)?|expect(?:s|ed)?|likely|threaten\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Meeting:
    """What speaks for, and what against, two statements being about one event.

    Each of `place`, `day` and `kind` is True where both name one and share it, False where they name others, and
    None where one names none.

    Attributes:
        place: the same place; unplaced: neither names one.
        day: the same day; day_named: both tell the day, so that it is not only the day of writing.
        kind: the same kind of event ("shelling", "clashes").
        wording: share of the words of the shorter statement, numbers left out, that stand in the other, 0 to 1.
        apart: one tells of a separate event.
        background: one tells of a longer time than one event takes.
        supposed: one tells what may be or will be.
    """

    place: bool | None
    unplaced: bool
    day: bool | None
    day_named: bool
    kind: bool | None
    wording: float
    apart: bool
    background: bool
    supposed: bool


def meeting_of(left: Row, right: Row, figures: tuple[Figure, Figure] | None, written: Dates) -> Meeting:
    """How two statements, or two of their figures, meet, whose articles were `written` on these days."""
    days = [day_of(row, figure) for row, figure in zip((left, right), figures or (None, None), strict=True)]
    wheres = [figure.where for figure in figures] if figures else [left.claim.statement, right.claim.statement]
    texts = [left.claim.statement, right.claim.statement]
    clauses = [figure.quote for figure in figures] if figures else texts
    return Meeting(
        place=_share(frozenset(stems(wheres[0])), frozenset(stems(wheres[1]))),
        unplaced=not any(wheres),
        day=_same_day(days[0], days[1], written),
        day_named=all(days),
        kind=_share(_kinds_of(texts[0]), _kinds_of(texts[1])),
        wording=wording(texts[0], texts[1]),
        apart=any(_says(_SEPARATE, text) for text in texts),
        background=any(_says(_BACKGROUND, clause) for clause in clauses) or any(d and d[1] - d[0] > _LONG for d in days),
        supposed=any(_says(_SUPPOSED, clause) for clause in clauses),
    )


def both_lead(left: Row, right: Row) -> bool:
    """Both stand at the head of their articles."""
    return left.claim.start < _LEAD_CHARS and right.claim.start < _LEAD_CHARS


def is_of_longer_time(text: str) -> bool:
    """The text tells of a longer time than one event takes: a war, a year, "so far this month"."""
    return _says(_BACKGROUND, text)


@functools.lru_cache(maxsize=65536)
def _says(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _share(left: frozenset[str], right: frozenset[str]) -> bool | None:
    return bool(left & right) if left and right else None


@functools.lru_cache(maxsize=65536)
def _kinds_of(text: str) -> frozenset[str]:
    return frozenset(kind.pattern for kind in _KINDS if kind.search(text))


def day_of(row: Row, figure: Figure | None) -> Days | None:
    """The days that the figure, or else its statement, is told of."""
    for item in (figure, row.claim):
        if item is not None and item.earliest and item.latest:
            return item.earliest, item.latest
    return None


def _same_day(left: Days | None, right: Days | None, written: Dates) -> bool | None:
    """Days told are compared as told; against a day of writing, and between two of them, a few days are left open."""
    if left and right:
        return left[0] < right[1] and right[0] < left[1]
    a, b = left or _of_writing(written[0]), right or _of_writing(written[1])
    if a is None or b is None:
        return None
    apart = max(a[0], b[0]) - min(a[1], b[1])
    if left or right:
        return None if apart < _NEAR else False
    return True if apart < _NEAR else None if apart < _RETOLD else False


def _of_writing(day: dt.date | None) -> Days | None:
    return (day, day + dt.timedelta(days=1)) if day else None


def affinity(left: Article, right: Article) -> float:
    """How much two articles are about the same: the mean share of one's head words in the other; a name counts twice."""
    return _affinity(left.title, left.text, right.title, right.text)


@functools.lru_cache(maxsize=32768)
def _affinity(title: str | None, text: str, other_title: str | None, other_text: str) -> float:
    ours, theirs = _about(title, text), _about(other_title, other_text)
    return (_share_of_head(ours, _content(other_text)) + _share_of_head(theirs, _content(text))) / 2


_About = tuple[frozenset[str], frozenset[str], int]
"""The words of an article's head, the names among them, and what all of them weigh: a name as much as two words."""


@functools.lru_cache(maxsize=8192)
def _about(title: str | None, text: str) -> _About:
    head = f"{title or ''} {text[:_HEAD_CHARS]}"
    wanted = _content(head)
    named = wanted & _names(head)
    return wanted, named, len(wanted) + len(named)


def _share_of_head(head: _About, found: frozenset[str]) -> float:
    wanted, named, whole = head
    shared = wanted & found
    return (len(shared) + len(named & shared)) / whole if whole else 0.0


@functools.lru_cache(maxsize=16384)
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if not word[0].isdigit() and len(word) > _SHORT)


@functools.lru_cache(maxsize=8192)
def _names(text: str) -> frozenset[str]:
    """Stems of the words with a capital that the text writes nowhere without one."""
    plain = {word.lower() for word in _PLAIN.findall(text)}
    return frozenset(stem for word in _NAME.findall(text) if word.lower() not in plain for stem in stems(word))


@functools.lru_cache(maxsize=65536)
def wording(left: str, right: str) -> float:
    """Share of the words of the shorter statement that stand in the other; numbers left out."""
    a, b = _content(left), _content(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
