"""Findings of two reports on the same question, and what became of those that are only in one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from summarizer.changes.matching import Edge, letters, matched
from summarizer.changes.pairing import Pairing
from summarizer.changes.records import Basis, FindingChange, Standing
from summarizer.review import SHARPEST, FindingState, Judgement, articles_of, as_read, decision_on, states
from summarizer.review.evidence import Grounds
from summarizer.schema import Finding, Report, ReviewRecord, Side
from summarizer.terms import SEVERITY_RANK, Verdict

UNCHANGED, SAME_ID, SAME_PASSAGES, SAME_QUESTION, SAME_WORDS = range(5)
"""How likely two findings are on one question, the likeliest first."""
_SAME = ("verdict", "severity", "cause")
_THEN = ("kind", "matter", "origins", "unweighed", "second", "question", "why")
_WHENEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_NOBODY = "-"
_GRAVE = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE)


class _One:
    """A report as findings are compared in it; its articles go by their ids of the new report."""

    def __init__(self, report: Report, review: ReviewRecord, ids: Mapping[str, str]) -> None:
        self.report = report
        self.findings = {finding.finding_id: finding for finding in report.findings}
        self.articles = articles_of(report)
        self.grounds = Grounds(report)
        self.states = states(report, review)
        self._ids = ids
        self.by_key = {ids.get(one, one): article for one, article in self.articles.items()}

    def article(self, side: Side) -> str:
        return self._ids.get(side.article_id, side.article_id)

    def key(self, side: Side) -> tuple[str, str]:
        return self.article(side), side.quote

    def standing(self, finding: Finding) -> Standing:
        return _standing(self.states[finding.finding_id])


def finding_changes(
    old: Report, new: Report, old_review: ReviewRecord, new_review: ReviewRecord, pairing: Pairing
) -> tuple[FindingChange, ...]:
    """The findings that differ: new contradictions first, then those gone, then the rest, each by severity."""
    ids = {left.article.article_id: right.article.article_id for left, right in pairing.pairs}
    before, after = _One(old, old_review, ids), _One(new, new_review, {})
    couples = matched(_edges(before, after))
    partner = {there: here for here, there in couples.items()}
    changes = []
    for finding in as_read(new):
        here = partner.get(finding.finding_id)
        change = (
            _changed(before, after, before.findings[here], finding) if here else _alone(finding, after, before, is_new=True)
        )
        changes += [change] if change else []
    changes += [_alone(one, before, after, is_new=False) for one in as_read(old) if one.finding_id not in couples]
    return tuple(sorted(changes, key=_weight))


def _weight(change: FindingChange) -> tuple[bool, bool, bool, int]:
    grave = any(one is not None and one.verdict in _GRAVE for one in (change.old, change.new))
    return (
        not change.is_new_contradiction,
        not change.is_gone_contradiction,
        not grave,
        SEVERITY_RANK[change.severity],
    )


def _edges(before: _One, after: _One) -> Iterator[Edge]:
    """The pairs that may be one question. The first kinds are found as a reviewer's decision finds its finding."""
    yield from _homes(before, after)
    yield from ((rank, old, new) for rank, new, old in _homes(after, before))
    yield from ((SAME_ID, one, one) for one in before.findings if one in after.findings)
    asked = _by(after.findings.values(), lambda one: (one.kind, letters(one.question)))
    for finding in before.findings.values():
        for other in asked[finding.kind, letters(finding.question)]:
            if {before.key(side) for side in finding.sides} & {after.key(side) for side in other.sides}:
                yield SAME_QUESTION, finding.finding_id, other.finding_id
    yield from _on_the_same_words(before, after)


def _homes(here: _One, there: _One) -> Iterator[tuple[int, str, str]]:
    for finding in here.findings.values():
        decision = decision_on(finding, here.articles, Judgement(), by=_NOBODY, at=_WHENEVER)
        home = there.grounds.home(decision)
        if home is not None and (home.stale_because is None or home.finding_id != finding.finding_id):
            rank = UNCHANGED if home.stale_because is None else SAME_PASSAGES
            yield rank, finding.finding_id, home.finding_id


def _on_the_same_words(before: _One, after: _One) -> Iterator[Edge]:
    """Of one kind, and the decisive words of both sharpest sides lie over each other: another model asked the same."""
    by_articles = _by(after.findings.values(), lambda one: _place(after, one))
    for finding in before.findings.values():
        for other in by_articles[_place(before, finding)]:
            if _overlap(before, after, finding, other):
                yield SAME_WORDS, finding.finding_id, other.finding_id


def _place(report: _One, finding: Finding) -> tuple[str, ...]:
    return finding.kind, *sorted(report.article(side) for side in finding.sides[:SHARPEST])


def _overlap(before: _One, after: _One, left: Finding, right: Finding) -> bool:
    ours, theirs = left.sides[:SHARPEST], right.sides[:SHARPEST]
    return any(
        all(_one_place(before, after, a, b) for a, b in zip(ours, order, strict=False)) for order in (theirs, theirs[::-1])
    )


def _one_place(before: _One, after: _One, left: Side, right: Side) -> bool:
    if before.article(left) != after.article(right):
        return False
    if before.articles[left.article_id].text != after.articles[right.article_id].text:
        return False
    return left.anchor_start < right.anchor_end and right.anchor_start < left.anchor_end


def _by(findings: Iterable[Finding], key: Callable[[Finding], Hashable]) -> Mapping[Hashable, list[Finding]]:
    found: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for one in findings:
        found[key(one)].append(one)
    return found


def _alone(finding: Finding, here: _One, there: _One, *, is_new: bool) -> FindingChange:
    """A finding that one report has, and why the other has none."""
    standing, basis = here.standing(finding), _basis(finding, here, there)
    if is_new:
        return FindingChange(new=finding, new_standing=standing, basis=basis)
    return FindingChange(old=finding, old_standing=standing, basis=basis)


def _changed(before: _One, after: _One, old: Finding, new: Finding) -> FindingChange | None:
    """What became of a finding; None if nothing did."""
    ours, theirs = {before.key(side) for side in old.sides}, {after.key(side) for side in new.sides}
    sharpest = [{one.key(side) for side in finding.sides[:SHARPEST]} for one, finding in ((before, old), (after, new))]
    told = {
        "standing": before.standing(old) is not after.standing(new),
        "sides": ours != theirs,
        "sharpest": sharpest[0] != sharpest[1],
    }
    fields = (
        *(name for name in _SAME if getattr(old, name) != getattr(new, name)),
        *(name for name, differs in told.items() if differs),
        *(name for name in _THEN if getattr(old, name) != getattr(new, name)),
    )
    if not fields:
        return None
    return FindingChange(
        old=old,
        new=new,
        old_standing=before.standing(old),
        new_standing=after.standing(new),
        fields=fields,
        lost=tuple(side for side in old.sides if before.key(side) not in theirs),
        gained=tuple(side for side in new.sides if after.key(side) not in ours),
        basis=max((_basis(old, before, after), _basis(new, after, before)), key=_BASES.index),
    )


_BASES = (Basis.READING, Basis.TEXT, Basis.ARTICLES)


def _basis(finding: Finding, here: _One, there: _One) -> Basis:
    """Whether its sharpest quotes stand in the other report's articles."""
    found = Basis.READING
    for side in finding.sides[:SHARPEST]:
        article = there.by_key.get(here.article(side))
        if article is None:
            return Basis.ARTICLES
        if side.quote not in article.text:
            found = Basis.TEXT
    return found


def _standing(state: FindingState) -> Standing:
    if state.is_disputed:
        return Standing.DISPUTED
    if state.ruling is not None:
        return Standing(state.ruling.value)
    return Standing.STALE if state.is_stale else Standing.UNDECIDED
