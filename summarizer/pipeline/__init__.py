"""The run: read, extract, compare, report. Prints nothing; what happens is told through a callable.

The language model's module takes a second to import, so it is reached inside the functions that need it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from summarizer import __version__
from summarizer.answers import ArticleAnswer, ComparisonAnswer
from summarizer.articles import read_articles
from summarizer.compare import Comparison, compare
from summarizer.errors import ConfigError, ModelError, ModelSetupError
from summarizer.ground import Numbered, ground, number_sentences, parts
from summarizer.prompts import Prompt, read_prompt
from summarizer.report import render_json, render_markdown
from summarizer.schema import Article, Failure, Report, RunRecord, Summary, UsageRecord
from summarizer.settings import ModelSettings, Settings
from summarizer.store import AnswerStore, RecordedAnswers, check_writable, write_file
from summarizer.terms import ArticleStatus

if TYPE_CHECKING:
    from summarizer.llm import Model, Reply

Tell = Callable[[str], None]
"""Takes one line about what happens, for the person who waits."""


@dataclass
class Tally:
    """Adds up what answers cost."""

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    unreported: int = 0

    def add(self, reply: Reply[ArticleAnswer] | Reply[ComparisonAnswer]) -> None:
        """Count one reply."""
        self.answers += reply.calls
        self.input_tokens += reply.input_tokens or 0
        self.output_tokens += reply.output_tokens or 0
        self.unreported += reply.input_tokens is None or reply.output_tokens is None

    def record(self) -> UsageRecord:
        """The sum as it is written to the report."""
        return UsageRecord(
            answers=self.answers,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            unreported=self.unreported,
        )


@dataclass(frozen=True)
class Extraction:
    """All articles with their statements, what could not be done, and what it cost."""

    summaries: tuple[Summary, ...]
    failures: tuple[Failure, ...]
    usage: UsageRecord
    sent: int


@dataclass(frozen=True)
class Outcome:
    """A finished run: the report, and how many requests were really sent for it."""

    report: Report
    sent: int


def read(paths: Sequence[str], stdin: BinaryIO | None, tell: Tell) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles under the paths, and the files that are none. Raises ConfigError if there is no article at all."""
    result = read_articles(paths, stdin)
    failures = tuple(Failure(stage="read", what=e.path, why=e.reason, exit_code=e.exit_code) for e in result.failures)
    for failure in failures:
        tell(f"left out: {failure.what}: {failure.why}")
    if not result.articles:
        named = ", ".join(repr(p) for p in paths)
        reasons = "".join(f"\n  {f.what}: {f.why}" for f in failures)
        raise ConfigError(
            f"there is no article in {named}; give .txt, .md, .html, .pdf, .json or .jsonl files, "
            f"a folder of them, or -{reasons}"
        )
    return result.articles, failures


def claim_output(settings: Settings) -> None:
    """Make sure, before the first call, that the report can be written. Raises StoreError."""
    if settings.out is not None:
        check_writable(settings.out)


def run_report(articles: Sequence[Article], failures: Sequence[Failure], settings: Settings, tell: Tell) -> Outcome:
    """Extract, compare and build the report of these articles."""
    return asyncio.run(_run_report(articles, failures, settings, tell))


def run_extract(articles: Sequence[Article], settings: Settings, tell: Tell) -> Extraction:
    """Extract the statements of these articles."""
    return asyncio.run(_run_extract(articles, settings, tell))


def run_compare(summaries: Sequence[Summary], settings: Settings, tell: Tell) -> Outcome:
    """Compare articles whose statements were extracted before."""
    return asyncio.run(_run_compare(summaries, settings, tell))


def write_report(report: Report, folder: Path) -> Path:
    """Write report.md and report.json; returns the path of report.md. Raises StoreError."""
    check_writable(folder)
    write_file(folder / "report.json", render_json(report))
    write_file(folder / "report.md", render_markdown(report))
    return folder / "report.md"


def prepare(settings: Settings) -> Settings:
    """Check how the model is reached, and take its name from a recording. Raises ConfigError."""
    from summarizer.llm import check_settings

    if settings.model.replay is None:
        check_settings(settings.model)
        return settings
    recorded = RecordedAnswers(settings.model.replay)
    return replace(settings, model=replace(settings.model, model=recorded.model))


async def _run_report(articles: Sequence[Article], failures: Sequence[Failure], settings: Settings, tell: Tell) -> Outcome:
    with ExitStack() as stack:
        async with _model(settings, stack) as model:
            extraction = await _extract_all(articles, model, tell)
            return await _compare_all(extraction, failures, settings, model, tell)


async def _run_extract(articles: Sequence[Article], settings: Settings, tell: Tell) -> Extraction:
    with ExitStack() as stack:
        async with _model(settings, stack) as model:
            return await _extract_all(articles, model, tell)


async def _run_compare(summaries: Sequence[Summary], settings: Settings, tell: Tell) -> Outcome:
    extraction = Extraction(tuple(summaries), _failed(summaries), UsageRecord(), 0)
    with ExitStack() as stack:
        async with _model(settings, stack) as model:
            return await _compare_all(extraction, (), settings, model, tell)


def _model(settings: Settings, stack: ExitStack) -> Model:
    from summarizer.llm import Model

    replay = settings.model.replay
    book = stack.enter_context(AnswerStore(settings.store)) if replay is None else RecordedAnswers(replay)
    return Model(settings.model, book)


async def _extract_all(articles: Sequence[Article], model: Model, tell: Tell) -> Extraction:
    prompt, tally = read_prompt("extract"), Tally()
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_extract(article, model, prompt, tally, tell)) for article in articles]
    except* ModelSetupError as errors:
        raise errors.exceptions[0] from None
    summaries = tuple(task.result() for task in tasks)
    return Extraction(summaries, _failed(summaries), tally.record(), model.sent)


async def _extract(article: Article, model: Model, prompt: Prompt, tally: Tally, tell: Tell) -> Summary:
    """One article's statements; a failure of its own calls is kept with it, the other articles go on."""
    numbered = number_sentences(article)
    try:
        replies = await asyncio.gather(*(_ask_part(numbered, part, model, prompt) for part in parts(numbered)))
    except ModelSetupError:
        raise
    except ModelError as error:
        tell(f"no answer: {error}")
        return Summary(article=article, status=ArticleStatus.FAILED, failure=str(error))
    for reply in replies:
        tally.add(reply)
    summary = ground(numbered, [reply.answer for reply in replies])
    tell(f"read {article.path}: {len(summary.claims)} statements, {len(summary.missing)} not found in the text")
    return summary


async def _ask_part(numbered: Numbered, part: tuple[int, int], model: Model, prompt: Prompt) -> Reply[ArticleAnswer]:
    article = numbered.article
    messages = prompt.messages(
        outlet=article.outlet or "unknown",
        title=article.title or "unknown",
        published=_published(article),
        sentences=numbered.lines(*part),
    )
    return await model.ask(messages, ArticleAnswer, article.path)


def _published(article: Article) -> str:
    if article.published is None:
        return "unknown"
    return f"{article.published:%A}, {article.published.isoformat()}" + (
        f" {article.published_time}" if article.published_time else ""
    )


def _failed(summaries: Iterable[Summary]) -> tuple[Failure, ...]:
    return tuple(
        Failure(stage="extract", what=s.article.path, why=s.failure or "no answer", exit_code=ModelError.exit_code)
        for s in summaries
        if s.status is ArticleStatus.FAILED
    )


async def _compare_all(
    extraction: Extraction, failures: Sequence[Failure], settings: Settings, model: Model, tell: Tell
) -> Outcome:
    prompt, tally = read_prompt("compare"), Tally()

    async def judge(values: dict[str, str], label: str) -> ComparisonAnswer:
        reply = await model.ask(prompt.messages(**values), ComparisonAnswer, label)
        tally.add(reply)
        return reply.answer

    tell(f"comparing {len(extraction.summaries)} articles")
    comparison = await compare(extraction.summaries, judge)
    everything = (*failures, *extraction.failures, *comparison.failures)
    run = _run_record(settings.model, extraction, tally.record(), prompt)
    return Outcome(_report(run, extraction, comparison, everything), model.sent)


def _report(run: RunRecord, extraction: Extraction, comparison: Comparison, failures: tuple[Failure, ...]) -> Report:
    return Report(
        run=run,
        summaries=extraction.summaries,
        findings=comparison.findings,
        origins=comparison.origins,
        failures=failures,
    )


def _run_record(settings: ModelSettings, extraction: Extraction, comparison: UsageRecord, compare_prompt: Prompt) -> RunRecord:
    return RunRecord(
        program="summarizer",
        version=__version__,
        model=settings.model,
        endpoint=_endpoint(settings),
        prompts={"extract": read_prompt("extract").digest, "compare": compare_prompt.digest},
        articles=len(extraction.summaries),
        extraction=extraction.usage,
        comparison=comparison,
    )


def _endpoint(settings: ModelSettings) -> str:
    """Where the answers came from, without user names, keys or paths."""
    if settings.replay is not None:
        return "recorded answers"
    if settings.base_url is None:
        return "OpenAI"
    parts_of_url = urlsplit(settings.base_url)
    return f"{parts_of_url.hostname or '?'}" + (f":{parts_of_url.port}" if parts_of_url.port else "")
