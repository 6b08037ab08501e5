"""How much processor time the slow files of a run may take together, beside the limit that each has."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass(slots=True)
class Allowance:
    """What is left of a run's time for slow files. Safe to use from several threads.

    An ordinary file takes less than `free` seconds and costs nothing here, so a thousand of them are read. Once the slow
    ones have used up `together`, each file gets its `free` seconds alone; and when `in_a_row` of them then came to nothing
    one after another, no further one is tried.

    Attributes:
        each: seconds of processor time for one file.
        free: what an ordinary file may take.
        together: what all files of the run may take beyond that.
        in_a_row: how many may fail for their time, after that, before the rest is left.
    """

    each: int
    free: int
    together: float
    in_a_row: int
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _failed: int = 0

    def seconds(self) -> int:
        """How much the next file may take; 0 if none may be tried any more."""
        with self._lock:
            if self.together > 0:
                return self.each
            return self.free if self._failed < self.in_a_row else 0

    def count(self, seconds: float, *, in_vain: bool) -> None:
        """A file took so long, and came to nothing for it or did not."""
        with self._lock:
            if self.together <= 0:
                self._failed = self._failed + 1 if in_vain else 0
            self.together -= max(0.0, seconds - self.free)
