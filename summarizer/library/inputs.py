"""What a call was given, as the articles of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from summarizer.articles.copies import without_copies
from summarizer.errors import ConfigError
from summarizer.events import LeftOut, Tell
from summarizer.pipeline import Input, read
from summarizer.reporting import parse_summaries
from summarizer.schema import Article, Failure, Summary

Source = str | PathLike[str] | Article
Sources = Source | Iterable[Source]
"""Files and folders by their paths, and articles that are in memory (`article_of`)."""
Extracted = str | PathLike[str] | Iterable[Summary]
"""Articles with their statements, or the file of JSON lines that holds them."""


def listed(sources: Sources) -> tuple[Source, ...]:
    """One source or several, as several. Raises TypeError if something is none."""
    every = (sources,) if isinstance(sources, str | PathLike | Article) else tuple(sources)
    for one in every:
        if not isinstance(one, str | PathLike | Article):
            raise TypeError(f"{type(one).__name__} is neither a path nor an article; make articles of texts by article_of")
    return every


def gathered(sources: Sequence[Source], stdin: BinaryIO | None, tell: Tell) -> Input:
    """The articles of these sources. Raises ConfigError if there is none."""
    paths = [os.fspath(one) for one in sources if not isinstance(one, Article)]
    given = [one for one in sources if isinstance(one, Article)]
    if not sources:
        raise ConfigError("no article was given; name files or folders, or make articles of texts by article_of")
    found = read(paths, stdin, tell) if paths else Input((), ())
    return _beside(found, given, tell) if given else found


def _beside(found: Input, given: Sequence[Article], tell: Tell) -> Input:
    """These articles too, those of them left out that others give already."""
    articles, copies = without_copies([*found.articles, *given])
    failures = tuple(Failure(stage="copy", what=one.path, why=one.reason, exit_code=one.exit_code) for one in copies)
    for failure in failures:
        tell(LeftOut(failure.what, failure.why))
    return replace(found, articles=tuple(articles), failures=(*found.failures, *failures))


def summaries_of(extracted: Extracted) -> tuple[Summary, ...]:
    """The summaries that were given, or that the file holds. Raises ConfigError if there is none, or one twice."""
    if isinstance(extracted, str | PathLike):
        return _in_file(Path(extracted))
    summaries = tuple(extracted)
    if not summaries:
        raise ConfigError("no article was given to compare; give what extract returned, which may have failed")
    seen = set[str]()
    for one in summaries:
        if one.article.article_id in seen:
            raise ConfigError(f"{one.article.path}: was given twice")
        seen.add(one.article.article_id)
    return summaries


def _in_file(file: Path) -> tuple[Summary, ...]:
    try:
        summaries = parse_summaries(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}; give the output of `summarizer extract`") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file} is not UTF-8 text; give the output of `summarizer extract`") from error
    if not summaries:
        raise ConfigError(f"{file} holds no article; give the output of `summarizer extract`, which may have failed")
    return summaries
