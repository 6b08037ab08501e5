"""The commands that make a report, or a part of one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import costing, running
from summarizer.cli.app import app
from summarizer.cli.completing import stories
from summarizer.cli.guard import guard
from summarizer.cli.options import (
    DEFAULT_ASK_ABOVE,
    STORIES,
    Afresh,
    AskAbove,
    AskAgain,
    BaseUrl,
    Deadline,
    DryRun,
    FailOn,
    ForecastJson,
    Html,
    InFlight,
    LogFormat,
    MaxCost,
    MaxTokens,
    ModelName,
    Paths,
    Prices,
    Quiet,
    Replay,
    Store,
    Talk,
    Yes,
    default_out,
    limited,
    settings_of,
)
from summarizer.settings import CALL_DEADLINE_S, IN_FLIGHT


@app.command()
def report(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for report.md, report.html and report.json; default: reports/NAME.")
    ] = None,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    in_flight: InFlight = IN_FLIGHT,
    ask_again: AskAgain = False,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    prices: Prices = None,
    dry_run: DryRun = False,
    as_json: ForecastJson = False,
    ask_above: AskAbove = DEFAULT_ASK_ABOVE,
    yes: Yes = False,
    afresh: Afresh = False,
    fail_on: FailOn = None,
    html: Html = True,
    vault: Annotated[Path | None, typer.Option("--vault", help="Also write the report as linked notes there.")] = None,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Read, extract, compare, and write report.md, report.html and report.json; prints the path of report.md."""
    model = costing.foreseen_model(model, dry_run=dry_run)
    settings = settings_of(
        model, base_url, replay, store, deadline, in_flight, out or default_out(paths[0]), ask_again=ask_again, html=html
    )
    settings = replace(settings, afresh=afresh, vault=vault)
    before = partial(costing.before_of, ask_above, dry_run=dry_run, as_json=as_json, yes=yes)
    guard(lambda: running.report(paths, limited(settings, max_cost, max_tokens, prices), fail_on, before(), quiet=quiet))


@app.command()
def extract(
    paths: Paths,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    in_flight: InFlight = IN_FLIGHT,
    ask_again: AskAgain = False,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    prices: Prices = None,
    dry_run: DryRun = False,
    as_json: ForecastJson = False,
    ask_above: AskAbove = DEFAULT_ASK_ABOVE,
    yes: Yes = False,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Read and extract only; prints one JSON line an article."""
    model = costing.foreseen_model(model, dry_run=dry_run)
    settings = settings_of(model, base_url, replay, store, deadline, in_flight, None, ask_again=ask_again)
    before = partial(costing.before_of, ask_above, dry_run=dry_run, as_json=as_json, yes=yes)
    guard(lambda: running.extract(paths, limited(settings, max_cost, max_tokens, prices), before(), quiet=quiet))


@app.command()
def compare(
    summaries: Annotated[
        str, typer.Argument(metavar="SUMMARIES.jsonl", help="JSON lines from `summarizer extract`, or - for standard input.")
    ],
    out: Annotated[Path | None, typer.Option("--out", help="Also write report.md, report.html and report.json there.")] = None,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    in_flight: InFlight = IN_FLIGHT,
    ask_again: AskAgain = False,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    prices: Prices = None,
    dry_run: DryRun = False,
    as_json: ForecastJson = False,
    ask_above: AskAbove = DEFAULT_ASK_ABOVE,
    yes: Yes = False,
    afresh: Afresh = False,
    fail_on: FailOn = None,
    html: Html = True,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Compare articles extracted before; prints one JSON line a finding."""
    model = costing.foreseen_model(model, dry_run=dry_run)
    settings = settings_of(model, base_url, replay, store, deadline, in_flight, out, ask_again=ask_again, html=html)
    settings = replace(settings, afresh=afresh)
    before = partial(costing.before_of, ask_above, dry_run=dry_run, as_json=as_json, yes=yes)
    guard(lambda: running.compare(summaries, limited(settings, max_cost, max_tokens, prices), fail_on, before(), quiet=quiet))


@app.command()
def demo(
    story: Annotated[
        str, typer.Option("--story", help=f"Shipped story: {', '.join(STORIES)}.", autocompletion=stories)
    ] = STORIES[0],
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the report; default: reports/STORY.")] = None,
    html: Html = True,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Replay a shipped story from recorded answers: no key, no network; prints the path of report.md."""
    guard(lambda: running.demo(story, out, html=html, quiet=quiet))
