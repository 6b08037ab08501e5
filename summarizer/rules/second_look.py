"""Tolls that a model has named as something else, or passed over in its own quotes: what rules read in the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.answers import ArticleAnswer, StatementAnswer
from summarizer.ground import Numbered, checkable
from summarizer.overlaps import Overlaps
from summarizer.rules.answering import answer
from summarizer.schema import Claim, Figure, Summary, Uncovered
from summarizer.text import Span

_FAMILIES = {
    "killed": re.compile(r"kill|dead|death|die|drown|fatal|toll|lives|bod(?:y|ies)|perish|martyr|massacre|slain"),
    "injured": re.compile(r"injur|wound|hurt|toll|hospital"),
    "missing": re.compile(r"missing|unaccounted|disappear|search"),
}
"""What a measure says that names a toll of this kind."""
_TOLL = re.compile(r"\b(?:killed|dead|deaths?|died|drowned|injured|wounded|hurt|missing)\b", re.IGNORECASE)


def second_look(numbered: Numbered, summary: Summary) -> ArticleAnswer:
    """The tolls that rules read in numbers that the model covers without naming them as such a toll.

    A model that an article told to call its toll "people rescued", or to rest a statement about something else on its
    sentence, would otherwise take it out of the comparison.
    """
    named = _Named(summary.figures)
    claims = [claim for claim in summary.claims if claim.read_by == "model"]
    places = [*_named_as_none(summary.figures), *_passed_over(numbered, claims, summary.figures)]
    found = answer(numbered, list(dict.fromkeys(places)))
    kept = [one for one in found.statements if any(not named.has(place, family) for place, family in _tolls(numbered, one))]
    return found.model_copy(update={"statements": kept})


class _Named:
    """Where figures stand that name a toll, by what befell those they count."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        places: dict[str, list[Span]] = {family: [] for family in _FAMILIES}
        for figure in figures:
            for family, words in _FAMILIES.items():
                if words.search(figure.measure.casefold()):
                    places[family].append(Span(figure.anchor_start, figure.anchor_end))
        self._places = {family: Overlaps(spans) for family, spans in places.items()}

    def has(self, place: Span, family: str) -> bool:
        """A figure here names such a toll."""
        return self._places[family].any(place)


def _named_as_none(figures: Iterable[Figure]) -> Iterator[Uncovered]:
    """The places of a model's figures in sentences that tell of a toll."""
    for figure in figures:
        if figure.read_by == "model" and _TOLL.search(figure.quote):
            yield Uncovered(kind="number", quote=figure.figure, start=figure.anchor_start, end=figure.anchor_end)


def _passed_over(numbered: Numbered, claims: Iterable[Claim], figures: Iterable[Figure]) -> Iterator[Uncovered]:
    """Numbers in quotes that tell of a toll, and for which no figure stands."""
    tolls = dict.fromkeys(Span(claim.start, claim.end) for claim in claims if _TOLL.search(claim.quote))
    if not tolls:
        return
    quotes = Overlaps(tolls)
    told = Overlaps(Span(figure.anchor_start, figure.anchor_end) for figure in figures)
    for place in checkable(numbered):
        span = Span(place.start, place.end)
        if place.kind == "number" and quotes.any(span) and not told.any(span):
            yield place


def _tolls(numbered: Numbered, statement: StatementAnswer) -> Iterator[tuple[Span, str]]:
    """The tolls of a statement that rules read: where each stands, and what befell those it counts."""
    for figure in statement.figures:
        families = [family for family in _FAMILIES if family in figure.measure.casefold()]
        for number in statement.sents:
            place = numbered.find(figure.figure, numbered.spans[number - 1])
            if place is not None:
                yield from ((place, family) for family in families)
