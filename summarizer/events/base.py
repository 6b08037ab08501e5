"""What an event is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

Named = Callable[[str], str]
"""How a path is written in a message."""
_MOST_NAMED = 3
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class Level(StrEnum):
    """How much an event matters to the person who waits."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Event:
    """Something happened.

    Attributes:
        name: the kind of event in snake case, as logs name it.
        level: how much it matters.
        is_lasting: worth a line of its own; else it only changes how far the run has come.
        is_said_when_quiet: said also to who wants to hear of errors alone.
    """

    name: ClassVar[str] = "event"
    level: ClassVar[Level] = Level.INFO
    is_lasting: ClassVar[bool] = False
    is_said_when_quiet: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        cls.name = _CAPITAL.sub("_", cls.__name__).lower()
        if cls.level in (Level.WARNING, Level.ERROR):
            cls.is_lasting = True

    def message(self, named: Named = str) -> str:
        """The event in words, one line; `named` gives each path as it is to be written."""
        return self._words(named)

    def _words(self, named: Named, /) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message()


Tell = Callable[[Event], None]
"""Takes what happens. It may be called from any thread, and from a signal handler."""


def ignore(_: Event) -> None:
    """Takes what happens, and tells nobody."""


def plural(number: int, one: str, many: str = "") -> str:
    """The word for so many."""
    return one if number == 1 else many or f"{one}s"


def listed(paths: Sequence[str], named: Named) -> str:
    """The first of some paths, and how many more there are."""
    more = f" and {len(paths) - _MOST_NAMED:,} more" if len(paths) > _MOST_NAMED else ""
    return ", ".join(map(named, paths[:_MOST_NAMED])) + more


def without(why: str, path: str, named: Named) -> str:
    """The reason without the path that it may begin with, which is said already."""
    return why.removeprefix(f"{path}: ").replace(path, named(path))
