"""The vault of a report: written by the rule that keeps what people wrote, and told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.talk import printable, say
from summarizer.terms import Format

if TYPE_CHECKING:
    from summarizer.schema import Report, ReviewRecord

MOST_TOLD = 5


def put_vault(report: Report, review: ReviewRecord, told_in: Path, folder: Path) -> None:
    """Write the notes, print where the first lies, and say which were left as somebody changed them.

    Args:
        report: the report.
        review: the decisions on it.
        told_in: the report's folder, whose name the story has in the vault.
        folder: the vault, or any folder of it.
    """
    from summarizer.exporting import Given, files_of
    from summarizer.exporting.vault import index_name, story_name
    from summarizer.vault_folder import write_vault

    story = story_name(told_in.resolve().name)
    files = files_of(Format.VAULT, report, review, Given(story=story))
    written = write_vault(folder / story, ((name.removeprefix(f"{story}/"), content) for name, content in files))
    _tell([f"{name}: was changed by hand and is kept; what is new lies beside it" for name in written.beside.values()])
    _tell([f"{name}: is no longer in the report; kept, since it was changed by hand" for name in written.left])
    typer.echo(printable(str(folder / f"{index_name(story)}.md")))


def _tell(lines: list[str]) -> None:
    for line in lines[:MOST_TOLD]:
        say(printable(line))
    if len(lines) > MOST_TOLD:
        say(f"and {len(lines) - MOST_TOLD} more notes like the last one")
