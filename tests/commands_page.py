"""docs/commands.md, made of the program's own help: `python tests/commands_page.py` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from summarizer.cli import app

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
PROGRAM = "summarizer"
_HEAD = """\
# Commands

Every command with its arguments and options, their defaults and their variables of the environment, as the program's own help
gives them (`summarizer COMMAND --help`). What each exit code means is in [exit-codes.md](exit-codes.md), what else can be set, and
where, in [settings.md](settings.md).
"""
_WIDE = 10_000
"""No line of the help is broken."""
_RUN = "0, 2, 3, 4, 5, 130"
_ANY = "0, 2, 5, 130"
EXIT_CODES = {
    "fetch": "0, 2, 3 (some failed), 5, 130",
    "report": "0, 1 (`--fail-on`), 2, 3, 4, 5, 130",
    "extract": _RUN,
    "compare": "0, 1 (`--fail-on`), 2, 3, 4, 5, 130",
    "demo": _ANY,
    "evaluate": "0, 1 (`--floors`), 2, 3, 4, 5, 130",
    "diff": "0, 1 (`--fail-on-new`), 2, 5, 130",
    "verify": "0, 1 (something does not hold), 2, 5, 130",
    "doctor": "0, 2 (something is wrong), 4 (the endpoint alone is in the way), 5, 130",
}
"""Exit codes of the commands that can end otherwise than with 0, 2, 5 and 130."""


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(_told(path, command, context) for path, command, context in commands())


def commands() -> Iterator[tuple[str, Any, Any]]:
    """Every command by its whole name ("config show"), the program itself first."""
    program = typer.main.get_group(app)
    yield from _below(PROGRAM, program, None)


def _below(path: str, command: Any, parent: Any) -> Iterator[tuple[str, Any, Any]]:
    context = command.context_class(command, info_name=path.rsplit(maxsplit=1)[-1], parent=parent, max_content_width=_WIDE)
    yield path, command, context
    for name, inner in getattr(command, "commands", {}).items():
        if not inner.hidden:
            yield from _below(f"{path} {name}", inner, context)


def _told(path: str, command: Any, context: Any) -> str:
    records = [record for one in command.get_params(context) if (record := one.get_help_record(context)) is not None]
    rows = "".join(f"| {_code(names)} | {_cell(told)} |\n" for names, told in records)
    usage = " ".join(command.collect_usage_pieces(context))
    name = path.removeprefix(f"{PROGRAM} ")
    ends = "" if path == PROGRAM or getattr(command, "commands", None) else f"\nExit codes: {EXIT_CODES.get(name, _ANY)}.\n"
    return f"\n## {path}\n\n{_prose(command.help)}\n\n    {path} {usage}\n\n| option or argument | |\n|---|---|\n{rows}{ends}"


def _prose(told: str) -> str:
    return " ".join(told.split())


def _code(names: str) -> str:
    return f"`{_cell(names)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
