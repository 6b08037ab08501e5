"""The shipped stories, replayed: every planted difference is found or explained, no decoy is flagged."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from scoring import Score, score_story

import summarizer
from summarizer import pipeline
from summarizer.report import render_json
from summarizer.settings import ModelSettings, Settings

SAMPLES = Path(summarizer.__file__).parent / "samples"
MODEL = os.environ.get("SUMMARIZER_RECORD_MODEL", "standin")
ENDPOINT = os.environ.get("SUMMARIZER_RECORD_URL", "http://llm.test/v1")
STORIES = [
    pytest.param(name, marks=[pytest.mark.vcr, pytest.mark.default_cassette(f"{name}.yaml")], id=name)
    for name in ("afghanistan", "ferry")
]
COVERAGE_FLOORS = {"afghanistan": (0.88, 0.89), "ferry": (1.0, 1.0)}
"""Share of the labelled figures and of the labelled attributions that must be found. In the first story the labels
count two stretches of time ("two months after") as figures; the program reads them as dates."""


@pytest.mark.parametrize("story", STORIES)
def test_a_story_keeps_its_floors(story: str, tmp_path: Path) -> None:
    """Asked of the endpoint through the recording; a second run of the same folder asks nothing."""
    reach = ModelSettings(model=MODEL, base_url=ENDPOINT, api_key="none", deadline_s=3600.0)
    settings = Settings(reach, store=tmp_path / "answers.sqlite")
    articles, failures = pipeline.read([str(SAMPLES / story)], None, lambda _: None)
    first = pipeline.run_report(articles, failures, settings, lambda _: None)
    again = pipeline.run_report(articles, failures, settings, lambda _: None)

    report = json.loads(render_json(first.report))
    score = score_story(report, SAMPLES / story / "gold.json")
    assert failures == ()
    assert first.report.failures == ()
    assert_floors(score)
    assert score.figures >= COVERAGE_FLOORS[story][0]
    assert score.attributions >= COVERAGE_FLOORS[story][1]
    assert_quotes_are_the_articles(report)
    assert first.sent <= 1.4 * len(articles)
    assert again.sent == 0
    assert again.report == first.report


def assert_floors(score: Score) -> None:
    assert score.missed == ()
    assert score.false_alarms == ()
    assert score.boilerplate == ()
    assert score.sources


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
