"""One sentence with what the scanners read in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.quantities import Quantity, find_quantities
from summarizer.text import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Sentence:
    """A numbered sentence. Offsets of what is read in it count from the start of the sentence.

    Attributes:
        number: its number in the answer, from 1.
        span: where it stands in the article's text.
    """

    number: int
    span: Span
    text: str

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers in the order of the text; dates, words such as "many" and "one of the guards" are no figures."""
        return tuple(q for q in find_quantities(self.text) if not (q.is_date or q.vague or q.partitive))

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
