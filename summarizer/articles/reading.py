"""From paths to articles: one file, a folder, a feed, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from summarizer.articles.apart.ahead import Job, counted, entries_in_order
from summarizer.articles.apart.reader import Reader
from summarizer.articles.copies import in_order, without_copies
from summarizer.articles.fetched import is_list_file, told_of
from summarizer.articles.files import sources
from summarizer.articles.files.sniffing import BY_SUFFIX, SUFFIXES, Kind, foreign_format, shows_format
from summarizer.articles.finishing import OwnReportError
from summarizer.errors import ArticleError
from summarizer.events import Tell, ignore
from summarizer.schema import Article

STDIN = "-"
MOST_ARTICLES = 20_000
"""In one run: no analyst reads a report on more, and the articles are all held in memory."""
_OVER = f"and all that follows was not read: a run reads at most {MOST_ARTICLES:,} articles; split the folder by story"
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
    entries = list(_read_file(path, Reader()))
    articles = [entry for entry in entries if isinstance(entry, Article)]
    if len(articles) > 1:
        raise ArticleError(sources.shown(path), f"holds {len(articles)} articles, not one; read it as a feed")
    if articles:
        return articles[0]
    raise next(entry for entry in entries if isinstance(entry, ArticleError))


def read_articles(paths: Iterable[str | os.PathLike[str]], stdin: IO[bytes] | None = None, tell: Tell = ignore) -> ReadResult:
    """Read files, folders and "-" (standard input, a binary stream). One bad file never stops the others.

    PDFs and large files are read several at once, each in a process of its own, and given in the order of the paths all
    the same. What a run cannot hold is named. `tell` is told how many files there are and have been read.
    """
    others: Counter[str] = Counter()
    reader = Reader()
    jobs = [job for path in dict.fromkeys(os.fspath(path) for path in paths) for job in _jobs(path, stdin, reader, others)]
    read: list[Article] = []
    failures: list[ArticleError] = []
    for entry in entries_in_order(counted(jobs, tell), reader.children):
        if isinstance(entry, _Passed):
            others["reports of this program"] += 1
        elif isinstance(entry, ArticleError):
            failures.append(entry)
        elif len(read) < MOST_ARTICLES:
            read.append(entry)
        else:
            failures.append(ArticleError(entry.path, _OVER))
            break
    articles, copies = without_copies(read)
    failures = sorted(
        {str(failure): failure for failure in [*failures, *copies]}.values(), key=lambda failure: in_order(failure.path)
    )
    return ReadResult(tuple(articles), tuple(failures), tuple(sorted(others.items())))


class _Passed(OwnReportError):
    """A report of this program that nobody named: it lay in a folder."""


def _jobs(path: str, stdin: IO[bytes] | None, reader: Reader, others: Counter[str]) -> Iterator[Job]:
    """What is to be read for one of the paths that the user named."""
    if path == STDIN:
        yield Job(lambda: _read_stdin(stdin, reader))
    elif sources.is_folder(path):
        found = sources.walk(path)
        others.update(found.passed_over)
        if found.errors:
            yield Job(lambda: iter(found.errors))
        files = [file for file in found.paths if not is_list_file(file)]
        yield from (Job(partial(_unnamed, file, reader), takes_long=sources.takes_long(file)) for file in files)
    elif not is_list_file(path):
        yield Job(partial(_read_file, path, reader), takes_long=sources.takes_long(path))


def _read_stdin(stdin: IO[bytes] | None, reader: Reader) -> Iterator[Article | ArticleError]:
    if stdin is None:
        raise ArticleError(STDIN, "there is no standard input to read; pipe an article in or name a file")
    try:
        data = sources.read_capped(stdin, STDIN)
    except (OSError, ValueError) as error:
        raise ArticleError(STDIN, f"standard input cannot be read ({error})") from None
    yield from reader.entries(data, STDIN, None)


def _unnamed(path: str, reader: Reader) -> Iterator[Article | ArticleError]:
    try:
        for entry in _read_file(path, reader, named=False):
            yield _Passed(entry.path, entry.reason) if isinstance(entry, OwnReportError) else entry
    except OwnReportError as error:
        raise _Passed(error.path, error.reason) from None


def _read_file(path: str | os.PathLike[str], reader: Reader, *, named: bool = True) -> Iterator[Article | ArticleError]:
    """The articles of one file. What the user did not name and whose name tells no format must show one by itself."""
    data = sources.load(path)
    suffix = Path(os.fsdecode(path)).suffix.lower()
    tells = suffix not in SUFFIXES and shows_format(data)
    if not named and suffix not in SUFFIXES and not tells and not _says_why(data):
        raise ArticleError(sources.shown(path), _UNKNOWN)
    hint = None if tells else BY_SUFFIX.get(suffix, Kind.TEXT)
    yield from reader.entries(data, sources.shown(path), hint, told_of(path, data))


def _says_why(data: bytes) -> bool:
    """What is in the file is reason enough to refuse it, and a better one than its name."""
    return not data.strip() or foreign_format(data) is not None
