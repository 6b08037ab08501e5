"""Completion as real shells do it, and what may be offered to them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import STORIES
from summarizer.cli.completing import profiles, report_folders, stories
from summarizer.cli.shells import Shell
from summarizer.configuring import PROFILES

ROOT = Path(__file__).parents[2]

BASH = """
source <(summarizer completion bash)
COMP_WORDS=({line})
COMP_CWORD={word}
_summarizer_completion summarizer
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def shell(here, monkeypatch):
    """Runs lines in a shell in which `summarizer` is this program."""
    bin_folder = here / "bin"
    bin_folder.mkdir()
    program = bin_folder / "summarizer"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m summarizer "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def run(name: str, lines: str) -> list[str]:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
        ended = subprocess.run([name, "-c", lines], capture_output=True, text=True, timeout=60, check=False)
        assert ended.stderr == ""
        return ended.stdout.split("\n")[:-1]

    return run


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("summarizer de", 1, ["demo"]),
        ("summarizer report --profile o", 3, ["openai", "ollama", "openrouter"]),
        ("summarizer report --fail-on ''", 3, ["high", "medium", "low"]),
        ("summarizer review reports/f", 2, ["reports/ferry"]),
        ("summarizer report --no", 2, ["--no-html", "--no-config"]),
    ],
)
def test_bash_completes(shell, here, line, word, offered) -> None:
    (here / "reports" / "ferry").mkdir(parents=True)
    (here / "reports" / "ferry" / "report.json").write_text("{}")

    assert shell("bash", BASH.format(line=line, word=word)) == offered


def test_fish_completes_with_what_each_word_means(shell) -> None:
    lines = shell("fish", "summarizer completion fish | source; complete -C 'summarizer demo --story '")

    assert sorted(line.split("\t")[0] for line in lines) == sorted(STORIES)
    assert all("\t" in line for line in lines)


def test_zsh_knows_the_function_of_the_script(shell) -> None:
    lines = "autoload -Uz compinit; compinit -u -D; source <(summarizer completion zsh); print ${_comps[summarizer]}"

    assert shell("zsh", lines) == ["_summarizer_completion"]


@pytest.mark.parametrize("name", list(Shell))
def test_each_shell_has_a_script_that_asks_this_program(command, name) -> None:
    ended = command("completion", name)

    assert ended.returncode == 0
    assert "_SUMMARIZER_COMPLETE" in ended.stdout


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("bash", "bash-completion/completions/summarizer"),
        ("zsh", ".zfunc/_summarizer"),
        ("fish", "fish/completions/summarizer.fish"),
    ],
)
def test_install_puts_the_script_where_the_shell_looks_and_spares_another(command, name, place) -> None:
    ended = command("completion", name, "--install")
    path = Path(ended.stdout.strip())

    assert str(path).endswith(place)
    assert "_SUMMARIZER_COMPLETE" in path.read_text()
    assert command("completion", name, "--install").returncode == 0
    path.write_text("another")
    assert command("completion", name, "--install").returncode == 2
    assert path.read_text() == "another"


def test_powershell_has_no_folder_of_scripts_and_says_what_to_do(command) -> None:
    assert "$PROFILE" in command("completion", "powershell", "--install").stderr


def test_what_a_shell_could_run_is_not_offered(here) -> None:
    for name in ("$(touch x)", "`id`", "a;b", "plain", "a'b", "two words", "line\nend", "übung"):
        (here / name).mkdir()
        (here / name / "report.json").write_text("{}")

    assert sorted(name for name, _ in report_folders("")) == ["plain", "übung"]


def test_nothing_fails_where_a_folder_is_not_there_or_a_file_is_broken(found_here) -> None:
    found_here("nonsense")

    assert report_folders("/nowhere/at/all") == []
    assert [name for name, _ in profiles("")] == list(PROFILES)
    assert [name for name, _ in stories("")] == list(STORIES)


def test_ones_own_profiles_are_offered(own) -> None:
    own('[profiles.desk]\nbase_url = "http://desk.test/v1"\n[profiles."$(id)"]\nbase_url = "http://desk.test/v1"')

    assert [name for name, _ in profiles("d")] == ["desk"]
    assert profiles("$") == []
