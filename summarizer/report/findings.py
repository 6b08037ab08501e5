"""The findings in Markdown: contradictions in full, everything else short enough to skim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap

from summarizer.report.escape import code, escape
from summarizer.report.phrases import count, joined, sentence
from summarizer.report.places import Places, quoted, quoted_short
from summarizer.schema import Finding, Origin, Report, Side
from summarizer.terms import AS_READ, Cause, DecidedBy, Verdict

INDEPENDENT = 2
"""From how many origins on an agreement is a confirmation."""

MOST_SIDES = 10
"""Passages of one finding that a reader is shown; all stand in report.json."""

MOST_DIFFERING = 10
"""Differences in the telling that a reader is shown."""

CAUSES = {
    Cause.AS_OF: "each holds at another time",
    Cause.EVENT: "another event",
    Cause.COUNTED_WHAT: "another thing is counted",
    Cause.COUNTED_WHO: "another group is counted",
    Cause.PLACE: "another place, or a part of it",
    Cause.DEFINITION: "another definition",
    Cause.SOURCE: "another source",
    Cause.ROUNDING: "rounding",
    Cause.WORDING: "other words for the same",
}

MEANINGS = {
    Verdict.UPDATE: "each was right at its own time",
    Verdict.SCOPE: "about another place, group, period, event or definition",
    Verdict.COMPATIBLE: "both can be right: rounding, a subset, “at least”, or other words for the same",
}

DECIDERS = {
    DecidedBy.CODE: "Decided by code alone",
    DecidedBy.MODEL: "Decided by the model alone",
    DecidedBy.BOTH: "Decided by code and model",
}


@dataclass(frozen=True)
class Numbered:
    """A finding and the number under which the report speaks of it."""

    number: int
    finding: Finding

    @property
    def title(self) -> str:
        """The number and the question, ready for Markdown."""
        return f"{self.number}. {escape(self.finding.question) or '(no question given)'}"


class Findings:
    """All findings of a report, numbered through in the order in which the report shows them."""

    def __init__(self, report: Report, places: Places) -> None:
        """Orders the findings by verdict as the report is read, then as they came."""
        self.places = places
        self.labels = _origin_labels(report.origins)
        ranked = [finding for verdict in AS_READ for finding in _ranked(report.findings, verdict)]
        self.numbered = list(starmap(Numbered, enumerate(ranked, start=1)))

    def with_verdict(self, verdict: Verdict) -> list[Numbered]:
        """The findings of one verdict, the most severe first."""
        return [numbered for numbered in self.numbered if numbered.finding.verdict is verdict]

    def contradictions(self) -> Iterator[str]:
        """Each contradiction in full: question, reason, both quotes, provenance."""
        for numbered in self.with_verdict(Verdict.CONTRADICT):
            finding = numbered.finding
            background = ", background" if finding.background else ""
            yield f"### {numbered.title} ({finding.severity.value} severity{background})"
            if finding.why.strip():
                yield _reason(finding)
            for side in finding.sides[:2]:
                yield f"> {quoted(side)}\n>\n> — {self._byline(side)}"
            yield from self._further(finding)
            yield self._provenance(finding)

    def told_differently(self) -> Iterator[str]:
        """What both can hold and is told differently: the first few, and how many more there are."""
        group = self.with_verdict(Verdict.DIFFERS)
        for numbered in group[:MOST_DIFFERING]:
            yield from self._compact(numbered)
        if len(group) > MOST_DIFFERING:
            yield f"{count(len(group) - MOST_DIFFERING, 'further one')} of lower rank, listed in report.json."

    def untold(self) -> Iterator[str]:
        """What cannot be told from the texts; folded, what code found and no reading weighed."""
        group = self.with_verdict(Verdict.UNSURE)
        for numbered in group:
            if not numbered.finding.unweighed:
                yield from self._compact(numbered)
        unweighed = [numbered for numbered in group if numbered.finding.unweighed]
        if unweighed:
            blocks = (block for numbered in unweighed for block in self._compact(numbered))
            yield from folded(f"Found by code, and weighed by no reading ({len(unweighed)})", blocks)

    def explained(self) -> Iterator[str]:
        """The differences that have an explanation, folded by verdict."""
        for verdict, meaning in MEANINGS.items():
            group = self.with_verdict(verdict)
            if group:
                blocks = (block for numbered in group for block in self._compact(numbered))
                yield from folded(f"{verdict.value.capitalize()}: {meaning} ({len(group)})", blocks)

    def agreements(self) -> Iterator[str]:
        """What independent origins confirm, then, folded, what is only repeated."""
        group = self.with_verdict(Verdict.AGREE)
        for numbered in group:
            if numbered.finding.origins >= INDEPENDENT:
                yield from self._compact(numbered)
        repeated = [numbered for numbered in group if numbered.finding.origins < INDEPENDENT]
        if repeated:
            blocks = (block for numbered in repeated for block in self._compact(numbered))
            yield from folded(f"Repeated within one origin, which confirms nothing ({len(repeated)})", blocks)

    def _compact(self, numbered: Numbered) -> Iterator[str]:
        finding = numbered.finding
        severity = f" — {finding.severity.value} severity." if finding.verdict is Verdict.UNSURE else ""
        cause = f" — {CAUSES[finding.cause]}." if finding.cause else ""
        why = f"{cause} {_reason(finding)}" if finding.why.strip() else cause
        yield f"**{numbered.title}**{severity}{why}"
        sides = [f"- “{quoted_short(side)}” — {self._byline(side)}" for side in finding.sides[:2]]
        also = self._also(finding) if finding.verdict is Verdict.UNSURE else self._counted(finding)
        yield "\n".join([*sides, *(f"- {line}" for line in also), f"- {self._provenance(finding)}"])

    def _byline(self, side: Side) -> str:
        """Everything needed to look a quote up and to weigh it."""
        return joined(
            self.places.dated(side.article_id),
            f"according to {escape(side.speaker)}" if side.speaker else None,
            f"by way of {escape(side.through)}" if side.through and side.through != side.speaker else None,
            f"as of: {escape(side.when)}" if side.when else None,
            f"compared as: {escape(side.value)}" if _adds_something(side) else None,
            self.places.where(side.article_id, side.start, side.end),
        )

    def _further(self, finding: Finding) -> Iterator[str]:
        lines = list(self._also(finding))
        if lines:
            yield "\n".join(f"- {line}" for line in lines)

    def _counted(self, finding: Finding) -> Iterator[str]:
        left_out = len(_each_passage_once(finding.sides)) - len(finding.sides[:2])
        if left_out:
            yield f"And {count(left_out, 'further passage')}, listed in report.json"

    def _also(self, finding: Finding) -> Iterator[str]:
        shown = _each_passage_once(finding.sides)
        for side in shown[2:MOST_SIDES]:
            yield f"Also “{quoted_short(side)}” — {self._byline(side)}"
        left_out = len(shown) - MOST_SIDES
        if left_out > 0:
            yield f"And {count(left_out, 'further passage')}, listed in report.json"

    def _provenance(self, finding: Finding) -> str:
        check = f"Check in code: {escape(sentence(finding.code_says))} " if finding.code_says else ""
        within = "within one article" if finding.within_article else self._origins(finding)
        return check + joined(DECIDERS[finding.decided_by], _read_again(finding), within, code(finding.finding_id))

    def _origins(self, finding: Finding) -> str:
        if finding.origins != 1:
            return count(finding.origins, "independent origin")
        labels = {side.through or self.labels.get(side.article_id) for side in finding.sides} - {None}
        which = f": {escape(labels.pop() or '')}" if len(labels) == 1 else ""
        articles = len({side.article_id for side in finding.sides})
        if len({side.origin for side in finding.sides}) > 1:
            return f"all quote one speaker, {escape(finding.sides[0].speaker or '')}, so they count as one origin"
        whole = {1: "from", 2: "both go back to"}.get(articles, f"all {articles} articles go back to")
        return f"{whole} one origin{which}"


def _each_passage_once(sides: Sequence[Side]) -> list[Side]:
    """The sharpest two, and of the others those whose passage does not stand there already."""
    others: dict[tuple[str, int, int], Side] = {}
    for side in sides[2:]:
        others.setdefault((side.article_id, side.start, side.end), side)
    for side in sides[:2]:
        others.pop((side.article_id, side.start, side.end), None)
    return [*sides[:2], *others.values()]


def _reason(finding: Finding) -> str:
    """Why, and what would settle it where it cannot be told."""
    reason = escape(sentence(finding.why))
    if finding.verdict is not Verdict.UNSURE or not finding.settle:
        return reason
    return f"{reason} What would settle it: {escape(sentence(finding.settle))}"


def _read_again(finding: Finding) -> str | None:
    """What a second reading, in the other order, said."""
    if finding.second is None:
        return None
    return "confirmed by a second reading" if finding.second is finding.verdict else f"second reading: {finding.second.value}"


def folded(summary: str, blocks: Iterable[str]) -> Iterator[str]:
    """The blocks behind a line that opens them. The line is raw HTML, where escapes do not hold: our own words only."""
    yield f"<details>\n<summary>{summary}</summary>"
    yield from blocks
    yield "</details>"


def _ranked(findings: Iterable[Finding], verdict: Verdict) -> list[Finding]:
    """In the order in which the comparison ranked them; behind them what no reading weighed, or one origin repeats."""
    chosen = (finding for finding in findings if finding.verdict is verdict)
    return sorted(chosen, key=lambda finding: (finding.unweighed, _repeated(finding)))


def _repeated(finding: Finding) -> bool:
    """An agreement within one origin stands behind all agreements of several."""
    return finding.verdict is Verdict.AGREE and finding.origins < INDEPENDENT


def _origin_labels(origins: Iterable[Origin]) -> dict[str, str]:
    return {article_id: origin.label for origin in origins for article_id in origin.article_ids}


def _adds_something(side: Side) -> bool:
    """Whether the compared value tells the reader more than the quote does."""
    value = " ".join(side.value.casefold().split())
    return bool(value) and value not in " ".join(side.quote.casefold().split()) and side.value != side.statement
