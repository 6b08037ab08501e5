"""What an article is called in a sentence, so that no two articles of a story share a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.schema import Article


def names_of(articles: Sequence[Article]) -> Mapping[str, str]:
    """A name for each article by its id, as plain text: its outlet; without one its title, without a title its file's name."""
    return {one.article_id: one.outlet or one.title or one.path for one in articles}
