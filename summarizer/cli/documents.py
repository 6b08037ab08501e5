"""The articles' files, for a program that names a document by its bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from summarizer.errors import ConfigError, StoreError
from summarizer.schema import Article, Report

_PIECE = 1_000_000
_PLACE = re.compile(r"#\d+\Z")


class _Hashes(NamedTuple):
    document_id: str
    sha256: str


def document_ids(report: Report, folder: Path | None, project: str) -> dict[str, str]:
    """The ids that Datashare gives the articles' files, by the ids of the articles; those are missing whose file is not found.

    Args:
        report: whose articles.
        folder: where the files are, if not at the paths that the report names.
        project: the project in Datashare.

    Raises:
        ConfigError: a file is not the one any more that the article was read from.
        StoreError: a file cannot be read.
    """
    found = {}
    hashed: dict[Path, _Hashes] = {}
    for summary in report.summaries:
        article = summary.article
        files = list(_files(article, folder))
        for file in files:
            if file not in hashed:
                hashed[file] = _hashes(file, project)
            if _is_source(article, hashed[file]):
                found[article.article_id] = hashed[file].document_id
                break
        else:
            if files:
                raise ConfigError(
                    f"{files[0]}: is not the file any more that the article was read from (its SHA-256 is another one), and "
                    "Datashare would know it by another id; make the report again, or name the folder of the files as they "
                    "were with --articles DIR"
                )
    return found


def _is_source(article: Article, hashes: _Hashes) -> bool:
    """A file that nothing tells against: of what was packed in it the report knows the bytes, and not those of the whole."""
    return article.source_kind != "file" or article.source_sha256 in {None, hashes.sha256}


def _files(article: Article, folder: Path | None) -> Iterator[Path]:
    """Where the article's file may be: the archive, or the file of several articles, that it came in among them."""
    named = Path(_PLACE.sub("", article.path.replace("\0", "")))
    parts = named.parts if folder is None or ".." not in named.parts else ()
    whole = [named] if folder is None else [Path(folder, *parts[first:]) for first in range(named.is_absolute(), len(parts))]
    for path in whole:
        yield from (place for place in (path, *path.parents) if _is_file(place))


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):
        return False


def _hashes(file: Path, project: str) -> _Hashes:
    """The id as ICIJ's extract makes it, SHA-384 of the project's name and the bytes behind it; and their SHA-256."""
    own, plain = hashlib.sha384(project.encode()), hashlib.sha256()
    try:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                own.update(piece)
                plain.update(piece)
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror})") from error
    return _Hashes(own.hexdigest(), plain.hexdigest())
