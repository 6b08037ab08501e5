"""What two figures of one measure, whose intervals share no value, are to each other when no model has weighed them."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.comparison.alone.asking import day_words
from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.checks.figures import SAME_MEASURE
from summarizer.comparison.checks.occasions import Meeting, affinity, both_lead, day_of
from summarizer.comparison.meeting.similar import FAMILIES, same_measure, stems
from summarizer.schema import Article, Figure, Summary
from summarizer.terms import Cause, Verdict

_GROUND = 2.75
"""Points from which two figures are held to be about one matter."""
_NAMELESS_GROUND = 3.5
"""The same where neither the place nor the day is the same by name: then only the words speak for one matter."""
_SURE = 5.0
"""Points from which this is held to be sure, if place and day are the same by name."""
_LEAST_STORY = 0.2
_OWN_STORY = 0.3
_OTHER_SCALE = 15
"""One toll so many times the other is a toll of something larger (a war, a year)."""
_ALIKE = 0.3
_SAME_SENTENCE = 0.75
_FRESH = dt.timedelta(days=3)
"""As long after an event its toll still rises."""
_WORD = re.compile(r"\w+")
_REVISED = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|revised|later|(?:up|rising|rose|risen) from)\b", re.IGNORECASE
)
_RISEN = re.compile(
    r"\b(?:r[io]sen?|rising|climb\w*|gr[eo]wn?|jump\w*|up from|now|so far|latest|further|more bodies|updat\w+|search\w*)\b",
    re.IGNORECASE,
)
"""Words that tell that a count is not the first one, or not the last."""
_CAUSES = {Verdict.UPDATE: Cause.AS_OF, Verdict.SCOPE: Cause.PLACE}
_NOTHING = frozenset({"number", "fraction", "age", "day", "hour", "minute", "week", "month", "year"})
"""Measures that say nothing of what is measured."""
CLOCK = re.compile(
    r"\b(?:[01]?\d|2[0-3])(?::\d\d)?\s?(?:[ap]\.?m\b\.?)|\b(?:[01]?\d|2[0-3]):\d\d\b|\bnoon\b|\bmidnight\b", re.IGNORECASE
)
_RISING = frozenset().union(*(FAMILIES[i] for i in (0, 1, 3, 6, 7)))
"""Words of the families of counts that rise as news comes in: dead, injured, rescued, arrested, displaced."""


@dataclass(frozen=True)
class Weighed:
    """Two figures, what they are to each other, and why."""

    left: Figure
    right: Figure
    verdict: Verdict
    reason: str
    cause: Cause | None = None


def weigh(candidate: Candidate, summaries: Sequence[Summary]) -> Weighed | None:
    """What the two figures are to each other; None if nothing tells that they are about one matter."""
    pair = candidate.figures
    if pair is None or not candidate.case.is_apart:
        return None
    met = candidate.case.of_figures
    points = _points(candidate, pair, met, summaries)
    if points < (_GROUND if met.place is True or (met.day is True and met.day_named) else _NAMELESS_GROUND):
        return None
    told_twice = _both_told(candidate, pair, summaries)
    if told_twice is not None:
        return _revised(pair, told_twice, points)
    verdict, reason = _verdict(candidate, pair, met, points, summaries)
    return Weighed(*pair, verdict, reason, _CAUSES.get(verdict))


def _points(candidate: Candidate, pair: tuple[Figure, Figure], met: Meeting, summaries: Sequence[Summary]) -> float:
    """How much speaks for one matter; 0 if anything speaks against it."""
    if met.apart or met.background or met.supposed or False in (met.day, met.kind, met.place):
        return 0.0
    if _other_scale(*pair) or any(figure.measure in _NOTHING for figure in pair):
        return 0.0
    left, right = candidate.left, candidate.right
    story = affinity(summaries[left.article].article, summaries[right.article].article)
    if story < _LEAST_STORY:
        return 0.0
    points = 2.0 * (met.place is True) + 0.75 * (met.unplaced and met.wording >= _ALIKE) + 1.0 * (met.kind is True)
    points += (1.5 if met.day_named else 0.5) * (met.day is True)
    points += min(2.0, 6 * (story - _OWN_STORY)) + 2 * met.wording + 0.5 * both_lead(left, right)
    if any(_is_indefinite(figure) for figure in pair):
        points -= 2
    if not all(_is_told(figure) for figure in pair):
        points -= 2 if met.wording >= _SAME_SENTENCE else 10
    return points


def _is_told(figure: Figure) -> bool:
    """The measure says more than the unit or the noun that is counted."""
    return not set(stems(figure.measure)).issubset(stems(figure.unit))


def _is_indefinite(figure: Figure) -> bool:
    """A counting word such as "dozens"."""
    return figure.approximator == "between" and not any(char.isdigit() for char in figure.figure)


def _other_scale(left: Figure, right: Figure) -> bool:
    a, b = (f.low if f.low is not None else f.high for f in (left, right))
    return bool(a and b and max(a, b) > _OTHER_SCALE * min(a, b))


def _both_told(candidate: Candidate, pair: tuple[Figure, Figure], summaries: Sequence[Summary]) -> Figure | None:
    """The figure by which one of the articles itself tells the other side's value of that measure."""
    sides = ((candidate.left, pair[1]), (candidate.right, pair[0]))
    told = ((row, other) for row, other in sides if (other.low, other.high) in row.told)
    return next((f for row, other in told for f in summaries[row.article].figures if _tells(f, other)), None)


def _tells(figure: Figure, other: Figure) -> bool:
    return (figure.low, figure.high) == (other.low, other.high) and same_measure(figure.measure, other.measure) >= SAME_MEASURE


def _revised(pair: tuple[Figure, Figure], told: Figure, points: float) -> Weighed | None:
    """An article that tells both figures, one of them as an earlier one, tells that the other is outdated."""
    if points < _SURE or not _REVISED.search(told.quote):
        return None
    reason = f"One article tells both, one of them as the earlier count: “{' '.join(told.quote.split())}”."
    return Weighed(*pair, Verdict.UPDATE, reason, Cause.AS_OF)


def _verdict(
    candidate: Candidate, pair: tuple[Figure, Figure], met: Meeting, points: float, summaries: Sequence[Summary]
) -> tuple[Verdict, str]:
    articles = [summaries[row.article].article for row in (candidate.left, candidate.right)]
    rising = any(_rises(figure.measure) for figure in pair)
    rose = rising and _rose(pair, articles)
    if rose and any(_tells_of_rise(figure.quote) for figure in pair):
        return Verdict.UPDATE, "The later article has the higher figure and tells that the count went on rising."
    part = _part_of_place(*pair)
    if part is not None and _has_a_name(*part):
        return Verdict.SCOPE, "One counts only a part of the place that the other counts."
    open_points = _open_points(candidate, pair, met)
    if part is not None:
        open_points.append("one names a place within the other's, and may count only what happened there")
    if rose:
        open_points.append("the later article has the higher figure, though nothing in the texts says that the count rose")
    if points >= _SURE and not open_points and all(_is_told(figure) for figure in pair):
        if not rising or _same_hour(pair) or _is_settled(candidate, pair, articles):
            return Verdict.CONTRADICT, "Both are told of the same matter and day, and no number fits both."
        open_points = ["such counts rise in the first days; the hour of each would settle it"]
    return Verdict.UNSURE, _sentence(open_points or ["whether both count the same, the full passages would tell"])


@functools.lru_cache(maxsize=8192)
def _rises(measure: str) -> bool:
    """Such a count rises as news comes in."""
    return not _RISING.isdisjoint(stems(measure))


@functools.lru_cache(maxsize=16384)
def _tells_of_rise(quote: str) -> bool:
    return _RISEN.search(quote) is not None


@functools.lru_cache(maxsize=16384)
def _hours(quote: str) -> frozenset[str]:
    return frozenset(match.group().lower().replace(".", "").replace(" ", "") for match in CLOCK.finditer(quote))


def _part_of_place(left: Figure, right: Figure) -> tuple[Figure, Figure] | None:
    """The figure that names one more place inside the shared one, and the other one; None if it is the larger, or none does."""
    if not left.where or not right.where or left.where == right.where:
        return None
    narrow, wide = (left, right) if len(_places(left)) > len(_places(right)) else (right, left)
    if not _places(wide) or not _places(wide) < _places(narrow):
        return None
    is_smaller = narrow.high is not None and (wide.high is None or narrow.high <= wide.high)
    return (narrow, wide) if is_smaller else None


def _has_a_name(narrow: Figure, wide: Figure) -> bool:
    """The place inside the shared one has a name: a quarter is counted by itself, "port of" only says where in it."""
    names = " ".join(word for word in _WORD.findall(narrow.where or "") if word[:1].isupper())
    return not frozenset(stems(names)) <= _places(wide)


def _places(figure: Figure) -> frozenset[str]:
    return frozenset(stems(figure.where))


def _rose(pair: tuple[Figure, Figure], articles: Sequence[Article]) -> bool:
    """The article written on a later day has the higher figure."""
    written = [article.published for article in articles]
    if written[0] is None or written[1] is None or written[0] == written[1]:
        return False
    early, late = pair if written[0] < written[1] else (pair[1], pair[0])
    return early.high is not None and late.low is not None and early.high <= late.low


def _same_hour(pair: tuple[Figure, Figure]) -> bool:
    return not _hours(pair[0].quote).isdisjoint(_hours(pair[1].quote))


def _is_settled(candidate: Candidate, pair: tuple[Figure, Figure], articles: Sequence[Article]) -> bool:
    """Both articles were written when such a count no longer rises."""
    days = [day_of(candidate.left, pair[0]), day_of(candidate.right, pair[1])]
    written = [article.published for article in articles]
    return all(day and when and when - day[0] >= _FRESH for day, when in zip(days, written, strict=True))


def _open_points(candidate: Candidate, pair: tuple[Figure, Figure], met: Meeting) -> list[str]:
    """What is not the same by name."""
    points = []
    if met.place is not True and not (met.unplaced and met.wording >= _SAME_SENTENCE):
        points.append("they do not both name the place")
    if met.day is not True or not met.day_named:
        days = [day for day in (day_of(candidate.left, pair[0]), day_of(candidate.right, pair[1])) if day]
        points.append(f"only one gives the day ({day_words(days[0][0])})" if len(days) == 1 else "they do not give the day")
    return points


def _sentence(points: Sequence[str]) -> str:
    text = "; ".join(points)
    return f"{text[:1].upper()}{text[1:]}."
