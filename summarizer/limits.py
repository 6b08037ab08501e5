"""What a process that reads strangers' files may use: processor time, memory, no file to write, no life after its parent."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time

try:
    import resource
except ImportError:  # Windows: the parent's wall clock is the only limit there
    resource = None  # type: ignore[assignment]

_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Let this process use so much processor time and memory and no more, and end it when its parent ends."""
    if resource is not None:
        _lower(resource.RLIMIT_AS, memory_bytes)
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)
        allow(cpu_seconds)
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None, use_errno=True).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def allow(cpu_seconds: float) -> None:
    """Let this process use so much processor time altogether, counted in whole seconds from its start."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = max(1, round(cpu_seconds))
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def used_seconds() -> float:
    """Processor time of this process so far."""
    return time.process_time()


def _lower(which: int, wanted: int) -> None:
    """Set a limit; one that is stricter already stays."""
    _, most = resource.getrlimit(which)
    value = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(which, (value, value))
