"""Articles that came, went or changed: the file, or only its reading."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.changes.pairing import Pair, Pairing
from summarizer.changes.records import ArticleAt, ArticleChange
from summarizer.schema import Article, Summary
from summarizer.text import sentences

MOST = 50
"""Sentences, and lines that are looked through for them."""
LONGEST = 20_000
"""Characters of a line that are looked through."""
TOLD = ("path", "title", "outlet", "author", "published", "published_time", "language", "url", "incomplete")


def article_changes(pairing: Pairing) -> tuple[ArticleChange, ...]:
    """The articles that differ: first those that came, then those that went, then those that are others."""
    added = (ArticleChange(new=_at(one)) for one in pairing.only_new)
    removed = (ArticleChange(old=_at(one)) for one in pairing.only_old)
    return (*added, *removed, *_changed(pairing))


def _changed(pairing: Pairing) -> Iterator[ArticleChange]:
    for pair in pairing.pairs:
        old, new = pair
        same_text = old.article.text == new.article.text
        same_file = _same_file(old, new)
        fields = tuple(_fields(pair))
        if fields or not same_text or same_file is False:
            yield ArticleChange(
                old=_at(old),
                new=_at(new),
                same_text=same_text,
                same_file=same_file,
                fields=fields,
                lost=_only_in(old.article, new.article),
                gained=_only_in(new.article, old.article),
            )


def _only_in(article: Article, other: Article) -> tuple[str, ...]:
    """The sentences of an article that the other one does not have; white space between words does not count."""
    theirs = {line.strip() for line in other.text.split("\n")}
    lines = [line for line in article.text.split("\n") if line.strip() not in theirs]
    words = " ".join(other.text.split())
    own = (" ".join(span.of(line).split()) for line in lines[:MOST] for span in sentences(line[:LONGEST], article.language))
    return tuple(dict.fromkeys(one for one in own if one and one not in words))[:MOST]


def _same_file(old: Summary, new: Summary) -> bool | None:
    left, right = old.article.source_sha256, new.article.source_sha256
    return None if left is None or right is None else left == right


def _fields(pair: Pair) -> Iterator[str]:
    old, new = pair
    yield from (name for name in TOLD if getattr(old.article, name) != getattr(new.article, name))
    if old.status is not new.status:
        yield "status"


def _at(summary: Summary) -> ArticleAt:
    article = summary.article
    return ArticleAt(
        article_id=article.article_id,
        path=article.path,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        status=summary.status,
        source_sha256=article.source_sha256,
        text_sha256=article.text_sha256,
    )
