"""What a report would send and cost, before anything is sent."""

from __future__ import annotations

from summarizer.events import Tell
from summarizer.library.carrying_out import Work, awaited, waited_for
from summarizer.library.choosing import Limits, Output, Reach, StrPath, settings_of
from summarizer.library.inputs import Sources, gathered, listed
from summarizer.library.logs import log_event
from summarizer.library.work import Past, past
from summarizer.pipeline.forecasting import Forecast, forecast_report
from summarizer.pipeline.interrupting import Finish
from summarizer.settings import DEFAULT_MODEL, Settings


def forecast(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    earlier: Past = None,
    afresh: bool = False,
    prices: StrPath | None = None,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Forecast:
    """What `report` would send and cost with these arguments: the same as `summarizer report --dry-run`.

    Nothing is sent, and neither key nor endpoint has to be there. Answers that the store holds cost nothing more.
    `dollars` is what is still to be paid, at least, most likely and at most; where no table knows the model's price
    (`is_known` is False), it is counted as the dearest.

    Raises:
        ConfigError: there is no article, or a table of prices or an earlier report cannot be read.
        StoreError: the answer store cannot be read.
    """
    chosen = _settings(Reach(model, base_url, None, replay, store), Output(out, afresh=afresh), prices, settings)
    return waited_for(_forecasting(sources, chosen, earlier), tell or log_event)


async def aforecast(
    sources: Sources,
    *,
    model: str | None = None,
    base_url: str | None = None,
    replay: StrPath | None = None,
    store: StrPath | None = None,
    out: StrPath | None = None,
    earlier: Past = None,
    afresh: bool = False,
    prices: StrPath | None = None,
    settings: Settings | None = None,
    tell: Tell | None = None,
) -> Forecast:
    """The same as `forecast`, to be awaited: the loop goes on meanwhile."""
    chosen = _settings(Reach(model, base_url, None, replay, store), Output(out, afresh=afresh), prices, settings)
    return await awaited(_forecasting(sources, chosen, earlier), tell or log_event)


def _settings(reach: Reach, output: Output, prices: StrPath | None, settings: Settings | None) -> Settings:
    if settings is None and reach.model is None:
        reach = Reach(DEFAULT_MODEL, reach.base_url, None, reach.replay, reach.store)
    return settings_of(reach, output, Limits(prices=prices), settings)


def _forecasting(sources: Sources, settings: Settings, earlier: Past) -> Work[Forecast]:
    every = listed(sources)

    def work(tell: Tell, _: Finish) -> Forecast:
        found = gathered(every, None, tell)
        return forecast_report(found, settings, past(earlier, settings, tell), tell)

    return work
