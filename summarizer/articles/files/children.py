"""Processes in which strangers' files are read: their limits, an environment without keys, and an end that is certain."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_PASSED_ON = frozenset(
    {
        "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR",
        "PYTHONHOME", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    }
)  # fmt: skip
"""What an interpreter needs to start. Nothing else of the environment is for a process that a hostile file may take over."""


class ChildFault(Exception):
    """A process gave no whole answer. `late` says that the clock ended it."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("late" if late else "died")
        self.late = late


class Children:
    """The processes that run at this moment, so that all of them can be ended at once. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_stopped = False

    def answer(self, module: str, arguments: tuple[str, ...], data: bytes, *, seconds: float, most: int) -> bytes:
        """All that a module of this program writes when it is fed these bytes.

        Args:
            module: its name, run as `python -m`.
            arguments: what it is called with.
            data: its standard input.
            seconds: how long it may take by the clock.
            most: how many bytes it may write.

        Raises:
            ChildFault: it took longer, wrote more, or was ended from outside.
        """
        with self._started(module, arguments, data, seconds) as (process, clock):
            assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
            found = process.stdout.read(most + 1)
            if len(found) > most:
                process.kill()
            process.wait()
        if clock.has_rung or len(found) > most or process.returncode:
            raise ChildFault(late=clock.has_rung)
        return found

    def lines(self, module: str, arguments: tuple[str, ...], data: bytes, *, seconds: float, most: int) -> Iterator[bytes]:
        """The lines that a module writes, as they come; it may take so long for each.

        Raises:
            ChildFault: after the lines that came, if it took longer, wrote more, or died.
        """
        with self._started(module, arguments, data, seconds) as (process, clock):
            assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
            left = most
            while line := process.stdout.readline(left):
                left -= len(line)
                if not line.endswith(b"\n"):
                    break
                clock.restart()
                yield line
            if left <= 0 or line:
                process.kill()
            process.wait()
        if clock.has_rung or process.returncode:
            raise ChildFault(late=clock.has_rung)

    def stop(self) -> None:
        """End all that run, and let no other start."""
        with self._lock:
            self._is_stopped = True
            for process in self._running:
                process.kill()

    @contextmanager
    def _started(
        self, module: str, arguments: tuple[str, ...], data: bytes, seconds: float
    ) -> Iterator[tuple[subprocess.Popen[bytes], _Clock]]:
        process = self._start([sys.executable, "-P", "-m", module, *arguments])
        clock = _Clock(seconds, process)
        feeder = threading.Thread(target=_feed, args=(process, data), daemon=True)
        try:
            feeder.start()
            yield process, clock
        finally:
            clock.stop()
            process.kill()
            process.wait()
            feeder.join()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            with self._lock:
                self._running.discard(process)

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_stopped:
                raise ChildFault(late=False)
            process = subprocess.Popen(  # noqa: S603 (our own module)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=clean_environment(),
                start_new_session=True,
            )
            self._running.add(process)
        return process


class _Clock:
    """Ends a process that gives nothing for so many seconds."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        self._seconds, self._process = seconds, process
        self.has_rung = False
        self._timer = self._timed()

    def restart(self) -> None:
        """Start counting anew."""
        self._timer.cancel()
        self._timer = self._timed()

    def stop(self) -> None:
        """Count no longer."""
        self._timer.cancel()
        self._timer.join()

    def _timed(self) -> threading.Timer:
        timer = threading.Timer(self._seconds, self._ring)
        timer.daemon = True
        timer.start()
        return timer

    def _ring(self) -> None:
        self.has_rung = True
        self._process.kill()


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Write all of its input to a process, which may end before it has read it."""
    assert process.stdin is not None  # noqa: S101 (a pipe was asked for)
    with suppress(OSError):
        process.stdin.write(data)
    with suppress(OSError):
        process.stdin.close()


def clean_environment() -> dict[str, str]:
    """What a process gets of the environment: enough to start Python and to find this program."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    path = filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))
    return {**kept, "PYTHONPATH": os.pathsep.join(path)}
