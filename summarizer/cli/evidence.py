"""`summarizer bundle` and `verify`: the evidence for a finding in one file, and what holds of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.talk import on_one_line, say, talker
from summarizer.errors import ConfigError, StoreError
from summarizer.settings import shipped
from summarizer.terms import Ruling

if TYPE_CHECKING:
    from summarizer.evidence import Check, Kept
    from summarizer.report_folder import Opened
    from summarizer.schema import Article, Finding, Report

FOLDER = "evidence"
SUFFIX = ".evidence.zip"
FAILED = 1
_READABLE = "report.json is a report, and each quote in it stands in its article"
_RECORDED = "recorded answers"
_OF_PROGRAM = ("extract", "extract_more", "propose", "propose_added", "weigh")


def bundle(
    path: Path, named: Sequence[str], to: Path | None, store: Path, replay: Path | None, *, confirmed: bool, quiet: bool
) -> int:
    """Write a bundle for each of these findings and print where they lie; the exit code. Raises ConfigError, StoreError."""
    from summarizer.evidence import bundle_of, members_of, packed
    from summarizer.report_folder import open_report, write_beside

    opened = open_report(path)
    findings = _chosen(opened, named, confirmed=confirmed)
    if to is not None and len(findings) > 1 and to.suffix == ".zip":
        raise ConfigError(f"{to}: is one file, and {len(findings)} findings are as many; name a folder with --to")
    kept, prompts = _kept(opened.report, findings, store, replay), _prompts(opened.report)
    for number, finding in enumerate(findings, start=1):
        made = bundle_of(opened.report, finding, opened.review, kept, prompts)
        file = _place(to, opened.folder, finding, number)
        typer.echo(on_one_line(str(write_beside(file.parent, file.name, packed(members_of(made))))))
        if made.missing and not quiet:
            say(
                f"warning: {finding.finding_id}: {len(made.missing)} answers of the model are not in it, for they are not in "
                f"{replay or store}; name the store or recording of the run with --store or --replay"
            )
    return 0


def _chosen(opened: Opened, named: Sequence[str], *, confirmed: bool) -> list[Finding]:
    from summarizer.evidence import chosen_finding
    from summarizer.review import as_read, states

    found = {one.finding_id: one for one in (chosen_finding(opened.report, name) for name in named)}
    if confirmed:
        standing = states(opened.report, opened.review)
        settled = [one for one in as_read(opened.report) if standing[one.finding_id].settled is Ruling.CONFIRMED]
        found |= {one.finding_id: one for one in settled}
    if not found:
        raise ConfigError(
            f"{opened.folder}: no finding is confirmed"
            if confirmed
            else "name a finding by its number or id, or --all-confirmed"
        )
    return list(found.values())


def _place(to: Path | None, folder: Path, finding: Finding, number: int) -> Path:
    """Where a bundle goes; an id that could be no name of a file is not made one."""
    if to is not None and to.suffix == ".zip" and not to.is_dir():
        return to
    plain = finding.finding_id.isascii() and finding.finding_id.isalnum() and len(finding.finding_id) < 80  # noqa: PLR2004
    return (to or folder / FOLDER) / f"{finding.finding_id if plain else f'finding-{number}'}{SUFFIX}"


def _kept(report: Report, findings: Sequence[Finding], store: Path, replay: Path | None) -> dict[str, Kept]:
    """The requests and answers that these findings rest on, as far as they are at hand."""
    from summarizer.evidence import Kept
    from summarizer.store import answers_at

    of_articles = {one.article.article_id: one.requests for one in report.summaries}
    keys = {key for one in findings for side in one.sides for key in of_articles[side.article_id]}
    keys |= {key for one in findings for key in one.requests}
    found = {}
    if replay is not None:
        found = answers_at(replay, keys, report.run.endpoint)
    elif store.is_file():
        found = answers_at(store, keys, report.run.endpoint)
    if replay is None and report.run.endpoint == _RECORDED:
        found |= _of_shipped(keys - found.keys())
    return {key: Kept(*kept) for key, kept in found.items()}


def _of_shipped(keys: set[str]) -> dict[str, tuple[str, str]]:
    """What the shipped stories' recordings hold of these: the report may be that of a demo."""
    from summarizer.store import answers_at

    found: dict[str, tuple[str, str]] = {}
    for file in sorted((shipped("cassettes") / "stories").glob("*.yaml")):
        if keys - found.keys():
            found |= answers_at(file, keys - found.keys())
    return found


def _prompts(report: Report) -> dict[str, str]:
    """The prompts that the run used, where this version ships the same."""
    from summarizer.prompts import read_prompt

    known = {name: read_prompt(name) for name in report.run.prompts if name in _OF_PROGRAM}
    return {name: prompt.text for name, prompt in known.items() if prompt.digest == report.run.prompts[name]}


def verify(path: Path, files: Sequence[Path], *, as_json: bool, quiet: bool) -> int:
    """Check a bundle or a report and print a line a check; the exit code. Raises ConfigError, StoreError."""
    from summarizer.evidence import Status

    checks = list(
        _of_report(path, files, quiet=quiet) if path.is_dir() or path.suffix != ".zip" else _of_bundle(path, files, quiet=quiet)
    )
    failed = sum(check.status is Status.FAILS for check in checks)
    if as_json:
        from summarizer.reporting.flat import dumped

        lines = [{"what": one.what, "status": one.status, "detail": one.detail} for one in checks]
        typer.echo(dumped({"file": str(path), "holds": not failed, "checks": lines}))
        return FAILED if failed else 0
    for one in checks:
        typer.echo(on_one_line(f"{one.status:<5}  {one.what}" + (f": {one.detail}" if one.detail else "")))
    opened = sum(one.status is Status.OPEN for one in checks)
    rest = f", {opened} could not be made" if opened else ""
    typer.echo(f"{failed} of {len(checks)} checks fail{rest}" if failed else f"all {len(checks) - opened} checks hold{rest}")
    return FAILED if failed else 0


def _of_bundle(path: Path, files: Sequence[Path], *, quiet: bool) -> Iterator[Check]:
    from summarizer import __version__
    from summarizer.articles.identity import article_id
    from summarizer.evidence import (
        Check,
        DamagedBundleError,
        NoBundleError,
        Status,
        check_bundle,
        held_against,
        report_in,
        unpacked,
    )
    from summarizer.prompts import read_prompt

    data = _bytes_of(path)
    try:
        content = unpacked(data)
        report = report_in(content)
    except DamagedBundleError as error:
        yield Check(_READABLE, Status.FAILS, str(error))
        return
    except NoBundleError as error:
        raise ConfigError(f"{path}: {error}; expected what `summarizer bundle` writes") from None
    prompts = {name: read_prompt(name).text for name in _OF_PROGRAM}
    yield from check_bundle(content, report, article_id, prompts, __version__)
    if files:
        yield from held_against(report, _articles(files, quiet=quiet))


def _bytes_of(path: Path) -> bytes:
    from summarizer.evidence.container import MOST_BYTES

    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise ConfigError(f"{path}: is not there; give a bundle, or the folder of a report") from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from error


def _of_report(path: Path, files: Sequence[Path], *, quiet: bool) -> Iterator[Check]:
    from summarizer.articles.identity import article_id
    from summarizer.evidence import Check, Status, check_report, held_against
    from summarizer.report_folder import open_report

    try:
        report = open_report(path).report
    except ConfigError:
        damage = _damage(path)
        if damage is None:
            raise
        yield Check(_READABLE, Status.FAILS, damage)
        return
    yield from check_report(report, article_id)
    yield from held_against(report, _articles(files or _files_of(report), quiet=quiet))


def _damage(path: Path) -> str | None:
    """What is wrong with the report of this folder; None if there is none, it is sound, or a newer version wrote it."""
    from summarizer.report_folder import JSON, folder_of
    from summarizer.reporting import parse_report

    file = folder_of(path) / JSON
    if not file.is_file():
        return None
    data = file.read_bytes()
    try:
        parse_report(data, str(file))
    except ConfigError as error:
        return None if _is_newer(data) else str(error)
    return None


def _is_newer(data: bytes) -> bool:
    from summarizer.reporting.flat import FORMAT

    try:
        found = json.loads(data)["format"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
    return isinstance(found, int) and found > FORMAT


def _files_of(report: Report) -> list[Path]:
    """The files that the articles were read from, where they are still there."""
    paths = dict.fromkeys(summary.article.path for summary in report.summaries)
    found = (next((one for one in _above(Path(path)) if one.is_file()), None) for path in paths if path != "-")
    return list(dict.fromkeys(one for one in found if one is not None))


def _above(path: Path) -> Iterator[Path]:
    """A path, and what it may be a part of: the archive that a file lies in, the feed that an article stands in."""
    yield path
    yield path.with_name(path.name.rpartition("#")[0] or path.name)
    yield from path.parents


def _articles(files: Sequence[Path], *, quiet: bool) -> Sequence[Article]:
    from summarizer.articles import read_articles

    result = read_articles(files, tell=talker(quiet=True))
    for failure in () if quiet else result.failures:
        say(f"warning: {failure}")
    return result.articles
