"""What of a text is to be read: all of it, or only what somebody else left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.overlaps import Overlaps
from summarizer.rules.sentence import Sentence
from summarizer.schema import Uncovered
from summarizer.text import Span


@dataclass(frozen=True)
class Wanted:
    """Places of a text that are to be read; offsets in the text.

    Attributes:
        everything: the whole text is, and the places say nothing.
    """

    everything: bool = True
    numbers: Overlaps = field(default_factory=lambda: Overlaps(()))
    quotations: Overlaps = field(default_factory=lambda: Overlaps(()))

    @classmethod
    def of(cls, left: Sequence[Uncovered] | None) -> Wanted:
        """These places; everything if it is not said which."""
        if left is None:
            return cls()
        numbers = Overlaps(Span(place.start, place.end) for place in left if place.kind == "number")
        quotations = Overlaps(Span(place.start, place.end) for place in left if place.kind == "quotation")
        return cls(everything=False, numbers=numbers, quotations=quotations)

    def reaches(self, sentence: Sentence) -> bool:
        """Something in the sentence is to be read."""
        return self.everything or self.numbers.any(sentence.span) or self.quotations.any(sentence.span)

    def has_figure(self, sentence: Sentence, index: int) -> bool:
        """The figure with this number in the sentence is."""
        figure = sentence.figures[index]
        return self.everything or self._any(self.numbers, sentence, Span(figure.start, figure.end))

    def has_words(self, sentence: Sentence, part: Span) -> bool:
        """What somebody says in this part of the sentence is; not for the sake of a number that stands in it."""
        return self.everything or self._any(self.quotations, sentence, part)

    @staticmethod
    def _any(places: Overlaps, sentence: Sentence, part: Span) -> bool:
        span = Span(sentence.span.start + part.start, sentence.span.start + part.end)
        return places.any(span)
