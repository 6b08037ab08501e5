"""Many files in order, those that take long begun ahead, several at once."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from summarizer.articles.files.children import Children
from summarizer.errors import ArticleError
from summarizer.events import FileRead, FilesFound, Tell
from summarizer.schema import Article

_MOST_AT_ONCE = 16

Entries = list[Article | ArticleError]


@dataclass(frozen=True, slots=True)
class Job:
    """One input to read.

    Attributes:
        read: its entries; an ArticleError that it raises is its last entry.
        takes_long: most of its work is done in a process of its own.
    """

    read: Callable[[], Iterator[Article | ArticleError]]
    takes_long: bool = False


def counted(jobs: Sequence[Job], tell: Tell) -> Sequence[Job]:
    """The same jobs; it is told how many there are, and each that is done, in whatever order."""
    tell(FilesFound(len(jobs)))
    numbers = itertools.count(1)

    def read(job: Job) -> Iterator[Article | ArticleError]:
        try:
            yield from job.read()
        finally:
            tell(FileRead(next(numbers), len(jobs)))

    return [replace(job, read=partial(read, job)) for job in jobs]


def entries_in_order(jobs: Sequence[Job], children: Children) -> Iterator[Article | ArticleError]:
    """What the jobs give, in their order. Whoever stops taking them, or is interrupted, ends the processes that still run."""
    many = sum(job.takes_long for job in jobs) > 1
    if not many:
        for job in jobs:
            yield from _all(job)
        return
    threads = ThreadPoolExecutor(min(_cores(), _MOST_AT_ONCE))
    is_done = False
    try:
        begun = [threads.submit(_all, job) if job.takes_long else None for job in jobs]
        for at, job in enumerate(jobs):
            future, begun[at] = begun[at], None
            yield from _all(job) if future is None else future.result()
        is_done = True
    finally:
        if not is_done:
            children.stop()
        threads.shutdown(cancel_futures=not is_done)


def _all(job: Job) -> Entries:
    entries: Entries = []
    try:
        entries.extend(job.read())
    except ArticleError as error:
        entries.append(error)
    return entries


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
