"""Makes decisions: on the finding as it stands in the report, with the quotes that whoever decides has seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from summarizer.review.merging import merged
from summarizer.schema import Article, DecidedOn, Decision, Finding, Report, ReviewRecord, Side
from summarizer.terms import DismissalReason, Ruling

SHARPEST = 2
"""A finding's sides that a decision rests on: the first two."""


def articles_of(report: Report) -> dict[str, Article]:
    """The articles by their ids."""
    return {summary.article.article_id: summary.article for summary in report.summaries}


class Judgement(NamedTuple):
    """What somebody says of a finding; with neither ruling nor note, what the same person said before is taken back.

    Attributes:
        reason: only of what is dismissed.
    """

    ruling: Ruling | None = None
    reason: DismissalReason | None = None
    note: str | None = None


def decision_on(
    finding: Finding, articles: Mapping[str, Article], judgement: Judgement, *, by: str, at: dt.datetime
) -> Decision:
    """One person's decision on a finding as it stands.

    Args:
        finding: what is decided on.
        articles: `articles_of` its report.
        judgement: what is decided.
        by: the person's name.
        at: when, with its time zone.
    """
    return Decision(
        finding_id=finding.finding_id,
        ruling=judgement.ruling,
        reason=judgement.reason,
        note=judgement.note,
        by=by,
        at=at,
        verdict=finding.verdict,
        question=finding.question,
        evidence=tuple(_evidence(side, articles[side.article_id]) for side in finding.sides[:SHARPEST]),
    )


def _evidence(side: Side, article: Article) -> DecidedOn:
    return DecidedOn(
        article_id=side.article_id,
        path=article.path,
        outlet=article.outlet,
        start=side.start,
        end=side.end,
        quote=side.quote,
    )


def decided(review: ReviewRecord, decision: Decision) -> ReviewRecord:
    """The review with this decision, which replaces whatever the same person decided on the same finding before.

    Where the clock stood still or went back since, the decision is dated a second after the one that it replaces, so
    that it is the newer one in every merge.
    """
    key = (decision.finding_id, decision.by)
    earlier = [one.at for one in review.decisions if (one.finding_id, one.by) == key]
    after = max(earlier, default=decision.at - dt.timedelta(seconds=1)) + dt.timedelta(seconds=1)
    dated = decision.model_copy(update={"at": max(decision.at, after)})
    return merged(review, ReviewRecord(decisions=(dated,)))


def looked_through(review: ReviewRecord, report: Report, at: dt.datetime) -> ReviewRecord:
    """The review after somebody has gone through this report: what is in it is not new from here on."""
    seen = tuple(finding.finding_id for finding in report.findings)
    return merged(review, ReviewRecord(seen=seen, reviewed_at=at))
