"""Where every command ends: its talk on stderr, its errors as one line, its exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from summarizer.errors import StoreError, SummarizerError

INTERRUPTED = 130
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def guard(work: Callable[[], int]) -> NoReturn:
    """Run a command's work and leave with its exit code; errors become one line on stderr."""
    try:
        code = work()
    except SummarizerError as error:
        say(f"error: {error}")
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = StoreError.exit_code
    except KeyboardInterrupt:
        say("interrupted; every answer paid so far is kept, the same command goes on from there")
        code = INTERRUPTED
    raise typer.Exit(code)


def talker(*, quiet: bool) -> Callable[[str], None]:
    """What tells the person who waits how the work goes."""
    return (lambda _: None) if quiet else say


def say(line: str) -> None:
    """One line on stderr. File names and model messages may hold anything, so what could steer a terminal is shown as "?"."""
    typer.echo(printable(line), err=True)


def printable(text: str) -> str:
    """The text without what could steer a terminal."""
    return _UNPRINTABLE.sub("?", text)
