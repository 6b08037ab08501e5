"""How likely two figures fill one slot of the story, and what forbids it. Symmetric and pure."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import holds
from summarizer.comparison.checks.occasions import Days, affinity
from summarizer.comparison.meeting.similar import same_measure
from summarizer.comparison.overview.atlas import Atlas
from summarizer.comparison.overview.entries import Entry

ENOUGH = 0.5
"""Points from which two figures may stand in one record."""
NEVER = -1.0
"""What two figures get that cannot fill one slot."""
_FORBIDDEN, _UNLIKE = (NEVER, False), (0.0, False)
_LIKE_WORDS = 0.5
_SAME_SENTENCE = 0.6
_RARE = 0.25
_ONE_MATTER = 0.2
"""Statements less alike share a word of their measures by chance."""
_ONE_STORY = 0.45
"""Articles so much alike write of one event, whatever they call its place."""
_LATER = dt.timedelta(days=21)
"""As long after an event its toll is counted."""
_FAR = dt.timedelta(days=120)
"""Articles farther apart, without a day of their own, write of two events."""
_BULK, _MANY = Decimal("2.5"), 6
"""A group is told for the whole if it is more than the whole divided by the one, and no more than it times the other."""
_WIDER = 5
"""The figure of a city that is so many times smaller than its country's is another toll."""
_ARMED = frozenset("soldier troop fighter militant rebel polic policem officer guard insurgent gunman gunmen attacker".split())
"""Groups that are counted apart from the other dead."""
_OTHER_SCALE = 50
"""One toll so many times the other is a toll of something larger (a war, a year)."""
_BARE = frozenset(
    "number fraction age day hour minute second week month year time kilometre mile metre dollar percentage".split()
)
"""Measures that say nothing of what is measured."""


class Kinship:
    """Answers for one story; figures that say the same are judged once, as far as it is not their articles that tell."""

    def __init__(self, story: Story, atlas: Atlas) -> None:
        self._likeness, self._atlas = story.statements, atlas
        self._known: dict[int, tuple[float, bool]] = {}

    def of(self, left: Entry, right: Entry) -> float:
        """Points for one slot: `NEVER` if something forbids it, from `ENOUGH` on they may share a record."""
        key = left.sort << 32 | right.sort  # one number and no pair: a large story keeps half a million
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._points(left.first or left, right.first or right)
        points, in_one_story = found
        if points == NEVER:
            return NEVER
        if left.row.article == right.row.article and _are_two(left.first or left, right.first or right):
            return NEVER
        if in_one_story and affinity(left.article, right.article) < _ONE_STORY:
            return 0.0
        return points

    def _points(self, left: Entry, right: Entry) -> tuple[float, bool]:
        """The points of two figures of two articles, and whether they have them only if the articles tell one story."""
        if not _may_measure_one_thing(left, right) or _told_apart(left, right):
            return _FORBIDDEN
        likeness = self._likeness.of(left.row.index, right.row.index)
        measure = _measure(left, right, likeness)
        if measure < ENOUGH or _written_far_apart(left, right):
            return _UNLIKE
        shared = 0.3 * bool(left.place & right.place) + 0.3 * _days_meet(left, right)
        in_one_story = _other_day(left, right, likeness) or self._other_place(left, right, likeness)
        return measure + likeness + shared, in_one_story

    def _other_place(self, left: Entry, right: Entry, likeness: float) -> bool:
        """Each names a place, no word is shared, neither lies in the other, and they are told in other words."""
        if not left.place or not right.place or left.place & right.place or likeness >= _LIKE_WORDS:
            return False
        return not (self._atlas.nested(left, right) and _ratio(left, right) < _WIDER)


def _told_apart(left: Entry, right: Entry) -> bool:
    """Too far apart in time or size for one count."""
    if left.days and right.days and not _days_meet(left, right) and _gap(left.days, right.days) > _LATER:
        return True
    return bool(left.kinds) and _ratio(left, right) >= _OTHER_SCALE


def _are_two(left: Entry, right: Entry) -> bool:
    """One article gives two values, of two places or days, or without a word that one of them is a later count."""
    if (left.figure.low, left.figure.high) == (right.figure.low, right.figure.high) or left.is_open or right.is_open:
        return False
    if left.place and right.place and left.place != right.place:
        return True
    counts = left.is_told_of_count or right.is_told_of_count
    if left.days and right.days and not _days_meet(left, right):
        return not counts
    return not counts and left.speaker == right.speaker and left.is_apart(right)


def _ratio(left: Entry, right: Entry) -> Decimal:
    """How many times the larger figure is the smaller one."""
    a, b = left.end, right.end
    return max(a, b) / min(a, b) if a and b else Decimal(1)


def _may_measure_one_thing(left: Entry, right: Entry) -> bool:
    """Same dimension, same kind of count, same part of the whole, same group."""
    if left.counted != right.counted:
        return False
    if left.is_some != right.is_some and not (left.group and left.group == right.group):
        return False
    return not left.kinds or _same_group(left, right)


def _same_group(left: Entry, right: Entry) -> bool:
    """One group by name, or a group that is so large a part of the people that it is told for them."""
    if left.group == right.group:
        return True
    if left.group and right.group:
        return False
    whole, group = (left, right) if not left.group else (right, left)
    most, least = whole.end, group.end
    if group.group in _ARMED:
        return False
    return most is None or least is None or (least * _BULK > most and least <= most * _MANY)


def _measure(left: Entry, right: Entry, likeness: float) -> float:
    named = same_measure(left.figure.measure, right.figure.measure)
    if left.kinds:
        return 1.0 if not left.is_some else _share(left, right)
    if left.figure.measure in _BARE or right.figure.measure in _BARE:
        return likeness if likeness >= _SAME_SENTENCE else 0.0
    if not left.words & right.words:
        return 0.0
    own = len(left.words & right.words) / min(len(left.words), len(right.words))
    if left.dimension != "count":  # few figures of a story are in tonnes or in money: two that share words are likely one
        named, own = max(named, _share(left, right)), own + _RARE
    return max(named, (own + likeness) / 2 if likeness >= _ONE_MATTER else 0.0)


def _share(left: Entry, right: Entry) -> float:
    """Two parts are one only by their own words: "crew rescued" and "survivors in hospital" are two."""
    return len(left.words & right.words) / len(left.words | right.words)


def _written_far_apart(left: Entry, right: Entry) -> bool:
    """No time is shared of two figures of which one tells none."""
    if left.days and right.days:
        return False
    (a, b), (c, d) = (entry.days or holds(entry.figure, entry.written) for entry in (left, right))
    if a is None or b is None or c is None or d is None:
        return False
    return b + _FAR <= c or d + _FAR <= a


def _gap(left: Days, right: Days) -> dt.timedelta:
    return max(left[0], right[0]) - min(left[1], right[1])


def _other_day(left: Entry, right: Entry, likeness: float) -> bool:
    """They share no day, nor are their days near each other those of one event's counts, or of one event told twice.

    A count may be told some weeks after its event, and a day in another clause be no time of it.
    """
    if not (left.days and right.days) or _days_meet(left, right):
        return False
    return not (left.is_told_of_count or right.is_told_of_count or likeness >= _LIKE_WORDS)


def _days_meet(left: Entry, right: Entry) -> bool:
    return bool(left.days and right.days and left.days[0] < right.days[1] and right.days[0] < left.days[1])
