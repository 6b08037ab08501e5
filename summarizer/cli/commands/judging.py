"""The commands by which a report is read and decided on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import reviewing, viewing
from summarizer.cli.app import app
from summarizer.cli.guard import guard
from summarizer.cli.options import (
    Exported,
    Quiet,
    ReportFolder,
    Severities,
    TakenFiles,
    Verdicts,
)
from summarizer.cli.reviewing import Wishes


@app.command()
def review(
    folder: ReportFolder,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NAME",
            help="Who decides; default: git's user.name or the login name.",
            envvar="SUMMARIZER_REVIEWER",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Also what is decided, explained or agreed on.")] = False,
    verdict: Verdicts = None,
    severity: Severities = None,
    listing: Annotated[bool, typer.Option("--list", help="Print the findings, a line each, and decide nothing.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Print what was decided, by verdict, reason and reviewer.")] = False,
    taken: TakenFiles = None,
    export: Annotated[
        Exported | None, typer.Option("--export", help="Write findings and decisions as tables, tasks or labels.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--to", help="Folder for --export; default: that of the report.")] = None,
    quiet: Quiet = False,
) -> None:
    """Decide on each finding of a report, by keys in the terminal; decisions are kept in review.toml beside it."""
    wishes = Wishes(
        by=by,
        every=every,
        verdicts=tuple(verdict or ()),
        severities=tuple(severity or ()),
        listing=listing,
        stats=stats,
        taken=tuple(taken or ()),
        export=export,
        to=to,
        quiet=quiet,
    )
    guard(lambda: reviewing.review(folder, wishes))


@app.command()
def view(
    folder: ReportFolder,
    only_print: Annotated[bool, typer.Option("--print", help="Print where the page lies, and open nothing.")] = False,
) -> None:
    """Open report.html in the browser; it is made first if it is missing or older than report.json or the decisions."""
    guard(lambda: viewing.view(folder, only_print=only_print))
