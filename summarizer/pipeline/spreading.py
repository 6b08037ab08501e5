"""Work on many articles spread over the cores of the machine."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST_FORKED, FEWEST_SPAWNED = 40, 400
"""Fewer items are done sooner than other processes get ready: a fork takes milliseconds, a fresh start a second."""
_MOST_PROCESSES = 16
_CHUNK = 8
"""Items that a process takes at once; it is asked to stop only between two such helpings."""


def spread(work: Callable[[Item], Result], items: Sequence[Item], *, processes: bool = True) -> Iterator[Result]:
    """What `work` gives for each item, in their order, computed on all cores if there are many items.

    The function and what it takes and gives are sent between processes, so all must be picklable. Where other processes
    cannot be had, or one of them dies, this one does the rest.
    """
    method, fewest = _way_to_start()
    cores = min(_cores(), _MOST_PROCESSES)
    done = 0
    if processes and cores > 1 and len(items) >= fewest:
        try:
            for result in _in_processes(work, items, cores, method):
                done += 1
                yield result
        except (BrokenProcessPool, NotImplementedError):
            pass  # killed from outside, or a system without shared semaphores: nothing is lost but time
    yield from map(work, itertools.islice(items, done, None))


def _in_processes(work: Callable[[Item], Result], items: Sequence[Item], cores: int, method: str) -> Iterator[Result]:
    with _pool(cores, method) as pool:
        yield from pool.map(work, items, chunksize=_CHUNK)


@contextmanager
def _pool(cores: int, method: str) -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


class Aside:
    """Runs work beside an event loop, which attends to its calls meanwhile.

    In other processes where there is much to do, else in a thread.
    """

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self._pool = pool

    async def __call__(self, work: Callable[..., Result], *given: Any) -> Result:
        """What `work` gives for these arguments; all must be picklable."""
        if self._pool is not None:
            try:
                return await asyncio.get_running_loop().run_in_executor(self._pool, work, *given)
            except BrokenProcessPool:
                self._pool = None  # a process was killed from outside; threads do what is left
        return await asyncio.to_thread(work, *given)


@contextmanager
def aside(items: int) -> Iterator[Aside]:
    """A place to work on so many items. Ask for it before the loop has started a thread: processes are forked at once."""
    method, fewest = _way_to_start()
    cores = min(_cores(), _MOST_PROCESSES)
    if cores < 2 or items < fewest:  # noqa: PLR2004  one core is the loop's own
        yield Aside(None)
        return
    with _pool(cores, method) as pool:
        pool.submit(int)
        yield Aside(pool)


def _way_to_start() -> tuple[str, int]:
    """How processes are started, and for how many items that pays. A fork beside running threads may hang."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return "fork", FEWEST_FORKED
    return "spawn", FEWEST_SPAWNED


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the one that was started stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
