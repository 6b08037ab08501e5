"""Findings under construction: one record a question, ranked, with the origins behind its sides counted."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.compare.checks.candidates import Candidate
from summarizer.compare.checks.pairs import SAME_SPEAKER
from summarizer.compare.checks.severity import lowered, severity_of
from summarizer.compare.meeting.similar import speaker_likeness
from summarizer.compare.meeting.table import Row
from summarizer.compare.origins.finding import Sources
from summarizer.schema import Finding, Side, Summary
from summarizer.terms import SEVERITY_RANK, DecidedBy, FindingKind, Matter, Verdict

VERDICT_ORDER = (Verdict.CONTRADICT, Verdict.UNSURE, Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE, Verdict.AGREE)
_ROW_ID = re.compile(r"\b(A\d+)(?:\.\d+)?\b")
Values = tuple[FindingKind, frozenset[str], frozenset[str]]
"""What a conflict is about: its kind, its measure if it is of figures, and the two values in it, folded."""


@dataclass(frozen=True)
class Draft:
    """Everything a finding says but its sides."""

    verdict: Verdict
    kind: FindingKind
    matter: Matter
    question: str
    why: str
    decided_by: DecidedBy
    code_says: str | None = None
    settle: str | None = None
    second: Verdict | None = None


@dataclass
class Ledger:
    """The findings so far and what the model named that does not exist.

    Attributes:
        sources: what each statement goes back to.
        names: what a reader knows each article by, under its id in the table ("A2").
        unknown: ids the model used that no row has.
        told: the finding that tells of a conflict, by what it lays side by side.
        backed: ids of contradictions that a check in code and the model found alike, and that nothing speaks against.
    """

    rows: Mapping[str, Row]
    summaries: Sequence[Summary]
    sources: Sources
    candidates: Sequence[Candidate]
    names: Mapping[str, str]
    findings: dict[str, Finding] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    backed: set[str] = field(default_factory=set)
    told: dict[Values, str] = field(default_factory=dict)

    @functools.cached_property
    def places(self) -> dict[str, int]:
        """The place in the table of the first row that holds an item, by the item's id."""
        return {item_id: row.index for row in reversed(list(self.rows.values())) for item_id in row.item_ids()}

    def in_names(self, text: str) -> str:
        """The model's words with the articles' names in place of the table's ids, which no reader sees."""
        return _ROW_ID.sub(self._named, text)

    def _named(self, match: re.Match[str]) -> str:
        name = self.names.get(match.group(1))
        is_word_of_an_article = any(match.group() in summary.article.text for summary in self.summaries)
        return match.group() if name is None or is_word_of_an_article else name

    def add(self, finding: Finding) -> Finding:
        """Keep a finding; of two with the same two sides and kind the graver one, with the further sides of both."""
        known = self.findings.get(finding.finding_id)
        if known is not None:
            graver, other = sorted((known, finding), key=lambda f: VERDICT_ORDER.index(f.verdict))
            finding = with_sides(graver, other.sides)
        self.findings[finding.finding_id] = finding
        return finding

    def ranked(self) -> tuple[Finding, ...]:
        """All findings: the graver verdict, the higher severity, the earlier statement first."""
        return tuple(sorted(self.findings.values(), key=self._rank))

    def _rank(self, finding: Finding) -> tuple[int, int, int, str]:
        first = min(self.places[side.item_id] for side in finding.sides)
        return VERDICT_ORDER.index(finding.verdict), SEVERITY_RANK[finding.severity], first, finding.finding_id


def built(sides: Sequence[Side], draft: Draft) -> Finding:
    """A finding of these sides, the sharpest two first; its id rests on those two and on its kind."""
    first_two = sorted(side.item_id for side in sides[:2])
    within = sides[0].article_id == sides[1].article_id
    severity = severity_of(draft.verdict, draft.kind, draft.matter, (sides[0].value, sides[1].value))
    digest = hashlib.sha256("\x1f".join([*first_two, draft.kind]).encode()).hexdigest()[:12]
    return Finding(
        finding_id=f"f{digest}",
        verdict=draft.verdict,
        kind=draft.kind,
        severity=lowered(severity) if within else severity,
        matter=draft.matter,
        question=draft.question,
        why=draft.why,
        settle=draft.settle,
        decided_by=draft.decided_by,
        second=draft.second,
        code_says=draft.code_says,
        origins=count_origins(sides, draft.verdict),
        within_article=within,
        sides=tuple(sides),
    )


def rebuilt(finding: Finding, verdict: Verdict, why: str, settle: str | None, second: Verdict) -> Finding:
    """The same finding under another verdict."""
    draft = Draft(verdict, finding.kind, finding.matter, finding.question, why, finding.decided_by, finding.code_says)
    return built(finding.sides, replace(draft, settle=settle, second=second))


def with_sides(finding: Finding, sides: Iterable[Side]) -> Finding:
    """The finding with further sides behind its own, each once."""
    known = {side.item_id for side in finding.sides}
    whole = (*finding.sides, *(side for side in sides if side.item_id not in known))
    return finding.model_copy(update={"sides": whole, "origins": count_origins(whole, finding.verdict)})


def count_origins(sides: Sequence[Side], verdict: Verdict) -> int:
    """How many origins stand behind the sides. What several outlets have from one speaker confirms one another no further."""
    if verdict is Verdict.AGREE and _one_speaker(sides):
        return 1
    return len({side.origin for side in sides})


def _one_speaker(sides: Sequence[Side]) -> bool:
    first = sides[0].speaker
    return first is not None and all(speaker_likeness(first, side.speaker or "") >= SAME_SPEAKER for side in sides)
