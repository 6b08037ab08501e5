"""Whatever goes wrong ends in one line and an exit code that means it: never a traceback, and never 1."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from summarizer import pipeline
from summarizer.errors import AnswerInvalid, ModelSetupError, StoreError, gravest

SECRET = "sk-CANARY-of-the-crash-tests-0123456789"
WORDS = "the mayor’s own words"


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "ferry.txt").write_text("The ferry sank on Monday. At least 12 people died, the coastguard said.\n")
    return str(tmp_path / "ferry.txt")


def crash(cli, story, monkeypatch, error, **env):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "run_report", fail)
    return cli("report", story, "--model", "rules", "--quiet", OPENAI_API_KEY=SECRET, **env)


MISTAKES = (
    TypeError(f"'{WORDS}' is no number, {SECRET} is a key"),
    KeyError(WORDS),
    ValueError(f"1 error\n  input_value={WORDS}"),
    AssertionError(),
    UnicodeDecodeError("utf-8", WORDS.encode(), 0, 1, "bad \x1b[31m"),
    BrokenProcessPool("a process died"),
)
ENVIRONMENT = (
    (OSError(28, "No space left on device", "/out/x"), "/out/x: No space left on device"),
    (PermissionError(13, "Permission denied"), "Permission denied"),
    (MemoryError(), "too little memory"),
    (RecursionError("maximum recursion depth exceeded"), "nested too deeply"),
    (UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range"), "PYTHONIOENCODING"),
    (ImportError(f"cannot import name '{WORDS}'"), "install summarizer again"),
)


@pytest.mark.parametrize("error", MISTAKES, ids=lambda error: type(error).__name__)
def test_a_mistake_in_the_program_is_one_line(cli, story, monkeypatch, error) -> None:
    ran = crash(cli, story, monkeypatch, error)
    (line,) = [line for line in ran.stderr.splitlines() if not line.startswith("no language model")]
    assert ran.returncode == 5
    assert line.startswith(f"error: this is a mistake in summarizer: {type(error).__name__}: ")
    assert "summarizer.library.steps:" in line
    assert "please report it" in line
    assert not any(hidden in ran.stderr for hidden in (SECRET, WORDS, "Traceback", "\x1b"))


@pytest.mark.parametrize(("error", "told"), ENVIRONMENT, ids=lambda value: type(value).__name__)
def test_what_the_machine_refuses_is_no_mistake_in_the_program(cli, story, monkeypatch, error, told) -> None:
    ran = crash(cli, story, monkeypatch, error)
    (line,) = [line for line in ran.stderr.splitlines() if not line.startswith("no language model")]
    assert ran.returncode == 5
    assert told in line
    assert "mistake" not in line


def test_the_traceback_is_there_for_who_asks(cli, story, monkeypatch) -> None:
    ran = crash(cli, story, monkeypatch, TypeError(f"{SECRET} \x1b[31m"), SUMMARIZER_TRACEBACK="1")
    assert ran.returncode == 5
    assert "Traceback (most recent call last):" in ran.stderr
    assert SECRET not in ran.stderr
    assert "\x1b" not in ran.stderr


def test_an_interruption_is_130(cli, story, monkeypatch) -> None:
    ran = crash(cli, story, monkeypatch, KeyboardInterrupt())
    assert (ran.returncode, "interrupted" in ran.stderr) == (130, True)


GROUPS = (
    ([ModelSetupError("key"), StoreError("disk")], StoreError, 5),
    ([TypeError("bug"), ModelSetupError("key")], ModelSetupError, 4),
    ([TypeError("bug"), ExceptionGroup("", [AnswerInvalid("a"), StoreError("disk")])], StoreError, 5),
    ([TypeError("bug"), OSError("x")], TypeError, 5),
    ([StoreError("disk"), KeyboardInterrupt()], KeyboardInterrupt, 130),
)


@pytest.mark.parametrize(("errors", "told", "code"), GROUPS)
def test_of_several_errors_at_once_the_gravest_is_told(cli, story, monkeypatch, *, errors, told, code) -> None:
    group = BaseExceptionGroup("unhandled errors", errors)
    assert type(gravest(group)) is told
    ran = crash(cli, story, monkeypatch, group)
    assert ran.returncode == code
    assert len([line for line in ran.stderr.splitlines() if not line.startswith("no language model")]) == 1


def test_an_exit_of_a_library_is_not_taken_for_a_contradiction(cli, story, monkeypatch) -> None:
    assert crash(cli, story, monkeypatch, SystemExit(1)).returncode == 5


def process(code: str, *args: str, **options) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": root}
    return subprocess.run(
        [sys.executable, "-c", code, *args], stderr=subprocess.PIPE, text=True, env=env, timeout=60, check=False, **options
    )


START = "import atexit, os, signal, sys, threading, types\nfrom summarizer.__main__ import run\n"
INTERRUPT = "os.kill(os.getpid(), signal.SIGINT)"
VERSION = "sys.argv = ['summarizer', '--version']\n"
WHILE_IMPORTING = f"""
class Cli(types.ModuleType):
    def __getattr__(self, name):
        {INTERRUPT}
        raise AttributeError(name)
sys.modules["summarizer.cli"] = Cli("summarizer.cli")
run()
"""


@pytest.mark.parametrize(
    "code", [WHILE_IMPORTING, f"{VERSION}atexit.register(lambda: {INTERRUPT})\nrun()"], ids=["while importing", "at exit"]
)
def test_an_interruption_before_and_after_the_command_is_one_line(code) -> None:
    ran = process(START + code, stdout=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (130, "interrupted\n")


def test_an_interruption_that_is_to_be_ignored_is_ignored() -> None:
    ran = process(
        f"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n{START}{VERSION}atexit.register(lambda: {INTERRUPT})\nrun()"
    )
    assert (ran.returncode, ran.stderr) == (0, "")


BESIDE = f"""
from summarizer.cli import crashes
crashes.show_as_one_line()
def fail(*_):
    raise ValueError("'{WORDS}' {SECRET} \\x1b[31m")
class Falls:
    __del__ = fail
thread = threading.Thread(target=fail)
thread.start()
thread.join()
Falls()
import logging
try:
    fail()
except ValueError:
    logging.getLogger("library").exception("this failed")
logging.getLogger("library").warning("odd\\nvery odd")
atexit.register(fail)
fail()
"""


def test_crashes_beside_the_command_are_one_line_each(monkeypatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    ran = process(START + BESIDE)
    lines = ran.stderr.splitlines()
    assert [line.startswith("error: this is a mistake") for line in lines].count(True) == 5
    assert "library: odd" in lines
    assert len(lines) == 6
    assert not any(hidden in ran.stderr for hidden in (SECRET, WORDS, "Traceback", "\x1b", "very odd"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_full_output(stream: str) -> None:
    with Path("/dev/full").open("w") as full:
        if stream == "stdout":
            ran = process(f"{START}{VERSION}run()", stdout=full)
            assert ran.returncode == 5
            assert ran.stderr.startswith("error: No space left on device")
            assert ran.stderr.count("\n") == 1
        else:
            root = str(Path(__file__).parents[2])
            command = [sys.executable, "-m", "summarizer", "demo", "--story", "nowhere"]
            ended = subprocess.run(command, stderr=full, env={**os.environ, "PYTHONPATH": root}, timeout=60, check=False)
            assert ended.returncode == 2


def test_a_closed_pipe_is_not_taken_for_a_contradiction() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = process(f"{START}sys.argv = ['summarizer', '--help']\nrun()", stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (5, "")
