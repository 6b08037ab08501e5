"""Where what an added article brings is told: as a further side of a finding that is there, or as a finding of its own.

A finding that is there keeps its id, its verdict and its first two sides, for people may have decided about it. What they
have not seen is a finding of its own; so nothing new hides behind a decision on something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.comparison.adding.known import Known, Touched
from summarizer.comparison.judge import Requests
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.verdicts.ledger import Ledger, with_sides
from summarizer.comparison.verdicts.settling import concluded, covered, in_dispute, settle_agreement
from summarizer.comparison.verdicts.sides import sides_beside
from summarizer.comparison.weighing.proposing import Agreed
from summarizer.comparison.weighing.questions import Pairing, Question
from summarizer.comparison.weighing.weighing import Weighed
from summarizer.schema import Finding
from summarizer.terms import AS_READ, EXPLAINED, Verdict


@dataclass(frozen=True)
class Opposite:
    """An added statement beside the other side of a finding, and whether the two say the same."""

    row: Row
    agrees: bool


def join_repeating(ledger: Ledger, one: Touched, since: int) -> None:
    """Enter those that say what a side of a finding says as its further sides."""
    for known, pairing in one.repeating:
        join(ledger, known, [pairing], since)
        if pairing.candidate:
            ledger.settled.add(id(pairing.candidate))


def join(ledger: Ledger, known: Known, pairings: Sequence[Pairing], since: int, requests: Requests = ()) -> None:
    """Enter the added statements of these pairs as further sides of a finding; `requests` are those that weighed them."""
    requests = (*(request for p in pairings for request in p.requests), *requests)
    rows = {row.index: row for p in pairings for row in (p.left, p.right, *p.others) if row.article >= since}
    _join(ledger, known.finding.finding_id, [rows[index] for index in sorted(rows)], requests)


def _join(ledger: Ledger, finding_id: str, rows: Sequence[Row], requests: Requests) -> None:
    finding = ledger.findings[finding_id]
    ledger.findings[finding_id] = with_sides(finding, sides_beside(finding, rows, ledger), requests)


def place(ledger: Ledger, one: Touched, weighed: Sequence[Weighed], opposite: Opposite | None, since: int) -> None:
    """Enter what was concluded of a question: as further sides of its finding, as a finding of its own, or some so, some so.

    What agrees with the other side of the finding is only the statement that was held against it.
    """
    agreeing = [given for given in weighed if opposite and opposite.agrees and opposite.row in _rows(given)]
    for part in ([given for given in weighed if given not in agreeing], agreeing):
        if part:
            _place(ledger, one, part, since, agrees=part is agreeing)


def _rows(weighed: Weighed) -> tuple[Row, Row]:
    return weighed.pair.pairing.left, weighed.pair.pairing.right


def _place(ledger: Ledger, one: Touched, weighed: Sequence[Weighed], since: int, *, agrees: bool) -> None:
    question = _about(one.question, weighed)
    made = concluded(ledger, question, weighed)
    pairings = [given.pair.pairing for given in weighed]
    if one.beside is None or says_more(made.finding.verdict, one.beside, pairings, agrees=agrees):
        ledger.settled.update(id(candidate) for candidate in covered(question, weighed, made.finding.verdict))
        finding = ledger.add(made.finding)
        ledger.interest.setdefault(finding.finding_id, made.interest)
        return
    join(ledger, one.beside, pairings, since, tuple(request for given in weighed for request in given.requests))
    known = one.beside.finding.verdict
    verdict = made.finding.verdict if known in EXPLAINED else known
    ledger.settled.update(id(candidate) for candidate in covered(question, weighed, verdict))


def _about(question: Question, weighed: Sequence[Weighed]) -> Question:
    """Of a question the pairs that share a statement with one of these: two questions that were taken for one stay apart."""
    rows = {row.index for given in weighed for row in _rows(given)}
    return Question([p for p in question.pairings if p.left.index in rows or p.right.index in rows])


def says_more(new: Verdict, beside: Known, pairings: Sequence[Pairing], *, agrees: bool) -> bool:
    """A difference between these pairs says something that the finding on the same question does not.

    It does if it is graver, or explained otherwise, or if the added statement agrees with no side of the finding, as far as
    is known. What cannot be told is a further side where the finding is open as well, and so is what fits one of its sides.
    """
    known = beside.finding.verdict
    if agrees and AS_READ.index(new) >= AS_READ.index(known):
        return False
    if not beside.shares(pairings) or AS_READ.index(new) < AS_READ.index(known):
        return True
    return new not in ((known, Verdict.COMPATIBLE) if new in EXPLAINED else (Verdict.UNSURE,))


def place_agreements(ledger: Ledger, agreements: Iterable[Agreed], since: int) -> list[str]:
    """Enter what added articles answer as others do; returns the ids that the model used and that no row has."""
    unknown: list[str] = []
    for agreement in agreements:
        unknown.extend(name for name in agreement.answer.members if name not in ledger.rows)
        members = [ledger.rows[name] for name in dict.fromkeys(agreement.answer.members) if name in ledger.rows]
        added = [row for row in members if row.article >= since]
        if not added:
            continue
        known = _agreed(ledger, members)
        if known is None:
            settle_agreement(ledger, agreement)
        elif not in_dispute(ledger, members):
            _join(ledger, known.finding_id, added, agreement.requests)
    return unknown


def _agreed(ledger: Ledger, members: Sequence[Row]) -> Finding | None:
    """The agreement that is there on most of these statements."""
    rows = {row.index for row in members}
    shared = [
        (len(rows & {ledger.holders[side.item_id].index for side in finding.sides}), finding)
        for finding in ledger.ranked()
        if finding.verdict is Verdict.AGREE
    ]
    most, finding = max(shared, key=lambda pair: pair[0], default=(0, None))
    return finding if most else None
