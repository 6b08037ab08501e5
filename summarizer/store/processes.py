"""Which process is whose: enough to know later, and from another process, that one is gone."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_START = 19
"""The place of a process's start time in its `stat`, counted after the name; see proc(5)."""
_DEAD = frozenset({"Z", "X", "x"})


@dataclass(frozen=True)
class Process:
    """A process, so that another one that is given its number later is not mistaken for it.

    Attributes:
        host: the machine, and the space in which numbers of processes mean something (a container has its own).
        boot: what tells two starts of that machine apart; "" if it does not say.
        pid: its number.
        started: when it started, in the machine's own count; "" if it does not say.
    """

    host: str
    boot: str
    pid: int
    started: str

    def is_gone(self) -> bool:
        """It has certainly ended. False also where nobody here can know."""
        here = this_process()
        if self.host != here.host or not self.boot:
            return False
        return self.boot != here.boot or not _is_alive(self.pid, self.started)


def this_process() -> Process:
    """The process that asks."""
    pid = os.getpid()
    boot = _read(_PROC / "sys/kernel/random/boot_id")
    machine = _read(Path("/etc/machine-id"))
    return Process(f"{platform.node()} {machine} {_namespace()}", boot, pid, _state(pid)[1])


def _is_alive(pid: int, started: str) -> bool:
    if sys.platform == "win32":  # there, asking with a signal would end it
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # another user's; or no number of a process, which only expiry can judge
        return True
    state, began = _state(pid)
    return state not in _DEAD and (not began or not started or began == started)


def _state(pid: int) -> tuple[str, str]:
    """How a process fares (one letter) and when it started; two empty texts where the system does not say."""
    fields = _read(_PROC / str(pid) / "stat").rpartition(")")[2].split()
    return (fields[0], fields[_START]) if len(fields) > _START else ("", "")


def _namespace() -> str:
    try:
        return str((_PROC / "self/ns/pid").readlink())
    except OSError:
        return ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
