"""A story, an endpoint on loopback that can be slow and full, and the program beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faults import fast_clock
from faults.endpoint import StoryEndpoint, serving
from faults.story import MORE_OUTLETS, write_story

from summarizer.cli import main


@pytest.fixture
def endpoint() -> Iterator[StoryEndpoint]:
    """Answers sensibly until a test tells it to fail."""
    with serving() as server:
        yield server


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Twelve articles."""
    return write_story(tmp_path / "story", MORE_OUTLETS)


@pytest.fixture
def command(story: Path, endpoint: StoryEndpoint, tmp_path: Path) -> list[str]:
    """Reports on the story, asking the endpoint."""
    reach = ["--base-url", endpoint.url, "--model", "gpt-5.1", "--store", str(tmp_path / "answers.sqlite")]
    return ["report", str(story), "--out", str(tmp_path / "out"), *reach]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command in this process, in an empty folder, with a clock that never waits."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-nobody")
    fast_clock.install(monkeypatch)

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["summarizer", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, ended.value.code, said.out, said.err)

    return ran
