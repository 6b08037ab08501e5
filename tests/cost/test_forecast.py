"""What a forecast says is what a run does."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from faults.endpoint import serving
from faults.story import article, write_story

from summarizer import pipeline
from summarizer.cli import main
from summarizer.events import ignore
from summarizer.pipeline.forecasting import Forecast, forecast_report
from summarizer.pipeline.forecasting.record import Range, Step
from summarizer.pipeline.forecasting.tokens import tokens_of
from summarizer.pipeline.lineage import earlier_report
from summarizer.settings import ModelSettings, Settings, shipped

SAMPLES = Path(pipeline.__file__).parents[1] / "samples"
STORIES = ("afghanistan", "ferry", "depot", "market")
MOST_OFF = 0.15


def told(story: str, tmp_path: Path, replay: Path | None = None) -> Forecast:
    found = pipeline.read([str(SAMPLES / story)], None, ignore)
    settings = Settings(ModelSettings("standin", replay=replay), tmp_path / "none.sqlite")
    return forecast_report(found, settings)


def leave(*arguments: str) -> int:
    with pytest.MonkeyPatch.context() as here:
        here.setattr(sys, "argv", ["summarizer", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("story", STORIES)
def test_a_forecast_without_answers_is_near_what_the_story_took(story: str, tmp_path: Path) -> None:
    foretold, taken = told(story, tmp_path), told(story, tmp_path, shipped("cassettes") / "stories" / f"{story}.yaml")
    kept = taken.kept

    assert kept.calls.likely in foretold.asked.calls
    assert abs(foretold.asked.calls.likely - kept.calls.likely) <= 1
    for ours, real in (
        (foretold.asked.input_tokens, kept.input_tokens.likely),
        (foretold.asked.output_tokens, kept.output_tokens.likely),
    ):
        assert real in ours
        assert abs(ours.likely - real) <= MOST_OFF * real


@pytest.mark.parametrize("story", STORIES)
def test_where_every_answer_is_there_nothing_is_left_to_ask(story: str, tmp_path: Path) -> None:
    taken = told(story, tmp_path, shipped("cassettes") / "stories" / f"{story}.yaml")

    assert taken.asked.calls.high == 0
    assert not taken.sends


def test_only_what_is_counted_is_called_exact() -> None:
    counted, guessed = Range.exactly(1), Range(1, 1, 1)

    assert (counted + Range.exactly(2)).is_known
    assert (counted + Range()).is_known
    assert not (counted + guessed).is_known


def test_the_tables_of_a_story_of_which_no_statement_is_known_are_estimated(tmp_path: Path) -> None:
    calls = {one.step: one.asked.calls for one in told("ferry", tmp_path).steps}

    assert calls[Step.EXTRACTION].is_known
    assert (calls[Step.TABLES].low, calls[Step.TABLES].high) == (1, 1)
    assert not calls[Step.TABLES].is_known


def test_a_forecast_makes_no_store(tmp_path: Path) -> None:
    told("ferry", tmp_path)

    assert not list(tmp_path.iterdir())


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
@pytest.mark.parametrize("articles", [4, 40])
def test_a_run_asks_as_often_as_was_foretold_and_then_nothing_is_left(articles: int, tmp_path: Path) -> None:
    write_story(tmp_path / "story", tuple(f"Outlet {n}" for n in range(articles)))
    found = pipeline.read([str(tmp_path / "story")], None, ignore)
    with serving() as endpoint:
        model = ModelSettings("gpt-5.1", base_url=endpoint.url, api_key="k")
        settings = Settings(model, tmp_path / "store.sqlite")
        before = forecast_report(found, settings)
        assert not endpoint.asked, "a forecast sends nothing"
        outcome = pipeline.run_report(found, settings, ignore)
        asked = len(endpoint.asked)
        after = forecast_report(found, settings)

    assert outcome.sent in before.asked.calls
    assert after.asked.calls.high == 0
    assert after.kept.calls.likely == asked


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_of_an_added_article_that_one_alone_is_asked_about(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", tuple(f"Outlet {n}" for n in range(12)))
    with serving() as endpoint:
        model = ModelSettings("gpt-5.1", base_url=endpoint.url, api_key="k")
        settings = Settings(model, tmp_path / "store.sqlite", out=tmp_path / "out", html=False)
        first = pipeline.run_report(pipeline.read([str(folder)], None, ignore), settings, ignore)
        pipeline.write_report(first.report, tmp_path / "out", html=False)
        (folder / "099.txt").write_text(article("Outlet X", 99, 44), encoding="utf-8")
        found = pipeline.read([str(folder)], None, ignore)
        foretold = forecast_report(found, settings, earlier_report(settings.out, ignore))
        second = pipeline.run_report(found, settings, ignore, earlier_report(settings.out, ignore))

    assert foretold.added == 1
    assert foretold.steps[0].asked.calls.likely == 1
    assert foretold.kept.calls.likely == first.sent
    assert second.sent in foretold.asked.calls


def test_a_dry_run_prints_a_table_and_writes_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    options = ("report", str(SAMPLES / "ferry"), "--out", str(tmp_path / "out"), "--store", str(tmp_path / "s"), "--dry-run")

    assert leave(*options) == 0
    assert "11 (8 to 12) calls" in capsys.readouterr().out
    assert leave(*options, "--json", "-q") == 0
    assert json.loads(capsys.readouterr().out)["total"]["calls"]["likely"] == 11
    assert leave(*options, "--model", "rules") == 0
    assert "Nothing is sent: rules" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
@pytest.mark.parametrize(("typed", "code"), [("n\n", 2), ("", 2), ("y\n", 0)])
def test_at_a_terminal_a_dear_run_asks_and_a_declined_one_sends_nothing(
    typed: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_story(tmp_path / "story")
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(typed.encode())))
    monkeypatch.setattr(sys, "stderr", Terminal(io.BytesIO()))
    with serving() as endpoint:
        options = ("--model", "gpt-5.1", "--base-url", endpoint.url, "--store", str(tmp_path / "s"))
        left = leave("report", str(tmp_path / "story"), "--out", str(tmp_path / "out"), "--ask-above", "0.001", *options)
        asked = len(endpoint.asked)

    assert left == code
    assert (asked > 0) == (code == 0)


def test_an_ask_above_that_is_no_amount_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("report", str(SAMPLES / "ferry"), "--ask-above", "lots") == 2
    assert "--ask-above 'lots' is no amount" in capsys.readouterr().err


def test_what_a_replayed_report_took_is_summed_and_an_old_table_is_called_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = str(Path(__file__).parents[2] / "reports" / "afghanistan")
    prices = tmp_path / "prices.toml"
    prices.write_text('as_of = 2020-01-01\n[models]\n"standin" = { input = 1, output = 1 }\n')

    assert leave("cost", report, report, "--prices", str(prices)) == 0
    out = capsys.readouterr().out
    assert "that table is old" in out
    assert "nothing was paid for this report" in out
    assert leave("cost", report, report, "--prices", str(prices), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    one = told["reports"][0]
    assert one["dollars"] == pytest.approx(sum(s["input_tokens"] + s["output_tokens"] for s in one["steps"]) / 1e6)
    assert told["dollars"] == pytest.approx(2 * one["dollars"])


@pytest.mark.parametrize(
    ("text", "low", "high"), [("a word " * 100, 150, 200), ("渡轮沉没" * 50, 140, 220), ("паром " * 50, 90, 150)]
)
def test_scripts_take_their_own_number_of_tokens(text: str, low: int, high: int) -> None:
    assert low <= tokens_of(text) <= high
