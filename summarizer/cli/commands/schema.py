"""The command that prints the schema of report.json."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli import describing
from summarizer.cli.app import app
from summarizer.cli.describing import Described
from summarizer.cli.guard import guard


@app.command()
def schema(
    of: Annotated[
        Described,
        typer.Option("--of", help="Of report.json, of a line that extract prints, or of one that compare prints."),
    ] = Described.REPORT,
) -> None:
    """Print the JSON Schema (draft 2020-12) of report.json, for programs that read it."""
    guard(lambda: describing.print_schema(of))
