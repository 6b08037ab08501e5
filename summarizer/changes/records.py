"""What differs between two reports, as typed records. In each of them `old` or `new` is None where only one report has it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from summarizer.schema import Failure, Finding, Number, Origin, Record, Side
from summarizer.terms import SEVERITY_RANK, ArticleStatus, Severity, Verdict


class Basis(StrEnum):
    """Why a finding, a figure or words differ."""

    ARTICLES = "articles"  # an article that it rests on is in one report only
    TEXT = "text"  # the text of an article is another one, and does not have its quote
    READING = "reading"  # the same words stand in both; they were read or weighed in another way


class Standing(StrEnum):
    """How the decisions of reviewers leave a finding."""

    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"
    DISPUTED = "disputed"  # two people rule differently
    STALE = "stale"  # it was ruled on, and its evidence is another one since


class ArticleAt(Record):
    """An article without its text: what tells it apart, as one report has it."""

    article_id: str
    path: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    status: ArticleStatus
    source_sha256: str | None = None
    text_sha256: str | None = None


class ArticleChange(Record):
    """An article that came, went, or is another one.

    Attributes:
        same_text: both reports read the same characters from it; None if only one has it.
        same_file: both read the same bytes; None if only one has it, or a report from before there were hashes.
        fields: what else is told of it in another way ("outlet", "published", …).
        lost, gained: sentences that only the old, or only the new text has; of many the first ones.
    """

    old: ArticleAt | None = None
    new: ArticleAt | None = None
    same_text: bool | None = None
    same_file: bool | None = None
    fields: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


class FindingChange(Record):
    """A question that is only in one report, or is answered or judged in another way.

    Attributes:
        old, new: the same question, though its id may be another one since other passages are the sharpest.
        old_standing, new_standing: what reviewers decided; None where there is no finding.
        fields: what changed, the gravest first: verdict, severity, cause, standing, sides, sharpest (other two passages
            stand first), kind, matter, origins, unweighed, second, question, why.
        lost, gained: passages that only the old one, or only the new one has.
        basis: why it differs.
    """

    old: Finding | None = None
    new: Finding | None = None
    old_standing: Standing | None = None
    new_standing: Standing | None = None
    fields: tuple[str, ...] = ()
    lost: tuple[Side, ...] = ()
    gained: tuple[Side, ...] = ()
    basis: Basis

    @property
    def is_new_contradiction(self) -> bool:
        """It contradicts now, and did not before, or was not there."""
        return _contradicts(self.new) and not _contradicts(self.old)

    @property
    def is_gone_contradiction(self) -> bool:
        """It contradicted before, and does not now, or is not there."""
        return _contradicts(self.old) and not _contradicts(self.new)

    @property
    def severity(self) -> Severity:
        """Of the new finding, else of the one that is gone."""
        finding = self.new or self.old
        return finding.severity if finding else Severity.LOW


def _contradicts(finding: Finding | None, least: Severity = Severity.LOW) -> bool:
    if finding is None or finding.verdict is not Verdict.CONTRADICT:
        return False
    return SEVERITY_RANK[finding.severity] <= SEVERITY_RANK[least]


class FigureAt(Record):
    """A figure as one report has it; `low` and `high` are the interval it means, None an open end."""

    article_id: str
    item_id: str
    figure: str
    quote: str
    start: int
    end: int
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    as_of: str | None = None


class FigureChange(Record):
    """A figure of one article that means another interval.

    Attributes:
        measure: what it counts; where: the place, as the new report has them.
        basis: "text" if the article has other words, "reading" if the same words were read in another way.
    """

    measure: str
    where: str | None = None
    old: FigureAt
    new: FigureAt
    basis: Basis


class WordsAt(Record):
    """What a speaker says in one article, as one report has it; `words` are those in quotation marks, else the quote."""

    article_id: str
    item_id: str
    speaker: str
    words: str
    quote: str
    start: int
    end: int


class WordsChange(Record):
    """A speaker's words that are others in the same article, or the same words of another speaker."""

    old: WordsAt
    new: WordsAt
    basis: Basis


class OriginChange(Record):
    """Articles of both reports that are counted as other sources: how they were put together, and how they are."""

    old: tuple[Origin, ...]
    new: tuple[Origin, ...]


class RunChange(Record):
    """Something that the run was made with: "model", "endpoint", "version", "prompt extract" and so on."""

    name: str
    old: str | None = None
    new: str | None = None


class FailureChange(Record):
    """Something that could not be done in one of the runs only: what is missing in its report may be missing for that."""

    old: Failure | None = None
    new: Failure | None = None


class Changes(Record):
    """What differs between two reports on one story, each list in the order of weight.

    Attributes:
        shared_articles: articles that both have, changed or not; with none of them the reports are of two stories.
        later: which of the two looks the later one, by the articles they began with, else the version that wrote them;
            None where nothing tells.
    """

    shared_articles: int
    later: Literal["old", "new"] | None = None
    findings: tuple[FindingChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    words: tuple[WordsChange, ...] = ()
    articles: tuple[ArticleChange, ...] = ()
    origins: tuple[OriginChange, ...] = ()
    run: tuple[RunChange, ...] = ()
    failures: tuple[FailureChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Both reports say the same."""
        parts = (self.findings, self.figures, self.words, self.articles, self.origins, self.run, self.failures)
        return not any(parts)

    @property
    def new_contradictions(self) -> tuple[FindingChange, ...]:
        """The questions on which the articles contradict each other now and did not before."""
        return tuple(one for one in self.findings if one.is_new_contradiction)

    @property
    def gone_contradictions(self) -> tuple[FindingChange, ...]:
        """The contradictions that are none any more, or that are not there."""
        return tuple(one for one in self.findings if one.is_gone_contradiction)

    def new_undismissed(self, least: Severity) -> tuple[FindingChange, ...]:
        """The contradictions of this severity or above that the old report has not, or not so grave, and nobody dismissed."""
        return tuple(
            one
            for one in self.findings
            if _contradicts(one.new, least) and not _contradicts(one.old, least) and one.new_standing is not Standing.DISMISSED
        )
