"""How the report names an article, and where in it a quote stands."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.report.escape import code, escape, strong_within
from summarizer.report.phrases import day
from summarizer.schema import Article, Quoted, Side, Summary, Uncovered
from summarizer.terms import ZoneKind

CONTEXT = 70
"""Characters shown on either side of the decisive words in a shortened quote."""

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
ZONE_NAMES = {ZoneKind.TITLE: "headline", ZoneKind.RELATED: "related items", ZoneKind.ADVERT: "advertisement"}


@dataclass(frozen=True)
class Places:
    """Names the articles of one report so that no two share a name, and finds quotes in them.

    Attributes:
        names: by article id, ready for Markdown.
        paragraphs: by article id, where each paragraph of the running text begins, in rising order.
    """

    articles: dict[str, Article]
    names: dict[str, str]
    paragraphs: dict[str, list[int]]

    @classmethod
    def of(cls, summaries: Iterable[Summary]) -> Places:
        """The places in these articles."""
        articles = {summary.article.article_id: summary.article for summary in summaries}
        paragraphs = {article_id: list(_paragraph_starts(article)) for article_id, article in articles.items()}
        return cls(articles=articles, names=_names(list(articles.values())), paragraphs=paragraphs)

    def name(self, article_id: str) -> str:
        """The outlet, with the file where two articles share it; the file if no outlet is known. Ready for Markdown."""
        return self.names.get(article_id, f"an article that is not in this report ({code(article_id)})")

    def dated(self, article_id: str) -> str:
        """The article and its date: "The Courier, 3 March 2021"."""
        article = self.articles.get(article_id)
        if article is None:
            return self.name(article_id)
        return f"{self.name(article_id)}, {day(article.published) if article.published else 'no date given'}"

    def published(self, article_id: str) -> dt.date | None:
        """When the article was published, if it says so."""
        article = self.articles.get(article_id)
        return article.published if article else None

    def where(self, article_id: str, start: int, end: int) -> str:
        """Such as "paragraph 4, characters 812–900"; paragraphs of the running text are counted from 1."""
        article = self.articles.get(article_id)
        characters = f"characters {start}–{end}"
        if article is None:
            return characters
        for zone in article.zones:
            if zone.start <= start < zone.end:
                return f"{ZONE_NAMES.get(zone.kind, zone.kind.value)}, {characters}"
        first, last = self._paragraph(article, start), self._paragraph(article, max(start, end - 1))
        numbers = f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"
        return f"{numbers}, {characters}"

    def of_item(self, article_id: str, item: Quoted | Uncovered) -> str:
        """Where an item's quote stands."""
        return self.where(article_id, item.start, item.end)

    def _paragraph(self, article: Article, offset: int) -> int:
        return max(1, bisect_right(self.paragraphs[article.article_id], offset))


def quoted(side: Side) -> str:
    """The whole quote, the decisive words in bold."""
    first, last = _anchor(side)
    return strong_within(side.quote[:first], side.quote[first:last], side.quote[last:])


def quoted_short(side: Side) -> str:
    """The quote around its decisive words, which are in bold; "…" stands where words were left out."""
    first, last = _anchor(side)
    before, after = side.quote[:first], side.quote[last:]
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return strong_within(before, side.quote[first:last], after)


def _anchor(side: Side) -> tuple[int, int]:
    """Where the decisive words stand in the quote; an empty range at its beginning if they are not in it."""
    first, last = side.anchor_start - side.start, side.anchor_end - side.start
    return (first, last) if 0 <= first <= last <= len(side.quote) else (0, 0)


def _names(articles: list[Article]) -> dict[str, str]:
    outlets = Counter(article.outlet for article in articles)
    files = Counter(_file_name(article) for article in articles)
    return {article.article_id: _name(article, outlets, files) for article in articles}


def _name(article: Article, outlets: Counter[str | None], files: Counter[str]) -> str:
    short = _file_name(article)
    file = code(short if files[short] == 1 else article.path)
    if not article.outlet or not article.outlet.strip():
        return file
    return escape(article.outlet) if outlets[article.outlet] == 1 else f"{escape(article.outlet)} ({file})"


def _file_name(article: Article) -> str:
    return re.split(r"[/\\]", article.path.rstrip("/\\"))[-1] or article.path


def _paragraph_starts(article: Article) -> Iterator[int]:
    """Where each paragraph of the running text begins: blank lines part paragraphs, or line ends if there are none."""
    every_line = BLANK_LINE.search(article.text) is None
    after_blank, offset = True, 0
    for line in article.text.split("\n"):
        if line.strip():
            if (every_line or after_blank) and not _in_zone(article, offset):
                yield offset
            after_blank = False
        else:
            after_blank = True
        offset += len(line) + 1


def _in_zone(article: Article, offset: int) -> bool:
    return any(zone.start <= offset < zone.end for zone in article.zones)
