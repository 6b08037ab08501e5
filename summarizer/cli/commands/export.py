"""The command that writes a report for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import exporting
from summarizer.cli.app import app
from summarizer.cli.asked import Asked
from summarizer.cli.guard import guard
from summarizer.cli.options import Quiet
from summarizer.terms import Format

Reports = Annotated[
    list[Path], typer.Argument(metavar="DIR", help="Folder of a report, or its report.md or report.html; tables take several.")
]
Formats = Annotated[list[Format] | None, typer.Option("--as", help="For which programs; may be repeated; default: csv.")]
Tables = Annotated[
    list[str] | None, typer.Option("--table", metavar="NAME", help="Only this table (csv, jsonl, parquet); may be repeated.")
]
To = Annotated[
    Path | None,
    typer.Option(
        "--to", metavar="DIR|-", help="Folder for the files, - for standard output; default: exports beside the report."
    ),
]

PublisherName = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Organisation that reviewed the findings (claimreview).")
]
PublisherUrl = Annotated[
    str | None, typer.Option("--publisher-url", metavar="URL", help="Its address on the web (claimreview).")
]
PageUrl = Annotated[
    str | None,
    typer.Option("--page-url", metavar="URL", help="Page on which the report stands, if it is published (claimreview)."),
]
ArticleFiles = Annotated[
    Path | None,
    typer.Option("--articles", metavar="DIR", help="Folder of the articles' files, if it was moved (datashare)."),
]
Project = Annotated[str, typer.Option("--datashare-project", metavar="NAME", help="Project in Datashare (datashare).")]


@app.command()
def export(
    folders: Reports,
    formats: Formats = None,
    tables: Tables = None,
    to: To = None,
    publisher: PublisherName = None,
    publisher_url: PublisherUrl = None,
    page_url: PageUrl = None,
    articles: ArticleFiles = None,
    project: Project = Asked.project,
    quiet: Quiet = False,  # noqa: ARG001  # every command takes it; this one talks of errors alone
) -> None:
    """Write a report for other programs; prints the paths of the files."""
    asked = Asked(publisher, publisher_url, page_url, articles, project)
    guard(lambda: exporting.export(folders, tuple(formats or (Format.CSV,)), tuple(tables or ()), to, asked))
