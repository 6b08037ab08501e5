"""What the thread of a call does: the steps of its run, and the sum of what it paid."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer import pipeline
from summarizer.errors import ConfigError
from summarizer.events import Event, Paid, Tell
from summarizer.library import steps
from summarizer.library.carrying_out import Work
from summarizer.library.choosing import StrPath
from summarizer.library.inputs import Extracted, Sources, gathered, listed, summaries_of
from summarizer.library.results import Result, Summaries, Usage
from summarizer.pipeline.interrupting import Finish
from summarizer.pipeline.lineage import earlier_report
from summarizer.reporting import render_json
from summarizer.reporting.earlier import Earlier, parse_earlier
from summarizer.settings import ModelSettings, Settings
from summarizer.spending import Spent, known_price, summed

Past = StrPath | Result | None
"""An earlier report: its folder, or what a call gave."""


def reporting(sources: Sources, settings: Settings, earlier: Past) -> Work[Result]:
    """Read, extract, compare, and write the report if a folder is named."""
    every = listed(sources)

    def work(tell: Tell, finish: Finish) -> Result:
        bill, ready = Bill(tell), pipeline.prepare(settings)
        found = gathered(every, None, bill)
        result = steps.reported(found, ready, bill, _claimed(earlier, ready, tell), finish)
        return replace(result, usage=bill.usage(result.usage.requests, ready.model))

    return work


def extracting(sources: Sources, settings: Settings) -> Work[Summaries]:
    """Read and extract."""
    every = listed(sources)

    def work(tell: Tell, finish: Finish) -> Summaries:
        bill, ready = Bill(tell), pipeline.prepare(settings)
        summaries = steps.extracted(gathered(every, None, bill), ready, bill, finish)
        summaries.usage = bill.usage(summaries.usage.requests, ready.model)
        return summaries

    return work


def comparing(extracted: Extracted, settings: Settings, earlier: Past) -> Work[Result]:
    """Compare, and write the report if a folder is named."""
    summaries = summaries_of(extracted)

    def work(tell: Tell, finish: Finish) -> Result:
        bill, ready = Bill(tell), pipeline.prepare(settings)
        result = steps.compared(summaries, ready, bill, _claimed(earlier, ready, tell), finish)
        result = steps.written(result, ready, bill)
        return replace(result, usage=bill.usage(result.usage.requests, ready.model))

    return work


def past(given: Past, settings: Settings, tell: Tell) -> Earlier | None:
    """The report that is added to: the one that was given, or else that of the folder. Nothing is written."""
    if isinstance(given, Result):
        return parse_earlier(render_json(given.report).encode())
    return earlier_report(settings.out, tell) if given is None else _in_folder(Path(given), tell)


def _claimed(given: Past, settings: Settings, tell: Tell) -> Earlier | None:
    """The same, once it is sure that a report can be written into the folder of the settings."""
    pipeline.claim_output(settings)
    return past(given, settings, tell)


def _in_folder(folder: Path, tell: Tell) -> Earlier | None:
    """The report of a folder that was named: one that is not there is a mistake, as it is not where one is written."""
    if not (folder / "report.json").is_file():
        raise ConfigError(f"earlier={str(folder)!r}: holds no report.json; name the folder of a report")
    return earlier_report(folder, tell)


@dataclass
class Bill:
    """Passes on what happens, and adds up what was paid."""

    tell: Tell
    paid: list[Spent] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Something happened."""
        if isinstance(event, Paid):
            self.paid.append(Spent("", event.model, event.input_tokens, event.output_tokens, event.is_estimated))
        self.tell(event)

    def usage(self, requests: int, settings: ModelSettings) -> Usage:
        """What a call sent and paid, by the model's price if a table knows it."""
        spent = summed(self.paid, "", settings.model)
        price = known_price(settings.model, settings.prices)
        tokens = (spent.input_tokens, spent.output_tokens)
        return Usage(requests, *tokens, spent.estimated, price.of(*tokens) if price else None)
