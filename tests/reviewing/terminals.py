"""A review in a process of its own, behind a pseudo-terminal that has a size."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

STEERING = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[=>()].?)")
CLEAR = "\x1b[H\x1b[2J"
PATIENCE_S = 60.0


class Terminal:
    """What a person at a terminal does with `summarizer review`."""

    def __init__(self, *arguments: str, columns: int = 80, lines: int = 24, home: Path, **environment: str) -> None:
        self.primary, secondary = pty.openpty()
        self.resize(columns, lines)
        self.at_first = self.settings()
        clean = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("OPENAI", "SUMMARIZER", "PYTHONHASH", "NO_COLOR", "GIT_", "XDG_"))
        }
        settings = {"TERM": "xterm-256color", "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "LANG": "C.UTF-8", **environment}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "summarizer", "review", *arguments],
            stdin=secondary,
            stdout=secondary,
            stderr=secondary,
            env={**clean, **settings},
            cwd=home,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # what makes it this process's terminal
        )
        os.close(secondary)
        self.output = ""
        self.seen = 0
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.primary, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def until(self, words: str) -> str:
        """Wait for the words; what stands on the screen then."""
        limit = time.monotonic() + PATIENCE_S
        while words not in self.output[self.seen :]:
            assert time.monotonic() < limit, f"no {words!r} in {self.output[self.seen :]!r}"
            assert self._read() or self.process.poll() is None, f"no {words!r} before the end: {self.output[self.seen :]!r}"
        self._settle()
        screen = self.output[self.seen :].rsplit(CLEAR, 1)[-1]
        self.seen = len(self.output)
        return STEERING.sub("", screen).replace("\r\n", "\n")

    def press(self, keys: str, words: str) -> str:
        """Press keys, wait for the words, and read the screen."""
        os.write(self.primary, keys.encode())
        return self.until(words)

    def ended(self) -> int:
        """The exit code, once all that was said is read."""
        limit = time.monotonic() + PATIENCE_S
        while self.process.poll() is None and time.monotonic() < limit:
            self._read()
        self._settle()
        return self.process.wait(PATIENCE_S)

    def hang_up(self) -> int:
        """Close the window; the exit code."""
        os.close(self.primary)
        return self.process.wait(PATIENCE_S)

    def settings(self) -> list:
        """How the terminal treats what is typed."""
        return termios.tcgetattr(self.primary)[:4]

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def _read(self, wait: float = 0.2) -> bool:
        if not select.select([self.primary], [], [], wait)[0]:
            return False
        try:
            self.output += self.decoder.decode(os.read(self.primary, 65536))
        except OSError:
            return False
        return True

    def _settle(self) -> None:
        """The rest of a screen follows at once."""
        while self._read(0.1):
            pass
