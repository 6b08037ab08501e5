"""What a run would send and cost. Nothing is sent and nothing is written.

A forecast is the run itself with a model that answers from the store alone: what is there is read, what is not is counted.
Where statements are missing on which later questions would rest, those questions are estimated from the articles' lengths.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from itertools import accumulate
from pathlib import Path

from summarizer.answers import ProposalsAnswer, WeighingAnswer
from summarizer.comparison import compare
from summarizer.events import Tell, ignore
from summarizer.pipeline import Input
from summarizer.pipeline.extracting import extract_all
from summarizer.pipeline.forecasting import expecting
from summarizer.pipeline.forecasting.foreseeing import ForeseenModel, Lookup, Sent, Unasked
from summarizer.pipeline.forecasting.record import Calls, Forecast, Foreseen, Range, Step, summed
from summarizer.pipeline.forecasting.tokens import tokens_of
from summarizer.pipeline.judging import Tally, judge_of
from summarizer.pipeline.lineage import Lineage, lineage_of
from summarizer.prompts import read_prompt
from summarizer.reporting.earlier import Earlier
from summarizer.schema import Article, Summary
from summarizer.settings import ModelSettings, Settings
from summarizer.spending import known_price, price_of
from summarizer.store import RecordedAnswers
from summarizer.store.kept import KeptAnswers
from summarizer.terms import RULES

__all__ = ["Calls", "Forecast", "Foreseen", "Range", "Step", "forecast_compare", "forecast_extract", "forecast_report"]

COMPARED = (Step.TABLES, Step.WEIGHING)


def forecast_report(found: Input, settings: Settings, earlier: Earlier | None = None, tell: Tell = ignore) -> Forecast:
    """What `run_report` would send and cost. Neither key nor endpoint has to be there.

    Raises:
        StoreError: the store of answers cannot be read.
        ConfigError: a table of prices cannot be read, or the endpoint is no address.
    """
    lineage = lineage_of(found.articles, earlier, settings, tell)
    done = asyncio.run(_report(found.articles, lineage, settings))
    return _forecast(settings, len(found.articles), len(found.failures), done, lineage)


def forecast_extract(found: Input, settings: Settings) -> Forecast:
    """What `run_extract` would send and cost. Raises as `forecast_report` does."""
    done = asyncio.run(_report(found.articles, None, settings))
    return _forecast(settings, len(found.articles), len(found.failures), done)


def forecast_compare(
    summaries: Sequence[Summary], settings: Settings, earlier: Earlier | None = None, tell: Tell = ignore
) -> Forecast:
    """What `run_compare` would send and cost. Raises as `forecast_report` does."""
    lineage = lineage_of([summary.article for summary in summaries], earlier, settings, tell)
    done = asyncio.run(_compare(summaries, lineage, settings))
    return _forecast(settings, len(summaries), 0, done, lineage)


def _forecast(
    settings: Settings, articles: int, left_out: int, steps: Sequence[Foreseen], lineage: Lineage | None = None
) -> Forecast:
    model = settings.model
    sends = model.model != RULES and model.replay is None
    return Forecast(
        model=model.model,
        sends=sends,
        articles=articles,
        left_out=left_out,
        steps=tuple(steps),
        price=None if model.model == RULES else price_of(model.model, model.prices),
        is_known=model.model == RULES or known_price(model.model, model.prices) is not None,
        added=_added(lineage),
        remarks=tuple(_remarks(model)),
    )


def _added(lineage: Lineage | None) -> int | None:
    """How many articles are new beside those of an earlier report."""
    if lineage is None or lineage.earlier is None or len(lineage.batches) < 2:  # noqa: PLR2004  the beginning alone
        return None
    return sum(name not in lineage.earlier.heads for name in lineage.batches[-1])


def _remarks(model: ModelSettings) -> list[str]:
    return ["--ask-again: kept answers that cannot be used would be asked for anew; those calls are not foreseen"] * (
        model.ask_again and model.replay is None
    )


@asynccontextmanager
async def _foreseen(settings: Settings) -> AsyncIterator[ForeseenModel]:
    with ExitStack() as stack:
        replay = settings.model.replay
        kept: Lookup = stack.enter_context(KeptAnswers(settings.store)) if replay is None else RecordedAnswers(replay)
        model = ForeseenModel(settings.model, kept)
        try:
            yield model
        finally:
            await model.close()


async def _report(articles: Sequence[Article], lineage: Lineage | None, settings: Settings) -> list[Foreseen]:
    if settings.model.model == RULES:
        return []
    async with _foreseen(settings) as model:
        extraction = await extract_all(articles, model, ignore)  # type: ignore[arg-type]  # asks as a Model does
        steps = _extracted(model)
        if lineage is None:
            return steps
        unknown = {article.article_id for article in articles if article.path in model.unknown}
        return [*steps, *await _compared(extraction.summaries, unknown, lineage, model)]


async def _compare(summaries: Sequence[Summary], lineage: Lineage, settings: Settings) -> list[Foreseen]:
    if settings.model.model == RULES:
        return []
    async with _foreseen(settings) as model:
        return await _compared(summaries, set(), lineage, model)


def _extracted(model: ForeseenModel) -> list[Foreseen]:
    requests = model.requests()
    first = expecting.of_requests([one for one in requests if one.step is Step.EXTRACTION and not one.again])
    known = expecting.of_requests([one for one in requests if one.step is Step.SECOND_LOOKS or one.again])
    more = known + expecting.second_looks(first, len(model.unknown))
    return [
        Foreseen(Step.EXTRACTION, first, model.kept[Step.EXTRACTION]),
        Foreseen(Step.SECOND_LOOKS, more, model.kept[Step.SECOND_LOOKS]),
    ]


async def _compared(summaries: Sequence[Summary], unknown: set[str], lineage: Lineage, model: ForeseenModel) -> list[Foreseen]:
    """The comparison: as far as every statement is known by comparing, from there on by estimate."""
    in_order = lineage.in_order(summaries)
    fixed = await _fixed(model.settings)
    known = _known(lineage, unknown)
    parts: list[tuple[Calls, Calls]] = []
    if known:
        size = sum(map(len, lineage.batches[:known]))
        before = len(model.requests())
        await compare(in_order[:size], judge_of(model, Tally(), ignore), lineage.added[: known - 1])  # type: ignore[arg-type]
        requests = model.requests()[before:]
        parts = [_of_part(number, requests, lineage, fixed) for number in range(known)]
    parts += [_expected(number, in_order, unknown, lineage, fixed) for number in range(known, len(lineage.batches))]
    asked = (summed(tables for tables, _ in parts), summed(weighing for _, weighing in parts))
    return [Foreseen(step, calls, model.kept[step]) for step, calls in zip(COMPARED, asked, strict=True)]


def _known(lineage: Lineage, unknown: set[str]) -> int:
    """How many batches there are, from the beginning, of which every statement is known."""
    return next((n for n, batch in enumerate(lineage.batches) if unknown.intersection(batch)), len(lineage.batches))


def _of_part(number: int, requests: Sequence[Sent], lineage: Lineage, fixed: expecting.Fixed) -> tuple[Calls, Calls]:
    """What one step of a comparison would send whose statements are known: its tables, and its weighing."""
    own = [one for one in requests if one.part == (str(number) if number else "")]
    tables = [one for one in own if one.step is Step.TABLES and not one.again]
    weighing = [one for one in own if one.step is Step.WEIGHING]
    articles = len(lineage.batches[number])
    asked = expecting.of_requests([one for one in own if one.step is Step.TABLES])
    if tables and number:
        return asked, expecting.weighed_of_added(articles, fixed)
    if tables:
        return asked, expecting.weighed(articles, Range.exactly(len(tables)), fixed)
    first = [one for one in weighing if not one.again]
    again = expecting.weighed_again(articles, 0, len(first), fixed) if first and not number else Calls()
    return asked, expecting.of_requests(weighing) + again


def _expected(
    number: int, summaries: Sequence[Summary], unknown: set[str], lineage: Lineage, fixed: expecting.Fixed
) -> tuple[Calls, Calls]:
    """The same of a step whose statements are not all known."""
    ends = list(accumulate(map(len, lineage.batches)))
    start, end = ends[number] - len(lineage.batches[number]), ends[number]
    rows = _rows(summaries[start:end], unknown)
    if not number:
        return expecting.beginning(end, rows, fixed)
    return expecting.addition(end - start, rows, _rows(summaries[:end], unknown), fixed)


def _rows(summaries: Sequence[Summary], unknown: set[str]) -> Range:
    """How many statements these articles have: those that are known, and an estimate for the others."""
    there = sum(len(one.claims) for one in summaries if one.article.article_id not in unknown)
    unread = [one.article.text for one in summaries if one.article.article_id in unknown]
    return Range.exactly(there) + expecting.rows_of(sum(map(tokens_of, unread)))


async def _fixed(settings: ModelSettings) -> expecting.Fixed:
    """The size of requests without data."""
    empty = dict.fromkeys(("articles", "table", "pairs"), "-")
    model = ForeseenModel(settings, KeptAnswers(Path(os.devnull)))
    try:
        for name, answer in (("propose", ProposalsAnswer), ("weigh", WeighingAnswer)):
            with suppress(Unasked):
                await model.ask(read_prompt(name).messages(**empty), answer, name)
        tables, weighing = model.requests()
    finally:
        await model.close()
    return expecting.Fixed(tables.tokens, weighing.tokens)
