"""What nobody foresaw, in one line: in a command, a thread, a destructor, a library's log. Never a traceback unasked."""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import traceback
import warnings
from pathlib import Path
from types import TracebackType

from summarizer.cli.configured import current
from summarizer.cli.talk import say
from summarizer.configuring.profiles import KEY_VARIABLES

ASKED_FOR = "SUMMARIZER_TRACEBACK"
"""The environment variable that asks for whole tracebacks."""
LONGEST = 160
_PACKAGE = Path(__file__).parents[1]
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|`[^`]*`|=.*")
_KEPT = "Every answer paid so far is kept, and the same command goes on from there"


def crash_line(error: BaseException) -> str:
    """One line on an error that no part of the program foresaw: what, where, and what to do; no word of an article."""
    kind, where = type(error).__name__, _place(error)
    if isinstance(error, OSError):
        file = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return f"error: {file}{error.strerror or kind} (at {where}): the disk or the machine refused. {_KEPT}"
    if isinstance(error, MemoryError):
        return f"error: there is too little memory (at {where}); give more, or fewer or smaller articles. {_KEPT}"
    if isinstance(error, RecursionError):
        return f"error: something is nested too deeply (at {where}); leave out the article that is. {_KEPT}"
    if isinstance(error, UnicodeEncodeError):
        return f"error: the output cannot carry a character in {error.encoding} (at {where}); set PYTHONIOENCODING=utf-8"
    if isinstance(error, ImportError):
        return f"error: the installation is not whole: {_without_quotations(error)} (at {where}); install summarizer again"
    return (
        f"error: this is a mistake in summarizer: {kind}: {_without_quotations(error)} (at {where}); please report it, "
        f"if you can with what {ASKED_FOR}=1 shows. {_KEPT}"
    )


def tell_crash(error: BaseException) -> None:
    """Say it on stderr; the whole traceback only where the environment asks for it."""
    if os.environ.get(ASKED_FOR):
        for line in "".join(traceback.format_exception(error)).splitlines():
            say(_without_key(line))
    say(_without_key(crash_line(error)))


def show_as_one_line() -> None:
    """From here on a crash outside the command's own code is one line as well: in threads, destructors, logs, at the end."""
    sys.excepthook = _unforeseen
    sys.unraisablehook = lambda found: _tell_beside(found.exc_value)
    threading.excepthook = lambda found: _tell_beside(found.exc_value)
    logging.lastResort = _OneLine(logging.WARNING)
    warnings.showwarning = _warn


class _OneLine(logging.Handler):
    """Shows what libraries log and nobody else takes."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say one line; an error that is logged is told as any other."""
        if record.exc_info and record.exc_info[1] is not None:
            _tell_beside(record.exc_info[1])
        else:
            first = record.getMessage().partition("\n")[0]
            say(_without_key(f"{record.name}: {first[:LONGEST]}"))


def _warn(message: Warning | str, category: type[Warning], *_place: object, **_more: object) -> None:
    say(_without_key(f"{category.__name__}: {str(message).partition(chr(10))[0][:LONGEST]}"))


def _tell_beside(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, BrokenPipeError | KeyboardInterrupt | SystemExit):
        tell_crash(error)


def _unforeseen(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    tell_crash(error)


def _place(error: BaseException) -> str:
    """Module and line: the innermost of ours, else the innermost."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not frames:
        return "an unknown place"
    frame = (ours or frames)[-1]
    module = (
        ".".join(Path(frame.filename).with_suffix("").relative_to(_PACKAGE.parent).parts) if ours else Path(frame.filename).stem
    )
    return f"{module}:{frame.lineno}"


def _without_quotations(error: BaseException) -> str:
    """The first line of an error's own words; what it quotes may be an article's."""
    first = str(error).strip().partition("\n")[0]
    return _QUOTED.sub("…", first)[:LONGEST] or "no message"


def _without_key(text: str) -> str:
    for variable in (*KEY_VARIABLES, str(current().value("api_key_env") or "")):
        key = os.environ.get(variable, "").strip() if variable else ""
        text = text.replace(key, "***") if key else text
    return text
