"""From paths to articles: one file, a folder, a feed, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from summarizer.articles.copies import in_order, without_copies
from summarizer.articles.files import sources
from summarizer.articles.files.sniffing import BY_SUFFIX, SUFFIXES, Kind, foreign_format, shows_format
from summarizer.articles.finishing import OwnReportError, finished
from summarizer.articles.formats import (
    BadEntry,
    BrokenJsonError,
    NotArticlesError,
    PdfError,
    SavedReportError,
    UndecodableError,
    drafts_of,
)
from summarizer.errors import ArticleError
from summarizer.schema import Article

STDIN = "-"
_UNKNOWN = "is not known as an article by its name or by what it holds; if it is one, rename it to .txt"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Articles in order of their paths, and what became of everything else.

    Attributes:
        failures: every input that could not be used, with the reason.
        passed_over: how many files of the folders nobody could take for articles, by kind ("images", 12).
    """

    articles: tuple[Article, ...] = ()
    failures: tuple[ArticleError, ...] = ()
    passed_over: tuple[tuple[str, int], ...] = ()


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
    others: Counter[str] = Counter()
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        entries.extend(_read_named(path, stdin, others))
    failures = [entry for entry in entries if isinstance(entry, ArticleError)]
    articles, copies = without_copies([entry for entry in entries if isinstance(entry, Article)])
    failures = sorted(
        {str(failure): failure for failure in [*failures, *copies]}.values(), key=lambda failure: in_order(failure.path)
    )
    return ReadResult(tuple(articles), tuple(failures), tuple(sorted(others.items())))


def _read_named(path: str, stdin: IO[bytes] | None, others: Counter[str]) -> Iterator[Article | ArticleError]:
    try:
        if path == STDIN:
            yield from _read_stdin(stdin)
        elif sources.is_folder(path):
            yield from _read_folder(path, others)
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


def _read_folder(folder: str, others: Counter[str]) -> Iterator[Article | ArticleError]:
    found = sources.walk(folder)
    others.update(found.passed_over)
    yield from found.errors
    for path in found.paths:
        for entry in _unnamed(path):
            if isinstance(entry, OwnReportError):
                others["reports of this program"] += 1
            else:
                yield entry


def _unnamed(path: str) -> Iterator[Article | ArticleError]:
    try:
        yield from _read_file(path, named=False)
    except ArticleError as error:
        yield error


def _read_file(path: str | os.PathLike[str], *, named: bool = True) -> Iterator[Article | ArticleError]:
    """The articles of one file. What the user did not name and whose name tells no format must show one by itself."""
    data = sources.load(path)
    suffix = Path(os.fsdecode(path)).suffix.lower()
    tells = suffix not in SUFFIXES and shows_format(data)
    if not named and suffix not in SUFFIXES and not tells and not _says_why(data):
        raise ArticleError(sources.shown(path), _UNKNOWN)
    hint = None if tells else BY_SUFFIX.get(suffix, Kind.TEXT)
    try:
        yield from _read_bytes(data, sources.shown(path), hint)
    except SavedReportError as error:
        raise OwnReportError(sources.shown(path), str(error)) from None
    except NotArticlesError as error:
        raise ArticleError(sources.shown(path), f"{error}; leave it out") from None


def _says_why(data: bytes) -> bool:
    """What is in the file is reason enough to refuse it, and a better one than its name."""
    return not data.strip() or foreign_format(data) is not None


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
