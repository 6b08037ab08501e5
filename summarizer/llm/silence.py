"""What the libraries log of our calls is dropped: whole requests, article text included, and errors that are raised as ours.

A program that embeds this one, and asks models of its own by the same libraries, keeps what they log of its calls.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LIBRARIES = ("openai", "instructor", "httpx2", "httpcore2")
_ours: ContextVar[bool] = ContextVar("ours", default=False)
"""Whether what runs is a call of ours; tasks and threads that a call starts inherit it."""


@contextmanager
def silent() -> Iterator[None]:
    """Drop what the libraries log in here."""
    _watch()
    token = _ours.set(True)
    try:
        yield
    finally:
        _ours.reset(token)


def _watch() -> None:
    """A logger's filters do not hold for the loggers below it, and a library makes some late: each that is there gets ours."""
    for name in LIBRARIES:
        logging.getLogger(name).addFilter(_is_theirs)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if name.partition(".")[0] in LIBRARIES and isinstance(logger, logging.Logger):
            logger.addFilter(_is_theirs)


def _is_theirs(_: logging.LogRecord) -> bool:
    return not _ours.get()
