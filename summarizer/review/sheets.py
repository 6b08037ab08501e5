"""The findings as tables for a spreadsheet: a row a finding, with columns for a reviewer to fill in, and a row a side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from summarizer.naming import names_of
from summarizer.review.cells import csv_text
from summarizer.review.deciding import SHARPEST, articles_of
from summarizer.review.numbering import as_read
from summarizer.review.standing import FindingState, states
from summarizer.schema import Article, Decision, Finding, Report, ReviewRecord, Side

FINDING_COLUMNS = (
    *("finding_id", "number", "verdict", "kind", "severity", "question", "why", "cause"),
    *(f"{which}_{what}" for which in ("left", "right") for what in ("outlet", "date", "quote", "speaker", "value", "address")),
    *("sides", "origins", "decided_by", "review_state"),
)
VERDICT, REASON, NOTE, REVIEWER = REVIEW_COLUMNS = ("review_verdict", "review_reason", "review_note", "reviewer")
"""What a reviewer fills in: confirmed, dismissed or unsure; why it is dismissed; any words; a name."""
SIDE_COLUMNS = (
    *("finding_id", "number", "side", "outlet", "date", "speaker", "when", "value", "statement", "quote"),
    *("start", "end", "through", "origin", "address", "path", "article_id", "item_id"),
)


def findings_csv(report: Report, review: ReviewRecord, reviewer: str | None = None) -> str:
    """All findings, a row each in the report's order, with the decisions that hold; `read_decisions` reads it back.

    Args:
        report: the report.
        review: its review.
        reviewer: whose decisions stand in the last columns; None for the newest of anybody.
    """
    by_id = states(report, review)
    articles = articles_of(report)
    names = names_of(list(articles.values()))
    rows = (
        (
            *_finding_cells(finding, number),
            *chain.from_iterable(_side_cells(side, articles, names) for side in finding.sides[:SHARPEST]),
            *(len(finding.sides), finding.origins, finding.decided_by, _state(by_id[finding.finding_id])),
            *_decision_cells(_shown(by_id[finding.finding_id], reviewer), reviewer),
        )
        for number, finding in enumerate(as_read(report), start=1)
    )
    return csv_text((*FINDING_COLUMNS, *REVIEW_COLUMNS), rows)


def sides_csv(report: Report) -> str:
    """All sides of all findings, a row each, the sharpest first; the finding's id joins it to the other table."""
    articles = articles_of(report)
    names = names_of(list(articles.values()))
    return csv_text(SIDE_COLUMNS, _side_rows(report, articles, names))


def _side_rows(report: Report, articles: Mapping[str, Article], names: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for number, finding in enumerate(as_read(report), start=1):
        for which, side in enumerate(finding.sides, start=1):
            article = articles[side.article_id]
            yield (
                *(finding.finding_id, number, which, names[side.article_id], article.published, side.speaker, side.when),
                *(side.value, side.statement, side.quote, side.start, side.end, side.through, side.origin),
                *(_address(article), article.path, side.article_id, side.item_id),
            )


def _finding_cells(finding: Finding, number: int) -> tuple[object, ...]:
    told = (finding.verdict, finding.kind, finding.severity, finding.question, finding.why, finding.cause)
    return (finding.finding_id, number, *told)


def _side_cells(side: Side, articles: Mapping[str, Article], names: Mapping[str, str]) -> tuple[object, ...]:
    article = articles[side.article_id]
    return (names[side.article_id], article.published, side.quote, side.speaker, side.value, _address(article))


def _address(article: Article) -> str:
    return article.url or article.path


def _state(state: FindingState) -> str:
    """How the finding stands, in a word or two, for sorting and filtering."""
    if state.is_disputed:
        return "disputed"
    if state.is_stale:
        return "stale"
    if state.ruling is not None:
        return "decided"
    return "new" if state.is_new else "open"


def _shown(state: FindingState, reviewer: str | None) -> Decision | None:
    return next((one for one in state.holding if reviewer in {None, one.by}), None)


def _decision_cells(decision: Decision | None, reviewer: str | None) -> tuple[object, ...]:
    if decision is None:
        return (None, None, None, reviewer)
    return (decision.ruling, decision.reason, decision.note, decision.by)
