"""What was counted: shares that can be added up, for a story, for a kind, and for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from summarizer.terms import FindingKind

PLACES = 4
"""Decimal places of every share that is shown or held to a floor."""


@dataclass(frozen=True)
class Share:
    """How much of something: `part` of `whole`, both counts."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def value(self) -> float | None:
        """The quotient, rounded; None of nothing."""
        return round(self.part / self.whole, PLACES) if self.whole else None


@dataclass(frozen=True)
class KindScore:
    """One kind of difference.

    Attributes:
        recall: found of the planted ones of this kind.
        precision: right of the contradictions that the report gives this kind.
    """

    recall: Share = Share()
    precision: Share = Share()

    def __add__(self, other: KindScore) -> KindScore:
        return KindScore(self.recall + other.recall, self.precision + other.precision)


@dataclass(frozen=True)
class Measures:
    """What can be added up over stories.

    Attributes:
        recall: planted differences found under an accepted verdict, of all planted.
        precision: reported contradictions that are real, of all reported.
        meeting_recall: planted differences whose two sides stood in one table, of all planted.
        decoys_flagged: decoys reported as contradiction; decoys_high: decoys reported with high severity.
        figures, attributions: labelled ones that were extracted.
        sources: pairs of articles counted as one origin, of those that must be.
        boilerplate: different quotations of items that are not of the article.
        calls: answers that the report rests on; tokens: what went in and came out.
        unreported: answers whose tokens the endpoint did not tell.
    """

    recall: Share = Share()
    precision: Share = Share()
    meeting_recall: Share = Share()
    decoys_flagged: int = 0
    decoys_high: int = 0
    figures: Share = Share()
    attributions: Share = Share()
    sources: Share = Share()
    boilerplate: int = 0
    articles: int = 0
    calls: int = 0
    tokens: int = 0
    unreported: int = 0

    def __add__(self, other: Measures) -> Measures:
        return Measures(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def calls_per_article(self) -> float | None:
        """Answers an article, comparison included; None without articles."""
        return Share(self.calls, self.articles).value


@dataclass(frozen=True)
class StoryScore:
    """One story's score, and by name what lowered it.

    Attributes:
        missed: ids of planted differences that no finding shows, or only one that says the sides agree.
        explained: ids of those shown under a verdict that is not accepted.
        decoys_flagged, decoys_high: ids of decoys; see `Measures`.
        boilerplate: beginnings of the quotations that are not the article's.
    """

    story: str
    measures: Measures
    kinds: Mapping[FindingKind, KindScore]
    missed: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    decoys_flagged: tuple[str, ...] = ()
    decoys_high: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()


def total(scores: Sequence[StoryScore]) -> Measures:
    """The measures of all stories together: counts are added, so that a story weighs what was planted in it."""
    return sum((score.measures for score in scores), Measures())


def kinds_of_all(scores: Sequence[StoryScore]) -> dict[FindingKind, KindScore]:
    """The scores of each kind over all stories, in the vocabulary's order."""
    return {kind: sum((score.kinds.get(kind, KindScore()) for score in scores), KindScore()) for kind in FindingKind}
