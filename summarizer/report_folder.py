"""A finished report that people review: opened, decided on, and rendered again. It reads no article and asks no model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ConfigError, StoreError
from summarizer.reporting import json_pieces, markdown_pieces, page_pieces, parse_report
from summarizer.review import REVIEW_FILE, looked_through
from summarizer.schema import Report, ReviewRecord
from summarizer.store import check_writable, keep_review, review_with_bytes, settle, write_file, write_together

REPORT_FILES = ("report.json", "report.md", "report.html")
"""The files of a report, always all of one run; beside them the decisions, which no run writes."""
JSON, MARKDOWN, PAGE = REPORT_FILES


@dataclass(frozen=True)
class Opened:
    """A report in its folder, with the decisions on it.

    Attributes:
        data: report.json as it is, which no review changes.
        decided: review.toml as it is; None if there is none.
    """

    folder: Path
    data: bytes
    report: Report
    review: ReviewRecord
    decided: bytes | None


def folder_of(path: Path) -> Path:
    """The folder of a report that is named by itself, or by one of its files. Raises ConfigError."""
    if path.is_dir():
        return path
    if path.is_file() and path.name in {*REPORT_FILES, REVIEW_FILE}:
        return path.parent
    there = "is no folder of a report" if path.exists() else "is not there"
    raise ConfigError(f"{path}: {there}; give a folder that `summarizer report` has written, or its report.md")


def open_report(path: Path) -> Opened:
    """The report at this place and the decisions on it.

    Raises:
        ConfigError: there is no report, it is damaged or of another format, or its decisions cannot be read.
        StoreError: the disk refuses.
    """
    folder = folder_of(path)
    settle(folder, REPORT_FILES)
    file = folder / JSON
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(
            f"{folder}: holds no report.json; give {_meant(folder)}a folder that `summarizer report`, `demo` or "
            "`compare --out` has written"
        ) from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror})") from error
    return Opened(folder, data, parse_report(data, str(file)), *review_with_bytes(folder))


def _meant(folder: Path) -> str:
    """The report on a folder of articles, which whoever names the articles instead is looking for."""
    usual = Path("reports") / folder.absolute().name
    return f"{usual}, or " if (usual / JSON).is_file() else ""


def write_report(report: Report, folder: Path, *, html: bool = True) -> Path:
    """Write the report of a run, beside the decisions on the one before, which stay as they are; returns where report.md is.

    Args:
        report: what is written.
        folder: where, made if it is not there.
        html: with report.html; without it an older one is removed, for it would be that of another run.

    Raises:
        StoreError: the disk refuses.
        ConfigError: the decisions cannot be read.
    """
    check_writable(folder)
    if not html:
        _remove(folder / PAGE)
    while True:
        review, decided = review_with_bytes(folder)
        pages = {JSON: json_pieces(report), MARKDOWN: markdown_pieces(report, review)}
        if html:
            pages[PAGE] = page_pieces(report, review)
        if write_together(folder, pages, still={REVIEW_FILE: decided}):
            return folder / MARKDOWN


def write_beside(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file that is no part of the report, "/" in its name for a folder; where it lies. Raises StoreError."""
    file = folder / name
    check_writable(file.parent)
    write_file(file, content)
    return file


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{file}: cannot be removed ({error.strerror})") from error


def looked_over(folder: Path, at: dt.datetime) -> Opened:
    """Note that somebody went through the report as it is, and render it again. Raises ConfigError, StoreError."""
    opened = open_report(folder)
    keep_review(opened.folder, looked_through(opened.review, opened.report, at))
    return render_again(folder)


def render_again(folder: Path, *, html: bool = False) -> Opened:
    """Write report.md, and report.html if it is there or wanted, with today's decisions; report.json keeps its bytes.

    A run that ends meanwhile has written another report: then that one is rendered. So are decisions that are kept meanwhile.
    """
    while True:
        opened = open_report(folder)
        pages: dict[str, Iterable[str]] = {
            JSON: [opened.data.decode()],
            MARKDOWN: markdown_pieces(opened.report, opened.review),
        }
        if html or (opened.folder / PAGE).exists():
            pages[PAGE] = page_pieces(opened.report, opened.review)
        if write_together(opened.folder, pages, still={JSON: opened.data, REVIEW_FILE: opened.decided}):
            return opened


def up_to_date(path: Path) -> Path:
    """Where the page of a report lies; made first if it is missing, or older than the report or the decisions."""
    folder = folder_of(path)
    page = folder / PAGE
    if not _is_newer(page, [folder / JSON, folder / REVIEW_FILE]):
        render_again(folder, html=True)
    return page


def _is_newer(page: Path, others: Sequence[Path]) -> bool:
    """The page is there, and no other file was changed after it."""
    try:
        made = page.stat().st_mtime_ns
        return all(other.stat().st_mtime_ns <= made for other in others if other.exists())
    except OSError:
        return False
