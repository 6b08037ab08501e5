"""Fuzzes the readers of records (JSON, JSON Lines, tables, exports of databases) and what makes an article of a draft.

    python fuzz/records.py [-max_total_time=60] [CORPUS]

Needs atheris (https://github.com/google/atheris), which is no dependency of the program. A text may be refused; whatever
else is raised is a fault, and so is an article that cannot be written down as JSON.
"""

from __future__ import annotations

import json
import sys

import atheris

with atheris.instrument_imports(include=["summarizer.articles"]):
    from summarizer.articles.files.sniffing import Kind
    from summarizer.articles.finishing import finished
    from summarizer.articles.formats import BadEntry, BrokenJsonError, NotArticlesError, UndecodableError
    from summarizer.articles.formats.exports import several_or_doubt
    from summarizer.articles.formats.texts import drafts_of_text

from summarizer.errors import ArticleError

NAMES = (
    *(
        "title",
        "text",
        "body",
        "content",
        "articles",
        "items",
        "results",
        "data",
        "columns",
        "url",
        "date",
        "published",
        "author",
    ),
    *("outlet", "source", "language", "@graph", "@type", "_source", "fields", "hits", "body_html", "description", "wordcount"),
)
KINDS = (Kind.TEXT, Kind.JSON, Kind.TABLE, Kind.MARKDOWN, Kind.XML)
MOST_DEPTH = 6


def value(provider: atheris.FuzzedDataProvider, depth: int = 0) -> object:
    """A JSON value whose names are those that the readers know."""
    kind = provider.ConsumeIntInRange(0, 8 if depth < MOST_DEPTH else 4)
    if kind <= 2:
        return provider.ConsumeUnicode(provider.ConsumeIntInRange(0, 120))
    if kind == 3:
        return provider.ConsumeInt(12)
    if kind == 4:
        return (None, True, float("nan"), 1e300)[provider.ConsumeIntInRange(0, 3)]
    count = provider.ConsumeIntInRange(0, 5)
    if kind <= 6:
        return [value(provider, depth + 1) for _ in range(count)]
    return {NAMES[provider.ConsumeIntInRange(0, len(NAMES) - 1)]: value(provider, depth + 1) for _ in range(count)}


def one_input(data: bytes) -> None:
    """One input, read as one of the formats."""
    provider = atheris.FuzzedDataProvider(data)
    kind = KINDS[provider.ConsumeIntInRange(0, len(KINDS) - 1)]
    if kind is Kind.JSON and provider.ConsumeBool():
        text = json.dumps(value(provider))
    else:
        text = provider.ConsumeUnicode(provider.remaining_bytes())
    several_or_doubt(text)
    try:
        drafts = drafts_of_text(text, kind, kind)
    except (BrokenJsonError, NotArticlesError, UndecodableError):
        return
    for draft in drafts:
        if isinstance(draft, BadEntry):
            continue
        try:
            article = finished(draft, "a")
        except ArticleError:
            continue
        article.model_dump_json()
        article.text.encode()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
