"""A home and a current folder of their own, in which settings files can be written, and commands run."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.configuring import user_file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that is the current one, with the user's settings below it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".data"))
    monkeypatch.delenv("SUMMARIZER_STORE", raising=False)
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def here(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, below the home folder."""
    folder = home / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def own(home: Path):
    """Writes the user's own settings file."""

    def write(text: str) -> Path:
        path = user_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def found_here(here: Path):
    """Writes the settings file of the current folder."""

    def write(text: str) -> Path:
        path = here / "summarizer.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def command(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command in this process; whatever is raised but an exit code fails the test."""

    def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with pytest.MonkeyPatch.context() as there:
            there.setattr(sys, "argv", ["summarizer", *args])
            there.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
            for name, value in env.items():
                there.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
        said = capsys.readouterr()
        return subprocess.CompletedProcess(args, ended.value.code, said.out, said.err)

    return run
