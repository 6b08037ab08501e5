"""The sides of a finding: for each statement the evidence that fits what the finding is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.comparison.checks.figures import apart, measures_alike
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.verdicts.ledger import Ledger
from summarizer.schema import Attribution, Claim, Figure, Finding, Side
from summarizer.terms import FindingKind

Figures = tuple[Figure, Figure]


def sides_of(members: Sequence[Row], kind: FindingKind, ledger: Ledger, figures: Figures | None = None) -> list[Side]:
    """The two sharpest first; where the finding is about figures, each with the figure that it is about."""
    first = sharpest(members[0], members[1], kind, ledger, figures)
    about = next((f for f in members[0].figures if f.item_id == first[0].item_id), None)
    return [*first, *(side_of(row, kind, _likest(row, about), ledger) for row in members[2:])]


def sides_beside(finding: Finding, rows: Iterable[Row], ledger: Ledger) -> list[Side]:
    """Further sides of a finding; where it is about figures, each with the figure that measures what its first side does."""
    first = ledger.holders[finding.sides[0].item_id]
    about = next((f for f in first.figures if f.item_id == finding.sides[0].item_id), None)
    return [side_of(row, finding.kind, _likest(row, about), ledger) for row in rows]


def sharpest(left: Row, right: Row, kind: FindingKind, ledger: Ledger, figures: Figures | None = None) -> list[Side]:
    """The two sides; where the finding is about figures, with those two, else the likest two."""
    if kind is FindingKind.QUANTITY and left.figures and right.figures:
        pairs = [(a, b) for a in left.figures for b in right.figures]
        a, b = figures or max(pairs, key=lambda p: (measures_alike(*p), apart(*p) is True))
        return [side_of(left, kind, a, ledger), side_of(right, kind, b, ledger)]
    return [side_of(row, kind, next(iter(row.figures), None), ledger) for row in (left, right)]


def _likest(row: Row, about: Figure | None) -> Figure | None:
    """The row's figure that measures what the finding is about; None if none does."""
    alike = [(f, measures_alike(f, about)) for f in row.figures] if about else []
    best, likeness = max(alike, key=lambda pair: pair[1], default=(None, 0.0))
    return best if likeness > 0 else None


def side_of(row: Row, kind: FindingKind, figure: Figure | None, ledger: Ledger) -> Side:
    """One side of a finding, with the evidence that fits its kind."""
    item, value = _evidence(row, kind, figure)
    origin, through = ledger.sources.of(row)
    return Side(
        article_id=ledger.summaries[row.article].article.article_id,
        item_id=item.item_id,
        quote=item.quote,
        start=item.start,
        end=item.end,
        anchor_start=item.anchor_start,
        anchor_end=item.anchor_end,
        value=value,
        statement=row.claim.statement,
        speaker=row.attribution.source if row.attribution else None,
        when=row.claim.when,
        origin=origin,
        through=through,
    )


def _evidence(row: Row, kind: FindingKind, figure: Figure | None) -> tuple[Claim | Figure | Attribution, str]:
    """What a side shows: the figure, the speaker's words, or the statement."""
    if kind is FindingKind.QUANTITY and figure:
        return figure, figure.figure
    if kind in (FindingKind.QUOTATION, FindingKind.ATTRIBUTION) and row.attribution:
        return row.attribution, row.attribution.content or row.attribution.source
    if kind is FindingKind.DATE and row.claim.when:
        return row.claim, row.claim.when
    return row.claim, row.claim.statement
