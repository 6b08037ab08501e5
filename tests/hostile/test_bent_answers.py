"""Answers that bend an article with its own words: what code keeps right all the same."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from builders import article
from hostile.attacks import other, other_answer
from hostile.bending import BENDS, TEXT, Bend
from hostile.test_hostile_articles import Obedient, sentence_of

from summarizer import pipeline
from summarizer.schema import Report
from summarizer.settings import ModelSettings, Settings
from summarizer.terms import Verdict


@functools.cache
def report_of(name: str) -> Report:
    bend = next(one for one in BENDS if one.name == name)
    bent, beside = article(TEXT, outlet="Coast Herald"), article(other(), outlet="Harbour Courier")
    model = Obedient({bent.path: bend.answer(sentence_of(bent)), beside.path: other_answer()})
    settings = Settings(ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), store=Path("unused"))
    with pytest.MonkeyPatch.context() as here:
        here.setattr(pipeline, "_model", lambda *_: model)
        return pipeline.run_report(pipeline.Input((bent, beside), ()), settings, lambda _: None).report


def bends():
    return [pytest.param(bend, id=bend.name) for bend in BENDS]


@pytest.mark.parametrize("bend", bends())
def test_both_tolls_stand_side_by_side(bend: Bend) -> None:
    shown = [f for f in report_of(bend.name).findings if f.verdict is not Verdict.AGREE]
    quotes = [" / ".join(" ".join(side.quote.split()) for side in finding.sides) for finding in shown]
    assert any("12 people" in text and "30 people" in text for text in quotes), quotes


@pytest.mark.parametrize("bend", bends())
def test_the_report_does_not_say_what_the_article_does_not(bend: Bend) -> None:
    assert bend.never(report_of(bend.name)) == []


@pytest.mark.parametrize("bend", bends())
def test_two_outlets_stay_two_origins(bend: Bend) -> None:
    assert len(report_of(bend.name).origins) == 2


@pytest.mark.parametrize("bend", bends())
def test_all_evidence_stands_where_it_is_said_to(bend: Bend) -> None:
    for summary in report_of(bend.name).summaries:
        text = summary.article.text
        for item in (*summary.claims, *summary.figures, *summary.attributions, *summary.uncovered):
            assert text[item.start : item.end] == item.quote


def test_an_answer_that_bends_nothing_is_kept_whole() -> None:
    summary = report_of("none").summaries[0]
    assert summary.missing == ()
    assert {claim.read_by for claim in summary.claims} == {"model"}
