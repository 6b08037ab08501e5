"""Where every command ends: its errors as one line, its exit code.

An error that nobody foresaw ends with 5, as one of the disk or the machine does: the run broke down where it ran, and
neither the command, nor an article, nor the model is at fault. It is never 1, which says that a contradiction was found,
and not 4, upon which a script rightly tries again. The line on stderr tells a mistake in summarizer from the others.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn, TextIO

from summarizer.cli.crashes import tell_crash
from summarizer.cli.talk import begin, end, printable, say, talker
from summarizer.errors import StoreError, SummarizerError, gravest
from summarizer.events import Failed

__all__ = ["enclose", "end", "guard", "printable", "say", "talker"]

INTERRUPTED = 130
BROKE_DOWN = StoreError.exit_code


class Ended(SystemExit):
    """A command has ended as it meant to."""


def guard(work: Callable[[], int]) -> NoReturn:
    """Run a command's work and leave with its exit code; errors become one line on stderr."""
    try:
        code = work()
    except BaseException as error:  # noqa: BLE001  # the one error boundary
        code = _told(error)
    finally:
        end()
    raise Ended(code)


def enclose(program: Callable[[], object]) -> NoReturn:
    """Run the whole program, the reading of its options included, and leave with its exit code once all is written."""
    begin(sys.argv[1:], os.environ)
    try:
        program()
        code = 0
    except Ended as ended:
        code = int(ended.code or 0)
    except SystemExit as ended:
        # The library of the options ends with 1 where its own output meets a closed pipe.
        code = ended.code if isinstance(ended.code, int) and ended.code != 1 else BROKE_DOWN
    except BaseException as error:  # noqa: BLE001  # the one error boundary
        code = _told(error)
    sys.exit(_written_out(code))


def _told(error: BaseException) -> int:
    """Say what went wrong, and the exit code for it."""
    if isinstance(error, BaseExceptionGroup):
        return _told(gravest(error))
    if isinstance(error, SummarizerError):
        say(f"error: {error}")
        return error.exit_code
    if isinstance(error, KeyboardInterrupt):
        say(Failed("interrupted; every answer paid so far is kept, the same command goes on from there"))
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return BROKE_DOWN
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) and error.code != 1 else BROKE_DOWN
    tell_crash(error)
    return BROKE_DOWN


def _written_out(code: int) -> int:
    """The exit code, unless what was printed cannot be written; Python would say so at its very end, in its own words."""
    if (error := _flushed(sys.stdout)) is not None:
        # A command that broke down has said why.
        if not isinstance(error, BrokenPipeError) and code != BROKE_DOWN:
            say(f"error: standard output cannot be written ({getattr(error, 'strerror', None) or error})")
        code = BROKE_DOWN
    _flushed(sys.stderr)
    return code


def _flushed(stream: TextIO | None) -> Exception | None:
    """Why what was written to a stream cannot be put out, if it cannot; then nothing more of it is tried."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError) as error:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None
