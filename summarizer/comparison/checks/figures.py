"""Checks of figures: disjoint intervals, vague words, rise against fall."""

from __future__ import annotations

import datetime as dt
import functools
import re
from operator import attrgetter
from typing import Any

from summarizer.comparison.checks.events import places
from summarizer.comparison.checks.occasions import is_of_longer_time
from summarizer.comparison.checks.pairs import Dates, Found, Pair
from summarizer.comparison.meeting.similar import same_measure, stems
from summarizer.comparison.meeting.table import Row
from summarizer.quantities import Quantity, as_quantity, convert, disjoint
from summarizer.schema import Figure
from summarizer.text import words

SAME_MEASURE = 0.5
_ALIKE = 0.3
_FAR_APART = dt.timedelta(days=120)
"""A figure without a time of its own holds about when its article was written: within so many days."""
_NAMED = re.compile(r"(?<=\s)[A-Z][\w’'-]{2,}")
_OTHER_SCALE = 15
"""One toll so many times the other is a toll of something larger (a war, a year)."""
_WEEKS_APART = dt.timedelta(days=14)
_TOLD_ALIKE = 0.5
_ANYBODY = frozenset({None, "people", "person", "dead", "body", "victim", "human"})
"""Units that count people of any kind."""
_PART = re.compile(r"\bof (?:the|them|those|these|whom|which|its|their|his|her)\b", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:rose|rise[sn]?|rising|rais\w+|increas\w+|grew|grow[ns]?|growing|gain\w*|climb\w*|jump\w*|soar\w*|surg\w+|"
    r"up by|higher|more than doubled|doubled|strengthen\w*|improv\w+|expand\w*|widen\w*)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|lower(?:ed)?|down by|slump\w*|plung\w+|halved|"
    r"dwindl\w+|weaken\w*|worsen\w*|narrow\w*|reced\w+|slid\w*)\b",
    re.IGNORECASE,
)


def figure_disjoint(pair: Pair) -> Found | None:
    """One measure is given with two figures whose intervals share no value."""
    best: Found | None = None
    for left in pair.left.figures:
        for right in pair.right.figures:
            found = _figures_disjoint(left, right, pair)
            if found is not None and (best is None or found.weight > best.weight):
                best = found
    return best


def _figures_disjoint(left: Figure, right: Figure, pair: Pair) -> Found | None:
    measure = measures_alike(left, right)
    if measure < SAME_MEASURE or left.vague or right.vague or is_part(left) != is_part(right):
        return None
    if other_place(left, right) or other_time(left, right, pair.written) or _fits_inside(left, right):
        return None
    if apart(left, right) is not True or _met_elsewhere(left, right, pair):
        return None
    why = f"“{left.figure}” and “{right.figure}” for “{left.measure}” share no value"
    likely_two = _told_of_other_places(pair) or _told_weeks_apart(left, right, pair) or _of_another_scale(left, right)
    weight = (measure + pair.likeness) / (4 if likely_two else 2)
    return Found(why, left.figure, right.figure, weight, conflict=not likely_two)


def measures_alike(left: Figure, right: Figure) -> float:
    """How likely both figures count the same, 0 to 1."""
    return same_measure(f"{left.measure} {left.of or ''}", f"{right.measure} {right.of or ''}")


def apart(left: Figure, right: Figure) -> bool | None:
    """No value fits both figures, if they measure the same; None if their words cannot be read as numbers."""
    return _apart(_VALUE(left), _VALUE(right))


_VALUE = attrgetter("low", "high", "approximator", "unit", "direction", "vague", "additional", "partitive", "precision")
"""All of a figure that counts when its value is compared, as `_quantity` takes it."""


@functools.lru_cache(maxsize=8192)
def _apart(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool | None:
    return disjoint(_quantity(left), _quantity(right), same_measure=True)


def _quantity(value: tuple[Any, ...]) -> Quantity:
    low, high, approximator, unit, direction, *marks = value
    return Quantity(0, 0, "", low, high, approximator or "exact", unit, direction, False, *marks)  # noqa: FBT003


def compared(left: Row, right: Row, found: Found) -> tuple[Figure, Figure] | None:
    """The two figures that a check compared; None if it compared no numbers."""
    pairs = [(a, b) for a in left.figures for b in right.figures if (a.figure, b.figure) == (found.left, found.right)]
    return max(pairs, key=lambda p: (apart(*p) is True, same_measure(p[0].measure, p[1].measure)), default=None)


def _met_elsewhere(left: Figure, right: Figure, pair: Pair) -> bool:
    """One of the two agrees with another figure of the other statement that counts the same."""
    others = [(left, other) for other in pair.right.figures if other is not right]
    others += [(other, right) for other in pair.left.figures if other is not left]
    return any(measures_alike(*two) >= SAME_MEASURE and apart(*two) is not True for two in others)


def _of_another_scale(left: Figure, right: Figure) -> bool:
    """One is told of a longer time than the other, of another body by name, or is so large that it is of something larger."""
    if is_of_longer_time(left.quote) is not is_of_longer_time(right.quote) or _of_other_names(left, right):
        return True
    measures = [convert(as_quantity(figure)) for figure in (left, right)]
    ends = sorted(end for measure in measures if (end := measure.low or measure.high))
    return len(ends) == len((left, right)) and ends[1] >= ends[0] * _OTHER_SCALE


def _of_other_names(left: Figure, right: Figure) -> bool:
    """Both name whom they count ("Hezbollah members"), and share no name."""
    names = [set(_NAMED.findall(f"{figure.figure} {figure.measure} {figure.of or ''}")) for figure in (left, right)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _told_weeks_apart(left: Figure, right: Figure, pair: Pair) -> bool:
    """Two figures without a time of their own in articles that are weeks apart, told in other words: likely two matters."""
    first, second = pair.written
    if first is None or second is None or (left.earliest and right.earliest) or pair.likeness >= _TOLD_ALIKE:
        return False
    return abs(first - second) > _WEEKS_APART


def is_part(figure: Figure) -> bool:
    """The figure counts a part of a whole ("nine of the dead"), which no figure of the whole contradicts."""
    return _is_part(figure.figure)


@functools.lru_cache(maxsize=65536)
def _is_part(figure: str) -> bool:
    return _PART.search(figure) is not None


def _fits_inside(left: Figure, right: Figure) -> bool:
    """One counts people at large, the other a group of them ("13 soldiers"), and the group is not the larger one."""
    whole, group = (left, right) if left.unit in _ANYBODY else (right, left)
    if whole.unit not in _ANYBODY or group.unit in _ANYBODY:
        return False
    return group.low is None or whole.high is None or group.low <= whole.high


def other_place(left: Figure, right: Figure) -> bool:
    """Both name a place, and no word of it is shared."""
    if not left.where or not right.where:
        return False
    a, b = stems(left.where), stems(right.where)
    return bool(a and b) and set(a).isdisjoint(b)


def other_time(left: Figure, right: Figure, written: Dates) -> bool:
    """They hold at times that share no day; one without a time holds about when its article was `written`."""
    left_from, left_to = holds(left, written[0])
    right_from, right_to = holds(right, written[1])
    if left_from is None or left_to is None or right_from is None or right_to is None:
        return False
    slack = dt.timedelta(0) if left.earliest and right.earliest else _FAR_APART
    return left_to + slack <= right_from or right_to + slack <= left_from


def _told_of_other_places(pair: Pair) -> bool:
    """Each statement names a place, and no word of any is shared: likely, though not surely, two matters."""
    left, right = (stems(" ".join(places(row.claim.statement))) for row in (pair.left, pair.right))
    return bool(left and right) and not set(left) & set(right)


def holds(figure: Figure, written: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """When a figure holds: its own time, else the day its article was written."""
    if figure.earliest and figure.latest:
        return figure.earliest, figure.latest
    return written, written


def vague_against_vague(pair: Pair) -> Found | None:
    """One measure is given with two words for a number that point in different directions ("many", "a fraction")."""
    for left in pair.left.figures:
        for right in pair.right.figures:
            if not (left.vague and right.vague):
                continue
            measure = same_measure(left.measure, right.measure)
            alike = measure >= SAME_MEASURE or (pair.likeness >= _ALIKE and _count_one_noun(left, right))
            if alike and words(left.figure) != words(right.figure):
                why = f"“{left.figure}” against “{right.figure}” for “{left.measure}”"
                return Found(why, left.figure, right.figure, (measure + pair.likeness) / 2, conflict=False)
    return None


def _count_one_noun(left: Figure, right: Figure) -> bool:
    """A word of content of what one counts stands in what the other counts."""
    counted = [set(stems(f"{figure.figure} {figure.measure} {figure.of or ''}")) for figure in (left, right)]
    return bool(counted[0] & counted[1])


def rise_against_fall(pair: Pair) -> Found | None:
    """What rises in one statement falls in the other."""
    if pair.likeness < _ALIKE:
        return None
    left, right = (_direction(row.claim.statement) for row in (pair.left, pair.right))
    if not left or not right or left[0] == right[0]:
        return None
    return Found(f"“{left[1]}” against “{right[1]}”", left[1], right[1], pair.likeness, conflict=False)


@functools.lru_cache(maxsize=65536)
def _direction(statement: str) -> tuple[str, str] | None:
    """Up or down, with the word that says so; None where neither or both are said."""
    up, down = _UP.search(statement), _DOWN.search(statement)
    if bool(up) == bool(down):
        return None
    return ("up", up.group()) if up else ("down", down.group() if down else "")
