"""What happens in a run, as records of the standard library's `logging`, under the name "summarizer".

No handler is installed but one that does nothing, and no level is set: both are the program's own to choose.
"""

from __future__ import annotations

import logging
import re

from summarizer.characters import CONTROLS, INVISIBLE, SURROGATES
from summarizer.events import Event, Level

LOGGER = logging.getLogger("summarizer")
LOGGER.addHandler(logging.NullHandler())
_LEVELS = {
    Level.DEBUG: logging.DEBUG,
    Level.INFO: logging.INFO,
    Level.WARNING: logging.WARNING,
    Level.ERROR: logging.ERROR,
}
_UNPRINTABLE = re.compile(f"[{CONTROLS}\t\n\x0b\x0c\r\u2028\u2029{INVISIBLE}{SURROGATES}]")


def log_event(event: Event) -> None:
    """Log an event in one line; its kind is the record's `event`.

    Warnings are warnings. What is worth a line of its own is info, what only says how far the run has come is debug. Names
    of files and words of an endpoint may stand in it, never a key; what could forge a line or steer a terminal is "?".
    """
    level = logging.DEBUG if event.level is Level.INFO and not event.is_lasting else _LEVELS[event.level]
    if LOGGER.isEnabledFor(level):
        LOGGER.log(level, "%s", _UNPRINTABLE.sub("?", str(event)), extra={"event": event.name})
