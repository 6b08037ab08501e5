"""What is done with a result: decisions, exports, tables, additions, logs; and what errors say to a program."""

from __future__ import annotations

import json
import logging
import traceback
from decimal import Decimal

import pytest

from summarizer import (
    ArticleError,
    ConfigError,
    SummarizerError,
    article_of,
    extract,
    forecast,
    log_event,
    open_report,
    report,
    sample,
)
from summarizer.events import Finished, LeftOut
from summarizer.exporting import Given, Publisher
from summarizer.library.naming import ARGUMENTS, noted
from summarizer.library.records import Table
from summarizer.terms import Format

LEFT = "A ferry sank off Velmora on Tuesday. It killed 12 people, the coast guard said."
RIGHT = "The ferry that sank off Velmora on Tuesday killed 19 people, the coast guard said."
THIRD = "The ferry that sank off Velmora on Tuesday killed 25 people, the harbour authority said."
PAGE = f"<html><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1><p>{LEFT}</p></article></body></html>"


@pytest.fixture(scope="module")
def ferry():
    story = sample()
    return report(story.articles, replay=story.answers)


@pytest.fixture
def written(tmp_path):
    """A report by rules in a folder."""
    return report([article_of(LEFT, outlet="Courier"), article_of(RIGHT, outlet="Ledger")], model="rules", out=tmp_path / "out")


def test_a_decision_is_kept_in_the_folder_and_can_be_taken_back(written):
    finding = written.findings[0]
    decided = written.decide(finding, "dismissed", by="editor", reason="minor", note="Corrected since.")
    assert decided.state(finding).is_dismissed
    assert finding not in decided.select(dismissed=False)
    assert finding in decided.select(dismissed=True)
    assert finding in decided.select(verdict=finding.verdict)
    assert open_report(written.folder).state(finding).is_dismissed
    assert "Corrected since." in (written.folder / "report.md").read_text(encoding="utf-8")
    back = open_report(written.folder).decide(finding, None, by="editor")
    assert not back.state(finding).is_dismissed


def test_a_decision_needs_a_folder_a_finding_of_it_and_words_that_go_together(written, ferry):
    finding = written.findings[0]
    with pytest.raises(ConfigError, match="in no folder"):
        ferry.decide(ferry.findings[0], "confirmed", by="editor")
    with pytest.raises(ConfigError, match="no finding of the report"):
        written.decide(ferry.findings[0], "confirmed", by="editor")
    with pytest.raises(ConfigError, match="is none of"):
        written.decide(finding, "refused", by="editor")
    with pytest.raises(ConfigError):
        written.decide(finding, "confirmed", by="editor", reason="minor")


@pytest.mark.parametrize("given", ["folder", "result"])
def test_a_report_is_added_to_an_earlier_one(written, given):
    third = article_of(THIRD, outlet="Post")
    earlier = written.folder if given == "folder" else written
    added = report([*written.articles, third], model="rules", earlier=earlier)
    assert len(added.articles) == 3
    assert added.report.news is not None
    assert added.report.news.articles == (third.article_id,)
    assert {f.finding_id for f in written.findings} & {f.finding_id for f in added.findings}


def test_an_earlier_report_that_is_not_there_is_a_mistake(written, tmp_path):
    with pytest.raises(ConfigError, match="holds no report"):
        report(list(written.articles), model="rules", earlier=tmp_path)


@pytest.mark.parametrize("chosen", list(Format))
def test_every_export_is_given(ferry, chosen):
    if chosen is Format.PARQUET:
        pytest.importorskip("pyarrow")
    ids = {article.article_id: f"{number:064x}" for number, article in enumerate(ferry.articles)}
    files = dict(ferry.export(chosen, Given(Publisher("The Desk", "https://desk.example"), ids)))
    assert all(files)
    if chosen is not Format.CLAIM_REVIEW:  # nothing is confirmed
        assert any(files.values())


def test_an_export_to_which_something_is_missing_says_so(ferry):
    with pytest.raises(ConfigError, match="publisher"):
        list(ferry.export("claimreview"))


def test_an_export_that_there_is_not_is_a_mistake(ferry):
    with pytest.raises(ConfigError, match="is none of"):
        ferry.export("papyrus")


@pytest.mark.parametrize("table", list(Table))
def test_the_rows_of_a_table_have_the_same_plain_columns(ferry, table):
    rows = ferry.records(table)
    assert len({tuple(row) for row in rows}) <= 1
    assert json.loads(json.dumps(rows)) == rows
    if table is not Table.FAILURES:
        assert rows


def test_many_articles_in_processes_give_the_same(tmp_path):
    for number in range(150):
        text = f"A ferry sank off Velmora on Tuesday. It killed {number + 1} people, the coast guard said."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    apart, alone = (extract(tmp_path, model="rules", processes=chosen) for chosen in (True, False))
    assert apart.jsonl() == alone.jsonl()
    assert len(apart) == 150


def test_a_page_and_a_text_in_bytes_are_read_as_files_are():
    page = article_of(PAGE.encode(), outlet="Courier")
    assert LEFT in page.text
    assert "<p>" not in page.text
    assert page.title == "Ferry sinks"
    assert (page.outlet, article_of(LEFT.encode("utf-16")).text.strip()) == ("Courier", LEFT)


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7 broken"])
def test_bytes_that_are_no_article_are_refused_by_name(data):
    with pytest.raises(ArticleError, match=r"^mail 7: "):
        article_of(data, name="mail 7")


def test_events_are_logged_in_one_line_by_their_level(caplog):
    caplog.set_level(logging.DEBUG, logger="summarizer")
    log_event(LeftOut("a\n2026 ERROR forged\x1b[2J.txt", "is empty"))
    log_event(Finished("done", 3))
    first, second = caplog.records
    assert first.levelno == logging.WARNING
    assert not any(one in first.getMessage() for one in "\n\x1b")
    assert (first.event, second.event) == ("left_out", "finished")
    assert second.levelno <= logging.INFO


def test_a_forecast_needs_no_key_and_sends_and_writes_nothing(tmp_path):
    story = sample()
    foreseen = forecast(story.articles, store=tmp_path / "answers.sqlite", out=tmp_path / "out")
    low, likely, high = foreseen.dollars
    assert Decimal(0) < low < likely < high
    assert foreseen.articles == 7
    assert list(tmp_path.iterdir()) == []
    assert forecast(story.articles, replay=story.answers).dollars == (0, 0, 0)
    assert forecast(story.articles, model="rules").dollars == (0, 0, 0)


def test_a_story_that_is_not_shipped_is_a_mistake():
    with pytest.raises(ConfigError, match="ferry"):
        sample("../ferry")


def test_an_error_that_names_an_option_says_what_it_is_called_here(tmp_path):
    with pytest.raises(SummarizerError) as raised:
        report([article_of(LEFT)], model="m", base_url="nonsense", store=tmp_path / "a.sqlite")
    assert "--base-url" in str(raised.value)
    assert "--base-url is base_url=" in "".join(traceback.format_exception(raised.value))


def test_options_that_are_no_arguments_are_not_explained():
    assert not hasattr(noted(ConfigError("give --story, or ----model")), "__notes__")
    assert not hasattr(noted(ValueError("--model")), "__notes__")
    assert noted(ConfigError("--model, --model and --ask-again")).__notes__ == [
        "called from Python, --model is model=, --ask-again is ask_again="
    ]


def test_the_arguments_that_are_explained_are_arguments():
    from inspect import signature

    assert set(ARGUMENTS) <= set(signature(report).parameters)
