"""The same text twice: a copy within one outlet is left out, the same text from another outlet is a retelling and stays."""

from __future__ import annotations

from urllib.parse import urlsplit

from summarizer.articles.identity import normalised
from summarizer.articles.zoning.zones import running_text
from summarizer.errors import ArticleError, CopyError
from summarizer.schema import Article

_MAX_NUMBER = 10


def without_copies(articles: list[Article]) -> tuple[list[Article], list[ArticleError]]:
    """Articles in order, each text once per outlet. Two outlets with one text are two articles of one origin."""
    kept: list[Article] = []
    copies: list[ArticleError] = []
    seen: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: in_order(article.path)):
        same = seen.setdefault(normalised(running_text(article.text, article.zones)), [])
        first = next((other for other in same if _one_outlet(article, other)), None)
        if first is None:
            same.append(article)
            kept.append(article)
        elif first.path != article.path:
            copies.append(CopyError(article.path, f"has the same text as {first.path}; that one is used, this one is left out"))
    return kept, copies


def _one_outlet(left: Article, right: Article) -> bool:
    """They come from one outlet; where one does not name its own, the hosts of their addresses decide, if both have one."""
    if left.outlet is not None and right.outlet is not None:
        return normalised(left.outlet) == normalised(right.outlet)
    hosts = [urlsplit(article.url).hostname for article in (left, right) if article.url]
    return len(set(hosts)) <= 1


def in_order(path: str) -> tuple[str, int]:
    """Sort key: the file, then the number of the article in it."""
    name, mark, number = path.rpartition("#")
    return (name, int(number)) if mark and number.isdecimal() and len(number) < _MAX_NUMBER else (path, 0)
