"""How often the interpreter looks for garbage while a story is compared."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 50)
"""A comparison makes a million small records that live as long as it does; to look for cycles among them costs a fifth."""


@contextmanager
def seldom() -> Iterator[None]:
    """Looks for garbage seldom inside, and as before behind it."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
