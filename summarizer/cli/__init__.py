"""The commands. The one error boundary: whatever goes wrong ends here as one line and an exit code.

stdout carries the product, stderr the talk. The pipeline is imported inside the commands, so that `--help` is instant.

Exit codes: 0 done, 1 --fail-on met or a share worse than its floor, 2 usage or configuration, 3 some articles failed,
4 the model failed, 5 store, disk or machine, or a mistake in the program (see `guard`), 130 interrupted.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli import reviewing, running, viewing
from summarizer.cli.guard import enclose, guard
from summarizer.cli.options import (
    STORIES,
    Afresh,
    AskAgain,
    BaseUrl,
    Deadline,
    Exported,
    FailOn,
    FloorsFile,
    Golds,
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
    ReportFolder,
    Severities,
    Store,
    TakenFiles,
    Talk,
    Verdicts,
    default_out,
    limited,
    settings_of,
)
from summarizer.cli.reviewing import Wishes
from summarizer.cli.usage import Commands
from summarizer.settings import CALL_DEADLINE_S, IN_FLIGHT

__all__ = ["STORIES", "app", "main"]

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news articles on one story and reports, quote beside quote, where they disagree.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    pass


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
    afresh: Afresh = False,
    fail_on: FailOn = None,
    html: Html = True,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Read, extract, compare, and write report.md, report.html and report.json; prints the path of report.md."""
    settings = settings_of(
        model, base_url, replay, store, deadline, in_flight, out or default_out(paths[0]), ask_again=ask_again, html=html
    )
    settings = replace(settings, afresh=afresh)
    guard(lambda: running.report(paths, limited(settings, max_cost, max_tokens, prices), fail_on, quiet=quiet))


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
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Read and extract only; prints one JSON line an article."""
    settings = settings_of(model, base_url, replay, store, deadline, in_flight, None, ask_again=ask_again)
    guard(lambda: running.extract(paths, limited(settings, max_cost, max_tokens, prices), quiet=quiet))


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
    ask_again: AskAgain = False,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    prices: Prices = None,
    afresh: Afresh = False,
    fail_on: FailOn = None,
    html: Html = True,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Compare articles extracted before; prints one JSON line a finding."""
    settings = settings_of(model, base_url, replay, store, deadline, IN_FLIGHT, out, ask_again=ask_again, html=html)
    settings = replace(settings, afresh=afresh)
    guard(lambda: running.compare(summaries, limited(settings, max_cost, max_tokens, prices), fail_on, quiet=quiet))


@app.command()
def demo(
    story: Annotated[str, typer.Option("--story", help=f"Shipped story: {', '.join(STORIES)}.")] = STORIES[0],
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the report; default: reports/STORY.")] = None,
    html: Html = True,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Replay a shipped story from recorded answers: no key, no network; prints the path of report.md."""
    guard(lambda: running.demo(story, out, html=html, quiet=quiet))


@app.command()
def review(
    folder: ReportFolder,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides; default: git's user.name or the login name.")
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


@app.command()
def evaluate(
    context: typer.Context,
    golds: Golds,
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
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    floors: FloorsFile = None,
    write_floors: Annotated[
        Path | None,
        typer.Option("--write-floors", help="Write this run's shares into a file of floors; only ever raises them."),
    ] = None,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Let --write-floors lower them too.")] = False,
    quiet: Quiet = False,
    _log_format: Talk = LogFormat.TEXT,
) -> None:
    """Run stories with hand-made labels and score what the report finds of them; prints a table."""
    settings = settings_of(model, base_url, replay, store, deadline, in_flight, None, ask_again=ask_again)
    recorded = not any(_is_given(context, name) for name in ("model", "base_url", "replay"))
    gates = running.Gates(floors, write_floors, lower=lower_floors)
    guard(
        lambda: running.evaluate(
            golds, limited(settings, max_cost, max_tokens, prices), gates, recorded=recorded, as_json=as_json, quiet=quiet
        )
    )


def _is_given(context: typer.Context, name: str) -> bool:
    """The option stands on the command line; a variable of the environment must not send what is recorded."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def main() -> None:
    """Run the command of the command line; see `summarizer.__main__` for what is around it in a process of its own."""
    enclose(app)
