"""The commands. The one error boundary: whatever goes wrong ends here as one line and an exit code.

stdout carries the product, stderr the talk. The pipeline is imported inside the commands, so that `--help` is instant.

Exit codes: 0 done, 1 --fail-on met, 2 usage or configuration, 3 some articles failed, 4 the model failed,
5 store or disk, 130 interrupted.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from summarizer import __version__
from summarizer.errors import ConfigError, StoreError, SummarizerError
from summarizer.settings import CALL_DEADLINE_S, DEFAULT_MODEL, IN_FLIGHT, ModelSettings, Settings, shipped
from summarizer.terms import RULES, Severity

if TYPE_CHECKING:
    from summarizer.pipeline import Outcome

INTERRUPTED = 130
STORIES = ("afghanistan", "ferry")
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news articles on one story and reports, quote beside quote, where they disagree.",
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Articles (.txt .md .html .pdf .json .jsonl), folders of them, or - for standard input."
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        help=f"Name of the language model, or {RULES} for none; default: {DEFAULT_MODEL}, or {RULES} without key and endpoint.",
        envvar="SUMMARIZER_MODEL",
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="OpenAI-compatible endpoint.", envvar="OPENAI_BASE_URL", show_envvar=True)
]
Replay = Annotated[
    Path | None, typer.Option("--replay", help="Recorded answers (a cassette, an answer store, or a folder): nothing is sent.")
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store", help="File that keeps every paid answer; default: in the user's data folder.", envvar="SUMMARIZER_STORE"
    ),
]
Deadline = Annotated[float, typer.Option("--deadline", min=1, help="Seconds that one call may take, retries included.")]
InFlight = Annotated[int, typer.Option("--in-flight", min=1, max=1000, help="Calls under way at once.")]
FailOn = Annotated[
    Severity | None, typer.Option("--fail-on", help="Exit with 1 if there is a contradiction of this severity or above.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No talk on stderr but errors.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def report(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for report.md and report.json; default: reports/NAME.")
    ] = None,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    in_flight: InFlight = IN_FLIGHT,
    fail_on: FailOn = None,
    quiet: Quiet = False,
) -> None:
    """Read, extract, compare, and write report.md and report.json; prints the path of report.md."""
    settings = _settings(model, base_url, replay, store, deadline, in_flight, out or _default_out(paths[0]))
    _guard(lambda: _report(paths, settings, fail_on, quiet=quiet))


@app.command()
def extract(
    paths: Paths,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    in_flight: InFlight = IN_FLIGHT,
    quiet: Quiet = False,
) -> None:
    """Read and extract only; prints one JSON line an article."""
    settings = _settings(model, base_url, replay, store, deadline, in_flight, None)
    _guard(lambda: _extract(paths, settings, quiet=quiet))


@app.command()
def compare(
    summaries: Annotated[
        str, typer.Argument(metavar="SUMMARIES.jsonl", help="JSON lines from `summarizer extract`, or - for standard input.")
    ],
    out: Annotated[Path | None, typer.Option("--out", help="Also write report.md and report.json into this folder.")] = None,
    model: ModelName = None,
    base_url: BaseUrl = None,
    replay: Replay = None,
    store: Store = None,
    deadline: Deadline = CALL_DEADLINE_S,
    fail_on: FailOn = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles extracted before; prints one JSON line a finding."""
    settings = _settings(model, base_url, replay, store, deadline, IN_FLIGHT, out)
    _guard(lambda: _compare(summaries, settings, fail_on, quiet=quiet))


@app.command()
def demo(
    story: Annotated[str, typer.Option("--story", help=f"Shipped story: {', '.join(STORIES)}.")] = STORIES[0],
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the report; default: reports/STORY.")] = None,
    quiet: Quiet = False,
) -> None:
    """Replay a shipped story from recorded answers: no key, no network; prints the path of report.md."""
    _guard(lambda: _demo(story, out, quiet=quiet))


def _report(paths: Sequence[str], settings: Settings, fail_on: Severity | None, *, quiet: bool) -> int:
    from summarizer import pipeline

    settings = _ready(settings)
    tell = _tell(quiet=quiet)
    articles, failures = pipeline.read(paths, sys.stdin.buffer, tell)
    pipeline.claim_output(settings)
    outcome = pipeline.run_report(articles, failures, settings, tell)
    return _finish(outcome, settings.out or Path(), fail_on, tell)


def _finish(outcome: Outcome, out: Path, fail_on: Severity | None, tell: Callable[[str], None]) -> int:
    from summarizer import pipeline
    from summarizer.report import exit_code, tally

    path = pipeline.write_report(outcome.report, out)
    tell(f"{tally(outcome.report)}, {outcome.sent} requests sent now")
    typer.echo(str(path))
    return exit_code(outcome.report, fail_on)


def _extract(paths: Sequence[str], settings: Settings, *, quiet: bool) -> int:
    from summarizer import pipeline
    from summarizer.report import dump_summary, failure_code

    settings = _ready(settings)
    tell = _tell(quiet=quiet)
    articles, failures = pipeline.read(paths, sys.stdin.buffer, tell)
    extraction = pipeline.run_extract(articles, settings, tell)
    for summary in extraction.summaries:
        typer.echo(dump_summary(summary))
    return failure_code((*failures, *extraction.failures), len(extraction.summaries))


def _compare(source: str, settings: Settings, fail_on: Severity | None, *, quiet: bool) -> int:
    from summarizer import pipeline
    from summarizer.report import dump_finding, exit_code, parse_summaries, tally

    settings = _ready(settings)
    tell = _tell(quiet=quiet)
    summaries = parse_summaries(_lines_of(source))
    pipeline.claim_output(settings)
    outcome = pipeline.run_compare(summaries, settings, tell)
    for finding in outcome.report.findings:
        typer.echo(dump_finding(finding))
    if settings.out is not None:
        tell(f"wrote {pipeline.write_report(outcome.report, settings.out)}")
    tell(f"{tally(outcome.report)}, {outcome.sent} requests sent now")
    return exit_code(outcome.report, fail_on)


def _demo(story: str, out: Path | None, *, quiet: bool) -> int:
    from summarizer import pipeline

    if story not in STORIES:
        raise ConfigError(f"there is no shipped story {story!r}; there are {', '.join(STORIES)}")
    folder = Path(__file__).parent / "samples" / story
    target = out or Path("reports") / story
    recorded = ModelSettings(replay=shipped("cassettes") / "stories" / f"{story}.yaml")
    settings = pipeline.prepare(Settings(recorded, store=Path(os.devnull), out=target))
    tell = _tell(quiet=quiet)
    articles, failures = pipeline.read([str(folder)], None, tell)
    pipeline.claim_output(settings)
    named = [a.model_copy(update={"path": f"{story}/{Path(a.path).name}"}) for a in articles]
    return _finish(pipeline.run_report(named, failures, settings, tell), target, None, tell)


def _lines_of(source: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{source} cannot be read: {error.strerror}; give the output of `summarizer extract`") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{source} is not UTF-8 text; give the output of `summarizer extract`") from error


def _settings(
    model: str | None,
    base_url: str | None,
    replay: Path | None,
    store: Path | None,
    deadline: float,
    in_flight: int,
    out: Path | None,
) -> Settings:
    key = os.environ.get("OPENAI_API_KEY") or None
    reach = ModelSettings(
        model=model or (DEFAULT_MODEL if key or base_url or replay else RULES),
        base_url=base_url or None,
        api_key=key,
        deadline_s=deadline,
        in_flight=in_flight,
        replay=replay,
    )
    return Settings(reach, store=store or _default_store(), out=out)


def _default_store() -> Path:
    from platformdirs import user_data_path

    return user_data_path("summarizer") / "answers.sqlite"


def _default_out(path: str) -> Path:
    name = "stdin" if path == "-" else Path(path).resolve().stem
    return Path("reports") / (name or "report")


def _ready(settings: Settings) -> Settings:
    """Check the settings; say, even when quiet, if no model reads the articles: that is another report than the one with it."""
    from summarizer import pipeline

    settings = pipeline.prepare(settings)
    if settings.model.model == RULES:
        _say(pipeline.WITHOUT_MODEL)
    return settings


def _tell(*, quiet: bool) -> Callable[[str], None]:
    return (lambda _: None) if quiet else _say


def _say(line: str) -> None:
    """One line on stderr. File names and model messages may hold anything, so what could steer a terminal is shown as "?"."""
    typer.echo(_UNPRINTABLE.sub("?", line), err=True)


def _guard(work: Callable[[], int]) -> NoReturn:
    """Run a command's work and leave with its exit code; errors become one line on stderr."""
    try:
        code = work()
    except SummarizerError as error:
        _say(f"error: {error}")
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = StoreError.exit_code
    except KeyboardInterrupt:
        _say("interrupted; every answer paid so far is kept, the same command goes on from there")
        code = INTERRUPTED
    raise typer.Exit(code)


def main() -> None:
    """Entry point of the console script."""
    app()
