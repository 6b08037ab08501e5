"""The run: read, extract, compare, report. Prints nothing; what happens is told through a callable.

The language model's module takes a second to import, so it is reached inside the functions that need it.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from summarizer import __version__
from summarizer.articles import read_articles
from summarizer.comparison import Comparison, compare
from summarizer.errors import ConfigError, CopyError
from summarizer.events import Comparing, Doubted, FilesPassedOver, LeftOut, Tell, Unjudged
from summarizer.exporting.vault import story_name
from summarizer.pipeline.extracting import Extraction, extract_all, extract_by_rules, failed
from summarizer.pipeline.interrupting import Finish, Watcher, finished
from summarizer.pipeline.judging import Tally, judge_of, summed_up
from summarizer.pipeline.lineage import Lineage, lineage_of
from summarizer.pipeline.suspicions import warnings
from summarizer.prompts import read_prompt
from summarizer.report_folder import REPORT_FILES, write_report
from summarizer.reporting import passed_over_text
from summarizer.reporting.earlier import Earlier
from summarizer.schema import Article, Failure, PassedOver, Report, RunRecord, Summary, UsageRecord
from summarizer.settings import ModelSettings, Settings
from summarizer.store import AnswerStore, RecordedAnswers, check_writable, read_review, settle
from summarizer.terms import RULES
from summarizer.vault_folder import check_vault

if TYPE_CHECKING:
    from summarizer.llm import Model

__all__ = [
    "PROMPTS",
    "REPORT_FILES",
    "WITHOUT_MODEL",
    "Input",
    "Outcome",
    "claim_output",
    "prepare",
    "read",
    "read_review",
    "run_compare",
    "run_extract",
    "run_report",
    "write_report",
]

WITHOUT_MODEL = (
    "no language model reads these articles: rules pick what carries a figure, a quotation or a date. For a full report set "
    "OPENAI_API_KEY, or name an endpoint with --base-url (and its --model); `summarizer demo` shows one"
)
_OF_ADDITIONS = "propose_added"
PROMPTS = ("extract", "extract_more", "propose", _OF_ADDITIONS, "weigh")


@dataclass(frozen=True)
class Outcome:
    """A finished run.

    Attributes:
        sent: how many requests were really sent for it.
        tables: ids of the items that were laid side by side in one table, for each table.
    """

    report: Report
    sent: int
    tables: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Input:
    """What the paths of a run hold: articles, files that could not be used, and how many nobody could take for one.

    Attributes:
        lineage: in which order the articles came to the story; None where all came at once.
    """

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...]
    passed_over: tuple[PassedOver, ...] = ()
    lineage: Lineage | None = None


def read(paths: Sequence[str], stdin: BinaryIO | None, tell: Tell) -> Input:
    """The articles under the paths, and what became of all else. Raises ConfigError if there is no article at all."""
    result = read_articles(paths, stdin, tell)
    failures = tuple(
        Failure(stage="copy" if isinstance(e, CopyError) else "read", what=e.path, why=e.reason, exit_code=e.exit_code)
        for e in result.failures
    )
    for failure in failures if result.articles else ():
        tell(LeftOut(failure.what, failure.why))
    others = tuple(PassedOver(kind=kind, files=files) for kind, files in result.passed_over)
    if others:
        tell(FilesPassedOver(passed_over_text(others)))
    if not result.articles:
        named = ", ".join(repr(p) for p in paths)
        reasons = "".join(f"\n  {f.what}: {f.why}" for f in failures)
        raise ConfigError(
            f"there is no article in {named}; give .txt, .md, .html, .pdf, .docx, .json files or others that "
            f"docs/input.md lists, a folder of them, or -{reasons}"
        )
    return Input(result.articles, failures, others)


def claim_output(settings: Settings) -> None:
    """Make sure, before the first call, that the report and its vault can be written; finish one that was half written.

    Raises:
        StoreError: the disk refuses.
        ConfigError: the decisions on the report before cannot be read.
    """
    if settings.out is not None:
        check_writable(settings.out)
        settle(settings.out, REPORT_FILES)
        read_review(settings.out)
        if settings.vault is not None:
            check_vault(settings.vault / story_name(settings.out.resolve().name))


def run_report(
    found: Input, settings: Settings, tell: Tell, earlier: Earlier | None = None, finish: Finish = finished
) -> Outcome:
    """Extract, compare and build the report of these articles; with an earlier report, what came since is added to it."""
    found = replace(found, lineage=lineage_of(found.articles, earlier, settings, tell))
    return finish(lambda watcher: _run_report(found, settings, tell, watcher), tell)


def run_extract(articles: Sequence[Article], settings: Settings, tell: Tell, finish: Finish = finished) -> Extraction:
    """Extract the statements of these articles."""
    return finish(lambda watcher: _run_extract(articles, settings, tell, watcher), tell)


def run_compare(
    summaries: Sequence[Summary], settings: Settings, tell: Tell, earlier: Earlier | None = None, finish: Finish = finished
) -> Outcome:
    """Compare articles whose statements were extracted before; with an earlier report, what came since is added to it."""
    found = Input((), (), lineage=lineage_of([summary.article for summary in summaries], earlier, settings, tell))
    return finish(lambda watcher: _run_compare(summaries, found, settings, tell, watcher), tell)


def prepare(settings: Settings) -> Settings:
    """Check how the model is reached, and take its name from a recording. Raises ConfigError."""
    if settings.model.model == RULES:
        return settings
    from summarizer.llm import check_settings

    if settings.model.replay is None:
        check_settings(settings.model)
        return settings
    recorded = RecordedAnswers(settings.model.replay)
    return replace(settings, model=replace(settings.model, model=recorded.model))


async def _run_report(found: Input, settings: Settings, tell: Tell, watcher: Watcher) -> Outcome:
    async with _opened(settings, found.articles, tell, watcher) as model:
        extraction = await _extract(found.articles, settings, model, tell)
        return await _compare(extraction, found, settings, model, tell)


async def _run_extract(articles: Sequence[Article], settings: Settings, tell: Tell, watcher: Watcher) -> Extraction:
    async with _opened(settings, articles, tell, watcher) as model:
        return await _extract(articles, settings, model, tell)


async def _run_compare(summaries: Sequence[Summary], found: Input, settings: Settings, tell: Tell, watcher: Watcher) -> Outcome:
    extraction = Extraction(tuple(summaries), failed(summaries), UsageRecord(), 0)
    articles = [summary.article for summary in summaries]
    async with _opened(settings, articles, tell, watcher) as model:
        return await _compare(extraction, found, settings, model, tell)


async def _extract(articles: Sequence[Article], settings: Settings, model: Model | None, tell: Tell) -> Extraction:
    if model is None:
        return extract_by_rules(articles, tell, processes=settings.processes)
    return await extract_all(articles, model, tell, processes=settings.processes)


@asynccontextmanager
async def _opened(settings: Settings, articles: Sequence[Article], tell: Tell, watcher: Watcher) -> AsyncIterator[Model | None]:
    """The language model of this run; None where rules take its place."""
    if settings.model.model == RULES:
        yield None
        return
    with ExitStack() as stack:
        async with _model(settings, stack, tell, _run_of(articles, settings.model)) as model:
            watcher.watch(model)
            yield model


def _model(settings: Settings, stack: ExitStack, tell: Tell, run: str) -> Model:
    from summarizer.llm import Model

    replay = settings.model.replay
    book = stack.enter_context(AnswerStore(settings.store)) if replay is None else RecordedAnswers(replay)
    return Model(settings.model, book, tell=tell, run=run)


def _run_of(articles: Sequence[Article], settings: ModelSettings) -> str:
    """What a budget is held against: these articles, read by this model, however often the run is taken up again."""
    parts = [settings.model, *sorted(article.article_id for article in articles)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


async def _compare(extraction: Extraction, found: Input, settings: Settings, model: Model | None, tell: Tell) -> Outcome:
    tally, added = Tally(), found.lineage.added if found.lineage else ()
    if found.lineage is not None:
        extraction = replace(extraction, summaries=found.lineage.in_order(extraction.summaries))
    tell(Comparing(len(extraction.summaries)))
    comparison = await compare(extraction.summaries, judge_of(model, tally, tell) if model else None, added)
    comparison = replace(comparison, failures=(*comparison.failures, *tally.failures))
    run = _run_record(settings.model, extraction, tally, comparison, is_added_to=bool(added))
    _tell_doubts(run, comparison, tell)
    report = _report(run, extraction, comparison, found)
    return Outcome(report, model.sent if model else 0, comparison.tables)


def _tell_doubts(run: RunRecord, comparison: Comparison, tell: Tell) -> None:
    """What a reader of the report has to know before anything else in it."""
    for failure in comparison.failures:
        if failure.exit_code:
            tell(Unjudged(failure.what, failure.why))
    for warning in run.warnings:
        tell(Doubted(warning))


def _report(run: RunRecord, extraction: Extraction, comparison: Comparison, found: Input) -> Report:
    return Report(
        run=run,
        summaries=extraction.summaries,
        findings=comparison.findings,
        origins=comparison.origins,
        retellings=comparison.retellings,
        measures=comparison.measures,
        topics=comparison.topics,
        failures=(*found.failures, *extraction.failures, *comparison.failures),
        passed_over=found.passed_over,
        batches=found.lineage.recorded() if found.lineage else (),
        news=found.lineage.news(comparison.findings) if found.lineage else None,
    )


def _run_record(
    settings: ModelSettings, extraction: Extraction, tally: Tally, comparison: Comparison, *, is_added_to: bool
) -> RunRecord:
    names = [] if settings.model == RULES else [name for name in PROMPTS if is_added_to or name != _OF_ADDITIONS]
    answered_by = summed_up(extraction.answered_by, tally.answered_by())
    return RunRecord(
        program="summarizer",
        version=__version__,
        model=settings.model,
        endpoint=_endpoint(settings),
        prompts={name: read_prompt(name).digest for name in names},
        articles=len(extraction.summaries),
        extraction=extraction.usage,
        comparison=tally.record(),
        meeting=comparison.meeting,
        weighing=comparison.weighing,
        answered_by=answered_by,
        warnings=warnings(settings.model, answered_by, extraction.given),
    )


def _endpoint(settings: ModelSettings) -> str:
    """Where the answers came from, without user names, keys or paths."""
    if settings.model == RULES:
        return "none"
    if settings.replay is not None:
        return "recorded answers"
    if settings.base_url is None:
        return "OpenAI"
    parts_of_url = urlsplit(settings.base_url)
    return f"{parts_of_url.hostname or '?'}" + (f":{parts_of_url.port}" if parts_of_url.port else "")
