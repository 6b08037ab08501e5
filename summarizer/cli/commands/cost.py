"""The command that tells what reports cost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import costs_paid
from summarizer.cli.app import app
from summarizer.cli.costing import foreseen_model
from summarizer.cli.guard import guard
from summarizer.cli.options import BaseUrl, Prices, Quiet, Store, settings_of
from summarizer.settings import CALL_DEADLINE_S, IN_FLIGHT


@app.command()
def cost(
    paths: Annotated[list[Path], typer.Argument(metavar="DIR", help="Folders of reports, or of articles without a report.")],
    model: Annotated[str | None, typer.Option("--model", help="Count at the prices of this model instead.")] = None,
    base_url: BaseUrl = None,
    store: Store = None,
    prices: Prices = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
    quiet: Quiet = False,
) -> None:
    """Tell what reports cost, or what a report of articles would; sends nothing."""
    asked = foreseen_model(model, dry_run=True)
    settings = settings_of(asked, base_url, None, store, CALL_DEADLINE_S, IN_FLIGHT, None)
    settings = replace(settings, model=replace(settings.model, prices=prices))
    guard(lambda: costs_paid.costs(paths, settings, model, as_json=as_json, quiet=quiet))
