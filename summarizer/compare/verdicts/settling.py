"""From the model's answer and the code's candidates to findings with both quotes.

The model may explain a conflict that code found, it may not hide one: a conflict nobody explains becomes a finding
of its own. The model may not call figures contradictory whose intervals share a value: code has the last word there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.answers import AgreementAnswer, ComparisonAnswer, QuestionAnswer
from summarizer.compare.alone.judging import alone
from summarizer.compare.checks.candidates import Candidate
from summarizer.compare.checks.severity import matter_of
from summarizer.compare.meeting.similar import measure_key
from summarizer.compare.meeting.table import Row
from summarizer.compare.verdicts.fitting import Judged, is_backed, overruled
from summarizer.compare.verdicts.ledger import Draft, Ledger, Values, built, with_sides
from summarizer.compare.verdicts.sides import sharpest, sides_of
from summarizer.schema import Figure, Finding
from summarizer.terms import DecidedBy, FindingKind, Matter, Verdict
from summarizer.text import fold, words

_EXPLAINED = frozenset({Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE})
UNEXPLAINED = "The program found this difference; the model did not say whether both speak of the same matter."


def settle(ledger: Ledger, answers: Iterable[tuple[ComparisonAnswer, Sequence[Candidate]]]) -> None:
    """Enter all findings. Each answer comes with the candidates that were shown for it, in that order."""
    answers = list(answers)
    for answer, shown in answers:
        for question in answer.questions:
            _settle_question(ledger, question, shown)
    _settle_unexplained(ledger)
    for answer, _ in answers:
        for agreement in answer.agreements:
            _settle_agreement(ledger, agreement)


def _settle_question(ledger: Ledger, question: QuestionAnswer, shown: Sequence[Candidate]) -> None:
    named = list(dict.fromkeys([question.left, question.right, *question.others]))
    ledger.unknown.extend(name for name in named if name not in ledger.rows)
    members = [ledger.rows[name] for name in named if name in ledger.rows]
    ids = frozenset(row.row_id for row in members)
    named_candidates = {id(shown[n]) for n in _candidate_numbers(question.candidates) if n < len(shown)}
    kind = FindingKind(question.kind)
    covered = [c for c in ledger.candidates if id(c) in named_candidates or (c.joins(ids) and _is_about(c, kind))]
    for candidate in covered:
        members.extend(r for r in (candidate.left, candidate.right) if r.row_id not in ids)
    members = list(dict.fromkeys(members))
    if len(members) < 2:  # noqa: PLR2004  a difference has two sides
        return
    ledger.settled.update(id(c) for c in covered)
    _enter(ledger, question, members, covered)


def _is_about(candidate: Candidate, kind: FindingKind) -> bool:
    """A question settles what it does not name if it is of the same kind; a hint asks for no answer of its own."""
    return candidate.kind is kind or not candidate.found.conflict


def _candidate_numbers(names: Iterable[str]) -> set[int]:
    """Positions, from 0, of candidates named "c1", "c2" and so on."""
    return {int(name[1:]) - 1 for name in names if name[:1] == "c" and name[1:].isdecimal() and int(name[1:]) > 0}


def _enter(ledger: Ledger, question: QuestionAnswer, members: Sequence[Row], covered: Sequence[Candidate]) -> None:
    conflicts = [c for c in covered if c.found.conflict]
    members = _sharpest_first(question, members, conflicts)
    judged = Judged(question, members[0], members[1], conflicts, ledger.summaries)
    other = overruled(judged)
    asked, why = (ledger.in_names(text) for text in (question.question, question.why))
    says = _code_says(ledger, covered)
    by = DecidedBy.BOTH if covered else DecidedBy.MODEL
    settle_by = ledger.in_names(question.settle) if question.settle else None
    draft = Draft(judged.verdict, judged.kind, Matter(question.matter), asked, why, by, says, settle_by)
    if other is not None:
        whole = "; ".join(filter(None, (other.says, says)))
        settle_by = settle_by or other.settle
        draft = replace(draft, verdict=other.verdict, decided_by=DecidedBy.CODE, code_says=whole, settle=settle_by)
    found = next((c.found for c in conflicts if c.kind is judged.kind and c.is_of(*members[:2])), None)
    finding = ledger.add(built(sides_of(members, judged.kind, ledger, found), draft))
    for candidate in conflicts:
        ledger.told.setdefault(_values(candidate), finding.finding_id)
    if finding.verdict is Verdict.CONTRADICT and is_backed(judged):
        ledger.backed.add(finding.finding_id)


def _code_says(ledger: Ledger, covered: Sequence[Candidate]) -> str | None:
    """What the checks found, each thing once, whichever side it was found from."""
    told: dict[frozenset[str], str] = {}
    for candidate in covered:
        why = ledger.in_names(candidate.found.why)
        told.setdefault(frozenset(words(why)), why)
    return "; ".join(told.values()) or None


def _sharpest_first(question: QuestionAnswer, members: Sequence[Row], conflicts: Sequence[Candidate]) -> list[Row]:
    """Of figures that contradict each other, two that share no value stand first."""
    if Verdict(question.verdict) is Verdict.CONTRADICT and FindingKind(question.kind) is FindingKind.QUANTITY:
        of_figures = [c for c in conflicts if c.kind is FindingKind.QUANTITY]
        if of_figures and not any(c.is_of(*members[:2]) for c in of_figures):
            return list(dict.fromkeys([of_figures[0].left, of_figures[0].right, *members]))
    return list(members)


def _settle_unexplained(ledger: Ledger) -> None:
    """A conflict that nobody explained is reported; what lays the same two values side by side and stands alike is one finding.

    What is open or contradictory takes in further articles with the same values. An explanation does not: it was
    given for other articles, and holds for these only if code comes to it too.
    """
    for candidate in ledger.candidates:
        if not candidate.found.conflict or id(candidate) in ledger.settled:
            continue
        finding, values = _unexplained(ledger, candidate), _values(candidate)
        known = ledger.findings.get(ledger.told.get(values, ""))
        if known is None or known.verdict not in {finding.verdict, Verdict.CONTRADICT, Verdict.UNSURE}:
            ledger.told[values] = ledger.add(finding).finding_id
        else:
            ledger.findings[known.finding_id] = with_sides(known, finding.sides)


def _values(candidate: Candidate) -> Values:
    """What a conflict lays side by side, and of which measure, whichever articles tell it."""
    figure = next((f for f in candidate.left.figures if f.figure == candidate.found.left), None)
    measure = measure_key(figure.measure) if figure and candidate.kind is FindingKind.QUANTITY else frozenset()
    return candidate.kind, measure, frozenset(fold(value).text for value in (candidate.found.left, candidate.found.right))


def _unexplained(ledger: Ledger, candidate: Candidate) -> Finding:
    """What code makes of a conflict that the model passed over: explained if dates or places tell how, else open."""
    sides = sharpest(candidate.left, candidate.right, candidate.kind, ledger, candidate.found)
    says = ledger.in_names(candidate.found.why)
    judged = alone(candidate, ledger.summaries)
    if judged is not None and judged.verdict in _EXPLAINED:
        draft = Draft(judged.verdict, candidate.kind, judged.matter, judged.question, judged.why, DecidedBy.CODE, says)
        return built(sides, draft)
    question = f"{candidate.left.claim.statement} / {candidate.right.claim.statement}"
    matter = matter_of(candidate.kind, _figure_of(candidate.left, sides[0].item_id))
    return built(sides, Draft(Verdict.UNSURE, candidate.kind, matter, question, UNEXPLAINED, DecidedBy.CODE, says))


def _figure_of(row: Row, item_id: str) -> Figure | None:
    return next((figure for figure in row.figures if figure.item_id == item_id), None)


def _settle_agreement(ledger: Ledger, agreement: AgreementAnswer) -> None:
    members = [ledger.rows[name] for name in dict.fromkeys(agreement.members) if name in ledger.rows]
    ledger.unknown.extend(name for name in agreement.members if name not in ledger.rows)
    if len({row.article for row in members}) < 2 or _in_dispute(ledger, members):  # noqa: PLR2004  agreement takes two
        return
    members.sort(key=lambda row: row.index)
    first = members[0]
    other = next(row for row in members if _origin(ledger, row) != _origin(ledger, first) or row.article != first.article)
    apart = next((row for row in members if _origin(ledger, row) != _origin(ledger, first)), other)
    ordered = [first, apart, *(row for row in members[1:] if row is not apart)]
    kind = FindingKind.QUANTITY if all(row.figures for row in members) else FindingKind.FACT
    draft = Draft(Verdict.AGREE, kind, Matter.OTHER, ledger.in_names(agreement.question), "", DecidedBy.MODEL)
    ledger.add(built(sides_of(ordered, kind, ledger), draft))


def _in_dispute(ledger: Ledger, members: Sequence[Row]) -> bool:
    ids = frozenset(row.row_id for row in members)
    return any(c.found.conflict and c.joins(ids) for c in ledger.candidates)


def _origin(ledger: Ledger, row: Row) -> str:
    return ledger.sources.of(row)[0]
