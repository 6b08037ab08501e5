"""Ctrl-C: once, what is paid for is waited for and kept; twice, or with nothing on its way, the run ends at once."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from summarizer.errors import Interrupted, ModelError
from summarizer.events import Stopping, Tell

if TYPE_CHECKING:
    from summarizer.llm import Model

_Result = TypeVar("_Result")
LOOKED_EVERY_S = 0.05


class Watcher(Protocol):
    """Whoever may end a run before it is done."""

    def watch(self, model: Model) -> None:
        """Let this model finish what it has on its way before the run ends. Called in the model's loop."""


class Finish(Protocol):
    """Runs the work of a run in a loop of its own, to its end or to that which its watcher makes of it."""

    def __call__(self, work: Callable[[Watcher], Coroutine[Any, Any, _Result]], tell: Tell, /) -> _Result:
        """What the work gives."""


class Interruption:
    """Hears Ctrl-C while a run is under way.

    The handler runs between two instructions of the main thread, whatever that is doing, so it only ends the run or asks
    the loop to; a model that has answers on their way is asked to send no more.

    Attributes:
        heard: it came, and answers on their way are waited for.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self.heard = False
        self._model: Model | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def watch(self, model: Model) -> None:
        """Let this model finish what it has on its way before the run ends. Called in the model's loop."""
        self._model = model
        self._loop = asyncio.get_running_loop()

    def hear(self, signal_number: int, frame: FrameType | None) -> None:
        """A signal came. If there is nothing to wait for, or somebody has waited long enough, end the processes of the run.

        Raises:
            KeyboardInterrupt: where they are ended.
        """
        del signal_number, frame
        # Not whether anything is under way: between its arrival and its keeping an answer is not, and is not yet safe.
        if self.heard or self._model is None or self._loop is None or self._model.is_idle:
            for child in multiprocessing.active_children():
                child.terminate()
            raise KeyboardInterrupt
        self.heard = True
        self._tell(Stopping(self._model.under_way))
        self._loop.call_soon_threadsafe(self._stop_sending)

    def _stop_sending(self) -> None:
        if self._model is not None:
            self._model.stop(Interrupted("interrupted"))
            self._end_when_kept()

    def _end_when_kept(self) -> None:
        """End the run as soon as what was on its way is kept: whatever is still made of it belongs to no report.

        Raises:
            KeyboardInterrupt: out of the loop that calls this.
        """
        if self._model is None or self._loop is None or self._model.is_idle:
            raise KeyboardInterrupt
        self._loop.call_later(LOOKED_EVERY_S, self._end_when_kept)


def finished(work: Callable[[Watcher], Coroutine[Any, Any, _Result]], tell: Tell) -> _Result:
    """What the work gives when it is done.

    It is not the result of the loop's own task: on the way out the signal module looks at the handler that holds the task,
    and puts all of its result into the text of an error that it drops.

    Raises:
        KeyboardInterrupt: somebody stopped it. Threads that still compute are left to themselves.
    """
    results: list[_Result] = []
    interruption = Interruption(tell)

    async def keep() -> None:
        results.append(await work(interruption))

    with _heard_by(interruption):
        try:
            _run(keep())
        except ModelError:
            if not interruption.heard:
                raise
            raise KeyboardInterrupt from None
    if interruption.heard:
        raise KeyboardInterrupt
    return results[0]


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine in a loop of its own.

    Unlike `asyncio.run` it does not wait for the threads of an interrupted run: what they compute is of no more use.
    """
    loop = asyncio.new_event_loop()
    try:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(work)
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        asyncio.set_event_loop(None)
        _drop_the_rest(loop)
        loop.close()


def _drop_the_rest(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel the tasks that are left, and let them end."""
    # A loop that was interrupted as its work ended has still to be told to stop; told later, it would leave these tasks.
    loop.call_soon(loop.stop)
    loop.run_forever()
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    # A task that failed in the very last step has still to tell whoever waited for it; else its error is printed.
    loop.run_until_complete(asyncio.sleep(0))


@contextmanager
def _heard_by(interruption: Interruption) -> Iterator[None]:
    """Ctrl-C goes to this handler."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is signal.SIG_IGN:
        yield  # only the main thread hears signals, and a shell has those it starts in the background ignore this one
        return
    signal.signal(signal.SIGINT, interruption.hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
