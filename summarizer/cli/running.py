"""What each command does between its options and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli import costing
from summarizer.cli.configured import current
from summarizer.cli.guard import printable, say, talker
from summarizer.cli.options import STORIES
from summarizer.cli.vault import put_vault
from summarizer.configuring import reports_folder
from summarizer.errors import ConfigError
from summarizer.events import Failed, Notice, Started, Tell, ignore
from summarizer.settings import ModelSettings, Settings, shipped
from summarizer.spending import known_price
from summarizer.terms import RULES, Severity

if TYPE_CHECKING:
    from summarizer.cli.display.talker import Talker
    from summarizer.evaluation import Floors, StoryScore
    from summarizer.library.results import Result
    from summarizer.pipeline.evaluating import Evaluation

SAMPLES = Path(__file__).parents[1] / "samples"


@dataclass(frozen=True)
class Gates:
    """The files of floors that an evaluation is held to and writes.

    Attributes:
        lower: a written floor may be lower than the one before.
    """

    floors: Path | None = None
    written: Path | None = None
    lower: bool = False


def report(
    paths: Sequence[str],
    settings: Settings,
    fail_on: Severity | None,
    before: costing.Before = costing.BEFORE,
    *,
    quiet: bool,
) -> int:
    """Write the report of these articles; prints the path of report.md."""
    if before.dry_run:
        return costing.dry_report(paths, settings, before, quiet=quiet)
    tell = _begun(paths, quiet=quiet)
    from summarizer.library import steps

    settings = _ready(settings, tell)
    found = steps.gathered(paths, sys.stdin.buffer if sys.stdin else None, tell)
    earlier = steps.claimed(settings, tell)
    costing.ask_first(found, settings, before)
    return _finish(steps.reported(found, settings, tell, earlier), settings, fail_on, tell)


def _finish(result: Result, settings: Settings, fail_on: Severity | None, tell: Tell) -> int:
    from summarizer.library import steps

    typer.echo(printable(str(steps.path_of(result))))
    if settings.vault:
        put_vault(result.report, result.review, settings.out or Path(), settings.vault)
    return _judged(result, fail_on, tell)


def _judged(result: Result, fail_on: Severity | None, tell: Tell) -> int:
    """The exit code, and why it is that of `--fail-on`."""
    from summarizer.reporting import FAIL_ON_MET, undismissed
    from summarizer.reporting.phrases import count

    code = result.exit_code(fail_on)
    if code == FAIL_ON_MET and fail_on is not None:
        left = count(undismissed(result.report, fail_on, result.review), "contradiction")
        above = "" if fail_on is Severity.HIGH else " or above"
        tell(Notice(f"--fail-on {fail_on}: {left} of {fail_on} severity{above} that no reviewer has dismissed"))
    return code


def extract(paths: Sequence[str], settings: Settings, before: costing.Before = costing.BEFORE, *, quiet: bool) -> int:
    """Print one JSON line an article."""
    if before.dry_run:
        return costing.dry_extract(paths, settings, before, quiet=quiet)
    tell = _begun(paths, quiet=quiet)
    from summarizer.library import steps
    from summarizer.reporting import dump_summary

    settings = _ready(settings, tell)
    found = steps.gathered(paths, sys.stdin.buffer if sys.stdin else None, tell)
    costing.ask_before_extract(found, settings, before)
    summaries = steps.extracted(found, settings, tell)
    for summary in summaries:
        typer.echo(dump_summary(summary))
    return summaries.exit_code()


def compare(
    source: str,
    settings: Settings,
    fail_on: Severity | None,
    before: costing.Before = costing.BEFORE,
    *,
    quiet: bool,
) -> int:
    """Print one JSON line a finding, of articles extracted before."""
    tell = _begun([source], quiet=quiet)
    from summarizer.library import steps
    from summarizer.reporting import dump_finding, parse_summaries

    settings = settings if before.dry_run else _ready(settings, tell)
    summaries = parse_summaries(_lines_of(source))
    if not summaries:
        raise ConfigError(f"{source} holds no article; give the output of `summarizer extract`, which may have failed")
    if before.dry_run:
        return costing.dry_compare(summaries, settings, before, quiet=quiet)
    earlier = steps.claimed(settings, tell)
    costing.ask_before_compare(summaries, settings, before)
    result = steps.compared(summaries, settings, tell, earlier)
    tell.close()
    for finding in result.findings:
        typer.echo(dump_finding(finding))
    return _judged(steps.written(result, settings, tell), fail_on, tell)


def demo(story: str, out: Path | None, *, html: bool, quiet: bool) -> int:
    """Write the report of a shipped story from its recorded answers."""
    if story not in STORIES:
        raise ConfigError(f"there is no shipped story {story!r}; there are {', '.join(STORIES)}")
    tell = _begun([story], quiet=quiet)
    from summarizer import pipeline
    from summarizer.library import steps

    target = out or reports_folder(current()) / story
    settings = pipeline.prepare(replace(_recorded(story), out=target, html=html))
    found = pipeline.read([str(SAMPLES / story)], None, ignore)
    pipeline.claim_output(settings)
    named = tuple(a.model_copy(update={"path": f"{story}/{Path(a.path).name}"}) for a in found.articles)
    return _finish(steps.reported(pipeline.Input(named, found.failures), settings, tell), settings, None, tell)


def _recorded(story: str) -> Settings:
    """Replay of a shipped story: nothing is sent, and nothing is kept."""
    return Settings(ModelSettings(replay=shipped("cassettes") / "stories" / f"{story}.yaml"), store=Path(os.devnull))


def evaluate(golds: Sequence[str], settings: Settings, gates: Gates, *, recorded: bool, as_json: bool, quiet: bool) -> int:
    """Print the scores of labelled stories, hold them to their floors, and write new ones."""
    tell = _begun(golds, quiet=quiet)
    from summarizer.evaluation import render_json, render_table
    from summarizer.pipeline import evaluating

    if gates.lower and gates.written is None:
        raise ConfigError("--lower-floors goes with --write-floors FILE")
    floors = evaluating.read_floors(gates.floors) if gates.floors else {}
    kept = evaluating.claim_floors(gates.written) if gates.written else {}
    labels = [_gold_at(gold) for gold in golds]
    reached = _settings_of_stories(golds, settings, recorded=recorded)
    stories = evaluating.open_stories(labels, tell)
    _tell_without_model(reached)
    for one in reached:
        _know_price(one, tell)
    result = evaluating.evaluate(zip(stories, reached, strict=True), tell)
    tell.close()
    typer.echo(render_json(result.scores) if as_json else printable(render_table(result.scores)))
    for failure in result.failures:
        say(Failed(f"failed: {failure}"))
    code = result.failed or _hold(result.scores, floors, gates.floors)
    if gates.written is not None:
        _write_floors(gates.written, result, kept, lower=gates.lower)
    return code


def _gold_at(gold: str) -> Path:
    """The labels that a GOLD names. A shipped name is the shipped story even where a folder has that name."""
    path = SAMPLES / gold if gold in STORIES else Path(gold)
    if not _exists(path):
        raise ConfigError(f"{gold}: is no labels file, no folder that holds one, and no shipped story ({', '.join(STORIES)})")
    return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long
        return False


def _settings_of_stories(golds: Sequence[str], settings: Settings, *, recorded: bool) -> list[Settings]:
    """How each story is read: the shipped ones from their recorded answers, if they are wanted."""
    from summarizer import pipeline

    replayed = {gold: pipeline.prepare(_recorded(gold)) for gold in golds if recorded and gold in STORIES}
    others = [gold for gold in golds if gold not in replayed]
    ready = pipeline.prepare(settings) if others else settings
    return [replayed.get(gold, ready) for gold in golds]


def _hold(scores: Sequence[StoryScore], floors: Floors, file: Path | None) -> int:
    """The exit code of these scores under these floors; every value that is worse is one line on stderr."""
    from summarizer.evaluation import BELOW_FLOOR, shortfalls

    if file is None:
        return 0
    for score in scores:
        if score.story not in floors:
            say(f"{file} holds no floors for {score.story}")
    worse = shortfalls(scores, floors)
    for shortfall in worse:
        say(str(shortfall))
    return BELOW_FLOOR if worse else 0


def _write_floors(file: Path, result: Evaluation, kept: Floors, *, lower: bool) -> None:
    from summarizer.pipeline import evaluating

    if result.failed:
        say(f"{file} is left as it is: some of the run failed, so its scores say nothing")
        return
    evaluating.write_floors(file, result.scores, kept, lower=lower)


def _lines_of(source: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{source} cannot be read: {error.strerror}; give the output of `summarizer extract`") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{source} is not UTF-8 text; give the output of `summarizer extract`") from error


def _begun(paths: Sequence[str], *, quiet: bool) -> Talker:
    """Begin to talk. What a run imports takes a second or two, so this comes before it."""
    tell = talker(quiet=quiet)
    tell(Started(tuple(paths)))
    return tell


def _ready(settings: Settings, tell: Talker) -> Settings:
    """Check the settings; say, even when quiet, if no model reads the articles: that is another report than the one with it."""
    from summarizer import pipeline

    settings = pipeline.prepare(settings)
    _tell_without_model([settings])
    _know_price(settings, tell)
    return settings


def _know_price(settings: Settings, tell: Talker) -> None:
    tell.know(settings.model.model, known_price(settings.model.model, settings.model.prices))


def _tell_without_model(reached: Sequence[Settings]) -> None:
    from summarizer import pipeline

    if any(settings.model.model == RULES for settings in reached):
        say(pipeline.WITHOUT_MODEL)
