"""Whether two pairs of figures count one thing. Pure; statements that say the same are held against others once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import SAME_MEASURE, measures_alike, other_place, other_time
from summarizer.comparison.meeting.groups import Groups
from summarizer.comparison.meeting.table import Row
from summarizer.schema import Figure

SAME_TOLD = 0.5
"""From this likeness on two statements are told of much the same."""
_ONE_SLOT = 0.2
"""Two statements that are less alike than this do not fill one slot with their figures, whatever the measure."""
Compared = tuple[Row, Row, tuple[Figure, Figure] | None]
"""Two statements, and a figure of each; None where they are compared by no figures."""


class _Told(NamedTuple):
    """A figure and its statement; `sort` is one number for all that say the same."""

    item_id: str
    place: int
    sort: int
    figure: Figure
    row: Row


class Counts:
    """Answers for the pairs of one story, by their numbers."""

    def __init__(self, story: Story, pairs: Iterable[Compared]) -> None:
        self._story = story
        self._sorts: dict[tuple[int, int], int] = {}
        self._known: dict[tuple[int, int], _Told] = {}
        self._told = [self._figures(*pair) for pair in pairs]
        self._words: dict[int, list[str]] = {}
        self._another: dict[tuple[int, int], bool] = {}
        self._one: dict[tuple[int, int, int, int], bool] = {}

    def are_one(self, left: int, right: int) -> bool | None:
        """The figures that they do not share count one thing at one place and time, and are told of much the same.

        None where one of them is about no figures.
        """
        ours, theirs = self._told[left], self._told[right]
        if ours is None or theirs is None:
            return None
        (a, b), (c, d) = ours, theirs
        if a[0] in (c[0], d[0]) or b[0] in (c[0], d[0]):
            shared = {a[0], b[0]} & {c[0], d[0]}
            lone = [[one for one in told if one[0] not in shared] for told in (ours, theirs)]
            return not any(self._is_another(x, y) for x in lone[0] for y in lone[1])
        if a[1] in (c[1], d[1]) or b[1] in (c[1], d[1]):
            return self._all_are_one(ours, theirs)
        key = a[2], b[2], c[2], d[2]
        found = self._one.get(key)
        if found is None:
            found = self._one[key] = self._all_are_one(ours, theirs)
        return found

    def join(self, numbers: Sequence[int], groups: Groups) -> None:
        """Join each of these, which are all about figures, to the first that counts the same, if it is in no set with one.

        To count the same two of their statements must be told of much the same, so that only those are tried which
        share a telling word.
        """
        firsts: list[int] = []
        by_word: dict[object, list[int]] = defaultdict(list)
        place_of: dict[int, int] = {}
        for number in numbers:
            own = groups.root(number)
            end = place_of.get(own, len(firsts))
            if end == 0 and firsts:
                continue
            tried = sorted({place for key in self._sought(number) if key in by_word for place in by_word[key] if place < end})
            same = next((place for place in tried if self.are_one(firsts[place], number)), None)
            if same is not None:
                other = groups.root(firsts[same])
                groups.join(firsts[same], number)
                place_of[groups.root(number)] = min(place_of[other], end)
            elif end == len(firsts):
                place_of[own] = end
                firsts.append(number)
                for key in self._held(number):
                    by_word[key].append(end)

    def _sought(self, number: int) -> set[object]:
        """The telling words of both statements, and what the two are known by."""
        return {key for told in self._both(number) for key in (told.item_id, told.place, *self._telling(told))}

    def _held(self, number: int) -> set[object]:
        """The words of both statements, and what the two are known by."""
        statements = self._story.statements
        return {key for told in self._both(number) for key in (told.item_id, told.place, *statements.words(told.place))}

    def _both(self, number: int) -> tuple[_Told, ...]:
        return self._told[number] or ()

    def _telling(self, told: _Told) -> list[str]:
        if told.row.alike not in self._words:
            self._words[told.row.alike] = self._story.statements.telling(told.place, SAME_TOLD)
        return self._words[told.row.alike]

    def _figures(self, left: Row, right: Row, figures: tuple[Figure, Figure] | None) -> tuple[_Told, _Told] | None:
        return (self._one_told(left, figures[0]), self._one_told(right, figures[1])) if figures else None

    def _one_told(self, row: Row, figure: Figure) -> _Told:
        key = row.index, id(figure)
        if key not in self._known:
            place = next((place for place, one in enumerate(row.figures) if one is figure), -1)
            said = (row.alike, place) if place >= 0 else key
            self._known[key] = _Told(figure.item_id, row.index, self._sorts.setdefault(said, len(self._sorts)), figure, row)
        return self._known[key]

    def _all_are_one(self, ours: tuple[_Told, _Told], theirs: tuple[_Told, _Told]) -> bool:
        (a, b), (c, d) = ours, theirs
        if self._is_another(a, c) or self._is_another(a, d) or self._is_another(b, c) or self._is_another(b, d):
            return False
        likeness = [self._alike(one.place, other.place) for one in ours for other in theirs]
        return min(likeness) >= _ONE_SLOT and max(likeness) >= SAME_TOLD

    def _alike(self, left: int, right: int) -> float:
        return 1.0 if left == right else self._story.statements.of(left, right)

    def _is_another(self, left: _Told, right: _Told) -> bool:
        """They count other things, or at another place or time."""
        key = left[2], right[2]
        found = self._another.get(key)
        if found is None:
            a, b = left.figure, right.figure
            written = self._written(left.row), self._written(right.row)
            found = measures_alike(a, b) < SAME_MEASURE or other_place(a, b) or other_time(a, b, written)
            self._another[key] = found
        return found

    def _written(self, row: Row) -> dt.date | None:
        return self._story.summaries[row.article].article.published
