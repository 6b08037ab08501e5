"""One sentence with what the scanners read in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.analysis import Analysis, shifted
from summarizer.dates import DateSpan
from summarizer.quantities import Quantity
from summarizer.text import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Sentence:
    """A numbered sentence. Offsets of what is read in it count from the start of the sentence.

    Attributes:
        number: its number in the answer, from 1.
        span: where it stands in the article's text.
        analysis: what the scanners read in the article.
    """

    number: int
    span: Span
    text: str
    analysis: Analysis = field(repr=False)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers in the order of the text; dates and their parts, "many" and "one of the guards" are no figures."""
        found = (shifted(q, -self.span.start) for q in self.analysis.quantities(self.span))
        return tuple(q for q in found if not (q.is_date or q.vague or q.partitive or self._is_in_date(q)))

    def _is_in_date(self, quantity: Quantity) -> bool:
        return any(date.start <= quantity.start and quantity.end <= date.end for date in self.dates)

    @cached_property
    def dates(self) -> tuple[DateSpan, ...]:
        """The date phrases in the order of the text."""
        return tuple(shifted(date, -self.span.start) for date in self.analysis.dates(self.span))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """What stands between white space."""
        return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(self.text))

    def left_of(self, index: int) -> str:
        """What stands between the figure and the one before it."""
        start = self.figures[index - 1].end if index else 0
        return self.text[start : self.figures[index].start]

    def right_of(self, index: int) -> str:
        """What stands between the figure and the next one."""
        end = self.figures[index + 1].start if index + 1 < len(self.figures) else len(self.text)
        return self.text[self.figures[index].end : end]
