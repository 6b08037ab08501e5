"""A figure with everything that tells what it counts: of whom, in which dimension, where, when, and as which part."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import is_part
from summarizer.comparison.checks.occasions import Days, day_of
from summarizer.comparison.meeting.similar import CHILDREN, FAMILIES, stems
from summarizer.comparison.meeting.table import Row
from summarizer.quantities import Quantity, as_quantity, convert, disjoint
from summarizer.schema import Article, Figure
from summarizer.terms import Modality

_ANYBODY = frozenset(
    "people person dead body bodies victim human life fatality fatalities death casualty casualties injury injuries wounded "
    "other others toll number count total corpse inhabitant soul survivor someone injured missing".split()
)
"""Nouns that count people of any kind."""
_STATES = frozenset("dead injured wounded missing rescued displaced".split())
_LINKS = frozenset("or and from in at of on after by so as".split()) | _STATES
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|whom|the \w+)|of (?:them|whom|these|those)|includ\w+|as well as)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"^\W{0,2}(?:of (?:them|whom|the|these|those)\b|(?:\w+ ){0,2}(?:were|was|are) (?:among|included)\b|(?:\w+ )?(?:seriously|"
    r"critically|gravely|badly|severely)\b|(?:in|are in|were in) (?:a )?(?:serious|critical|grave)\b)",
    re.IGNORECASE,
)
_GRAVE = re.compile(r"\b(?:serious|critical|grave|severe|badly|intensive)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:toll|so far|confirm\w*|rose|risen|climbed|now|had (?:died|been)|known|counted|counts?|bodies|remain\w*|still|"
    r"as of|by (?:\w+ )?(?:noon|midnight|morning|evening|night|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    r"(?:is|are|was|were|stood|put) (?:at )?(?:\w+ ){0,3}(?:dead|missing|injured))\b",
    re.IGNORECASE,
)
_LOOK = 60


@dataclass(frozen=True, eq=False)
class Entry:
    """One figure of one statement.

    Attributes:
        index: its place among all figures of the story; written: when its article was published.
        first: the first figure of the story that is told in the same words of the same sentence by a like speaker on the
            same day, and of which all that is asked here of a figure holds as well; None if it is that one.
    """

    index: int
    row: Row
    figure: Figure
    article: Article
    first: Entry | None = None

    @property
    def sort(self) -> int:
        """One number for all figures that say the same."""
        return self.index if self.first is None else self.first.index

    @property
    def written(self) -> dt.date | None:
        """When the article was published."""
        return self.article.published

    @property
    def speaker(self) -> str | None:
        """Who gives it; None if the article itself."""
        return self.row.attribution.source if self.row.attribution else None

    @property
    def is_open(self) -> bool:
        """A word that stands for no number."""
        return self.figure.vague or (self.figure.low is None and self.figure.high is None)

    @cached_property
    def quantity(self) -> Quantity:
        """The value; one more of another kind ("49 dead, another 600 injured") is a total of its own."""
        found = as_quantity(self.figure)
        return found if self.is_added else replace(found, additional=False)

    @cached_property
    def dimension(self) -> str:
        """The physical dimension; "count" for all that is counted, "money" for every currency."""
        name = convert(self.quantity).dimension
        if name == "number" or name.startswith("count:"):
            return "count"
        return "money" if name.startswith("money:") else name

    @cached_property
    def kinds(self) -> frozenset[int]:
        """What befell those counted, as places in the table of families; nothing befalls tonnes that are held."""
        words = set(stems(self.figure.measure)) if self.dimension == "count" else set()
        return frozenset(i for i, family in enumerate(FAMILIES) if words & family)

    @cached_property
    def counted(self) -> tuple[object, ...]:
        """What two figures must have in common to measure one thing: dimension, kinds, children or not, added or not."""
        return self.dimension, self.kinds, self.are_children, self.is_added

    @cached_property
    def end(self) -> Decimal | None:
        """The value, or the end of it that the words give, in the base unit."""
        measured = convert(self.quantity)
        return measured.low if measured.low is not None else measured.high

    @cached_property
    def words(self) -> frozenset[str]:
        """Content words of what is counted."""
        return frozenset(stems(f"{self.figure.measure} {self.figure.of or ''}"))

    @cached_property
    def group(self) -> str:
        """Whom it counts, as a stem; empty if people of any kind."""
        unit = self.figure.unit.rpartition(" ")[2] if self.figure.unit else _first_noun(self.figure.measure)
        stem = next(iter(stems(unit)), "")
        known = unit in _ANYBODY or any(stem in family for family in FAMILIES)
        return "" if known else stem

    @cached_property
    def are_children(self) -> bool:
        """It counts children."""
        return bool(CHILDREN & {*self.words, *stems(self.figure.unit)})

    def is_apart(self, other: Entry) -> bool:
        """No value fits both."""
        return disjoint(self.quantity, other.quantity, same_measure=True) is True

    @cached_property
    def place(self) -> frozenset[str]:
        """Words of the place it holds for."""
        return frozenset(stems(self.figure.where))

    @cached_property
    def days(self) -> Days | None:
        """The days it is told of."""
        return day_of(self.row, self.figure)

    @cached_property
    def is_told_of_count(self) -> bool:
        """The time is that of the count and not of the event: "by Thursday 17 were dead"."""
        return _COUNTED.search(self.figure.quote) is not None

    @cached_property
    def is_some(self) -> bool:
        """It counts a part of a whole ("nine of the dead", "including two boys")."""
        before, behind = self._around()
        grave = _GRAVE.search(self.figure.measure) is not None
        return (
            grave
            or self.figure.partitive
            or is_part(self.figure)
            or bool(_PART_BEFORE.search(before) or _PART_BEHIND.search(behind))
        )

    @cached_property
    def is_added(self) -> bool:
        """It comes on top of a figure of the same kind: "three more bodies"; not "9 dead and another 20 injured"."""
        if not self.figure.additional:
            return False
        ahead = [f for f in self.row.figures if f.anchor_start < self.figure.anchor_start]
        return not any(set(stems(f.measure)) != set(stems(self.figure.measure)) for f in ahead)

    def _around(self) -> tuple[str, str]:
        text, figure = self.article.text, self.figure
        return text[max(figure.start, figure.anchor_start - _LOOK) : figure.anchor_start], text[
            figure.anchor_end : figure.anchor_end + _LOOK
        ]


def _first_noun(measure: str) -> str:
    """What a measure says is counted ("crew members rescued", "dead bream")."""
    first, _, rest = measure.lower().partition(" ")
    second = rest.partition(" ")[0]
    return second if first in _STATES and second not in _LINKS else first


def entries_of(story: Story) -> list[Entry]:
    """The figures that can stand side by side: no ages, nothing that is denied."""
    made: list[Entry] = []
    first: dict[object, Entry] = {}
    for row in story.rows:
        if row.claim.modality is Modality.DENIED:
            continue
        article = story.summaries[row.article].article
        for place, figure in enumerate(row.figures):
            if not (figure.unit or "").endswith(" of age"):
                entry = Entry(len(made), row, figure, article)
                known = first.setdefault((row.alike, place, entry.is_some, entry.is_added), entry)
                made.append(entry if known is entry else replace(entry, first=known))
    return made
