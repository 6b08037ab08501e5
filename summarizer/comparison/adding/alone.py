"""What code makes of an added article where no model judges."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.comparison.adding.known import Touched
from summarizer.comparison.adding.placing import join, join_repeating, says_more
from summarizer.comparison.verdicts.ledger import Ledger
from summarizer.comparison.verdicts.unjudged import alone_in
from summarizer.schema import Side


def place_alone(ledger: Ledger, touched: Iterable[Touched], since: int) -> None:
    """Enter what code makes of each question without a model: a further side of a finding, or one of its own."""
    sides: dict[tuple[object, ...], Side] = {}
    for one in touched:
        join_repeating(ledger, one, since)
        finding = alone_in(ledger, one.question, sides)
        if finding is None:
            continue
        if one.beside is None or says_more(finding.verdict, one.beside, one.question.pairings, agrees=False):
            ledger.add(finding)
        else:
            join(ledger, one.beside, one.question.pairings, since)
