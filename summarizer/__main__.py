"""The process of `python -m summarizer` and of the console script: what holds before the command runs, and after it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from types import FrameType

from summarizer.log_format import wants_json

INTERRUPTED = 130
"""As shells report a program that Ctrl-C has ended."""
_INTERRUPTED_JSON = (
    b'{"time": "%s", "event": "failed", "level": "error", "message": "interrupted", "fields": {"text": "interrupted"}}\n'
)


def run() -> None:
    """Run the command and leave with its exit code. Ctrl-C ends the process with one line whenever it comes."""
    # Whoever starts this in the background may have told it to ignore Ctrl-C.
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heard:
        signal.signal(signal.SIGINT, _end)
    from summarizer.cli import main
    from summarizer.cli.crashes import show_as_one_line

    show_as_one_line()
    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            _leave_threads_behind()
        raise
    finally:
        if heard:
            signal.signal(signal.SIGINT, _end)


def _leave_threads_behind() -> None:
    """End the process at once if threads of an interrupted run still compute; nobody waits for what they find."""
    if any(thread is not threading.current_thread() and not thread.daemon for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(INTERRUPTED)


def _end(_signal: int, _frame: FrameType | None) -> None:
    """Nothing is under way: the program is being imported, or has said all it had to say."""
    if sys.stderr is not None:
        os.write(2, _INTERRUPTED_JSON % _now() if wants_json(sys.argv[1:], os.environ) else b"interrupted\n")
    os._exit(INTERRUPTED)


def _now() -> bytes:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()).encode()


if __name__ == "__main__":
    run()
