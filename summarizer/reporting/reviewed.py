"""What reviewers decided and what is new, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from summarizer.naming import day
from summarizer.reporting.escape import escape
from summarizer.reporting.phrases import count, listed, some
from summarizer.review import Confirmed, FindingState, counted, states
from summarizer.schema import Decision, News, Report, ReviewRecord
from summarizer.terms import DismissalReason, Ruling, Verdict

DISMISSED = "Dismissed by reviewers"
"""The heading that the opening sends the reader to."""

REASONS = {
    DismissalReason.SAME: "both say the same",
    DismissalReason.OTHER_MATTER: "they speak of two matters",
    DismissalReason.UPDATE: "the later one replaces the earlier one",
    DismissalReason.ROUNDING: "rounding, “at least”, or a vague word",
    DismissalReason.MISREAD: "the program has an article wrong",
    DismissalReason.MINOR: "real, and not worth a reader’s time",
    DismissalReason.OTHER: "another reason, see the note",
}
"""Why a reviewer dismissed a finding."""

RULED = {Ruling.CONFIRMED: "confirmed", Ruling.DISMISSED: "dismissed", Ruling.UNSURE: "left as unsure"}
"""What a reviewer did with a finding."""

REVIEWERS_NAMED = 3
NOBODY = FindingState()


class Reviewed:
    """The decisions on the findings of one report, as the report speaks of them. Empty if there are none and nothing is new."""

    def __init__(self, report: Report, review: ReviewRecord) -> None:
        """Holds the decisions against the findings."""
        self.states: Mapping[str, FindingState] = states(report, review)
        self.report = report
        self.review = review

    def of(self, finding_id: str) -> FindingState:
        """The state of a finding."""
        return self.states.get(finding_id, NOBODY)

    def is_dismissed(self, finding_id: str) -> bool:
        """It stands in a section of its own, at the end of what was found."""
        return self.of(finding_id).is_dismissed

    def marks(self, finding_id: str) -> tuple[str, ...]:
        """What a heading says of it: "new", "confirmed", "disputed", "decision out of date"."""
        state = self.of(finding_id)
        ruling = RULED[state.ruling] if state.ruling and not state.is_dismissed else None
        every = (
            "new" if state.is_new else None,
            "reviewers disagree" if state.is_disputed else ruling,
            "decision out of date" if state.is_stale else None,
        )
        return tuple(mark for mark in every if mark)

    def told(self, finding_id: str) -> str | None:
        """Who decided what, when and why, in a line; None if nobody did."""
        state = self.of(finding_id)
        if not state.decisions:
            return None
        told = " ".join(told_of(one, escape) for one in state.decisions)
        if state.is_disputed:
            return f"Reviewers disagree, so it counts as undecided: {told}"
        if state.is_stale:
            because = f" ({escape(state.stale_because)})" if state.stale_because else ""
            return f"Decided on other evidence{because}, so it counts as undecided: {told}"
        return f"Reviewers: {told}"

    def opening(self, name: Callable[[str], str], write: Callable[[str], str] = escape) -> Iterator[str]:
        """What the first lines say of news and of the review; nothing without either.

        Args:
            name: how an article of this id is called, ready to be printed.
            write: makes other words ready.
        """
        if self.report.news is not None:
            yield from _news(self.report.news, name, write)
        if self._reviewers():
            yield f"{self._tally(write)}{self._share()}"

    def all_dismissed(self) -> str:
        """What stands instead of a list of contradictions where reviewers dismissed every one; empty if they did not."""
        every = self._contradictions()
        if not every or not all(self.of(one).is_dismissed for one in every):
            return ""
        return f"Reviewers dismissed {'it' if len(every) == 1 else f'all {len(every)}'}, see “{DISMISSED}”."

    def _reviewers(self) -> list[str]:
        return sorted({one.by for one in self.review.decisions if not one.is_taken_back})

    def _contradictions(self) -> list[str]:
        return [one.finding_id for one in self.report.findings if one.verdict is Verdict.CONTRADICT]

    def _tally(self, write: Callable[[str], str]) -> str:
        """Who reviewed, and what became of the contradictions and of the other findings."""
        names = listed([write(name) for name in self._reviewers()], REVIEWERS_NAMED)
        contradictions = self._contradictions()
        others = [one.finding_id for one in self.report.findings if one.verdict is not Verdict.CONTRADICT]
        parts = []
        if contradictions:
            parts.append(f"of {count(len(contradictions), 'contradiction')} {self._became(contradictions)}")
        if any(self.of(one).decisions for one in others):
            parts.append(f"of {count(len(others), 'other finding')} {self._became(others)}")
        new = sum(one.is_new for one in self.states.values())
        last = f", last on {day(self.review.reviewed_at.date())}" if self.review.reviewed_at else ""
        since = f" {count(new, 'finding is', 'findings are')} new since then." if new and last else ""
        return f"Reviewed by {names}{last}: {'; '.join(parts) or 'nothing of what stands here'}.{since}"

    def _became(self, findings: Sequence[str]) -> str:
        """How many of these findings are confirmed, dismissed, unsure, disputed, out of date, undecided."""
        every = [self.of(one) for one in findings]
        settled = [one.settled for one in every if one.settled]
        disputed, stale = sum(one.is_disputed for one in every), sum(one.is_stale for one in every)
        numbers = {
            **{RULED[ruling]: settled.count(ruling) for ruling in Ruling},
            "disputed": disputed,
            "decided on other evidence": stale,
            "undecided": len(every) - len(settled) - disputed - stale,
        }
        return listed([f"{number} {what}" for what, number in numbers.items() if number])

    def _share(self) -> str:
        """What share of the contradictions that reviewers confirmed or dismissed, in earlier runs too, they confirmed."""
        ever = counted(self.report, self.review).contradictions_ever
        if ever.share is None:
            return ""
        share = share_told(ever)
        return f" Of all contradictions confirmed or dismissed so far, earlier runs included, {share} were confirmed."


def share_told(confirmed: Confirmed) -> str:
    """How much of what was ruled on was confirmed: "3 of 4 (75%)"."""
    if confirmed.share is None:
        return "none decided"
    return f"{confirmed.confirmed} of {confirmed.confirmed + confirmed.dismissed} ({confirmed.share:.0%})"


def told_of(decision: Decision, write: Callable[[str], str] = str) -> str:
    """Who decided what, when and why: "Dismissed by Ann Lind on 3 March 2021 (both say the same)."; `write` escapes words."""
    what = RULED[decision.ruling] if decision.ruling else "note"
    reason = f" ({REASONS[decision.reason]})" if decision.reason else ""
    made = f"{what.capitalize()} by {write(decision.by)} on {day(decision.at.date())}{reason}"
    if not decision.note:
        return f"{made}."
    return f"{made}{'. Note' if decision.ruling else ''}: “{write(decision.note)}”"


def _news(news: News, name: Callable[[str], str], write: Callable[[str], str]) -> Iterator[str]:
    """What the last run brought, and the questions of what is gone."""
    parts = []
    if news.articles:
        parts.append(f"{count(len(news.articles), 'article')} ({some([name(one) for one in news.articles])})")
    if news.findings:
        parts.append(f"{count(len(news.findings), 'finding')}, marked “new”")
    if news.gone:
        parts.append(f"{count(len(news.gone), 'finding')} of the report before no longer made: {_questions(news.gone, write)}")
    if parts:
        yield f"New since the run before: {'; '.join(parts)}."


def _questions(gone: Sequence[str], write: Callable[[str], str]) -> str:
    return listed([f"“{write(question)}”" for question in gone], 3)
