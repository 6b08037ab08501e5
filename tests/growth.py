"""Does the time of a scanner grow with its text? Measured so that a busy machine cannot make it fail."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

QUADRUPLED = 9.0
"""Four times the text may take this many times as long: about four if time is linear, sixteen if it is quadratic."""
SHORTEST_S = 0.02
"""Less than this is noise, whatever its ratio."""


def grows_with_its_text(scan: Callable[[str], object], piece: str, size: int) -> bool:
    """The processor time for four times the text stays near four times the time, in one of three tries."""
    small, large = (piece * (length // len(piece) + 1) for length in (size, 4 * size))
    return any(seconds(scan, large) <= QUADRUPLED * min(seconds(scan, small) for _ in range(2)) + SHORTEST_S for _ in range(3))


def seconds(scan: Callable[[str], object], text: str) -> float:
    """Its processor time, without that of collecting what all tests before have left."""
    gc.disable()
    try:
        begun = time.process_time()
        scan(text)
        return time.process_time() - begun
    finally:
        gc.enable()
