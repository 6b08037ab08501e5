"""What people decided about the findings of a report, and since when it has what is new in it."""

from __future__ import annotations

import datetime as dt

from summarizer.schema.articles import Record
from summarizer.terms import DismissalReason, Ruling, Verdict


class DecidedOn(Record):
    """A quote that a decision was made on: `text[start:end] == quote` in the article as it was read then."""

    article_id: str
    quote: str
    start: int
    end: int


class Decision(Record):
    """What one person decided about one finding.

    Attributes:
        ruling: None where there is only a note.
        reason: why it was dismissed; None for the other rulings.
        by: who decided; at: when, in UTC to the second.
        verdict, question: of the finding as it was then, for whoever reads the file.
        evidence: its two sharpest sides as they were then.
    """

    finding_id: str
    ruling: Ruling | None = None
    reason: DismissalReason | None = None
    note: str | None = None
    by: str
    at: dt.datetime
    verdict: Verdict
    question: str
    evidence: tuple[DecidedOn, ...]


class ReviewRecord(Record):
    """All decisions on the findings of one folder, of everybody who reviewed it: one a person and finding.

    Attributes:
        seen: ids of the findings that the report had when somebody last reviewed it; what is not among them is new.
        reviewed_at: when that was; None before the first review.
    """

    decisions: tuple[Decision, ...] = ()
    seen: tuple[str, ...] = ()
    reviewed_at: dt.datetime | None = None


class News(Record):
    """What a report has that the one before in its folder had not.

    Attributes:
        articles: ids of the articles that were added.
        findings: ids of the findings that were not there.
        gone: questions of the findings that were there and are no longer.
    """

    articles: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
