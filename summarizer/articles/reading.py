"""From paths to articles: one file, a folder, a feed, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from summarizer.articles.files import sources
from summarizer.articles.files.sniffing import BY_SUFFIX, Kind
from summarizer.articles.finishing import finished, normalised
from summarizer.articles.formats import BadEntry, BrokenJsonError, NotArticlesError, PdfError, UndecodableError, drafts_of
from summarizer.articles.zoning.zones import running_text
from summarizer.errors import ArticleError
from summarizer.schema import Article

STDIN = "-"
_MAX_NUMBER = 10


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Articles in order of their paths, and every input that could not be used."""

    articles: tuple[Article, ...] = ()
    failures: tuple[ArticleError, ...] = ()


def read_article(path: str | os.PathLike[str]) -> Article:
    """Read one file that holds one article.

    Raises:
        ArticleError: the file cannot be used, or holds several articles.
    """
    entries = list(_read_file(path))
    articles = [entry for entry in entries if isinstance(entry, Article)]
    if len(articles) > 1:
        raise ArticleError(sources.shown(path), f"holds {len(articles)} articles, not one; read it as a feed")
    if articles:
        return articles[0]
    raise next(entry for entry in entries if isinstance(entry, ArticleError))


def read_articles(paths: Iterable[str | os.PathLike[str]], stdin: IO[bytes] | None = None) -> ReadResult:
    """Read files, folders and "-" (standard input, a binary stream). One bad file never stops the others."""
    entries: list[Article | ArticleError] = []
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        entries.extend(_read_named(path, stdin))
    failures = [entry for entry in entries if isinstance(entry, ArticleError)]
    articles, copies = _without_copies([entry for entry in entries if isinstance(entry, Article)])
    failures = sorted(
        {str(failure): failure for failure in [*failures, *copies]}.values(), key=lambda failure: _order(failure.path)
    )
    return ReadResult(tuple(articles), tuple(failures))


def _order(path: str) -> tuple[str, int]:
    """Sort key: the file, then the number of the article in it."""
    name, mark, number = path.rpartition("#")
    return (name, int(number)) if mark and number.isdecimal() and len(number) < _MAX_NUMBER else (path, 0)


def _read_named(path: str, stdin: IO[bytes] | None) -> Iterator[Article | ArticleError]:
    try:
        if path == STDIN:
            yield from _read_stdin(stdin)
        elif sources.is_folder(path):
            yield from _read_folder(path)
        else:
            yield from _read_file(path)
    except ArticleError as error:
        yield error


def _read_stdin(stdin: IO[bytes] | None) -> Iterator[Article | ArticleError]:
    if stdin is None:
        raise ArticleError(STDIN, "there is no standard input to read; pipe an article in or name a file")
    try:
        data = sources.read_capped(stdin, STDIN)
    except (OSError, ValueError) as error:
        raise ArticleError(STDIN, f"standard input cannot be read ({error})") from None
    try:
        yield from _read_bytes(data, STDIN, None)
    except NotArticlesError as error:
        raise ArticleError(STDIN, str(error)) from None


def _read_folder(folder: str) -> Iterator[Article | ArticleError]:
    for found in sources.walk(folder):
        if isinstance(found, ArticleError):
            yield found
            continue
        try:
            yield from _read_file(found, named=False)
        except ArticleError as error:
            yield error


def _read_file(path: str | os.PathLike[str], *, named: bool = True) -> Iterator[Article | ArticleError]:
    """The articles of one file; JSON that is no article is silently nothing unless the user named the file."""
    data = sources.load(path)
    hint = BY_SUFFIX.get(Path(os.fsdecode(path)).suffix.lower(), Kind.TEXT)
    try:
        yield from _read_bytes(data, sources.shown(path), hint)
    except NotArticlesError as error:
        if named:
            raise ArticleError(sources.shown(path), f"{error}; leave it out") from None


def _read_bytes(data: bytes, path: str, hint: Kind | None) -> Iterator[Article | ArticleError]:
    try:
        drafts = drafts_of(data, hint)
    except (RecursionError, MemoryError):
        raise ArticleError(path, "is built so that it cannot be read; save its text instead") from None
    except (UndecodableError, PdfError, BrokenJsonError) as error:
        raise ArticleError(path, str(error)) from None
    for draft in drafts:
        try:
            yield ArticleError(path + draft.label, draft.reason) if isinstance(draft, BadEntry) else finished(draft, path)
        except ArticleError as error:
            yield error


def _without_copies(articles: list[Article]) -> tuple[list[Article], list[ArticleError]]:
    """Articles in order, each text once per outlet. Two outlets with one text are two articles of one origin."""
    kept: list[Article] = []
    copies: list[ArticleError] = []
    seen: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: _order(article.path)):
        same = seen.setdefault(normalised(running_text(article.text, article.zones)), [])
        first = next((other for other in same if _one_outlet(article, other)), None)
        if first is None:
            same.append(article)
            kept.append(article)
        elif first.path != article.path:
            copies.append(
                ArticleError(article.path, f"has the same text as {first.path}; that one is used, this one is left out")
            )
    return kept, copies


def _one_outlet(left: Article, right: Article) -> bool:
    return left.outlet is None or right.outlet is None or normalised(left.outlet) == normalised(right.outlet)
