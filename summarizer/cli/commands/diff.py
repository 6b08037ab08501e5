"""The command that says what changed from one report to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import differing
from summarizer.cli.app import app
from summarizer.cli.completing import report_folders
from summarizer.cli.guard import guard
from summarizer.cli.options import Quiet
from summarizer.terms import Severity

_ONE = "Folder of a report, or a file report.json"


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=f"{_ONE}: the earlier one.", autocompletion=report_folders)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=f"{_ONE}: the later one.", autocompletion=report_folders)],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    fail_on_new: Annotated[
        Severity | None,
        typer.Option(
            "--fail-on-new",
            help="Exit with 1 if NEW has a contradiction of this severity or above that OLD has not and nobody dismissed.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Say what changed between two reports on one story: contradictions, figures, speakers' words, articles, decisions."""
    guard(lambda: differing.diff(old, new, fail_on_new, as_json=as_json, quiet=quiet))
