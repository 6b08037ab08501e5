"""From what was weighed and what code found to findings with both quotes.

The model may explain a conflict that code found, it may not hide one: a conflict that no weighed pair explains becomes
a finding of its own. The model may not call figures contradictory whose intervals share a value, nor leave as rounding or
other words what shares none: code has the last word there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.comparison.alone.judging import alone
from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.checks.quoted import is_drift
from summarizer.comparison.checks.severity import matter_of
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.verdicts.fitting import Judged, Overruled, cause_of, drift_note, overruled
from summarizer.comparison.verdicts.ledger import Draft, Ledger, built, with_sides
from summarizer.comparison.verdicts.sides import sharpest, sides_of
from summarizer.comparison.weighing.proposing import Agreed
from summarizer.comparison.weighing.questions import Pairing, Question, class_of
from summarizer.comparison.weighing.weighing import Weighed
from summarizer.schema import Figure, Finding
from summarizer.terms import AS_READ, EXPLAINED, Cause, DecidedBy, FindingKind, Matter, Verdict
from summarizer.text import words

_OPEN = frozenset({Verdict.CONTRADICT, Verdict.UNSURE})
"""Verdicts under which a finding tells of every conflict in its question."""
_INTEREST = {"high": 0, "medium": 1, "low": 2}
UNEXPLAINED = "The program found this difference; no reading of the passages says whether both speak of the same matter."
_UNTOLD = "It gives no other reason."


def settle(ledger: Ledger, weighed: Sequence[Weighed], questions: Sequence[Question]) -> None:
    """Enter a finding for every question that was weighed, and for every conflict that is left."""
    by_question: dict[int, list[Weighed]] = defaultdict(list)
    for one in weighed:
        by_question[id(one.pair.question)].append(one)
    for question in questions:
        if id(question) in by_question:
            _settle_question(ledger, question, by_question[id(question)])
    for question in questions:
        settle_unexplained(ledger, question)
        settle_drift(ledger, question)


def _settle_question(ledger: Ledger, question: Question, weighed: Sequence[Weighed]) -> None:
    """Enter what was concluded of a question."""
    made = concluded(ledger, question, weighed)
    ledger.settled.update(id(candidate) for candidate in covered(question, weighed, made.finding.verdict))
    finding = ledger.add(made.finding)
    ledger.interest.setdefault(finding.finding_id, made.interest)


@dataclass(frozen=True)
class Concluded:
    """A finding that is not entered, and how much an editor would want to know it, 0 is most."""

    finding: Finding
    interest: int


def concluded(ledger: Ledger, question: Question, weighed: Sequence[Weighed]) -> Concluded:
    """One finding: the gravest verdict on any of its pairs, the pair it was given for first, then all other sides."""
    drafts = [(one, _draft(ledger, question, one)) for one in weighed]
    chosen, draft = min(drafts, key=lambda pair: AS_READ.index(pair[1].verdict))
    members = _members(question, chosen, weighed, draft.verdict)
    figures = chosen.pair.pairing.figures
    asked = (*question.requests, *(request for one in weighed for request in one.requests))
    draft = replace(draft, requests=tuple(dict.fromkeys(asked)))
    finding = built(sides_of(members, draft.kind, ledger, figures), draft)
    return Concluded(finding, _INTEREST[chosen.answer.interest])


def _members(question: Question, chosen: Weighed, weighed: Sequence[Weighed], verdict: Verdict) -> list[Row]:
    """The two statements that the verdict was given for, then the others that answer the question.

    An explanation holds for the pairs that were weighed; it takes in no statement that code finds in conflict beyond them.
    """
    pairing = chosen.pair.pairing
    seen = {row.index for one in weighed for row in (one.pair.pairing.left, one.pair.pairing.right)}
    open_ones = {
        row.index for p in question.pairings if p.is_conflict and verdict not in _OPEN for row in (p.left, p.right)
    } - seen
    rest = [row for row in question.rows() if row.index not in open_ones]
    return list(dict.fromkeys([pairing.left, pairing.right, *rest]))


def covered(question: Question, weighed: Sequence[Weighed], verdict: Verdict) -> list[Candidate]:
    """The candidates that the finding tells of: all of an open question, else those of the pairs that were weighed.

    What the same two articles say once more with the same values was weighed with them; an explanation that was given for a
    question of one kind explains no conflict of another.
    """
    shown = [one.pair.pairing for one in weighed]
    keys, values = {pairing.key for pairing in shown}, {_values(pairing) for pairing in shown} - {None}
    weighed_as = {(pairing.key, class_of(pairing)) for pairing in shown}

    def is_told(p: Pairing) -> bool:
        if verdict in _OPEN or _values(p) in values or (p.key, class_of(p)) in weighed_as:
            return True
        return p.key in keys and not p.is_conflict

    return [p.candidate for p in question.pairings if p.candidate and is_told(p)]


def _values(pairing: Pairing) -> frozenset[tuple[int, object, object]] | None:
    """Which article gives which value, where it is about figures."""
    if pairing.figures is None:
        return None
    sides = zip((pairing.left, pairing.right), pairing.figures, strict=True)
    return frozenset((row.article, figure.low, figure.high) for row, figure in sides)


def _draft(ledger: Ledger, question: Question, weighed: Weighed) -> Draft:
    """What the finding says, by the verdict on one of its pairs."""
    pairing, answer = weighed.pair.pairing, weighed.answer
    own = [p.candidate for p in question.pairings if p.candidate and p.key == pairing.key]
    conflicts = [c for c in own if c.found.conflict and (c.kind is pairing.kind or c.kind is not FindingKind.QUANTITY)]
    sure = answer.model_copy(update={"same": "yes"}) if weighed.second and _is_confirmed(weighed) else answer
    judged = Judged(sure, pairing.kind, pairing.left, pairing.right, pairing.figures, conflicts, ledger.summaries)
    other = overruled(judged) if _is_confirmed(weighed) else _unconfirmed(judged, weighed)
    verdict = other.verdict if other else judged.verdict
    says = "; ".join(filter(None, (other.says if other else None, _code_says(ledger, own))))
    return Draft(
        verdict=verdict,
        kind=pairing.kind,
        matter=Matter(answer.matter),
        question=ledger.in_names(pairing.asked or _stated(pairing)),
        why=_why(ledger, weighed),
        decided_by=DecidedBy.CODE if other and other.says else DecidedBy.BOTH if own else DecidedBy.MODEL,
        code_says=says or None,
        settle=_settled_by(ledger, weighed, other) if verdict is Verdict.UNSURE else None,
        second=Verdict(weighed.second.verdict) if weighed.second else None,
        cause=(other.cause if other else None) or cause_of(judged, verdict),
    )


def verdict_on(ledger: Ledger, weighed: Weighed) -> Verdict:
    """What is made of one pair that was weighed."""
    return _draft(ledger, weighed.pair.question, weighed).verdict


def _why(ledger: Ledger, weighed: Weighed) -> str:
    """The reason of the reading, and that of a second one which did not come to the same."""
    why, second = ledger.in_names(weighed.answer.why), weighed.second
    if second is None or _is_confirmed(weighed):
        return why
    return f"{why} A second reading did not confirm it: {ledger.in_names(second.why) or _UNTOLD}"


def _settled_by(ledger: Ledger, weighed: Weighed, other: Overruled | None) -> str | None:
    """What would settle it, as either reading says, else code."""
    told = weighed.answer.settle or (weighed.second.settle if weighed.second else None) or (other.settle if other else None)
    return ledger.in_names(told) if told else None


def _stated(pairing: Pairing) -> str:
    """A question that nobody put in words: what both figures count, else both statements."""
    return pairing.counted or f"{pairing.left.claim.statement} / {pairing.right.claim.statement}"


def _is_confirmed(weighed: Weighed) -> bool:
    """Nobody was asked a second time, or the second reading says the same."""
    second = weighed.second
    return second is None or (second.verdict == "contradict" and second.same == "yes")


def _unconfirmed(judged: Judged, weighed: Weighed) -> Overruled:
    """What is made of a contradiction that the first reading doubted and the second does not confirm."""
    second = weighed.second
    if second is not None and second.verdict == "differs" and second.same == "yes":
        return overruled(replace(judged, answer=second)) or Overruled(Verdict.DIFFERS, "")
    return Overruled(Verdict.UNSURE, "", second.settle if second else None)


def _code_says(ledger: Ledger, covered: Sequence[Candidate]) -> str | None:
    """What the checks found, each thing once, whichever side it was found from."""
    told: dict[frozenset[str], str] = {}
    for candidate in covered:
        why = ledger.in_names(candidate.found.why)
        told.setdefault(frozenset(words(why)), why)
    return "; ".join(told.values()) or None


def settle_unexplained(ledger: Ledger, question: Question) -> None:
    """What is left of a question's conflicts: one finding with all their sides, under the gravest verdict code comes to."""
    left = [c for c in question.candidates if c.found.conflict and id(c) not in ledger.settled]
    ledger.settled.update(id(candidate) for candidate in left)
    enter_as_one(ledger, [_unexplained(ledger, question, candidate) for candidate in left])


def enter_as_one(ledger: Ledger, findings: Sequence[Finding]) -> None:
    """Of findings that are one question enter the gravest, with the sides of all."""
    if findings:
        gravest = min(findings, key=lambda finding: AS_READ.index(finding.verdict))
        requests = tuple(request for finding in findings for request in finding.requests)
        ledger.add(with_sides(gravest, [side for finding in findings for side in finding.sides], requests))


def _unexplained(ledger: Ledger, question: Question, candidate: Candidate) -> Finding:
    """What code makes of a conflict that no reading explains: explained if dates or places tell how, else open."""
    pairing = next(p for p in question.pairings if p.candidate is candidate)
    figures = pairing.figures
    sides = sharpest(candidate.left, candidate.right, candidate.kind, ledger, figures)
    says = ledger.in_names(candidate.found.why)
    judged = alone(candidate, ledger.summaries, ledger.names)
    if judged is not None and judged.verdict in EXPLAINED:
        draft = Draft(
            judged.verdict, candidate.kind, judged.matter, judged.question, judged.why, DecidedBy.CODE, says, cause=judged.cause
        )
        return built(sides, replace(draft, requests=question.requests))
    matter = matter_of(candidate.kind, _figure_of(candidate.left, sides[0].item_id))
    draft = Draft(Verdict.UNSURE, candidate.kind, matter, _stated(pairing), UNEXPLAINED, DecidedBy.CODE, says, unweighed=True)
    return built(sides, replace(draft, requests=question.requests))


def _figure_of(row: Row, item_id: str) -> Figure | None:
    return next((figure for figure in row.figures if figure.item_id == item_id), None)


def settle_drift(ledger: Ledger, question: Question) -> None:
    """A quotation whose wording drifts from outlet to outlet, where no reading was asked about it: one finding."""
    left = [c for c in question.candidates if c.kind is FindingKind.QUOTATION and id(c) not in ledger.settled]
    enter_as_one(ledger, [finding for candidate in left if (finding := _drift(ledger, candidate)) is not None])


def _drift(ledger: Ledger, candidate: Candidate) -> Finding | None:
    left, right = candidate.left.attribution, candidate.right.attribution
    if left is None or right is None or not is_drift(left.content or "", right.content or ""):
        return None
    note = drift_note(left.content or "", right.content or "")
    why, question = f"{note[:1].upper()}{note[1:]}.", f"What were the words of {left.source}?"
    draft = Draft(Verdict.COMPATIBLE, candidate.kind, Matter.WORDING, question, why, DecidedBy.CODE, cause=Cause.WORDING)
    return built(sharpest(candidate.left, candidate.right, candidate.kind, ledger), draft)


def settle_agreements(ledger: Ledger, agreements: Iterable[Agreed]) -> list[str]:
    """Enter what several articles answer alike; returns the ids that the model used and that no row has."""
    unknown: list[str] = []
    for agreement in agreements:
        unknown.extend(name for name in agreement.answer.members if name not in ledger.rows)
        settle_agreement(ledger, agreement)
    return unknown


def settle_agreement(ledger: Ledger, agreement: Agreed) -> None:
    """Enter what several articles answer alike, if two do and nothing of it is in dispute."""
    members = [ledger.rows[name] for name in dict.fromkeys(agreement.answer.members) if name in ledger.rows]
    if len({row.article for row in members}) < 2 or in_dispute(ledger, members):  # noqa: PLR2004  agreement takes two
        return
    members.sort(key=lambda row: row.index)
    first = members[0]
    other = next(row for row in members if _origin(ledger, row) != _origin(ledger, first) or row.article != first.article)
    apart = next((row for row in members if _origin(ledger, row) != _origin(ledger, first)), other)
    ordered = [first, apart, *(row for row in members[1:] if row is not apart)]
    kind = FindingKind.QUANTITY if all(row.figures for row in members) else FindingKind.FACT
    question = ledger.in_names(agreement.answer.question)
    draft = Draft(Verdict.AGREE, kind, Matter.OTHER, question, "", DecidedBy.MODEL, requests=agreement.requests)
    ledger.add(built(sides_of(ordered, kind, ledger), draft))


def in_dispute(ledger: Ledger, members: Sequence[Row]) -> bool:
    """Code found a conflict between two of them, or a contradiction is told of two of them."""
    ids = frozenset(row.row_id for row in members)
    return any(c.found.conflict and c.joins(ids) for c in ledger.candidates) or any(
        {ledger.holders[side.item_id].row_id for side in finding.sides[:2]} <= ids
        for finding in ledger.findings.values()
        if finding.verdict is Verdict.CONTRADICT
    )


def _origin(ledger: Ledger, row: Row) -> str:
    return ledger.sources.of(row)[0]
