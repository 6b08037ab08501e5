"""A report as tables of plain values, for whatever makes tables of dicts (pandas, polars, csv, a database)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from summarizer.naming import names_of
from summarizer.review import articles_of, states
from summarizer.schema import Article, Record, Report, ReviewRecord

Row = dict[str, str | int | float | bool | None]
_LONG = frozenset({"text"})


class Table(StrEnum):
    """The tables of a report."""

    FINDINGS = "findings"
    SIDES = "sides"
    ARTICLES = "articles"
    CLAIMS = "claims"
    FIGURES = "figures"
    ATTRIBUTIONS = "attributions"
    MEASURES = "measures"
    FAILURES = "failures"


def rows_of(table: Table, report: Report, review: ReviewRecord) -> list[Row]:
    """The rows of a table; all have the same keys, and dates are ISO 8601."""
    if table is Table.FINDINGS:
        return list(_findings(report, review))
    if table is Table.SIDES:
        return list(_sides(report))
    if table is Table.ARTICLES:
        return list(_articles(report))
    if table is Table.MEASURES:
        return list(_measures(report))
    if table is Table.FAILURES:
        return [_plain(one) for one in report.failures]
    return list(_items(report, table.value))


def _findings(report: Report, review: ReviewRecord) -> Iterator[Row]:
    """With how many sides and articles each has, and the ruling that holds."""
    reached = states(report, review)
    for one in report.findings:
        ruling = reached[one.finding_id].settled
        articles = len({side.article_id for side in one.sides})
        yield {**_plain(one), "sides": len(one.sides), "articles": articles, "ruling": ruling.value if ruling else None}


def _sides(report: Report) -> Iterator[Row]:
    """A row a side, the sharpest of a finding first, with what its finding and its article are."""
    named = _Named(report)
    for finding in report.findings:
        told: Row = {
            "finding_id": finding.finding_id,
            "verdict": finding.verdict.value,
            "severity": finding.severity.value,
            "kind": finding.kind.value,
            "question": finding.question,
        }
        for number, side in enumerate(finding.sides, start=1):
            yield {**told, "side": number, **named.row(side.article_id), **_plain(side)}


def _articles(report: Report) -> Iterator[Row]:
    named = _Named(report)
    for one in report.summaries:
        counts: Row = {name: len(getattr(one, name)) for name in ("claims", "figures", "attributions", "missing", "uncovered")}
        article = one.article
        yield {"source": named.names[article.article_id], **_plain(article), **_plain(one), **counts, "text": article.text}


def _items(report: Report, name: str) -> Iterator[Row]:
    named = _Named(report)
    for one in report.summaries:
        items: Sequence[Record] = getattr(one, name)
        for item in items:
            yield {"article_id": one.article.article_id, **named.row(one.article.article_id), **_plain(item)}


def _measures(report: Report) -> Iterator[Row]:
    """A row a figure."""
    named = _Named(report)
    for one in report.measures:
        for row in one.rows:
            told: Row = {"measure": one.measure, "place": one.place, "differ": one.differ}
            yield {**told, **named.row(row.article_id), **_plain(row)}


class _Named:
    """The articles of a report by their ids, and what readers call them."""

    def __init__(self, report: Report) -> None:
        self.articles: dict[str, Article] = articles_of(report)
        self.names = names_of(list(self.articles.values()))

    def row(self, article_id: str) -> Row:
        """What tells an article from the others."""
        article = self.articles[article_id]
        published = article.published.isoformat() if article.published else None
        return {"source": self.names[article_id], "published": published, "path": article.path, "url": article.url}


def _plain(record: Record) -> Row:
    """The fields of a record that are one value each."""
    kept = record.model_dump(mode="json", exclude=set(_LONG))
    return {name: value for name, value in kept.items() if _is_plain(record, name)}


def _is_plain(record: Record, name: str) -> bool:
    value: Any = getattr(record, name)
    return not isinstance(value, tuple | Record)
