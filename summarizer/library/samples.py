"""The shipped stories, to try the library out on without a key or a network."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from summarizer.errors import ConfigError
from summarizer.settings import shipped


class Sample(NamedTuple):
    """A shipped story: the folder of its articles, and the recorded answers to all that `report` asks about them."""

    articles: Path
    answers: Path


def sample(story: str = "ferry") -> Sample:
    """A shipped story: `report(found.articles, replay=found.answers)` sends nothing. Raises ConfigError if there is none."""
    stories = Path(__file__).parents[1] / "samples"
    known = sorted(folder.name for folder in stories.iterdir() if folder.is_dir())
    if story not in known:
        raise ConfigError(f"{story!r} is no shipped story; there are {', '.join(known)}")
    return Sample(stories / story, shipped("cassettes") / "stories" / f"{story}.yaml")
