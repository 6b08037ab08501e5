"""The commands that hand on the evidence for a finding, and check it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import evidence
from summarizer.cli.app import app
from summarizer.cli.guard import guard
from summarizer.cli.options import Quiet, Replay, ReportFolder, Store
from summarizer.configuring.places import default_store

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")]


@app.command()
def bundle(
    folder: ReportFolder,
    findings: Annotated[
        list[str] | None,
        typer.Argument(metavar="FINDING", help="A finding's number in the report, its id, or the beginning of it; several."),
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="File (.zip) or folder; default: the folder evidence beside the report.")
    ] = None,
    confirmed: Annotated[bool, typer.Option("--all-confirmed", help="Every finding that reviewers confirmed.")] = False,
    store: Store = None,
    replay: Replay = None,
    quiet: Quiet = False,
) -> None:
    """Pack all that a finding rests on into one file that anybody can open and check; prints its path."""
    guard(
        lambda: evidence.bundle(
            folder, tuple(findings or ()), to, store or default_store(), replay, confirmed=confirmed, quiet=quiet
        )
    )


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A bundle (.zip), or the folder of a report.")],
    articles: Annotated[
        list[Path] | None, typer.Option("--article", help="A file that an article was read from; may be repeated.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Check a bundle or a report: hashes, quotes, ids, answers, the articles' own files; prints a line a check."""
    guard(lambda: evidence.verify(path, tuple(articles or ()), as_json=as_json, quiet=quiet))
