"""The findings in Markdown: contradictions in full, everything else short enough to skim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap

from summarizer.reporting.escape import code, escape
from summarizer.reporting.phrases import count, joined, sentence
from summarizer.reporting.places import Places, quoted, quoted_short
from summarizer.reporting.reviewed import Reviewed
from summarizer.review import INDEPENDENT, SHARPEST, as_read
from summarizer.schema import Finding, Origin, Report, ReviewRecord, Side
from summarizer.terms import Cause, DecidedBy, Verdict

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

VERDICTS = {
    Verdict.CONTRADICT: "contradiction",
    Verdict.DIFFERS: "told differently",
    Verdict.UNSURE: "cannot be told",
    Verdict.UPDATE: "update",
    Verdict.SCOPE: "another scope",
    Verdict.COMPATIBLE: "compatible",
    Verdict.AGREE: "agreement",
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


def in_order(report: Report) -> list[Numbered]:
    """All findings in the order in which the report shows them, with their numbers."""
    return list(starmap(Numbered, enumerate(as_read(report), start=1)))


class Findings:
    """All findings of a report, numbered through in the order in which the report shows them."""

    def __init__(self, report: Report, places: Places, reviewed: Reviewed | None = None) -> None:
        """Those that reviewers dismissed keep their number, and stand apart."""
        self.places = places
        self.reviewed = reviewed = reviewed or Reviewed(report, ReviewRecord())
        self.labels = origin_labels(report.origins)
        every = in_order(report)
        self.numbered = [one for one in every if not reviewed.is_dismissed(one.finding.finding_id)]
        self.put_aside = [one for one in every if reviewed.is_dismissed(one.finding.finding_id)]

    def with_verdict(self, verdict: Verdict) -> list[Numbered]:
        """The findings of one verdict that nobody dismissed, the most severe first."""
        return [numbered for numbered in self.numbered if numbered.finding.verdict is verdict]

    def contradictions(self) -> Iterator[str]:
        """Each contradiction in full: question, reason, both quotes, provenance."""
        for numbered in self.with_verdict(Verdict.CONTRADICT):
            finding = numbered.finding
            background = ("background",) if finding.background else ()
            marks = (f"{finding.severity.value} severity", *background, *self.reviewed.marks(finding.finding_id))
            yield f"### {numbered.title} ({', '.join(marks)})"
            if finding.why.strip():
                yield _reason(finding)
            for side in finding.sides[:SHARPEST]:
                yield f"> {quoted(side)}\n>\n> — {self._byline(side)}"
            yield from self._further(finding)
            yield self._provenance(finding)
            if told := self.reviewed.told(finding.finding_id):
                yield told

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

    def dismissed(self) -> Iterator[str]:
        """What reviewers dismissed, with who, when and why; folded."""
        if self.put_aside:
            blocks = (block for numbered in self.put_aside for block in self._compact(numbered, named=True))
            yield from folded(f"Kept for whoever wants to check ({len(self.put_aside)})", blocks)

    def _compact(self, numbered: Numbered, *, named: bool = False) -> Iterator[str]:
        """A finding in a few lines; `named`: with its verdict, where the section does not say it."""
        finding = numbered.finding
        marks = (*((VERDICTS[finding.verdict],) if named else ()), *self.reviewed.marks(finding.finding_id))
        marked = f" ({', '.join(marks)})" if marks else ""
        severity = f" — {finding.severity.value} severity." if finding.verdict is Verdict.UNSURE else ""
        cause = f" — {CAUSES[finding.cause]}." if finding.cause else ""
        why = f"{cause} {_reason(finding)}" if finding.why.strip() else cause
        yield f"**{numbered.title}**{marked}{severity}{why}"
        sides = [f"“{quoted_short(side)}” — {self._byline(side)}" for side in finding.sides[:SHARPEST]]
        also = self._also(finding) if finding.verdict is Verdict.UNSURE else self._counted(finding)
        told = self.reviewed.told(finding.finding_id)
        yield "\n".join(f"- {line}" for line in (*sides, *also, self._provenance(finding), *((told,) if told else ())))

    def _byline(self, side: Side) -> str:
        """Everything needed to look a quote up and to weigh it."""
        return joined(
            self.places.dated(side.article_id),
            f"according to {escape(side.speaker)}" if side.speaker else None,
            f"by way of {escape(side.through)}" if side.through and side.through != side.speaker else None,
            f"as of: {escape(side.when)}" if side.when else None,
            f"compared as: {escape(side.value)}" if adds_something(side) else None,
            self.places.where(side.article_id, side.start, side.end),
        )

    def _further(self, finding: Finding) -> Iterator[str]:
        lines = list(self._also(finding))
        if lines:
            yield "\n".join(f"- {line}" for line in lines)

    def _counted(self, finding: Finding) -> Iterator[str]:
        left_out = len(each_passage_once(finding.sides)) - len(finding.sides[:SHARPEST])
        if left_out:
            yield f"And {count(left_out, 'further passage')}, listed in report.json"

    def _also(self, finding: Finding) -> Iterator[str]:
        shown = each_passage_once(finding.sides)
        for side in shown[SHARPEST:MOST_SIDES]:
            yield f"Also “{quoted_short(side)}” — {self._byline(side)}"
        left_out = len(shown) - MOST_SIDES
        if left_out > 0:
            yield f"And {count(left_out, 'further passage')}, listed in report.json"

    def _provenance(self, finding: Finding) -> str:
        check = f"Check in code: {escape(sentence(finding.code_says))} " if finding.code_says else ""
        within = origins_told(finding, self.labels)
        return check + joined(DECIDERS[finding.decided_by], _read_again(finding), within, code(finding.finding_id))


def origins_told(finding: Finding, labels: Mapping[str, str], write: Callable[[str], str] = escape) -> str:
    """What a finding rests on: "2 independent origins", "both go back to one origin: The Wire".

    Args:
        finding: the finding.
        labels: `origin_labels` of its report.
        write: makes other people's words ready.
    """
    if finding.within_article:
        return "within one article"
    if finding.origins != 1:
        return count(finding.origins, "independent origin")
    if len({side.origin for side in finding.sides}) > 1:
        return f"all quote one speaker, {write(finding.sides[0].speaker or '')}, so they count as one origin"
    own = {side.through or labels.get(side.article_id) for side in finding.sides} - {None}
    which = f": {write(own.pop() or '')}" if len(own) == 1 else ""
    articles = len({side.article_id for side in finding.sides})
    whole = {1: "from", 2: "both go back to"}.get(articles, f"all {articles} articles go back to")
    return f"{whole} one origin{which}"


def each_passage_once(sides: Sequence[Side]) -> list[Side]:
    """The sharpest two, and of the others those whose passage does not stand there already."""
    others: dict[tuple[str, int, int], Side] = {}
    for side in sides[SHARPEST:]:
        others.setdefault((side.article_id, side.start, side.end), side)
    for side in sides[:SHARPEST]:
        others.pop((side.article_id, side.start, side.end), None)
    return [*sides[:SHARPEST], *others.values()]


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


def origin_labels(origins: Iterable[Origin]) -> dict[str, str]:
    """What each article goes back to, by the article's id."""
    return {article_id: origin.label for origin in origins for article_id in origin.article_ids}


def adds_something(side: Side) -> bool:
    """Whether the compared value tells the reader more than the quote does."""
    value = " ".join(side.value.casefold().split())
    return bool(value) and value not in " ".join(side.quote.casefold().split()) and side.value != side.statement
