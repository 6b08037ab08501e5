"""The figures of a statement: as written, what they count, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.answers import FigureAnswer
from summarizer.dates import DateSpan
from summarizer.rules.measures import measures
from summarizer.rules.places import places
from summarizer.rules.sentence import Sentence
from summarizer.rules.times import own, phrase
from summarizer.rules.tolls import is_running
from summarizer.text import Span, find_verbatim

_MOST_WIDENED = 3
_MOST_PLACES = 3
_LINK = re.compile(r"[;:]|\b(?:and|while|but|whereas)\b")


@dataclass(frozen=True)
class Reading:
    """A sentence with what its figures count.

    Attributes:
        text: the article's text.
    """

    sentence: Sentence
    text: str

    @cached_property
    def measures(self) -> list[str]:
        """The measure of each figure of the sentence."""
        return measures(self.sentence)

    def figure_answers(self, indices: Sequence[int], when: str | None) -> list[FigureAnswer]:
        """The figures with these numbers, each once; those that cannot be told from an earlier one are left out."""
        made = (self._figure_answer(index, when) for index in indices)
        return [figure for figure in made if figure is not None]

    def _figure_answer(self, index: int, when: str | None) -> FigureAnswer | None:
        written = self._unmistakable(index)
        if written is None:
            return None
        segment = self._segment(index)
        near = self._places(index) or places(segment.of(self.sentence.text)) or places(self.sentence.text)
        date = None if is_running(self.sentence, index) else self._date(index, segment)
        as_of = phrase(self.sentence.text, date) if date else None
        return FigureAnswer(
            figure=written,
            measure=self.measures[index],
            where=", ".join(near[:_MOST_PLACES]) or None,
            as_of=None if as_of == when else as_of,
        )

    def _date(self, index: int, segment: Span) -> DateSpan | None:
        figure = self.sentence.figures[index]
        return own(self.sentence.dates, self.sentence.text, Span(figure.start, figure.end), segment)

    def _places(self, index: int) -> list[str]:
        """The places of the figure's own part of the sentence: behind it, else before it."""
        behind, before = self.sentence.right_of(index), self.sentence.left_of(index)
        return places(_LINK.split(behind)[0]) or places(_LINK.split(before)[-1])

    def _segment(self, index: int) -> Span:
        """The stretch around a figure, up to its neighbours."""
        figures = self.sentence.figures
        start = figures[index - 1].end if index else 0
        end = figures[index + 1].start if index + 1 < len(figures) else len(self.sentence.text)
        return Span(start, end)

    def _unmistakable(self, index: int) -> str | None:
        """The figure as written, with words before it where the same characters stand in the sentence earlier.

        None where it only repeats an earlier one.
        """
        figure, sentence = self.sentence.figures[index], self.sentence
        if self._repeats(index):
            return None
        end = sentence.span.start + figure.end
        before = [word.start for word in sentence.words if word.end <= figure.start]
        for start in [figure.start, *before[: -_MOST_WIDENED - 1 : -1]]:
            wanted = Span(sentence.span.start + start, end)
            hits = find_verbatim(wanted.of(self.text), self.text, sentence.span)
            if hits and hits[0] == wanted:
                return wanted.of(self.text)
        return None

    def _repeats(self, index: int) -> bool:
        return self._first_told[self._told(index)] < index

    def _told(self, index: int) -> tuple[str, str]:
        return self.sentence.figures[index].text.lower(), self.measures[index]

    @cached_property
    def _first_told(self) -> dict[tuple[str, str], int]:
        """The first figure that is told in the same words and measures the same."""
        found: dict[tuple[str, str], int] = {}
        for index in range(len(self.sentence.figures)):
            found.setdefault(self._told(index), index)
        return found
