"""Files to articles: text that offsets index, what is not running text, and who published it when."""

from __future__ import annotations

from summarizer.articles.memory import article_of
from summarizer.articles.reading import ReadResult, read_article, read_articles

__all__ = ["ReadResult", "article_of", "read_article", "read_articles"]
