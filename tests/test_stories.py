"""The shipped stories, replayed: what was planted is found, no decoy is flagged, no score is worse than its floor."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest

import summarizer
from summarizer import pipeline
from summarizer.cli import STORIES
from summarizer.comparison.checks.candidates import Story, find_candidates
from summarizer.comparison.meeting.neighbours import Meeting
from summarizer.evaluation import shortfalls, total
from summarizer.pipeline import evaluating
from summarizer.reporting import render_json
from summarizer.schema import Summary
from summarizer.settings import ModelSettings, Settings

SAMPLES = Path(summarizer.__file__).parent / "samples"
CASSETTES = Path(__file__).parent.parent / "cassettes" / "stories"
FLOORS = Path(__file__).parent / "floors.json"
"""In the first story the labels count two stretches of time ("two months after") as figures; the program reads them as dates."""
SMALL_TABLE = 60
MEETING_FLOOR = 0.9
"""Share of what was planted that still stands in one table where a story is cut into many."""
RECORDING = "SUMMARIZER_RECORD_MODEL" in os.environ
MODEL = os.environ.get("SUMMARIZER_RECORD_MODEL", "standin")
ENDPOINT = os.environ.get("SUMMARIZER_RECORD_URL", "https://api.openai.com/v1" if RECORDING else "http://llm.test/v1")
KEY = os.environ.get("OPENAI_API_KEY", "none") if RECORDING else "none"
REPLAYED = [
    pytest.param(name, marks=[pytest.mark.vcr, pytest.mark.default_cassette(f"{name}.yaml")], id=name)
    for name in STORIES
    if RECORDING or (CASSETTES / f"{name}.yaml").exists()
]


@pytest.mark.parametrize("name", REPLAYED)
def test_a_story_keeps_its_floors(name: str, tmp_path: Path) -> None:
    """Asked of the endpoint through the recording; a second run of the same folder asks nothing."""
    reach = ModelSettings(model=MODEL, base_url=ENDPOINT, api_key=KEY, deadline_s=3600.0)
    settings = Settings(reach, store=tmp_path / "answers.sqlite")
    (story,) = evaluating.open_stories([SAMPLES / name], lambda _: None)
    first, again = (pipeline.run_report(story.found, settings, lambda _: None) for _ in range(2))
    score = evaluating.score(story, first)

    assert story.found.failures == ()
    assert first.report.failures == ()
    assert_quotes_are_the_articles(json.loads(render_json(first.report)))
    assert again.sent == 0
    assert again.report == first.report
    assert score.boilerplate == ()
    assert score.measures.sources.value in (1.0, None)
    assert [str(s) for s in shortfalls([score], evaluating.read_floors(FLOORS))] == []
    cut = evaluating.score(story, dataclasses.replace(first, tables=small_tables(first.report.summaries)))
    assert cut.measures.meeting_recall.value >= MEETING_FLOOR


def test_the_stories_together_find_what_an_analyst_needs() -> None:
    scores = []
    for name in STORIES:
        settings = Settings(ModelSettings(replay=CASSETTES / f"{name}.yaml"), store=Path(os.devnull))
        (story,) = evaluating.open_stories([SAMPLES / name], lambda _: None)
        outcome = pipeline.run_report(story.found, pipeline.prepare(settings), lambda _: None)
        scores.append(evaluating.score(story, outcome))
    whole = total(scores)

    assert whole.recall.value >= 0.98
    assert whole.precision.value >= 0.95
    assert whole.decoys_flagged == whole.decoys_high == 0


def small_tables(summaries: tuple[Summary, ...]) -> tuple[frozenset[str], ...]:
    """The story cut into tables as if it were many times longer than a table."""
    story = Story.of(summaries)
    differing = [(c.left, c.right) for c in find_candidates(story) if c.found.conflict]
    tables = Meeting(story.rows, story.names, SMALL_TABLE).tables(differing)
    assert len(tables) > 5
    return tuple(frozenset(item for row in table for item in row.item_ids()) for table in tables)


def test_every_shipped_story_is_held_to_every_floor() -> None:
    floors = evaluating.read_floors(FLOORS)

    assert set(floors) == set(STORIES)
    assert [name for name in STORIES if None in dict(floors[name]).values()] == []


def assert_quotes_are_the_articles(report: dict) -> None:
    texts = {a["article_id"]: a["text"] for a in report["articles"]}
    shown = [
        (texts[a["article_id"]], item)
        for a in report["articles"]
        for kind in ("claims", "figures", "attributions")
        for item in a[kind]
    ]
    shown += [(texts[s["article_id"]], s) for f in report["findings"] for s in f["sides"]]

    assert len(shown) > 100
    assert all(text[item["start"] : item["end"]] == item["quote"] != "" for text, item in shown)
