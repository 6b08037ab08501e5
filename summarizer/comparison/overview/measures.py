"""Every measure that at least two articles give, as one record with all their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.overview.entries import Entry, entries_of
from summarizer.comparison.overview.grouping import slots
from summarizer.comparison.overview.sums import sums_in
from summarizer.quantities import Quantity
from summarizer.schema import Measure, MeasureRow
from summarizer.text import words


def find_measures(story: Story) -> tuple[Measure, ...]:
    """The measures of a story: those that differ first, then those that most articles give, then what stands high."""
    made = [_Slot(members) for members in slots(story, entries_of(story)) if len({e.row.article for e in members}) > 1]
    return tuple(slot.measure() for slot in sorted(made, key=lambda slot: slot.rank))


class _Slot:
    """The figures of one record, in the order of articles."""

    def __init__(self, members: Sequence[Entry]) -> None:
        self.shown = _each_once(members)
        self.differing = _differing(self.shown)

    @property
    def rank(self) -> tuple[object, ...]:
        articles = {entry.row.article for entry in self.shown}
        return (not self.differing, -len(articles), min(e.figure.start for e in self.shown), self.shown[0].index)

    def measure(self) -> Measure:
        return Measure(
            measure=_commonest([e.figure.measure for e in self.shown]),
            place=_place(self.shown),
            differ=bool(self.differing),
            rows=tuple(_row(entry, differs=entry.index in self.differing) for entry in self.shown),
            sums=tuple(
                dict.fromkeys(text for e in self.shown for text in sums_in([e.figure.quote], (e.figure.low, e.figure.high)))
            ),
        )


def _each_once(members: Sequence[Entry]) -> list[Entry]:
    """Of figures that one article gives twice by one speaker, the first."""
    first: dict[tuple[object, ...], Entry] = {}
    for entry in members:
        value = (entry.figure.low, entry.figure.high) if not entry.is_open else " ".join(words(entry.figure.figure))
        first.setdefault((entry.row.article, value, entry.figure.approximator, entry.speaker), entry)
    return list(first.values())


def _differing(entries: Sequence[Entry]) -> frozenset[int]:
    """Those with whose interval another article's shares no value; equal values are compared once."""
    kinds: dict[object, list[Entry]] = {}
    for entry in entries:
        f = entry.figure
        kinds.setdefault((f.low, f.high, f.approximator, f.unit, f.precision, entry.row.article), []).append(entry)
    by_value: dict[object, list[Entry]] = {}
    for same in kinds.values():
        by_value.setdefault(_value(same[0]), []).append(same[0])
    found: set[int] = set()
    for firsts in by_value.values():
        others = [members for members in by_value.values() if members is not firsts and firsts[0].is_apart(members[0])]
        articles = {entry.row.article for members in others for entry in islice(members, 2)}
        found.update(entry.index for entry in firsts if articles - {entry.row.article})
    return frozenset(e.index for same in kinds.values() if same[0].index in found for e in same)


def _value(entry: Entry) -> Quantity:
    """All of a figure that counts when it is compared, and neither its words nor its place."""
    return replace(entry.quantity, start=0, end=0, text="")


def _commonest(names: Sequence[str]) -> str:
    """The wording that most figures have; of equals the shortest, then the first."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], len(name), names.index(name)))


def _place(entries: Sequence[Entry]) -> str | None:
    """The place that all who name one share."""
    named = [e for e in entries if e.place]
    if not named or not frozenset.intersection(*(e.place for e in named)):
        return None
    return _commonest([e.figure.where or "" for e in named])


def _row(entry: Entry, *, differs: bool) -> MeasureRow:
    figure, row = entry.figure, entry.row
    return MeasureRow(
        article_id=entry.article.article_id,
        item_id=figure.item_id,
        figure=figure.figure,
        quote=figure.quote,
        start=figure.start,
        end=figure.end,
        low=figure.low,
        high=figure.high,
        vague=entry.is_open,
        unit=figure.unit,
        speaker=entry.speaker,
        as_of=figure.as_of or row.claim.when,
        where=figure.where,
        differs=differs,
    )
