"""How the report names an article, and where in it a quote stands."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.naming import day, names_of
from summarizer.reporting.escape import code, escape, strong_within
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
        names = {article_id: escape(name) for article_id, name in names_of(list(articles.values())).items()}
        return cls(articles=articles, names=names, paragraphs=paragraphs)

    def name(self, article_id: str) -> str:
        """The article's name, ready for Markdown."""
        return self.names.get(article_id, f"an article that is not in this report ({code(article_id)})")

    def dated(self, article_id: str) -> str:
        """The article and its date, unless its name holds that: "The Courier, 3 March 2021"."""
        article, name = self.articles.get(article_id), self.name(article_id)
        if article is None:
            return name
        written = day(article.published) if article.published else "no date given"
        return name if name.endswith(f"({written})") else f"{name}, {written}"

    def published(self, article_id: str) -> dt.date | None:
        """When the article was published, if it says so."""
        article = self.articles.get(article_id)
        return article.published if article else None

    def where(self, article_id: str, start: int, end: int) -> str:
        """Such as "paragraph 4, characters 812–900"; paragraphs of the running text are counted from 1."""
        characters = f"characters {start}–{end}"
        return f"{self.paragraph(article_id, start, end)}, {characters}" if article_id in self.articles else characters

    def paragraph(self, article_id: str, start: int, end: int) -> str:
        """Such as "paragraph 4", or "headline", for who has no use for characters; empty if there is no such article."""
        article = self.articles.get(article_id)
        if article is None:
            return ""
        for zone in article.zones:
            if zone.start <= start < zone.end:
                return ZONE_NAMES.get(zone.kind, zone.kind.value)
        first, last = self._paragraph(article, start), self._paragraph(article, max(start, end - 1))
        return f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"

    def of_item(self, article_id: str, item: Quoted | Uncovered) -> str:
        """Where an item's quote stands."""
        return self.where(article_id, item.start, item.end)

    def _paragraph(self, article: Article, offset: int) -> int:
        return max(1, bisect_right(self.paragraphs[article.article_id], offset))


def quoted(side: Side) -> str:
    """The whole quote, the decisive words in bold."""
    return strong_within(*parted(side))


def quoted_short(side: Side) -> str:
    """The quote around its decisive words, which are in bold; "…" stands where words were left out."""
    return strong_within(*parted_short(side))


def parted_short(side: Side) -> tuple[str, str, str]:
    """The same as `parted`, with "…" for what is far from the decisive words."""
    before, words, after = parted(side)
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return before, words, after


def parted(side: Side) -> tuple[str, str, str]:
    """The quote before its decisive words, these, and behind them; nothing is decisive if they are not in the quote."""
    first, last = side.anchor_start - side.start, side.anchor_end - side.start
    first, last = (first, last) if 0 <= first <= last <= len(side.quote) else (0, 0)
    return side.quote[:first], side.quote[first:last], side.quote[last:]


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
