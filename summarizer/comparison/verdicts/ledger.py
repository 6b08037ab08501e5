"""Findings under construction: one record a question, ranked, with the origins behind its sides counted."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.checks.pairs import SAME_SPEAKER
from summarizer.comparison.checks.severity import lowered, severity_of
from summarizer.comparison.judge import Requests
from summarizer.comparison.meeting.similar import speaker_likeness
from summarizer.comparison.meeting.standing import Standing
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.origins.finding import Sources
from summarizer.digests import finding_id
from summarizer.schema import Finding, Side, Summary
from summarizer.terms import AS_READ, SEVERITY_RANK, Cause, DecidedBy, FindingKind, Matter, Verdict

_ROW_ID = re.compile(r"\b(A\d+)(?:\.\d+)?\b")


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
    cause: Cause | None = None
    unweighed: bool = False
    requests: Requests = ()


@dataclass
class Ledger:
    """The findings so far and what the model named that does not exist.

    Attributes:
        sources: what each statement goes back to.
        names: what a reader knows each article by, under its id in the table ("A2").
        standing: how high each statement stands in its article, and whether it is background.
        settled: candidates that a finding tells of, by identity.
        interest: how much an editor would want to know a finding, by the model's reading; 0 is most.
    """

    rows: Mapping[str, Row]
    summaries: Sequence[Summary]
    sources: Sources
    candidates: Sequence[Candidate]
    names: Mapping[str, str]
    standing: Standing
    findings: dict[str, Finding] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    interest: dict[str, int] = field(default_factory=dict)

    @functools.cached_property
    def holders(self) -> dict[str, Row]:
        """The first row of the table that holds an item, by the item's id."""
        return {item_id: row for row in reversed(list(self.rows.values())) for item_id in row.item_ids()}

    def in_names(self, text: str) -> str:
        """The model's words with the articles' names in place of the table's ids, which no reader sees."""
        return _ROW_ID.sub(self._named, text)

    def _named(self, match: re.Match[str]) -> str:
        name = self.names.get(match.group(1))
        return match.group() if name is None or match.group() in self._like_ids else name

    @functools.cached_property
    def _like_ids(self) -> frozenset[str]:
        """Words of the articles that look like ids of the table, such as a road's name."""
        return frozenset(match.group() for summary in self.summaries for match in _ROW_ID.finditer(summary.article.text))

    def add(self, finding: Finding) -> Finding:
        """Keep a finding. One with the same sides and kind as another is that one: the graver stays, with all sides.

        Of two questions that begin with one statement the second gets an id that names its second side as well.
        """
        finding = self._placed(finding)
        known = self.findings.get(finding.finding_id)
        if known is not None and not _same_sides(known, finding):
            finding = finding.model_copy(update={"finding_id": _id_of(finding, whole=True)})
            known = self.findings.get(finding.finding_id)
        if known is not None:
            graver, other = sorted((known, finding), key=lambda f: AS_READ.index(f.verdict))
            finding = with_sides(graver, other.sides, other.requests)
        self.findings[finding.finding_id] = finding
        return finding

    def _placed(self, finding: Finding) -> Finding:
        """The finding with its id, and with what its place in the articles makes of it."""
        sides = sorted(finding.sides, key=self._order)
        background = all(self.standing.is_background(self.holders[side.item_id]) for side in finding.sides[:2])
        severity = lowered(finding.severity) if background else finding.severity
        told_first = finding.model_copy(update={"sides": tuple(sides)})
        found = {"background": background, "severity": severity, "finding_id": _id_of(told_first)}
        return finding.model_copy(update=found)

    def _order(self, side: Side) -> tuple[str, int, int]:
        """The order in which the articles were written, as far as their dates tell, then that of the table."""
        row = self.holders[side.item_id]
        return str(self.summaries[row.article].article.published or "9999"), row.index, side.start

    def ranked(self) -> tuple[Finding, ...]:
        """All findings: the graver verdict, today's before background, the higher severity, what stands high first."""
        return tuple(sorted(self.findings.values(), key=self._rank))

    def _rank(self, finding: Finding) -> tuple[int, bool, int, int, float, str]:
        depth = sum(self.standing.depth(self.holders[side.item_id]) for side in finding.sides[:2])
        interest = self.interest.get(finding.finding_id, 1)
        graver = AS_READ.index(finding.verdict)
        return graver, finding.background, SEVERITY_RANK[finding.severity], interest, depth, finding.finding_id


def _id_of(finding: Finding, *, whole: bool = False) -> str:
    """An id that rests on the kind and on the side that was told first, so that a further article leaves it as it is."""
    items = [side.item_id for side in finding.sides[: 2 if whole else 1]]
    return finding_id(items, finding.kind)


def _same_sides(left: Finding, right: Finding) -> bool:
    return {side.item_id for side in left.sides[:2]} == {side.item_id for side in right.sides[:2]}


def built(sides: Sequence[Side], draft: Draft) -> Finding:
    """A finding of these sides, the sharpest two first; it gets its id when it is entered."""
    within = sides[0].article_id == sides[1].article_id
    severity = severity_of(draft.verdict, draft.kind, draft.matter, (sides[0].value, sides[1].value))
    return Finding(
        finding_id="",
        verdict=draft.verdict,
        kind=draft.kind,
        severity=lowered(severity) if within else severity,
        matter=draft.matter,
        question=draft.question,
        why=draft.why,
        cause=draft.cause,
        settle=draft.settle,
        decided_by=draft.decided_by,
        second=draft.second,
        code_says=draft.code_says,
        origins=count_origins(sides, draft.verdict),
        within_article=within,
        unweighed=draft.unweighed,
        requests=draft.requests,
        sides=tuple(sides),
    )


def with_sides(finding: Finding, sides: Iterable[Side], requests: Requests = ()) -> Finding:
    """The finding with further sides behind its own, each once, and with the requests that they rest on."""
    known = {side.item_id for side in finding.sides}
    others = {side.item_id: side for side in reversed(list(sides)) if side.item_id not in known}
    whole = (*finding.sides, *reversed(others.values()))
    asked = tuple(dict.fromkeys((*finding.requests, *requests)))
    return finding.model_copy(update={"sides": whole, "origins": count_origins(whole, finding.verdict), "requests": asked})


def count_origins(sides: Sequence[Side], verdict: Verdict) -> int:
    """How many origins stand behind the sides. What several outlets have from one speaker confirms one another no further."""
    if verdict is Verdict.AGREE and _one_speaker(sides):
        return 1
    return len({side.origin for side in sides})


def _one_speaker(sides: Sequence[Side]) -> bool:
    first = sides[0].speaker
    return first is not None and all(speaker_likeness(first, side.speaker or "") >= SAME_SPEAKER for side in sides)
