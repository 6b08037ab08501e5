"""`summarizer export`: a report as files for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from summarizer.cli.talk import printable
from summarizer.terms import Format

DEFAULT_FOLDER = "exports"


def export(path: Path, formats: Sequence[Format], to: Path | None, *, quiet: bool) -> int:  # noqa: ARG001
    """Write the files of these formats and print where they lie; the exit code. Raises ConfigError, StoreError."""
    from summarizer.exporting import files_of
    from summarizer.report_folder import open_report, write_beside

    opened = open_report(path)
    folder = to or opened.folder / DEFAULT_FOLDER
    for chosen in dict.fromkeys(formats):
        for name, content in files_of(chosen, opened.report, opened.review):
            typer.echo(printable(str(write_beside(folder, name, content))))
    return 0
