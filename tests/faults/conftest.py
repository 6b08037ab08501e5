"""The whole program against an endpoint that fails: in this process with a clock that never waits, or in one of its own."""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faults import fast_clock
from faults.endpoint import StoryEndpoint, serving
from faults.running import Ran, check_talk
from faults.story import OUTLETS, read_report, write_story
from llm.faulty_endpoint import CANARY

from summarizer.cli import main

MOST_S = 40
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "process: starts the program as a process of its own, which takes seconds")


@pytest.fixture
def endpoint() -> Iterator[StoryEndpoint]:
    """A running endpoint that answers sensibly until a test tells it to fail."""
    with serving() as server:
        yield server


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> fast_clock.FastClock:
    """The clock of every run in this process."""
    return fast_clock.install(monkeypatch)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder with a key in the environment; when the test is over, no file below it holds the key."""
    for name in (*PROXIES, *(name.lower() for name in PROXIES)):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "temporary").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    yield tmp_path
    holding = [p for p in tmp_path.rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()]
    assert holding == [], "files that hold the key"


Run = Callable[..., Ran]


@pytest.fixture
def run(place: Path, clock: fast_clock.FastClock, capsys: pytest.CaptureFixture[str], endpoint: StoryEndpoint) -> Run:
    """Runs `summarizer report` over a story against the endpoint; the options come last."""

    def report(
        *options: str,
        outlets: tuple[str, ...] = OUTLETS,
        more: dict[str, str] | None = None,
        base_url: str | None = None,
        model: str = "m",
        out: str = "out",
    ) -> Ran:
        story = write_story(place / "story", outlets, more)
        command = ["report", str(story), "--out", str(place / out), "--store", str(place / "answers.sqlite"), "--model", model]
        return finished(place / out, [*command, "--base-url", base_url or endpoint.url, *options], capsys)

    return report


def finished(folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> Ran:
    """Run the program here, and look at what it says: no traceback, no key, nothing that steers a terminal."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as here:
        here.setattr(sys, "argv", ["summarizer", *arguments])
        with _no_longer_than(MOST_S), pytest.raises(SystemExit) as ended:
            main()
    said = capsys.readouterr()
    ran = Ran(ended.value.code, said.out, said.err, read_report(folder), folder)
    check_talk(ran)
    return ran


class _no_longer_than:  # noqa: N801  reads as a phrase
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        self.before = signal.signal(signal.SIGALRM, self.over)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)

    def over(self, *_: object) -> None:
        raise AssertionError(f"the run did not end within {self.seconds} s")
