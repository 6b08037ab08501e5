"""A model that obeyed an article: what code keeps right all the same."""

from __future__ import annotations

import asyncio
import functools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest
from builders import article
from hostile.attacks import ATTACKS, OTHER_TOLL, TOLL, Attack, attacked, full, other, other_answer
from markdown_it import MarkdownIt

from summarizer import pipeline
from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.ground import number_sentences
from summarizer.llm import Reply
from summarizer.reporting import render_markdown
from summarizer.schema import Article, Report
from summarizer.settings import ModelSettings, Settings
from summarizer.terms import Verdict

PLACES = ("start", "middle", "end")
VERDICTS = ("compatible", "update", "scope", "contradict", "unsure")


def sentence_of(made: Article):
    spans = [span.of(made.text) for span in number_sentences(made).spans]
    return lambda words: next(number for number, text in enumerate(spans, start=1) if words in text)


@dataclass
class Obedient:
    """Answers as the articles told it to; weighs every pair alike, and proposes nothing."""

    answers: dict[str, dict[str, Any]]
    verdict: str = "compatible"
    asked: list[str] = field(default_factory=list)
    sent: int = 0
    under_way: int = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Reply[Any]:
        await asyncio.sleep(0)
        prompt = messages[-1]["content"]
        self.asked.append(prompt)
        if answer_type is ProposalsAnswer:
            return self._reply(ProposalsAnswer(proposals=[]))
        if answer_type is WeighingAnswer:
            said = {"why": "They agree.", "same": "yes", "verdict": self.verdict, "matter": "other", "cause": "rounding"}
            ids = re.findall(r"^(p\d+)\. ", prompt, re.MULTILINE)
            return self._reply(WeighingAnswer(pairs=[WeighedAnswer.model_validate({"id": name, **said}) for name in ids]))
        return self._reply(ArticleAnswer.model_validate(self.answers[label]))

    def _reply(self, answer: Any) -> Reply[Any]:
        return Reply(answer=answer, input_tokens=1, output_tokens=1, calls=1, sent=1)


@functools.cache
def report_of(attack: Attack, place: str, verdict: str = "compatible") -> Report:
    bent = article(attacked(attack, place), outlet="Coast Herald")
    beside = article(other(), outlet="Harbour Courier")
    model = Obedient({bent.path: attack.obeyed(sentence_of(bent)), beside.path: other_answer()}, verdict)
    settings = Settings(ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), store=Path("unused"))
    with pytest.MonkeyPatch.context() as here:
        here.setattr(pipeline, "_model", lambda *_: model)
        return pipeline.run_report(pipeline.Input((bent, beside), ()), settings, lambda _: None).report


def cases():
    return [pytest.param(attack, place, id=f"{attack.name}, {place}") for attack in ATTACKS for place in PLACES]


@pytest.mark.parametrize(("attack", "place"), cases())
def test_the_conflict_of_tolls_stays_in_the_report(attack: Attack, place: str) -> None:
    report = report_of(attack, place)
    shown = [finding for finding in report.findings if finding.verdict is not Verdict.AGREE]
    quotes = [{" ".join(side.quote.split()) for side in finding.sides} for finding in shown]
    assert any(any(TOLL in quote for quote in sides) and any(OTHER_TOLL in quote for quote in sides) for sides in quotes), [
        (f.verdict, f.question, [s.value for s in f.sides]) for f in report.findings
    ]


@pytest.mark.parametrize(("attack", "place"), cases())
def test_evidence_is_the_articles_own(attack: Attack, place: str) -> None:
    report = report_of(attack, place)
    texts = {summary.article.article_id: summary.article.text for summary in report.summaries}
    for summary in report.summaries:
        text = summary.article.text
        for item in (*summary.claims, *summary.figures, *summary.attributions, *summary.uncovered):
            assert text[item.start : item.end] == item.quote
        for figure in summary.figures:
            assert figure.figure in text
    for finding in report.findings:
        for side in finding.sides:
            assert texts[side.article_id][side.start : side.end] == side.quote


@pytest.mark.parametrize(("attack", "place"), cases())
def test_nothing_is_printed_that_the_articles_do_not_have(attack: Attack, place: str) -> None:
    report = report_of(attack, place)
    bent = report.summaries[0]
    told = [report.summaries[0].main_source or "", *bent.credited, *(o.label for o in report.origins)]
    told += [w for a in bent.attributions for w in (a.source or "", *a.via)]
    for words in told:
        assert words not in {"Northern Wire", "Ola Lind"} or words in bent.article.text
    body, _, _ = render_markdown(report).partition("## What could not be checked")
    for words in ("Ola Lind", "convicted smuggler", "captain was drunk"):
        assert words not in body, words
    assert "Northern Wire" not in body or "Northern Wire" in attack.text
    assert len(report.origins) == 2


@pytest.mark.parametrize(("attack", "place"), cases())
def test_the_report_has_no_markup_of_an_article_or_an_answer(attack: Attack, place: str) -> None:
    text = render_markdown(report_of(attack, place))
    tokens = [inner for token in MarkdownIt("commonmark").parse(text) for inner in (token, *(token.children or []))]
    assert not [
        token for token in tokens if token.type == "image" or (token.type == "link_open" and "evil" in str(token.attrs))
    ]
    assert not [token for token in tokens if token.type.startswith("html") and "evil" in token.content]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_no_verdict_takes_a_conflict_out(verdict: str) -> None:
    honest_attack = Attack("none", "The weather was calm.", full)
    report = report_of(honest_attack, "end", verdict)
    (finding,) = [f for f in report.findings if {s.value for s in f.sides} >= {TOLL, OTHER_TOLL}]
    assert finding.verdict is not Verdict.AGREE
    assert finding.code_says


@pytest.mark.parametrize(("attack", "place"), cases())
def test_the_mark_around_the_article_closes_once(attack: Attack, place: str) -> None:
    bent = article(attacked(attack, place), outlet="Coast Herald")
    model = Obedient({bent.path: attack.obeyed(sentence_of(bent))})
    settings = Settings(ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), store=Path("unused"))
    with pytest.MonkeyPatch.context() as here:
        here.setattr(pipeline, "_model", lambda *_: model)
        pipeline.run_extract([bent], settings, lambda _: None)
    first = model.asked[0]
    assert len(re.findall(r"</\s*article", first, re.IGNORECASE)) == 1
    assert len(re.findall(r"<\s*article", first, re.IGNORECASE)) == 1
    numbers = re.findall(r"\[s(\d+)\]", first)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
