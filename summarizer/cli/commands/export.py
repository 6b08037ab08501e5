"""The command that writes a report for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import exporting
from summarizer.cli.app import app
from summarizer.cli.guard import guard
from summarizer.cli.options import Quiet, ReportFolder
from summarizer.terms import Format


@app.command()
def export(
    folder: ReportFolder,
    formats: Annotated[
        list[Format] | None, typer.Option("--as", help="For which programs; may be repeated; default: csv.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--to", help="Folder for the files; default: exports beside the report.")] = None,
    quiet: Quiet = False,
) -> None:
    """Write a report for other programs; prints the paths of the files."""
    guard(lambda: exporting.export(folder, tuple(formats or (Format.CSV,)), to, quiet=quiet))
