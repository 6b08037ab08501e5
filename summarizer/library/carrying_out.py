"""Runs for a program that has a life of its own: each in a thread with a loop of its own, no signal touched.

The caller waits, or awaits in whatever loop it has. What stops its waiting (Ctrl-C, a cancelled task, a timeout) stops
the run: nothing more is sent, what is on its way is waited for and kept, and the thread has ended when the caller goes on.
Stopped a second time it drops what has not come.
"""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summarizer.errors import Interrupted, gravest
from summarizer.events import Event, Stopping, Tell
from summarizer.library.naming import noted
from summarizer.pipeline.interrupting import Finish, Watcher

if TYPE_CHECKING:
    from summarizer.llm import Model

T = TypeVar("T")
Work = Callable[[Tell, Finish], T]
"""The work of a run: it is given what takes its events, and what runs its coroutine."""
LOOKED_EVERY_S = 0.05
HEARD_EVERY_S = 0.5
"""Where waiting cannot be interrupted (Windows), Ctrl-C is heard between two waits of so long."""
PATIENCE_S = 5.0
"""A caller that stops twice does not wait longer than this for a thread that computes."""


class _Stop(Exception):
    """Ends what is stopped before it has a loop, between two events."""


class Run(Generic[T]):
    """One run in a thread.

    Args:
        work: what is done.
        tell: takes what happens, in that thread. What it raises ends the run as soon as all that is paid for is kept.
    """

    def __init__(self, work: Work[T], tell: Tell) -> None:
        self._work = work
        self._tell = tell
        self._lock = threading.Lock()
        self._is_stopped = False
        self._refused: BaseException | None = None
        self._model: Model | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[Any] | None = None
        self._results: list[T] = []
        self._error: BaseException | None = None
        self.ended: Future[None] = Future()
        self.ended.set_running_or_notify_cancel()
        context = contextvars.copy_context()
        self._thread = threading.Thread(target=context.run, args=(self._run,), name="summarizer", daemon=True)

    def start(self) -> None:
        """Begin. Interrupted in here, the run may have begun or not."""
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """It has ended, or never begun."""
        return self.ended.done() or self._thread.ident is None

    def result(self) -> T:
        """What came of it. Raises what ended it."""
        self._thread.join()
        error = self._refused or self._error
        self._error = self._refused = None
        if error is not None:
            raise noted(error)
        return self._results.pop()

    def stop(self) -> None:
        """Send nothing more, and end as soon as what is on its way is kept. Called from any thread."""
        with self._lock:
            self._is_stopped = True
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._stop_sending)

    def drop(self) -> None:
        """End at once; answers that have not come are lost."""
        with self._lock:
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    def watch(self, model: Model) -> None:
        """Let this model finish what it has on its way before the run ends. Called in the model's loop."""
        self._model = model

    def _run(self) -> None:
        try:
            self._results.append(self._work(self._told, self._finish))
        except BaseExceptionGroup as group:
            self._error = gravest(group)
        except BaseException as error:  # noqa: BLE001  # it is raised where the run is waited for
            self._error = error
        finally:
            self.ended.set_result(None)

    def _told(self, event: Event) -> None:
        if self._refused is None:
            try:
                self._tell(event)
            except BaseException as error:  # noqa: BLE001  # raised when what is paid for is kept
                self._refused = error
                self.stop()
        # While a model is asked, an error in the midst of a call could lose its answer; there the loop ends the run.
        if self._is_stopped and self._model is None:
            raise _Stop

    def _finish(self, work: Callable[[Watcher], Coroutine[Any, Any, Any]], _: Tell, /) -> Any:
        async def main() -> Any:
            with self._lock:
                self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
                if self._is_stopped:
                    raise _Stop
            try:
                return await work(self)
            finally:
                with self._lock:
                    self._loop = self._task = self._model = None

        return asyncio.run(main())

    def _stop_sending(self) -> None:
        if self._model is not None and not self._model.is_idle:
            self._tell_stopping(self._model)
            self._model.stop(Interrupted("the run was stopped; what was on its way is kept"))
        self._end_when_kept()

    def _tell_stopping(self, model: Model) -> None:
        if self._refused is None:
            self._told(Stopping(model.under_way))

    def _end_when_kept(self) -> None:
        if self._task is None or self._loop is None:
            return
        if self._model is None or self._model.is_idle:
            self._task.cancel()
        else:
            self._loop.call_later(LOOKED_EVERY_S, self._end_when_kept)


def waited_for(work: Work[T], tell: Tell) -> T:
    """What the work gives; the thread that calls waits for it. It may be one in which an event loop runs.

    Raises:
        KeyboardInterrupt: and whatever else stops the waiting, once the run has ended.
        SummarizerError: what the run ended with.
    """
    run = Run(work, tell)
    try:
        run.start()
        _wait(run)
    except BaseException:
        run.stop()
        try:
            _wait(run)
        except BaseException:
            run.drop()
            wait([run.ended], PATIENCE_S)
            raise
        raise
    return run.result()


async def awaited(work: Work[T], tell: Tell) -> T:
    """What the work gives; the loop that awaits it attends to its other tasks meanwhile.

    Raises:
        CancelledError: the task was cancelled, and the run has ended.
        SummarizerError: what the run ended with.
    """
    run = Run(work, tell)
    run.start()
    try:
        await asyncio.wrap_future(run.ended)
    except BaseException:
        run.stop()
        while not run.ended.done():
            try:
                await asyncio.wrap_future(run.ended)
            except asyncio.CancelledError:
                run.drop()
        raise
    return run.result()


def _wait(run: Run[Any]) -> None:
    while not run.is_over:
        wait([run.ended], HEARD_EVERY_S)
