"""One reading of an article, shared by all who need it: its numbers, its dates, and who said what.

A scanner reads a whole paragraph at a time: a year named in one sentence holds for the next, and the number of a list item
is known by the text behind it. So each paragraph is scanned when it is first asked about, and what stands in a part
of it, such as a sentence, is taken from there.
"""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from summarizer.attributions import AttributionSpan, find_attributions
from summarizer.dates import DateSpan, find_dates
from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import Article
from summarizer.text import Span

_Found = TypeVar("_Found", Quantity, DateSpan)


@dataclass(frozen=True, eq=False)
class Analysis:
    """What the scanners read in a text. Equal calls give equal answers; nothing is scanned twice.

    Attributes:
        text: the article's text, which all offsets index; written: the day that "yesterday" is told from.
    """

    text: str
    written: dt.date | None = None
    _quantities: dict[int, tuple[Quantity, ...]] = field(default_factory=dict, repr=False)
    _dates: dict[int, tuple[DateSpan, ...]] = field(default_factory=dict, repr=False)

    @functools.cached_property
    def attributions(self) -> tuple[AttributionSpan, ...]:
        """Who said what, in the order of the text, also inside what somebody else says."""
        return tuple(find_attributions(self.text, nested=True))

    @functools.cached_property
    def all_quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the whole text, dates among them, without vague ones."""
        return tuple(q for q in self.quantities(Span(0, len(self.text))) if not q.vague)

    @functools.cached_property
    def all_dates(self) -> tuple[DateSpan, ...]:
        """The date phrases of the whole text."""
        return self.dates(Span(0, len(self.text)))

    def quantities(self, part: Span) -> tuple[Quantity, ...]:
        """The quantities that stand wholly in a part of the text, vague ones and dates among them."""
        return tuple(q for line in self._lines(part) for q in _within(self._quantities_of(line), part))

    def quantities_touching(self, place: Span) -> tuple[Quantity, ...]:
        """The quantities that share a character with a place, each read in its whole paragraph."""
        return tuple(q for line in self._lines(place) for q in _touching(self._quantities_of(line), place))

    def dates(self, part: Span) -> tuple[DateSpan, ...]:
        """The date phrases that stand wholly in a part of the text."""
        return tuple(d for line in self._lines(part) for d in _within(self._dates_of(line), part))

    def line(self, place: Span) -> Span:
        """The paragraph around a place; all of them where it runs over several."""
        end = self.text.find("\n", place.end)
        return Span(self.text.rfind("\n", 0, place.start) + 1, end if end >= 0 else len(self.text))

    def _lines(self, part: Span) -> list[Span]:
        """The paragraphs that a part of the text touches."""
        lines, start, end = [], self.text.rfind("\n", 0, part.start) + 1, max(part.end, part.start + 1)
        while start < end:
            stop = self.text.find("\n", start)
            stop = len(self.text) if stop < 0 else stop
            lines.append(Span(start, stop))
            start = stop + 1
        return lines

    def _quantities_of(self, line: Span) -> tuple[Quantity, ...]:
        if line.start not in self._quantities:
            found = find_quantities(line.of(self.text), vague=True)
            self._quantities[line.start] = tuple(shifted(quantity, line.start) for quantity in found)
        return self._quantities[line.start]

    def _dates_of(self, line: Span) -> tuple[DateSpan, ...]:
        if line.start not in self._dates:
            found = find_dates(line.of(self.text), self.written)
            self._dates[line.start] = tuple(shifted(span, line.start) for span in found)
        return self._dates[line.start]


@functools.lru_cache(maxsize=256)
def analysis_of(article: Article) -> Analysis:
    """The one reading of an article. So many are kept: more than a run works on at a time."""
    return Analysis(article.text, article.published)


def shifted(found: _Found, by: int) -> _Found:
    """The same with offsets that count from another place: `by` is added to both."""
    return replace(found, start=found.start + by, end=found.end + by) if by else found


def _within(found: Sequence[_Found], part: Span) -> Iterator[_Found]:
    """Those that stand wholly in the part, of all in the order of the text."""
    for number in range(bisect_left(found, part.start, key=lambda one: one.start), len(found)):
        if found[number].start >= part.end > part.start:
            return
        if found[number].end <= part.end:
            yield found[number]


def _touching(found: Sequence[Quantity], place: Span) -> Iterator[Quantity]:
    for number in range(bisect_right(found, place.start, key=lambda one: one.end), len(found)):
        if found[number].start >= place.end:
            return
        yield found[number]
