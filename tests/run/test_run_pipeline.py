"""The run: what fails is kept apart from what is absent, and the rest goes on."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import pytest
from builders import article, statement

from summarizer import pipeline
from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.errors import ConfigError, ModelSetupError, ModelUnavailable, StoreError
from summarizer.events import Event, LeftOut
from summarizer.reporting import exit_code, render_markdown
from summarizer.schema import Article
from summarizer.settings import ModelSettings, Settings
from summarizer.terms import ArticleStatus


@dataclass
class Reply:
    answer: object
    input_tokens: int | None = 100
    output_tokens: int | None = 10
    calls: int = 1
    sent: int = 1
    complete: bool = True
    dropped: tuple[str, ...] = ()
    answered_by: tuple[object, ...] = ()
    requests: tuple[str, ...] = ()


def _all_compatible(prompt: str) -> WeighingAnswer:
    fixed = {"why": "Both hold.", "same": "yes", "verdict": "compatible", "matter": "other"}
    ids = re.findall(r"^(p\d+)\. ", prompt, re.MULTILINE)
    return WeighingAnswer(pairs=[WeighedAnswer.model_validate({"id": name, **fixed}) for name in ids])


@dataclass
class FakeModel:
    """Answers from a table of errors and answers by the label of the call; whatever is weighed fits together."""

    answers: dict[str, object] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    sent: int = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Reply:
        self.asked.append(label)
        self.prompts.append(messages[-1]["content"])
        self.sent += 1
        await asyncio.sleep(0)
        answer = self.answers.get(label)
        if isinstance(answer, Exception):
            raise answer
        if answer_type is ProposalsAnswer:
            return Reply(answer or ProposalsAnswer(proposals=[]))
        if answer_type is WeighingAnswer:
            return Reply(answer or _all_compatible(self.prompts[-1]))
        return Reply(answer or ArticleAnswer(statements=[statement("The ferry sank")]))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        ModelSettings(model="m", base_url="http://127.0.0.1:9/v1"), store=tmp_path / "s.sqlite", out=tmp_path / "out"
    )


def articles(*outlets: str) -> list[Article]:
    return [article(f"The ferry sank, says the {o}. It was dark.", outlet=o) for o in outlets]


def run(model: FakeModel, made: list[Article], settings: Settings, monkeypatch: pytest.MonkeyPatch) -> pipeline.Outcome:
    monkeypatch.setattr(pipeline, "_model", lambda *_: model)
    return pipeline.run_report(pipeline.Input(tuple(made), ()), settings, lambda _: None)


def test_one_call_an_article_one_for_the_table_and_one_for_the_pairs(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = FakeModel()
    outcome = run(model, articles("Herald", "Courier"), settings, monkeypatch)

    assert sorted(model.asked) == ["courier.txt", "herald.txt", "reading 1", "weighing 1"]
    assert [len(s.claims) for s in outcome.report.summaries] == [1, 1]
    assert (outcome.report.run.extraction.answers, outcome.report.run.comparison.answers) == (2, 2)
    assert outcome.report.run.extraction.input_tokens == 200


def test_an_article_whose_call_fails_is_listed_and_the_others_go_on(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = FakeModel({"herald.txt": ModelUnavailable("the endpoint is down")})
    report = run(model, articles("Herald", "Courier", "Gazette"), settings, monkeypatch).report

    assert [s.status for s in report.summaries] == [ArticleStatus.FAILED, ArticleStatus.EXTRACTED, ArticleStatus.EXTRACTED]
    assert [(f.stage, f.what) for f in report.failures] == [("extract", "herald.txt")]
    assert "reading 1" in model.asked


@pytest.mark.parametrize(("label", "stage"), [("reading 1", "compare"), ("weighing 1", "weigh")])
def test_a_part_of_the_comparison_that_fails_is_a_failure_of_the_model(
    label: str, stage: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = FakeModel({label: ModelUnavailable("the endpoint is down")})
    report = run(model, articles("Herald", "Courier"), settings, monkeypatch).report

    assert [(f.stage, f.what) for f in report.failures] == [(stage, label)]
    assert exit_code(report, None) == 4
    assert "Part of the comparison failed, so there may be some." in render_markdown(report)


def test_a_wrong_key_stops_the_run(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    model = FakeModel({"herald.txt": ModelSetupError("the key is wrong")})

    with pytest.raises(ModelSetupError, match="the key is wrong"):
        run(model, articles("Herald", "Courier"), settings, monkeypatch)


def test_article_text_reaches_the_prompt_unchanged_and_unexpanded(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    model = FakeModel()
    run(model, [article("The ferry sank. {{ 7*7 }} $title ${outlet} {% bad %} costs $5.")], settings, monkeypatch)

    assert any("{{ 7*7 }} $title ${outlet} {% bad %} costs $5." in prompt for prompt in model.prompts)


def test_the_same_answers_give_the_same_bytes(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        report = run(FakeModel(), articles("Herald", "Courier"), settings, monkeypatch).report
        path = pipeline.write_report(report, tmp_path / name)
        written.append((path.read_bytes(), path.with_suffix(".json").read_bytes()))

    assert written[0] == written[1]
    assert json.loads(written[0][1])["format"] == 1


def test_a_folder_without_an_article_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no article"):
        pipeline.read([str(tmp_path)], None, lambda _: None)


def test_a_bad_file_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The ferry sank off the coast on Monday, the coastguard said in a statement.")
    (tmp_path / "empty.txt").write_text("")
    told: list[Event] = []

    found = pipeline.read([str(tmp_path)], None, told.append)

    assert len(found.articles) == 1
    assert [f.exit_code for f in found.failures] == [3]
    (left_out,) = [event for event in told if isinstance(event, LeftOut)]
    assert "empty.txt" in str(left_out)


def test_an_output_folder_that_cannot_be_written_is_found_before_the_first_call(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    settings = Settings(ModelSettings(base_url="http://127.0.0.1:9/v1"), store=tmp_path / "s", out=blocked / "out")

    with pytest.raises(StoreError):
        pipeline.claim_output(settings)


def test_neither_key_nor_endpoint_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="summarizer demo"):
        pipeline.prepare(Settings(ModelSettings(), store=tmp_path / "s"))


HALF_READ = "Two ferries sank in the dark. Seven sailors were rescued by a trawler."
UNREAD = "The ferry sank in the dark. Seven sailors were rescued by a trawler."


def test_rules_read_the_numbers_that_the_model_left(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    model = FakeModel({"herald.txt": ArticleAnswer(statements=[statement("Two ferries sank")])})
    (summary,) = run(model, [article(HALF_READ, outlet="Herald")], settings, monkeypatch).report.summaries

    assert model.asked == ["herald.txt"]
    assert [(c.statement, c.read_by) for c in summary.claims] == [
        ("Two ferries sank in the dark.", "model"),
        ("Seven sailors were rescued by a trawler.", "rules"),
    ]
    assert [(f.figure, f.read_by) for f in summary.figures] == [("Seven sailors", "rules")]
    assert (summary.checkable, summary.covered, summary.uncovered) == (2, 1, ())


def test_an_article_of_which_less_than_half_is_covered_is_asked_about_once_more(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = FakeModel()
    (summary,) = run(model, [article(UNREAD, outlet="Herald")], settings, monkeypatch).report.summaries

    assert model.asked == ["herald.txt", "herald.txt"]
    assert "[s2] Seven sailors" in model.prompts[1]
    assert "[s1]" not in model.prompts[1]
    assert [c.read_by for c in summary.claims] == ["model", "rules"]
    assert (summary.checkable, summary.covered, summary.uncovered) == (1, 0, ())


def test_what_the_second_question_finds_is_added(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    made = article(UNREAD, outlet="Herald")
    answers = [[statement("The ferry sank")], [statement("Seven sailors were rescued", sents=[2])]]

    class InTurn(FakeModel):
        async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Reply:
            return Reply(ArticleAnswer(statements=answers.pop(0)))

    report = run(InTurn(), [made], settings, monkeypatch).report

    (summary,) = report.summaries
    assert [(c.anchor_start, c.read_by) for c in summary.claims] == [(0, "model"), (28, "model")]
    assert (summary.checkable, summary.covered, summary.uncovered) == (1, 1, ())
    assert report.run.extraction.answers == 2


def test_without_a_model_every_statement_is_read_by_rules(settings: Settings) -> None:
    made = pipeline.run_extract([article(UNREAD)], replace(settings, model=ModelSettings(model="rules")), lambda _: None)

    assert [(c.read_by, s.checkable, s.covered) for s in made.summaries for c in s.claims] == [("rules", 1, 0)]


def test_a_second_question_without_answer_leaves_the_first_one_standing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article("The ferry sank in the dark. Seven sailors were rescued by a trawler.", outlet="Herald")

    class OnceOnly(FakeModel):
        async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Reply:
            if "first reading" in messages[-1]["content"]:
                raise ModelUnavailable("the endpoint is down")
            return await super().ask(messages, answer_type, label)

    report = run(OnceOnly(), [made], settings, monkeypatch).report

    assert [s.status for s in report.summaries] == [ArticleStatus.EXTRACTED]
    assert [c.read_by for c in report.summaries[0].claims] == ["model", "rules"]
    assert "second question" in report.failures[0].why


def test_an_unanswered_second_question_is_no_file_that_could_not_be_used(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class OnceOnly(FakeModel):
        async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Reply:
            if "first reading" in messages[-1]["content"]:
                raise ModelUnavailable("the endpoint is down")
            return await super().ask(messages, answer_type, label)

    made = [article("The ferry sank. Seven sailors were rescued by a trawler.", outlet=o) for o in ("Herald", "Courier")]
    text = render_markdown(run(OnceOnly(), made, settings, monkeypatch).report)

    assert "could not be used" not in text
    assert "**2 articles could not be asked about once more" in text


def test_a_model_that_answers_with_empty_lists_does_not_make_articles_agree(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [article(f"The ferry sank. It had left {port} on Monday.", outlet=port) for port in ("Torvik", "Halbro")]
    model = FakeModel({a.path: ArticleAnswer(statements=[]) for a in made})
    text = render_markdown(run(model, made, settings, monkeypatch).report)

    assert "No contradiction was found" not in text
    assert "**Too little was read to tell whether the 2 articles contradict each other" in text


@pytest.mark.parametrize(("language", "asked"), [("fr", True), ("en", False), (None, False)])
def test_statements_are_asked_for_in_the_language_of_the_article(
    language: str | None, asked: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = FakeModel()
    made = [article.model_copy(update={"language": language}) for article in articles("Herald", "Courier")]

    run(model, made, settings, monkeypatch)

    extractions = [prompt for prompt in model.prompts if "<article>" in prompt]
    assert len(extractions) == len(made)
    assert all((f"Language: {language}; write statements" in prompt) is asked for prompt in extractions)


def test_a_copy_is_named_and_not_counted_among_the_files_that_could_not_be_used(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry sank off the coast on Monday, the coastguard said in a statement.")
    settings = Settings(ModelSettings(model="rules"), store=tmp_path / "s", out=tmp_path / "out")
    found = pipeline.read([str(tmp_path)], None, lambda _: None)
    text = pipeline.write_report(pipeline.run_report(found, settings, lambda _: None).report, tmp_path / "out").read_text()
    assert "Left out as a copy: `" in text
    assert "could not be used" not in text
