"""The first words come before what takes long to import, and events cost next to nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.cli.display.plain import Plain
from summarizer.events import Extracted, ExtractionBegan, FileRead, FilesFound

FIRST_WORD_S = 6.0
"""Several times what it takes: the machine may be busy with other tests."""
HELP_S = 4.0
NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."


@pytest.fixture
def started(tmp_path: Path):
    (tmp_path / "a.txt").write_text(NEWS)
    env = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI", "SUMMARIZER"))}
    env["PYTHONPATH"] = os.pathsep.join(p for p in sys.path if p)

    def run(*before: str, command: str = "report") -> subprocess.Popen[str]:
        arguments = [sys.executable, "-P", *before, "-m", "summarizer", command, "a.txt", "--model", "rules"]
        return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=env)

    return run


@pytest.mark.parametrize("command", ["report", "extract"])
def test_the_first_words_come_before_the_heavy_imports(started, command: str) -> None:
    lines = started("-X", "importtime", command=command).communicate(timeout=60)[1].splitlines()
    first = lines.index("starting: a.txt")

    assert not any(
        name in line for line in lines[:first] for name in ("summarizer.pipeline", "summarizer.schema", "trafilatura", "openai")
    )
    assert any(line.endswith(" summarizer.pipeline") for line in lines[first:])


def test_the_first_words_come_soon(started) -> None:
    began = time.monotonic()
    process = started()
    assert process.stderr is not None
    assert process.stderr.readline() == "starting: a.txt\n"
    assert time.monotonic() - began < FIRST_WORD_S
    process.communicate(timeout=60)


def test_the_help_comes_soon() -> None:
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "summarizer", "--help"], stdout=subprocess.PIPE, check=True, timeout=60)
    assert time.monotonic() - began < HELP_S


def test_events_cost_next_to_nothing() -> None:
    talker = Plain()
    began = time.process_time()
    talker(FilesFound(20_000))
    for n in range(1, 20_001):
        talker(FileRead(n, 20_000))
    talker(ExtractionBegan(20_000, by_rules=True))
    for n in range(1, 20_001):
        talker(Extracted(f"{n}.txt", 1, 1, 0, n, 20_000))
    assert (time.process_time() - began) / 40_000 < 0.0005, "an event takes more than half a millisecond"
