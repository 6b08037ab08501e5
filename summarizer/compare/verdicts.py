"""From the model's answer and the code's candidates to findings with both quotes.

The model may explain a conflict that code found, it may not hide one: a conflict nobody explains becomes a finding
of its own. The model may not call figures contradictory whose intervals share a value: code has the last word there.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.answers import AgreementAnswer, ComparisonAnswer, QuestionAnswer
from summarizer.compare.candidates import Candidate
from summarizer.compare.checks import as_quantity
from summarizer.compare.similar import same_measure
from summarizer.compare.table import Row
from summarizer.quantities import disjoint
from summarizer.schema import Attribution, Claim, Figure, Finding, Side, Summary
from summarizer.terms import SEVERITY_RANK, DecidedBy, FindingKind, Severity, Verdict

_VERDICT_ORDER = (Verdict.CONTRADICT, Verdict.UNSURE, Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE, Verdict.AGREE)
_ROW_ID = re.compile(r"\b(A\d+)(?:\.\d+)?\b")
UNEXPLAINED = "The program found this difference; the model did not say whether both speak of the same matter."


@dataclass
class Ledger:
    """Findings under construction and what the model named that does not exist.

    Attributes:
        origins: the origin's id of each article's id.
        names: what a reader knows each article by, under its id in the table ("A2").
        unknown: ids the model used that no row has.
    """

    rows: Mapping[str, Row]
    summaries: Sequence[Summary]
    origins: Mapping[str, str]
    candidates: Sequence[Candidate]
    names: Mapping[str, str]
    findings: dict[str, Finding] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)

    @functools.cached_property
    def places(self) -> dict[str, int]:
        """The place in the table of the first row that holds an item, by the item's id."""
        return {item_id: row.index for row in reversed(list(self.rows.values())) for item_id in _items(row)}

    def in_names(self, text: str) -> str:
        """The model's words with the articles' names in place of the table's ids, which no reader sees."""
        return _ROW_ID.sub(self._named, text)

    def _named(self, match: re.Match[str]) -> str:
        name = self.names.get(match.group(1))
        is_word_of_an_article = any(match.group() in summary.article.text for summary in self.summaries)
        return match.group() if name is None or is_word_of_an_article else name

    def add(self, finding: Finding) -> None:
        """Keep a finding; of two with the same two sides and kind the graver one, with the further sides of both."""
        known = self.findings.get(finding.finding_id)
        if known is None:
            self.findings[finding.finding_id] = finding
            return
        graver, other = sorted((known, finding), key=lambda f: _VERDICT_ORDER.index(f.verdict))
        self.findings[finding.finding_id] = with_sides(graver, other.sides, self.origins)


def settle(ledger: Ledger, answers: Iterable[tuple[ComparisonAnswer, Sequence[Candidate]]]) -> tuple[Finding, ...]:
    """All findings, gravest first. Each answer comes with the candidates that were shown for it, in that order."""
    answers = list(answers)
    for answer, shown in answers:
        for question in answer.questions:
            _settle_question(ledger, question, shown)
    for candidate in ledger.candidates:
        if candidate.found.conflict and id(candidate) not in ledger.settled:
            ledger.add(_unexplained(ledger, candidate))
    for answer, _ in answers:
        for agreement in answer.agreements:
            _settle_agreement(ledger, agreement)
    return tuple(sorted(ledger.findings.values(), key=lambda f: rank(f, ledger)))


def with_sides(finding: Finding, sides: Iterable[Side], origins: Mapping[str, str]) -> Finding:
    """The finding with further sides behind its own, each once."""
    known = {side.item_id for side in finding.sides}
    whole = (*finding.sides, *(side for side in sides if side.item_id not in known))
    return finding.model_copy(update={"sides": whole, "origins": len({origins[side.article_id] for side in whole})})


def rank(finding: Finding, ledger: Ledger) -> tuple[int, int, int, str]:
    """Sorts findings: the graver verdict, the higher severity, the earlier statement first."""
    first = min(ledger.places[side.item_id] for side in finding.sides)
    return _VERDICT_ORDER.index(finding.verdict), SEVERITY_RANK[finding.severity], first, finding.finding_id


def _items(row: Row) -> Iterable[str]:
    yield row.claim.item_id
    yield from (figure.item_id for figure in row.figures)
    if row.attribution:
        yield row.attribution.item_id


def _settle_question(ledger: Ledger, question: QuestionAnswer, shown: Sequence[Candidate]) -> None:
    named = list(dict.fromkeys([question.left, question.right, *question.others]))
    ledger.unknown.extend(name for name in named if name not in ledger.rows)
    members = [ledger.rows[name] for name in named if name in ledger.rows]
    ids = frozenset(row.row_id for row in members)
    named_candidates = {shown[n] for n in _candidate_numbers(question.candidates) if n < len(shown)}
    covered = [c for c in ledger.candidates if c in named_candidates or c.joins(ids)]
    for candidate in covered:
        members.extend(r for r in (candidate.left, candidate.right) if r.row_id not in ids)
    members = list(dict.fromkeys(members))
    if len(members) < 2:  # noqa: PLR2004  a difference has two sides
        return
    ledger.settled.update(id(c) for c in covered)
    ledger.add(_finding(ledger, question, members, covered))


def _candidate_numbers(names: Iterable[str]) -> set[int]:
    """Positions, from 0, of candidates named "c1", "c2" and so on."""
    return {int(name[1:]) - 1 for name in names if name[:1] == "c" and name[1:].isdecimal() and int(name[1:]) > 0}


def _finding(ledger: Ledger, question: QuestionAnswer, members: Sequence[Row], covered: Sequence[Candidate]) -> Finding:
    kind, verdict = FindingKind(question.kind), Verdict(question.verdict)
    decided, says = (DecidedBy.BOTH if covered else DecidedBy.MODEL), _code_says(ledger, covered)
    overlap = _shared_value(members[0], members[1])
    if verdict is Verdict.CONTRADICT and kind is FindingKind.QUANTITY and overlap:
        disjoint_pair = next((c for c in covered if c.found.conflict and c.kind is FindingKind.QUANTITY), None)
        if disjoint_pair is None:
            verdict, decided, says = Verdict.COMPATIBLE, DecidedBy.CODE, overlap
        else:
            members = list(dict.fromkeys([disjoint_pair.left, disjoint_pair.right, *members]))
    sides = _sides(members, kind, ledger)
    asked, why = (ledger.in_names(text) for text in (question.question, question.why))
    return built(ledger, sides, verdict, kind, Severity(question.severity), asked, why, decided, says)


def _code_says(ledger: Ledger, covered: Sequence[Candidate]) -> str | None:
    """What the checks found, each thing once."""
    return "; ".join(dict.fromkeys(ledger.in_names(c.found.why) for c in covered)) or None


def _shared_value(left: Row, right: Row) -> str | None:
    """Why the figures of two rows can both hold, if every pair of figures that measures the same shares a value."""
    pairs = [(a, b) for a in left.figures for b in right.figures if not a.vague and not b.vague]
    verdicts = [(_apart(a, b), a, b) for a, b in pairs]
    if not verdicts or any(apart is not False for apart, _, _ in verdicts):
        return None
    _, a, b = verdicts[0]
    return f"“{a.figure}” and “{b.figure}” can both be right: the intervals they mean share values"


def built(  # noqa: PLR0913, PLR0917  one place where a finding is put together
    ledger: Ledger,
    sides: Sequence[Side],
    verdict: Verdict,
    kind: FindingKind,
    severity: Severity,
    question: str,
    why: str,
    decided_by: DecidedBy,
    code_says: str | None,
) -> Finding:
    """A finding of these sides, the sharpest two first; its id rests on those two and on its kind."""
    first_two = sorted(side.item_id for side in sides[:2])
    digest = hashlib.sha256("\x1f".join([*first_two, kind]).encode()).hexdigest()[:12]
    return Finding(
        finding_id=f"f{digest}",
        verdict=verdict,
        kind=kind,
        severity=severity,
        question=question,
        why=why,
        decided_by=decided_by,
        code_says=code_says,
        origins=len({ledger.origins[side.article_id] for side in sides}),
        within_article=sides[0].article_id == sides[1].article_id,
        sides=tuple(sides),
    )


def _unexplained(ledger: Ledger, candidate: Candidate) -> Finding:
    sides = _sharpest(candidate.left, candidate.right, candidate.kind, ledger)
    question = f"{candidate.left.claim.statement} / {candidate.right.claim.statement}"
    severity = Severity.MEDIUM
    says = ledger.in_names(candidate.found.why)
    return built(ledger, sides, Verdict.UNSURE, candidate.kind, severity, question, UNEXPLAINED, DecidedBy.CODE, says)


def _settle_agreement(ledger: Ledger, agreement: AgreementAnswer) -> None:
    members = [ledger.rows[name] for name in dict.fromkeys(agreement.members) if name in ledger.rows]
    ledger.unknown.extend(name for name in agreement.members if name not in ledger.rows)
    if len({row.article for row in members}) < 2 or _in_dispute(ledger, members):  # noqa: PLR2004  agreement takes two
        return
    members.sort(key=lambda row: row.index)
    other = next(
        row for row in members if _origin(ledger, row) != _origin(ledger, members[0]) or row.article != members[0].article
    )
    apart = next((row for row in members if _origin(ledger, row) != _origin(ledger, members[0])), other)
    ordered = [members[0], apart, *(row for row in members[1:] if row is not apart)]
    kind = FindingKind.QUANTITY if all(row.figures for row in members) else FindingKind.FACT
    sides = _sides(ordered, kind, ledger)
    ledger.add(built(ledger, sides, Verdict.AGREE, kind, Severity.LOW, agreement.question, "", DecidedBy.MODEL, None))


def _in_dispute(ledger: Ledger, members: Sequence[Row]) -> bool:
    ids = frozenset(row.row_id for row in members)
    return any(c.found.conflict and c.joins(ids) for c in ledger.candidates)


def _origin(ledger: Ledger, row: Row) -> str:
    return ledger.origins[ledger.summaries[row.article].article.article_id]


def _sides(members: Sequence[Row], kind: FindingKind, ledger: Ledger) -> list[Side]:
    """The two sharpest first; where the finding is about figures, each with the figure that it is about."""
    first = _sharpest(members[0], members[1], kind, ledger)
    about = next((f for f in members[0].figures if f.item_id == first[0].item_id), None)
    return [*first, *(side_of(row, kind, _likest(row, about), ledger) for row in members[2:])]


def _likest(row: Row, about: Figure | None) -> Figure | None:
    """The row's figure that measures what the finding is about; None if none does."""
    alike = [(f, _measures_alike(f, about)) for f in row.figures] if about else []
    best, likeness = max(alike, key=lambda pair: pair[1], default=(None, 0.0))
    return best if likeness > 0 else None


def _sharpest(left: Row, right: Row, kind: FindingKind, ledger: Ledger) -> list[Side]:
    """The two sides with the figures that differ, where the finding is about figures."""
    if kind is FindingKind.QUANTITY and left.figures and right.figures:
        pairs = [(a, b) for a in left.figures for b in right.figures]
        a, b = max(pairs, key=lambda p: (_measures_alike(*p), _apart(*p) is True))
        return [side_of(left, kind, a, ledger), side_of(right, kind, b, ledger)]
    return [side_of(row, kind, next(iter(row.figures), None), ledger) for row in (left, right)]


def _apart(left: Figure, right: Figure) -> bool | None:
    return disjoint(as_quantity(left), as_quantity(right), same_measure=True)


def _measures_alike(left: Figure, right: Figure) -> float:
    return same_measure(f"{left.measure} {left.of or ''}", f"{right.measure} {right.of or ''}")


def side_of(row: Row, kind: FindingKind, figure: Figure | None, ledger: Ledger) -> Side:
    """One side of a finding, with the evidence that fits its kind."""
    item, value = _evidence(row, kind, figure)
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
