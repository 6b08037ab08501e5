"""docs/commands.md is what the program's help says, of every command and every option."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from commands_page import EXIT_CODES, PAGE, commands, page

COMMANDS = list(commands())
ROOT = Path(__file__).parents[2]
TYPER = f"typer=={version('typer')}"
"""Another release of it may word the help otherwise."""


@pytest.mark.skipif(TYPER not in (ROOT / "constraints.txt").read_text().split(), reason=f"{TYPER} is not the tested version")
def test_the_page_of_commands_is_what_the_help_says():
    assert PAGE.read_text(encoding="utf-8") == page(), "make it again with: python tests/commands_page.py"


@pytest.mark.parametrize(("path", "command"), [(path, command) for path, command, _ in COMMANDS])
def test_every_option_stands_in_the_section_of_its_command(path, command):
    (section,) = re.findall(rf"^## {path}\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    shown = [parameter for parameter in command.params if not parameter.hidden]
    names = {name for parameter in shown for name in (*parameter.opts, *parameter.secondary_opts) if name.startswith("-")}
    variables = {parameter.envvar for parameter in shown if isinstance(parameter.envvar, str)}

    assert sorted(name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", section)) == []
    assert sorted(variable for variable in variables if variable not in section) == []


def test_exit_codes_are_told_of_commands_that_exist():
    paths = {path.removeprefix("summarizer ") for path, _, _ in COMMANDS}

    assert len(paths) > 10
    assert set(EXIT_CODES) <= paths


def test_every_variable_of_the_program_is_told():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    docs = "".join(page.read_text(encoding="utf-8") for page in pages)
    code = "".join(module.read_text(encoding="utf-8") for module in (ROOT / "summarizer").rglob("*.py"))
    named = set(re.findall(r"(?<![_A-Z])SUMMARIZER_[A-Z_]+[A-Z]", code))

    assert "SUMMARIZER_STORE" in named
    assert sorted(name for name in named if name not in docs) == []
