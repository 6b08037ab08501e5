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
    shown = COMMANDS[command]
    for word in rest.split():
        # A command of a group, as in `config show`; what follows it may be a command whose options it takes.
        shown = getattr(shown, "commands", {}).get(word) or (
            COMMANDS[word] if shown.name == "show" and word in COMMANDS else shown
        )
    known = {name for parameter in shown.params for name in (*parameter.opts, *parameter.secondary_opts)}

    assert set(re.findall(r"--[a-z-]+", rest)) <= known


def test_commands_with_options_are_shown() -> None:
    assert {"report", "review", "view", "demo"} <= {command for command, _ in SHOWN}
    assert sum(rest.count("--") for _, rest in SHOWN) > 8
