"""The command that scores reports against labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import running
from summarizer.cli.app import app
from summarizer.cli.guard import guard
from summarizer.cli.options import (
    AskAgain,
    BaseUrl,
    Deadline,
    FloorsFile,
    Golds,
    InFlight,
    LogFormat,
    MaxCost,
    MaxTokens,
    ModelName,
    Prices,
    Quiet,
    Replay,
    Store,
    Talk,
    limited,
    settings_of,
)
from summarizer.settings import CALL_DEADLINE_S, IN_FLIGHT


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
