"""Every option that a command of the README and the docs is shown with is one that it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from summarizer.cli import app

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = [
    shown
    for page in PAGES
    for shown in re.findall(r"^summarizer (\w+)([^\n#]*)", page.read_text(encoding="utf-8"), re.MULTILINE)
]
COMMANDS = typer.main.get_group(app).commands


@pytest.mark.parametrize(("command", "rest"), SHOWN)
def test_the_options_of_a_shown_command_exist(command: str, rest: str) -> None:
    known = {name for parameter in COMMANDS[command].params for name in parameter.opts}

    assert set(re.findall(r"--[a-z-]+", rest)) <= known


def test_commands_with_options_are_shown() -> None:
    assert {"report", "review", "view", "demo"} <= {command for command, _ in SHOWN}
    assert sum(rest.count("--") for _, rest in SHOWN) > 8
