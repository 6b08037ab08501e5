"""Two ways to run a command: in this process, and as the installed program in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import main


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command here, in an empty folder; whatever is raised but an exit code fails the test."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with pytest.MonkeyPatch.context() as here:
            here.setattr(sys, "argv", ["summarizer", *args])
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
            for name, value in env.items():
                here.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
        said = capsys.readouterr()
        return subprocess.CompletedProcess(args, ended.value.code, said.out, said.err)

    return run


@pytest.fixture
def cold_cli(tmp_path: Path):
    """Runs the installed command in a process of its own, in an empty folder, without a key and without a network."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI", "SUMMARIZER", "PYTHON"))}
    clean["SUMMARIZER_STORE"] = str(tmp_path / "answers.sqlite")

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "summarizer", *args]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=clean, timeout=60, check=False)

    return run
