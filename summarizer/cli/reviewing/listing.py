"""Findings as a table of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarizer.cli.reviewing.blocks import shown, table
from summarizer.reporting.findings import VERDICTS, Numbered
from summarizer.reporting.phrases import count, listed
from summarizer.reporting.reviewed import REASONS, share_told
from summarizer.review import Disagreement, FindingState, counted, disagreements, states
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import AS_READ, Ruling

HEADS = ("", "findings", *(ruling.value for ruling in Ruling), "disputed", "stale", "open", "new")
"""What a line of the statistics counts; open are also those that are disputed or stale."""
NUMBERS = frozenset(range(1, len(HEADS)))


def rows_of(findings: Sequence[Numbered], states: Mapping[str, FindingState]) -> list[str]:
    """A line a finding: number in the report, id, severity, verdict, what became of it, question."""
    return table([_row(one, states[one.finding.finding_id]) for one in findings], right=frozenset({0}))


def _row(one: Numbered, state: FindingState) -> tuple[str, ...]:
    finding = one.finding
    verdict = VERDICTS[finding.verdict]
    return (str(one.number), finding.finding_id, finding.severity.value, verdict, became(state), shown(finding.question))


def became(state: FindingState) -> str:
    """In two words: "open", "new", "confirmed", "dismissed (rounding)", "disputed", "out of date"."""
    if state.is_disputed:
        return "disputed"
    if state.ruling:
        reason = next((one.reason for one in state.holding if one.reason and one.ruling is state.ruling), None)
        return f"{state.ruling.value} ({reason.value.replace('_', ' ')})" if reason else state.ruling.value
    if state.is_stale:
        return "out of date"
    return "new" if state.is_new else "open"


def stats_of(report: Report, review: ReviewRecord) -> Iterator[str]:
    """How much is decided, verdict by verdict; what share was confirmed; why what was dismissed was; who decided."""
    reached = states(report, review)
    by_verdict = {
        verdict: [reached[one.finding_id] for one in report.findings if one.verdict is verdict] for verdict in AS_READ
    }
    rows = [_counts(VERDICTS[verdict], found) for verdict, found in by_verdict.items() if found]
    yield from table([HEADS, *rows, _counts("all", list(reached.values()))], right=NUMBERS)
    counts = counted(report, review)
    yield ""
    yield f"Confirmed of the contradictions that were confirmed or dismissed: {share_told(counts.contradictions)}"
    yield f"The same of all that was ever decided here, earlier runs included: {share_told(counts.contradictions_ever)}"
    reasons = Counter(one.reason for one in review.decisions if one.reason)
    if reasons:
        yield f"Dismissed because: {'; '.join(f'{REASONS[reason]} {number}' for reason, number in reasons.most_common())}"
    people = Counter(one.by for one in review.decisions if not one.is_taken_back)
    if people:
        yield f"Decisions and notes: {listed([f'{shown(name)} {number}' for name, number in sorted(people.items())])}"
    for one in disagreements(review):
        yield f"Disagreement on {disagreement_told(one)}"
    if counts.orphans:
        yield f"{count(counts.orphans, 'decision')} on findings that this report does not have"


def disagreement_told(one: Disagreement, where: str = "") -> str:
    """Which finding, and who ruled how."""
    told = "; ".join(f"{shown(each.by)} {each.ruling}" for each in one.decisions)
    return f"{one.finding_id}{where}, {shown(one.question)}: {told}"


def _counts(name: str, found: Sequence[FindingState]) -> tuple[str, ...]:
    settled = [one.settled for one in found]
    numbers = (len(found), *(settled.count(ruling) for ruling in Ruling))
    others = (sum(one.is_disputed for one in found), sum(one.is_stale for one in found), settled.count(None))
    return (name, *(str(number) for number in (*numbers, *others)), str(sum(one.is_new for one in found)))
