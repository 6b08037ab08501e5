"""Reads one file from standard input, within limits: python -m summarizer.articles.apart SECONDS PATH HINT TOLD < FILE."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from summarizer.articles.apart.lines import END, line_of
from summarizer.articles.entries import entries_or_fault
from summarizer.articles.fetched import Told, told_in
from summarizer.articles.files.sniffing import Kind
from summarizer.errors import ArticleError
from summarizer.limits import allow, limit, used_seconds
from summarizer.schema import Article

_MEMORY_BYTES = 600_000_000
_SECONDS_PER_ENTRY = 0.1


def main() -> None:
    """One line for each entry. A file of many articles gets more time as it gives them."""
    seconds, path, hint, told = int(sys.argv[1]), sys.argv[2], sys.argv[3], told_in(sys.argv[4])
    start = used_seconds() + seconds
    limit(round(start), _MEMORY_BYTES)
    data = sys.stdin.buffer.read()
    for count, entry in enumerate(_entries(data, path, Kind(hint) if hint else None, told), 1):
        sys.stdout.buffer.write(line_of(entry))
        sys.stdout.buffer.flush()
        allow(start + count * _SECONDS_PER_ENTRY)
    sys.stdout.buffer.write(END)


def _entries(data: bytes, path: str, hint: Kind | None, told: Told) -> Iterator[Article | ArticleError]:
    try:
        yield from entries_or_fault(data, path, hint, told=told)
    except ArticleError as error:
        yield error


if __name__ == "__main__":
    main()
