"""The parts of a sentence that somebody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis import Analysis
from summarizer.answers import Stance
from summarizer.attributions import AttributionSpan
from summarizer.overlaps import Overlaps
from summarizer.quantities import Quantity
from summarizer.rules.sentence import Sentence
from summarizer.rules.speakers import Speakers
from summarizer.rules.withheld import Withheld
from summarizer.text import Span, find_verbatim

_SPOKEN = frozenset({"speech", "order"})
_STANCES: dict[str, Stance] = {"denial": "denied", "doubt": "alleged"}
_SAY = re.compile(r"\b(?:said|says|say|saying)\b", re.IGNORECASE)
_EXPECTING = re.compile(r"\b(?:fear|expect|hop(?:e|ing)|worr|plan|inten[dt]|want|wish|anticipat|predict|dream)", re.IGNORECASE)
_SUPPOSING = re.compile(
    r"\b(?:believ|thinks?\b|thinking|thought|suspect|assum|suppos|imagin|guess|reckon|figure|consider|presum)", re.IGNORECASE
)
_DOUBTING = re.compile(r"\b(?:doubt|ask|wonder|question)", re.IGNORECASE)
_CLAUSE = re.compile(r"\W*(?:that|if|whether|to)\b", re.IGNORECASE)
_NOUN_PHRASE = re.compile(r"\W*(?:the|an?|his|her|its|their|any)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|that|which|whose|where)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:(?:in|of|by|during|for|at|to|with)\s+)?(?:which|who|whom|whose|where)\b", re.IGNORECASE)
_INDIRECT = re.compile(r"\W*(?:if|whether)\b", re.IGNORECASE)

Spoken = tuple[AttributionSpan, str]
"""What is said in an article, and the id of its speaker."""


@dataclass(frozen=True)
class Said:
    """A part of a sentence and who says it; offsets in the sentence. Without a speaker it is the article's own.

    Attributes:
        part: the longest stretch of it; `rest` are the others, where the report interrupts it.
        thought: the speaker thinks or plans it; only figures in it are told.
    """

    part: Span
    by: str | None = None
    cue: str | None = None
    stance: Stance = "asserted"
    direct: bool = False
    thought: bool = False
    rest: tuple[Span, ...] = ()

    def holds(self, figure: Quantity) -> bool:
        """The figure stands in this part."""
        return any(part.start <= figure.start and figure.end <= part.end for part in (self.part, *self.rest))


class _Reach:
    """Where the contents of attributions stand."""

    def __init__(self, spans: Sequence[AttributionSpan]) -> None:
        contents = [(number, Span(*place)) for number, span in enumerate(spans) for place in span.content]
        self._numbers = [number for number, _ in contents]
        self._places = Overlaps(place for _, place in contents)

    def into(self, part: Span) -> list[int]:
        """The numbers, in order, of the attributions whose content reaches into this part."""
        return sorted({self._numbers[place] for place in self._places.of(part)})


class _Sources:
    """Where the speakers of attributions are named."""

    def __init__(self, spans: Sequence[AttributionSpan]) -> None:
        self._spans = list(dict.fromkeys(Span(*place) for span in spans for place in span.source))
        self._places = Overlaps(self._spans)

    def hold(self, cue: Sequence[tuple[int, int]]) -> bool:
        """The cue stands inside the name of a speaker: "a man who said so", behind its first word."""
        start, end = cue[0][0], cue[-1][1]
        near = (self._spans[number] for number in self._places.of(Span(start, start + 1)))
        return any(span.start < start and end <= span.end for span in near)


@dataclass(frozen=True)
class Heard:
    """The attributions of an article: those that tell what a known speaker says or thinks, and what nobody vouches for."""

    speeches: tuple[Spoken, ...]
    unvouched: tuple[AttributionSpan, ...]

    @cached_property
    def _told(self) -> _Reach:
        return _Reach([span for span, _ in self.speeches])

    @cached_property
    def _untold(self) -> _Reach:
        return _Reach(self.unvouched)

    @classmethod
    def among(cls, analysis: Analysis, speakers: Speakers) -> Heard:
        """Everything that is said in the article, with its speaker where he can be told."""
        text = analysis.text
        sources = _Sources(analysis.attributions)
        speeches: list[Spoken] = []
        unvouched: list[AttributionSpan] = []
        for span in analysis.attributions:
            told = not span.negated and not _only_asks(text, span)
            told_by = told and (span.kind in _SPOKEN or _thought(text, span)) and not _is_relative(text, span)
            if told_by and sources.hold(span.cue):
                continue
            speaker = speakers.id_of(span) if told_by else None
            if speaker is not None:
                speeches.append((span, speaker))
            elif (not told and _tells_clause(text, span)) or span.stance in _STANCES or _thought(text, span):
                unvouched.append(span)
        return cls(tuple(speeches), tuple(unvouched))

    def said_in(self, sentence: Sentence, text: str) -> list[Said]:
        """One part for each attribution with a speaker that reaches into the sentence, the shortest first."""
        found: dict[Span, Said] = {}
        for span, speaker in (self.speeches[number] for number in self._told.into(sentence.span)):
            parts = _parts(sentence.span, span)
            if parts:
                thought = _thought(text, span)
                stance = thought or _stance(sentence, span)
                part, *rest = (_without_aside(sentence.text, part) for part in parts) if stance == "denied" else parts
                cue = _cue(text, span)
                found.setdefault(part, Said(part, speaker, cue, stance, span.direct, thought is not None, tuple(rest)))
        return sorted(found.values(), key=lambda said: (said.part.end - said.part.start, said.part.start))

    def unvouched_in(self, sentence: Sentence) -> list[Withheld]:
        """The parts of the sentence that are said not to have been said, or of which it cannot be told who says them."""
        near = (self.unvouched[number] for number in self._untold.into(sentence.span))
        parts = (part for span in near for part in _parts(sentence.span, span))
        return [Withheld(_before_relative(sentence.text, part)) for part in parts]


def _is_relative(text: str, span: AttributionSpan) -> bool:
    """True for the "that" of "a group that says so": no speaker before it is meant."""
    return any(text[start:end].lower() == "that" for start, end in span.source)


def _thought(text: str, span: AttributionSpan) -> Stance | None:
    """How what somebody fears, plans or supposes is put forward; None for what he says or knows."""
    if span.kind != "thought":
        return None
    cue = _written(text, span)
    if _EXPECTING.search(cue):
        return "expected"
    return "alleged" if _SUPPOSING.search(cue) else None


def _only_asks(text: str, span: AttributionSpan) -> bool:
    """True for "asked whether" and "doubted that"."""
    if not span.content or not _DOUBTING.search(_written(text, span)):
        return False
    return span.kind == "thought" or _INDIRECT.match(text, span.content[0][0]) is not None


def _tells_clause(text: str, span: AttributionSpan) -> bool:
    """True for what is said, and for a clause thought or shown; "the driver" who was not found is there all the same."""
    return span.kind in _SPOKEN or any(_CLAUSE.match(text, start) for start, _ in span.content)


def _before_relative(text: str, part: Span) -> Span:
    """A noun phrase without its relative clause, which is told as a fact: "did not name the driver who killed 40"."""
    relative = _RELATIVE.search(text, part.start, part.end) if _NOUN_PHRASE.match(text, part.start) else None
    return Span(part.start, relative.start()) if relative else part


def _without_aside(text: str, part: Span) -> Span:
    """What is denied without what is told of it as a fact: "responsibility for the blast, in which 40 died"."""
    aside = None if _CLAUSE.match(text, part.start) else _ASIDE.search(text, part.start, part.end)
    return Span(part.start, aside.start()) if aside else part


def _parts(sentence: Span, span: AttributionSpan) -> list[Span]:
    """The stretches of what is said inside the sentence, the longest first."""
    if not any(start < sentence.end and sentence.start < end for start, end in span.content):
        return []
    cut = [(max(start, sentence.start), min(end, sentence.end)) for start, end in span.content]
    inside = [Span(start - sentence.start, end - sentence.start) for start, end in cut if start < end]
    return sorted(inside, key=lambda part: part.start - part.end)


def _stance(sentence: Sentence, span: AttributionSpan) -> Stance:
    """How the cue puts the part in this sentence; a quotation that goes on after a denial is what he does say."""
    elsewhere = all(not sentence.span.start <= start < sentence.span.end for start, _ in span.cue)
    return "asserted" if elsewhere and span.direct else _STANCES.get(span.stance, "asserted")


def _written(text: str, span: AttributionSpan) -> str:
    return " ".join(text[start:end] for start, end in span.cue)


def _cue(text: str, span: AttributionSpan) -> str | None:
    """The cue as written, unless it is a form of "say", which goes without saying."""
    cue = _written(text, span)
    return None if _SAY.search(cue) or not find_verbatim(cue, text) else cue
