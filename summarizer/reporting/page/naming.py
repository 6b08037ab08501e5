"""What the page calls an article, and a place in it. All of it is plain text: `html` escapes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.naming import day, names_of
from summarizer.reporting.findings import origin_labels
from summarizer.reporting.page.direction import language_code
from summarizer.reporting.places import Places
from summarizer.schema import Article, Report, Side, Uncovered


def name_in(names: Mapping[str, str], article_id: str) -> str:
    """The article's name; of one that is not in the report, its id."""
    return names.get(article_id) or f"an article that is not in this report ({article_id})"


@dataclass(frozen=True)
class Names:
    """Articles by their ids."""

    articles: Mapping[str, Article]
    names: Mapping[str, str]
    labels: Mapping[str, str]
    places: Places

    @classmethod
    def of(cls, report: Report) -> Names:
        """The names in a report."""
        articles = [summary.article for summary in report.summaries]
        return cls(
            articles={article.article_id: article for article in articles},
            names=names_of(articles),
            labels=origin_labels(report.origins),
            places=Places.of(report.summaries),
        )

    def name(self, article_id: str) -> str:
        """The outlet, or what else tells the article from the others."""
        return name_in(self.names, article_id)

    def date(self, article_id: str) -> str:
        """When it was published, in words; empty where its name tells it already."""
        article = self.articles.get(article_id)
        told = day(article.published) if article and article.published else "no date given"
        return "" if told in self.name(article_id) else told

    def language(self, article_id: str) -> str | None:
        """The code of its language, as HTML wants it."""
        article = self.articles.get(article_id)
        return language_code(article.language) if article else None

    def place(self, found: Side | Uncovered, article_id: str = "") -> str:
        """Such as "paragraph 4"."""
        where = found.article_id if isinstance(found, Side) else article_id
        return self.places.paragraph(where, found.start, found.end)
