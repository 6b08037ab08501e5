"""What a run costs, before it and after it: the dry run, the question before a dear run, and `summarizer cost`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

import typer

from summarizer.cli.options import DEFAULT_ASK_ABOVE
from summarizer.cli.talk import end, printable, talker
from summarizer.configuring.building import dollars_of
from summarizer.errors import ConfigError
from summarizer.events import Started, Tell, ignore
from summarizer.settings import DEFAULT_MODEL, ModelSettings, Settings
from summarizer.spending import price_of
from summarizer.terms import RULES

if TYPE_CHECKING:
    from summarizer.pipeline import Input
    from summarizer.pipeline.forecasting import Forecast
    from summarizer.schema import Article, Summary


@dataclass(frozen=True)
class Before:
    """What is wanted before a run.

    Attributes:
        dry_run: only say what it would cost; as_json: for a program.
        ask_above: US dollars from which on a person at a terminal is asked; yes: the answer is given already.
    """

    dry_run: bool = False
    as_json: bool = False
    ask_above: Decimal = Decimal(DEFAULT_ASK_ABOVE)
    yes: bool = False


BEFORE = Before()
"""A person at a terminal is asked before a dear run."""


def before_of(ask_above: str, *, dry_run: bool, as_json: bool, yes: bool) -> Before:
    """What the options say. Raises ConfigError."""
    if as_json and not dry_run:
        raise ConfigError("--json goes with --dry-run here")
    return Before(dry_run, as_json, dollars_of(ask_above, "--ask-above"), yes)


def foreseen_model(model: str | None, *, dry_run: bool) -> str | None:
    """The model that a forecast is about: the default one where none is named, also where there is no key yet."""
    return model or (DEFAULT_MODEL if dry_run else None)


def dry_report(paths: Sequence[str], settings: Settings, before: Before, *, quiet: bool) -> int:
    """Print what `report` would send and cost."""
    from summarizer.pipeline.forecasting import forecast_report
    from summarizer.pipeline.lineage import earlier_report

    def foretold(found: Input, ready: Settings, tell: Tell) -> Forecast:
        return forecast_report(found, ready, earlier_report(ready.out, tell), tell)

    return _dry(paths, settings, before, foretold, quiet=quiet)


def dry_extract(paths: Sequence[str], settings: Settings, before: Before, *, quiet: bool) -> int:
    """Print what `extract` would send and cost."""
    from summarizer.pipeline.forecasting import forecast_extract

    return _dry(paths, settings, before, lambda found, ready, _: forecast_extract(found, ready), quiet=quiet)


def dry_compare(summaries: Sequence[Summary], settings: Settings, before: Before, *, quiet: bool) -> int:
    """Print what `compare` would send and cost."""
    from summarizer.pipeline.forecasting import forecast_compare
    from summarizer.pipeline.lineage import earlier_report

    tell = talker(quiet=quiet)
    settings = _named(settings)
    _print(forecast_compare(summaries, settings, earlier_report(settings.out, tell), tell), before)
    return 0


def _dry(
    paths: Sequence[str],
    settings: Settings,
    before: Before,
    foretold: Callable[[Input, Settings, Tell], Forecast],
    *,
    quiet: bool,
) -> int:
    tell = talker(quiet=quiet)
    tell(Started(tuple(paths)))
    from summarizer import pipeline

    settings = _named(settings)
    found = pipeline.read(paths, sys.stdin.buffer if sys.stdin else None, tell)
    _print(foretold(found, settings, tell), before)
    return 0


def _named(settings: Settings) -> Settings:
    """The settings with the model's name from a recording, if they name one; a key and an endpoint need not be there."""
    from summarizer import pipeline

    return pipeline.prepare(settings) if settings.model.replay is not None else settings


def _print(forecast: Forecast, before: Before) -> None:
    from summarizer.cli.forecast_text import as_json, lines_of

    end()
    today = dt.datetime.now(dt.UTC).date()
    typer.echo(as_json(forecast, today) if before.as_json else "\n".join(map(printable, lines_of(forecast, today))))


def ask_first(found: Input, settings: Settings, before: Before) -> None:
    """At a terminal, ask before a run that is likely to cost more than the threshold. Raises ConfigError if it shall not be."""
    from summarizer.pipeline.forecasting import forecast_report
    from summarizer.pipeline.lineage import earlier_report

    _ask(
        found.articles,
        settings,
        before,
        lambda: forecast_report(found, settings, earlier_report(settings.out, ignore)),
    )


def ask_before_extract(found: Input, settings: Settings, before: Before) -> None:
    """The same of an extraction."""
    from summarizer.pipeline.forecasting import forecast_extract

    _ask(found.articles, settings, before, lambda: forecast_extract(found, settings))


def ask_before_compare(summaries: Sequence[Summary], settings: Settings, before: Before) -> None:
    """The same of a comparison."""
    from summarizer.pipeline.forecasting import forecast_compare
    from summarizer.pipeline.lineage import earlier_report

    articles = [summary.article for summary in summaries]
    _ask(
        articles,
        settings,
        before,
        lambda: forecast_compare(summaries, settings, earlier_report(settings.out, ignore)),
    )


def _ask(articles: Sequence[Article], settings: Settings, before: Before, foretold: Callable[[], Forecast]) -> None:
    if before.yes or not (_is_terminal(sys.stdin) and _is_terminal(sys.stderr)) or not _may_cost(articles, settings, before):
        return
    forecast = foretold()
    _, likely, _ = forecast.dollars
    if likely <= before.ask_above:
        return
    from summarizer.cli.forecast_text import dollars, lines_of

    end()
    for line in lines_of(forecast, dt.datetime.now(dt.UTC).date()):
        typer.echo(printable(line), err=True)
    typer.echo(f"This is likely to cost {dollars(likely)}. Send it? [y/N] ", nl=False, err=True)
    if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
        raise ConfigError("nothing was sent; --yes goes on without asking, --ask-above sets from how many US dollars on to ask")


def _may_cost(articles: Sequence[Article], settings: Settings, before: Before) -> bool:
    """Whether a run can cost more than the threshold at all, by its articles' lengths: this takes no time."""
    from summarizer.pipeline.forecasting.expecting import cannot_exceed

    model: ModelSettings = settings.model
    if model.model == RULES or model.replay is not None:
        return False
    tokens_in, tokens_out = cannot_exceed([article.text for article in articles])
    return price_of(model.model, model.prices).of(tokens_in, tokens_out) > before.ask_above


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
