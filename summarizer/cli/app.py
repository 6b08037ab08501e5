"""The program as a whole: what may stand before the name of a command."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli.options import LogFormat, Talk
from summarizer.cli.usage import Commands

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news articles on one story and reports, quote beside quote, where they disagree.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    pass
