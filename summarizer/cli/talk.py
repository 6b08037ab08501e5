"""The talk on stderr."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable

import typer

from summarizer.characters import CONTROLS, INVISIBLE, SURROGATES

_UNPRINTABLE = re.compile(f"[{CONTROLS}\t\x0b\x0c\r\u2028\u2029{INVISIBLE}{SURROGATES}]")


def talker(*, quiet: bool) -> Callable[[str], None]:
    """What tells the person who waits how the work goes."""
    return (lambda _: None) if quiet else say


def say(line: str) -> None:
    """One line on stderr. File names and model messages may hold anything, so what could steer a terminal is shown as "?"."""
    # Where nobody can be told any more (a closed pipe, a full disk behind it), the work goes on: it is paid for.
    with contextlib.suppress(OSError, ValueError):
        typer.echo(printable(line), err=True)


def printable(text: str) -> str:
    """The text without what could steer a terminal, or hide from who reads it."""
    return _UNPRINTABLE.sub("?", text)
