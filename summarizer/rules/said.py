"""The parts of a sentence that somebody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.analysis import Analysis
from summarizer.answers import Stance
from summarizer.attributions import AttributionSpan
from summarizer.quantities import Quantity
from summarizer.rules.sentence import Sentence
from summarizer.rules.speakers import Speakers
from summarizer.text import Span, find_verbatim

_SPOKEN = frozenset({"speech", "order"})
_STANCES: dict[str, Stance] = {"denial": "denied", "doubt": "alleged"}
_SAY = re.compile(r"\b(?:said|says|say|saying)\b", re.IGNORECASE)

Spoken = tuple[AttributionSpan, str]
"""What is said in an article, and the id of its speaker."""


@dataclass(frozen=True)
class Said:
    """A part of a sentence and who says it; offsets in the sentence. Without a speaker it is the article's own."""

    part: Span
    by: str | None = None
    cue: str | None = None
    stance: Stance = "asserted"
    direct: bool = False

    def holds(self, figure: Quantity) -> bool:
        """The figure stands in this part."""
        return self.part.start <= figure.start and figure.end <= self.part.end


def spoken(analysis: Analysis, speakers: Speakers) -> list[Spoken]:
    """What is said or ordered in the article, with its speaker; what is said not to have been said is left out."""
    found = [s for s in analysis.attributions if s.kind in _SPOKEN and not s.negated]
    return [(span, speaker) for span in found if (speaker := speakers.id_of(span)) is not None]


def said_in(sentence: Sentence, text: str, speeches: Sequence[Spoken]) -> list[Said]:
    """One part for each attribution that reaches into the sentence, the shortest first."""
    found: dict[Span, Said] = {}
    for span, speaker in speeches:
        part = _part(sentence.span, span)
        if part is not None:
            stance = _STANCES.get(span.stance, "asserted")
            found.setdefault(part, Said(part, speaker, _cue(text, span), stance, span.direct))
    return sorted(found.values(), key=lambda said: (said.part.end - said.part.start, said.part.start))


def _part(sentence: Span, span: AttributionSpan) -> Span | None:
    """The longest stretch of what is said inside the sentence."""
    cut = [(max(start, sentence.start), min(end, sentence.end)) for start, end in span.content]
    inside = [Span(start - sentence.start, end - sentence.start) for start, end in cut if start < end]
    return max(inside, key=lambda part: part.end - part.start, default=None)


def _cue(text: str, span: AttributionSpan) -> str | None:
    """The cue as written, unless it is a form of "say", which goes without saying."""
    cue = " ".join(text[start:end] for start, end in span.cue)
    return None if _SAY.search(cue) or not find_verbatim(cue, text) else cue
