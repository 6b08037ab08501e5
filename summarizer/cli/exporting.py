"""`summarizer export`: a report as files for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.asked import Asked, given_to
from summarizer.cli.talk import printable, say
from summarizer.cli.vault import put_vault
from summarizer.errors import ConfigError
from summarizer.terms import Format

if TYPE_CHECKING:
    from summarizer.exporting.tables.columns import Table
    from summarizer.report_folder import Opened

DEFAULT_FOLDER, VAULT_FOLDER = "exports", "vault"
STDOUT = Path("-")
File = tuple[str, str | bytes]


def export(paths: Sequence[Path], formats: Sequence[Format], tables: Sequence[str], to: Path | None, asked: Asked) -> int:
    """Write the files of these formats and print where they lie, or the only one itself; the exit code.

    Args:
        paths: the reports.
        formats: each for some other programs.
        tables: the names of those to write; all where there are none.
        to: the folder for the files, "-" for standard output; None for a folder beside the report.
        asked: what some formats must be told.

    Raises:
        ConfigError: there is no such report or table, a format does not take what is asked for, or a file that lies there
            holds what somebody has filled in; nothing is written then.
        StoreError: the disk refuses.
    """
    from summarizer.cli.replacing import check_replaced
    from summarizer.report_folder import open_report, write_beside
    from summarizer.schema import ReviewRecord

    opened = [open_report(path) for path in _apart(paths)]
    if to is None and len(opened) > 1:
        raise ConfigError("several reports are written into one folder; name it with --to")
    files = list(_files(opened, [one for one in dict.fromkeys(formats) if one is not Format.VAULT], tables, asked))
    if Format.VAULT in formats and (len(opened) > 1 or tables or to == STDOUT):
        raise ConfigError(f"--as {Format.VAULT} writes the notes of one report into a folder; it takes no --table and no other")
    if to == STDOUT:
        return _put_out(files)
    folder = to or opened[0].folder / DEFAULT_FOLDER
    kept = ReviewRecord(decisions=tuple(chain.from_iterable(one.review.decisions for one in opened)))
    for name, content in files:
        check_replaced(folder / name, content, kept)
    for name, content in files:
        typer.echo(printable(str(write_beside(folder, name, content))))
    if Format.VAULT in formats:
        put_vault(opened[0].report, opened[0].review, opened[0].folder, to or folder / VAULT_FOLDER)
    return 0


def _apart(paths: Sequence[Path]) -> list[Path]:
    """The reports, each once."""
    from summarizer.report_folder import folder_of

    return list({folder_of(path).resolve(): path for path in paths}.values())


def _files(opened: Sequence[Opened], formats: Sequence[Format], names: Sequence[str], asked: Asked) -> Iterator[File]:
    from summarizer.exporting import A_FILE_A_TABLE, TABULAR, Source, files_of

    tables = _tables(names)
    titles = _titles([one.folder for one in opened])
    sources = [Source(one.report, one.review, title) for one, title in zip(opened, titles, strict=True)]
    for chosen in formats:
        if names and chosen not in A_FILE_A_TABLE:
            raise ConfigError(f"--as {chosen} takes no --table; single tables are had with --as {_listed(A_FILE_A_TABLE)}")
        if chosen in A_FILE_A_TABLE:
            yield from A_FILE_A_TABLE[chosen](sources, tables)
        elif chosen in TABULAR:
            yield from TABULAR[chosen](sources)
        elif len(opened) > 1:
            raise ConfigError(f"--as {chosen} takes one report at a time; several go into one with --as {_listed(TABULAR)}")
        else:
            report, review = opened[0].report, opened[0].review
            files = list(files_of(chosen, report, review, given_to(chosen, report, asked)))
            yield from files
            if not files:
                say(f"--as {chosen}: no finding is confirmed by reviewers, so no file is written (summarizer review DIR)")


def _tables(names: Sequence[str]) -> tuple[Table, ...]:
    from summarizer.exporting import BY_NAME, TABLES

    if unknown := [name for name in names if name not in BY_NAME]:
        raise ConfigError(f"there is no table {printable(unknown[0])}; the tables are {', '.join(sorted(BY_NAME))}")
    return tuple(table for table in TABLES if not names or table.name in names)


def _listed(formats: Iterable[Format]) -> str:
    *others, last = map(str, formats)
    return f"{', '.join(others)} or {last}"


def _titles(folders: Sequence[Path]) -> list[str]:
    """What tells the reports apart: the name of the folder, with those above it as far as needed."""
    parts = [folder.resolve().parts for folder in folders]
    for depth in range(1, max(map(len, parts)) + 1):
        titles = ["/".join(part[-depth:]) for part in parts]
        if len(set(titles)) == len(titles):
            break
    return titles


def _put_out(files: Sequence[File]) -> int:
    """The only file on standard output, as it is, but without a byte order mark: it goes to a program."""
    from summarizer.exporting import METADATA

    files = [file for file in files if file[0] != METADATA]  # it only describes another file
    if len(files) != 1:
        raise ConfigError(f"standard output takes one file, and these are {len(files)}; choose one, as in --table findings")
    content = files[0][1]
    if sys.stdout.isatty():
        if isinstance(content, bytes):
            raise ConfigError(f"{files[0][0]} is no text for a terminal; send it into a file with > or a program with |")
        typer.echo(printable(content.removeprefix("\ufeff").replace("\r\n", "\n")), nl=False)
        return 0
    data = content if isinstance(content, bytes) else content.removeprefix("\ufeff").encode()
    sys.stdout.buffer.write(data)
    return 0
