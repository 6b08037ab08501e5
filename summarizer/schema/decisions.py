"""What people decided about the findings of a report, and since when it has what is new in it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from summarizer.schema.articles import Record
from summarizer.terms import DismissalReason, Ruling, Verdict

_LONE = re.compile("[\ud800-\udfff]")


def _well_formed(text: object) -> object:
    """A lone surrogate, which no file in UTF-8 can carry, becomes U+FFFD, as in the articles' own texts."""
    return _LONE.sub("\ufffd", text) if isinstance(text, str) else text


def _none_if_blank(note: str | None) -> str | None:
    return note if note and not note.isspace() else None


def _in_utc(at: dt.datetime) -> dt.datetime:
    if at.tzinfo is None:
        raise ValueError("needs its time zone, as in 2026-01-31T12:00:00Z")
    if not dt.MINYEAR < at.year < dt.MAXYEAR:  # at the ends there is no other time zone, and no second later
        raise ValueError("is no year in which anybody decides")
    return at.astimezone(dt.UTC).replace(microsecond=0)


def _named(name: str) -> str:
    if not name.strip():
        raise ValueError("must not be empty")
    return name.strip()


Words = Annotated[str, BeforeValidator(_well_formed)]
"""A text that can be written as UTF-8."""
Note = Annotated[Words | None, AfterValidator(_none_if_blank)]
"""A text of at least one character that is no white space, or None."""
Reviewer = Annotated[Words, AfterValidator(_named)]
"""A person's name, without white space around it."""
Moment = Annotated[dt.datetime, AfterValidator(_in_utc)]
"""A time in UTC, to the second."""


class DecidedOn(Record):
    """A quote that a decision was made on: `text[start:end] == quote` in the article as it was read then.

    Attributes:
        path, outlet: of the article, which has another id when its text is corrected.
    """

    article_id: Words
    path: Words = ""
    outlet: Words | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: Words


class Decision(Record):
    """What one person decided about one finding.

    Attributes:
        ruling: None where there is only a note; with no note either the person has taken back what was decided before.
        reason: why it was dismissed; None for the other rulings.
        by: who decided; at: when, in UTC to the second.
        verdict, question: of the finding as it was then, for whoever reads the file.
        evidence: its two sharpest sides as they were then.
    """

    finding_id: Words
    ruling: Ruling | None = None
    reason: DismissalReason | None = None
    note: Note = None
    by: Reviewer
    at: Moment
    verdict: Verdict
    question: Words
    evidence: tuple[DecidedOn, ...]

    @model_validator(mode="after")
    def _has_reason_only_if_dismissed(self) -> Self:
        if self.reason is not None and self.ruling is not Ruling.DISMISSED:
            raise ValueError("only what is dismissed has a reason")
        return self

    @property
    def is_taken_back(self) -> bool:
        """It says nothing but that what this person decided before does not hold."""
        return self.ruling is None and self.note is None


class ReviewRecord(Record):
    """All decisions on the findings of one folder, of everybody who reviewed it: one a person and finding.

    Attributes:
        seen: ids of the findings that the report had when somebody reviewed it; what is not among them is new.
        reviewed_at: when that was last; None before the first review.
    """

    decisions: tuple[Decision, ...] = ()
    seen: tuple[Words, ...] = ()
    reviewed_at: Moment | None = None


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
