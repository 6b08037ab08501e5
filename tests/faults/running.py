"""A run of the program and what it left, and runs as processes of their own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from faults.endpoint import StoryEndpoint
from faults.story import read_report
from llm.faulty_endpoint import CANARY

UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
LONGEST_S = 60


@dataclass(frozen=True)
class Ran:
    """A finished run: its exit code, what it said, and the report it wrote, if it wrote one."""

    code: int | None
    out: str
    err: str
    report: dict[str, Any] | None
    folder: Path

    @property
    def markdown(self) -> str:
        """report.md."""
        return (self.folder / "report.md").read_text(encoding="utf-8")

    @property
    def warnings(self) -> str:
        """What the report warns of."""
        return " ".join((self.report or {})["run"].get("warnings", ()))


def check_talk(ran: Ran) -> None:
    """Nothing of what was said is a traceback, holds the key, or steers a terminal."""
    for text in (ran.out, ran.err):
        assert "Traceback" not in text
        assert CANARY not in text, "the key was shown"
        assert not UNPRINTABLE.search(text), f"control character in {text!r}"


class Process:
    """The installed command, started on a story that is written already."""

    def __init__(self, place: Path, endpoint: StoryEndpoint, *options: str, out: str = "out") -> None:
        self.folder = place / out
        command = ["report", place / "story", "--out", self.folder, "--store", place / "answers.sqlite", "--model", "m"]
        self._said = (place / f"stdout of {out}", place / f"stderr of {out}")
        with self._said[0].open("wb") as told, self._said[1].open("wb") as talk:
            self.running = subprocess.Popen(
                [sys.executable, "-P", "-m", "summarizer", *command, "--base-url", endpoint.url, *options],
                stdout=told,
                stderr=talk,
                cwd=place,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            )

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.running.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """Kill -9."""
        self.running.kill()
        self.running.wait(LONGEST_S)

    def end(self) -> Ran:
        """Wait for its end."""
        code = self.running.wait(LONGEST_S)
        out, err = (path.read_text(encoding="utf-8") for path in self._said)
        ran = Ran(code, out, err, read_report(self.folder), self.folder)
        check_talk(ran)
        return ran

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.running.poll() is None:
            self.kill()


def until(condition: Any, seconds: float = LONGEST_S) -> None:
    """Wait until something holds. Raises AssertionError if it never does."""
    last = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < last, "what the test waits for did not happen"
        time.sleep(0.01)
