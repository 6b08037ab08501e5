"""Whom an article as a whole retells, and whom else it credits, as the answers name them."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.answers import ArticleAnswer
from summarizer.schema import Article
from summarizer.text import words


def main_source(answers: Sequence[ArticleAnswer], article: Article) -> str | None:
    """The first report named that is not the article's own outlet, which its dateline may name."""
    own = _plain(article.outlet)
    return next((a.main_source for a in answers if a.main_source and _plain(a.main_source) != own), None)


def credited(answers: Sequence[ArticleAnswer]) -> tuple[str, ...]:
    """All outlets and reports credited, each once."""
    return tuple(dict.fromkeys(name.strip() for answer in answers for name in answer.credited if name.strip()))


def _plain(name: str | None) -> list[str]:
    return [word for word in words(name or "") if word != "the"]
