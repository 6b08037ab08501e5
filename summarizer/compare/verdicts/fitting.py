"""Does the model's verdict fit what code knows? Where it does not, code has the last word and says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.answers import QuestionAnswer
from summarizer.compare.alone.tallies import CLOCK
from summarizer.compare.checks.candidates import Candidate
from summarizer.compare.checks.occasions import meeting_of
from summarizer.compare.checks.wording import runs_in
from summarizer.compare.meeting.table import Row
from summarizer.compare.verdicts.sides import apart
from summarizer.dates import find_dates
from summarizer.schema import Summary
from summarizer.terms import FindingKind, Verdict

SAME_MATTER = "whether both speak of the same matter"


@dataclass(frozen=True)
class Judged:
    """The model's verdict on two statements, with what code needs to weigh it.

    Attributes:
        conflicts: what code found that cannot hold on both sides, among the statements of the question.
    """

    question: QuestionAnswer
    left: Row
    right: Row
    conflicts: Sequence[Candidate]
    summaries: Sequence[Summary]

    @property
    def verdict(self) -> Verdict:
        """What the model says."""
        return Verdict(self.question.verdict)

    @property
    def kind(self) -> FindingKind:
        """What the model says differs."""
        return FindingKind(self.question.kind)


@dataclass(frozen=True)
class Overruled:
    """Another verdict than the model's, why, and what would settle it."""

    verdict: Verdict
    says: str
    settle: str | None = None


def overruled(judged: Judged) -> Overruled | None:
    """The verdict that code puts in place of the model's; None where the model's fits."""
    rules = _FITS.get(judged.verdict, ())
    return next((result for rule in rules if (result := rule(judged)) is not None), None)


def _figures_share_a_value(judged: Judged) -> Overruled | None:
    """No contradiction of figures whose intervals overlap, whoever tells them."""
    if judged.kind is not FindingKind.QUANTITY or any(c.kind is FindingKind.QUANTITY for c in judged.conflicts):
        return None
    pairs = [(a, b) for a in judged.left.figures for b in judged.right.figures if not a.vague and not b.vague]
    if not pairs or any(apart(a, b) is not False for a, b in pairs):
        return None
    a, b = pairs[0]
    says = f"“{a.figure}” and “{b.figure}” can both be right: the intervals they mean share values"
    return Overruled(Verdict.COMPATIBLE, says)


def _words_run_in(judged: Judged) -> Overruled | None:
    """A quotation that is cut shorter is no other quotation."""
    left, right = judged.left.attribution, judged.right.attribution
    if judged.kind is not FindingKind.QUOTATION or not (left and right and left.content and right.content):
        return None
    if not runs_in(left.content, right.content):
        return None
    return Overruled(Verdict.COMPATIBLE, "the shorter quotation stands word for word in the longer one")


def _one_day(judged: Judged) -> Overruled | None:
    """No contradiction between two names of one day."""
    left, right = judged.left.claim, judged.right.claim
    if judged.kind is not FindingKind.DATE or not (left.earliest and left.latest and left.when and right.when):
        return None
    if (left.earliest, left.latest) != (right.earliest, right.latest) or left.latest - left.earliest > dt.timedelta(days=1):
        return None
    if any(len(find_dates(c.statement, None)) > 1 or CLOCK.search(f"{c.when} {c.statement}") for c in (left, right)):
        return None
    return Overruled(Verdict.UNSURE, f"“{left.when}” and “{right.when}” are the same day, {left.earliest}", "the hour")


def _not_the_same_matter(judged: Judged) -> Overruled | None:
    """What is not surely about one matter is no contradiction."""
    if judged.question.same == "yes":
        return None
    doubt = "may not" if judged.question.same == "unclear" else "do not"
    return Overruled(Verdict.UNSURE, f"by the same reading both {doubt} speak of one matter", SAME_MATTER)


def _not_later(judged: Judged) -> Overruled | None:
    """An update takes two times; what both articles tell of one and the same time is none."""
    if not judged.conflicts:
        return None
    times = [_time(row, judged.summaries) for row in (judged.left, judged.right)]
    if times[0] is None or times[0] != times[1]:
        return None
    says = "both are told of the same time, and nothing in the texts tells that one is later"
    return Overruled(Verdict.UNSURE, says, "the hour of each count")


def _time(row: Row, summaries: Sequence[Summary]) -> tuple[object, ...] | None:
    """When a statement holds, as far as the article tells it; None if no date is known."""
    article = summaries[row.article].article
    if article.published is None:
        return None
    told = tuple(sorted(figure.as_of or "" for figure in row.figures))
    return article.published, article.published_time, (row.claim.when or "").lower(), told


_FITS: dict[Verdict, tuple[Callable[[Judged], Overruled | None], ...]] = {
    Verdict.CONTRADICT: (_figures_share_a_value, _words_run_in, _one_day, _not_the_same_matter),
    Verdict.UPDATE: (_not_later,),
}


def is_backed(judged: Judged) -> bool:
    """Code found a conflict between the two sharpest statements too, and neither day nor kind of event speaks against it."""
    if not any(conflict.is_of(judged.left, judged.right) for conflict in judged.conflicts):
        return False
    met = meeting_of(judged.left, judged.right, None, judged.summaries)
    return False not in (met.day, met.kind) and not (met.apart or met.background)
