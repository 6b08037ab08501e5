"""A report with the decisions on it, as the tables look things up in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summarizer.naming import names_of
from summarizer.review import FindingState, as_read, states
from summarizer.schema import Article, Attribution, Claim, Finding, Origin, Report, ReviewRecord, Summary

ItemKey = tuple[str, str]
"""An article's id and an item's, which is its own only within the article."""


@dataclass(frozen=True)
class Place:
    """An article by what a reader knows it.

    Attributes:
        outlet: its name in the report, no two alike.
        origin: what it goes back to; None if the report does not say.
    """

    summary: Summary
    outlet: str
    origin: Origin | None

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.summary.article

    @property
    def address(self) -> str:
        """Where it is to be read."""
        return self.article.url or self.article.path


@dataclass(frozen=True)
class Source:
    """One report of which tables are made.

    Attributes:
        name: by which it is told from others in one table; "" if it is alone.
        reviewer: whose decisions the findings show; None for the newest of anybody.
    """

    report: Report
    review: ReviewRecord
    name: str = ""
    reviewer: str | None = None

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The articles by their ids."""
        names = names_of([one.article for one in self.report.summaries])
        origins: dict[str, Origin] = {}
        for origin in self.report.origins:
            for article_id in origin.article_ids:
                origins.setdefault(article_id, origin)
        return {
            key: Place(one, names[key], origins.get(key)) for one in self.report.summaries for key in [one.article.article_id]
        }

    @cached_property
    def claims(self) -> Mapping[ItemKey, Claim]:
        """All statements."""
        return {(one.article.article_id, claim.item_id): claim for one in self.report.summaries for claim in one.claims}

    @cached_property
    def attributions(self) -> Mapping[ItemKey, Attribution]:
        """All attributions."""
        return {(one.article.article_id, said.item_id): said for one in self.report.summaries for said in one.attributions}

    @cached_property
    def claim_ids(self) -> Mapping[ItemKey, str]:
        """The statement in which an item of any kind stands."""
        figures = {(one.article.article_id, it.item_id): it.claim_id for one in self.report.summaries for it in one.figures}
        said = {key: one.claim_id for key, one in self.attributions.items()}
        return {**figures, **said, **{key: key[1] for key in self.claims}}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the report: the first is number 1."""
        return as_read(self.report)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The findings' numbers by their ids."""
        return {finding.finding_id: number for number, finding in enumerate(self.findings, start=1)}

    @cached_property
    def states(self) -> Mapping[str, FindingState]:
        """How the findings stand after the review, by their ids."""
        return states(self.report, self.review)

    def claim_of(self, article_id: str, item_id: str) -> Claim | None:
        """The statement that an item of any kind stands in."""
        return self.claims.get((article_id, self.claim_ids.get((article_id, item_id), "")))

    def speaker_of(self, article_id: str, claim: Claim | None) -> str | None:
        """Who says a statement, None if the article itself."""
        said = self.attributions.get((article_id, claim.attribution_id or "")) if claim else None
        return said.source if said else None
