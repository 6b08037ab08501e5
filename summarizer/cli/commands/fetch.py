"""The command that gets articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import fetching
from summarizer.cli.app import app
from summarizer.cli.guard import guard
from summarizer.cli.options import LogFormat, Quiet, Talk


@app.command()
def fetch(
    named: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE", help="Addresses, text files with one address a line, feeds (file or address), - for stdin."
        ),
    ],
    into: Annotated[Path, typer.Option("--into", help="Folder that the pages are saved in.")],
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Of each feed only so many entries, the newest.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Fetch pages anew that are there, changed or not.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also ask this machine and its network (localhost, 10.…, 192.168.…).")
    ] = False,
    pause: Annotated[
        float, typer.Option("--pause", min=0, max=600, help="Seconds between two requests to one host.")
    ] = fetching.PAUSE_S,
    deadline: Annotated[
        float, typer.Option("--deadline", min=1, max=3600, help="Seconds for one page, its redirects included.")
    ] = fetching.PAGE_S,
    within: Annotated[
        float, typer.Option("--within", min=1, help="Seconds for all pages; the same command then goes on.")
    ] = fetching.ALL_S,
    most_mb: Annotated[
        float, typer.Option("--most-mb", min=0.001, max=20, help="Megabytes that one page may have.")
    ] = fetching.MOST_MB,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Save pages as they came, with address and time, politely, for `report` to read; prints a path a page."""
    bounds = fetching.Bounds(pause, deadline, within, most_mb, allow_private=allow_private)
    guard(lambda: fetching.fetch(named, into, bounds, limit, again=again, quiet=quiet))
