"""What a run does from its articles to its result, for the functions of the library as for the commands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summarizer import pipeline
from summarizer.events import Finished, Tell, Writing
from summarizer.library.inputs import gathered
from summarizer.library.results import Result, Summaries, Usage
from summarizer.pipeline import Input
from summarizer.pipeline.interrupting import Finish, finished
from summarizer.pipeline.lineage import earlier_report
from summarizer.reporting import tally
from summarizer.reporting.earlier import Earlier
from summarizer.schema import ReviewRecord, Summary
from summarizer.settings import Settings

__all__ = ["claimed", "compared", "extracted", "gathered", "path_of", "reported", "written"]


def claimed(settings: Settings, tell: Tell) -> Earlier | None:
    """The report that is in the folder of the settings, once it is sure that another one can be written there.

    Raises StoreError, and ConfigError if the decisions that are there cannot be read.
    """
    pipeline.claim_output(settings)
    return earlier_report(settings.out, tell)


def reported(found: Input, settings: Settings, tell: Tell, earlier: Earlier | None = None, finish: Finish = finished) -> Result:
    """The report of these articles, written into the folder that the settings name, if they name one."""
    outcome = pipeline.run_report(found, settings, tell, earlier, finish)
    return written(Result(outcome.report, usage=Usage(outcome.sent)), settings, tell)


def extracted(found: Input, settings: Settings, tell: Tell, finish: Finish = finished) -> Summaries:
    """The articles with their statements, and all that failed."""
    extraction = pipeline.run_extract(found.articles, settings, tell, finish)
    tell(Finished(f"{len(extraction.summaries):,} articles extracted", extraction.sent))
    failures = (*found.failures, *extraction.failures)
    return Summaries(extraction.summaries, failures, found.passed_over, Usage(extraction.sent))


def compared(
    summaries: Sequence[Summary], settings: Settings, tell: Tell, earlier: Earlier | None = None, finish: Finish = finished
) -> Result:
    """The report of articles whose statements were extracted before; it is not written yet."""
    outcome = pipeline.run_compare(summaries, settings, tell, earlier, finish)
    return Result(outcome.report, usage=Usage(outcome.sent))


def written(result: Result, settings: Settings, tell: Tell) -> Result:
    """The same result, in its folder, with the decisions that are there; only told as finished where no folder is named."""
    folder, review = settings.out, ReviewRecord()
    if folder is not None:
        tell(Writing(str(folder)))
        pipeline.write_report(result.report, folder, html=settings.html)
    tell(Finished(tally(result.report), result.usage.requests))
    if folder is not None:
        review = pipeline.read_review(folder)
    return result.placed(folder, review)


def path_of(result: Result) -> Path:
    """Where report.md of a written result lies."""
    return (result.folder or Path()) / "report.md"
