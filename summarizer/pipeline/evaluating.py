"""Stories with labels: read, run as any report, and scored. Nothing is written to reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from summarizer.errors import ConfigError
from summarizer.evaluation import (
    Floors,
    Gold,
    StoryFloors,
    StoryScore,
    parse_floors,
    parse_gold,
    raised,
    render_floors,
    score_story,
    shortfalls,
)
from summarizer.events import StoryBegan, Tell
from summarizer.pipeline import Input, Outcome, read, run_report
from summarizer.reporting import exit_code
from summarizer.schema import Failure
from summarizer.settings import Settings
from summarizer.store import check_writable, write_file

LABELS = "gold.json"


@dataclass(frozen=True)
class Story:
    """Labelled articles. `name` is that of their folder."""

    name: str
    gold: Gold
    found: Input


@dataclass(frozen=True)
class Evaluation:
    """The scores of a run.

    Attributes:
        failures: what failed, one line each: a failed call is not a missed difference.
        failed: exit code of the worst of them, 0 if nothing failed.
    """

    scores: tuple[StoryScore, ...]
    failures: tuple[str, ...]
    failed: int


def open_stories(paths: Sequence[Path], tell: Tell) -> tuple[Story, ...]:
    """The stories of these label files, or folders that hold one. Raises ConfigError before anything is asked."""
    files = [_labels_at(path) for path in paths]
    names = [file.resolve().parent.name for file in files]
    for name in names:
        if names.count(name) > 1:
            raise ConfigError(f"two stories are named {name!r} after their folders; evaluate them one by one")
    golds = [parse_gold(_bytes_of(file), str(file)) for file in files]
    return tuple(_open(*parts, tell) for parts in zip(names, files, golds, strict=True))


def _open(name: str, labels: Path, gold: Gold, tell: Tell) -> Story:
    found = read([str(labels.parent)], None, tell)
    files = {PurePath(path).name for path in (*(a.path for a in found.articles), *(f.what for f in found.failures))}
    for entry, prefix in gold.prefixes():
        if not any(file.startswith(prefix) for file in files):
            raise ConfigError(f"{labels}: {entry}: no file name beside it begins with {prefix!r}")
    return Story(name, gold, found)


def _labels_at(path: Path) -> Path:
    return path / LABELS if path.is_dir() else path


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror})") from error


def evaluate(stories: Iterable[tuple[Story, Settings]], tell: Tell) -> Evaluation:
    """Run and score each story with its settings."""
    scores: list[StoryScore] = []
    failures: list[str] = []
    codes = [0]
    for story, settings in stories:
        tell(StoryBegan(story.name))
        outcome = run_report(story.found, settings, tell)
        scores.append(score(story, outcome))
        failures += [f"{story.name}: {_told(f)}" for f in outcome.report.failures if f.exit_code]
        codes.append(exit_code(outcome.report, None))
    return Evaluation(tuple(scores), tuple(failures), max(codes))


def _told(failure: Failure) -> str:
    """What failed and why; the reason of a failed request names it already."""
    return failure.why if failure.why.startswith(failure.what) else f"{failure.what}: {failure.why}"


def score(story: Story, outcome: Outcome) -> StoryScore:
    """The score of a finished run of this story."""
    return score_story(story.name, outcome.report, story.gold, outcome.tables)


def read_floors(file: Path) -> dict[str, StoryFloors]:
    """The floors in a file. Raises ConfigError."""
    return parse_floors(_bytes_of(file), str(file))


def claim_floors(file: Path) -> dict[str, StoryFloors]:
    """The floors in a file that will be written; none if it is not there. Raises ConfigError, or StoreError, before a call."""
    check_writable(file.parent)
    return read_floors(file) if file.exists() else {}


def write_floors(file: Path, scores: Sequence[StoryScore], floors: Floors, *, lower: bool) -> None:
    """Raise the floors in a file to these scores. Raises ConfigError if they are worse and may not be, or StoreError."""
    worse = () if lower else shortfalls(scores, floors)
    if worse:
        named = "; ".join(map(str, worse))
        raise ConfigError(f"{file} is left as it is: {named}; --lower-floors writes it all the same")
    write_file(file, render_floors(raised(scores, floors, lower=lower)))
