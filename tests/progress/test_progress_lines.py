"""Plain lines and JSON lines: how many there are, what they say, and that each of them can be read."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from faults import catalogue
from faults.story import MORE_OUTLETS
from hypothesis import given
from hypothesis import strategies as st

from summarizer import pipeline
from summarizer.cli.display import plain
from summarizer.cli.display.json_lines import line
from summarizer.events import (
    Comparing,
    Event,
    Extracted,
    ExtractionBegan,
    Failed,
    FileRead,
    FilesFound,
    LeftOut,
    NotExtracted,
    Notice,
    Started,
    StoryBegan,
)

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
KEYS = ["time", "event", "level", "message", "fields"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that have passed for plain lines."""
    passed = [0.0]
    monkeypatch.setattr(plain.time, "monotonic", lambda: passed[0])
    return passed


def test_a_thousand_articles_take_few_lines(clock, capsys: pytest.CaptureFixture[str]) -> None:
    talker = plain.Plain()
    talker(Started(("news",)))
    talker(FilesFound(1000))
    for n in range(1, 1001):
        clock[0] += 0.02
        talker(FileRead(n, 1000))
    talker(LeftOut("news/a.txt", "news/a.txt: has no text"))
    talker(ExtractionBegan(999, by_rules=True))
    for n in range(1, 1000):
        clock[0] += 0.02
        talker(Extracted(f"news/{n}.txt", 3, 3, 0, n, 999))
    talker(Comparing(999))
    lines = capsys.readouterr().err.splitlines()

    assert len(lines) <= 2 + 2 * 20 / plain.EVERY_S + 4
    assert len(set(lines)) == len(lines)
    assert lines[0] == "starting: news"
    assert "read 1,000 of 1,000 files" in lines
    assert "left out: news/a.txt: has no text" in lines or "left out: a.txt: has no text" in lines
    assert "extracted 999 of 999 articles: 2,997 statements" in lines
    assert any(
        re.fullmatch(r"extracted \d+ of 999 articles: [\d,]+ statements; (about \d+ s|a few seconds) left", each)
        for each in lines
    )
    assert lines[-1] == "comparing 999 articles"


def test_failures_have_a_line_each_and_none_is_said_twice(clock, capsys: pytest.CaptureFixture[str]) -> None:
    talker = plain.Plain()
    talker(ExtractionBegan(40, by_rules=False))
    for n in range(40):
        talker(NotExtracted(f"{n}.txt", f"{n}.txt: HTTP 503", n + 1, 40))
        talker(LeftOut("same.txt", "has no text"))
    lines = capsys.readouterr().err.splitlines()

    assert lines[0] == "no answer: 0.txt: HTTP 503"
    assert len(lines) == 41


def test_two_stories_may_say_the_same(clock, capsys: pytest.CaptureFixture[str]) -> None:
    talker = plain.Plain()
    for story in ("one", "two"):
        talker(StoryBegan(story))
        talker(Comparing(4))
    assert capsys.readouterr().err.splitlines() == ["story one", "comparing 4 articles", "story two", "comparing 4 articles"]


def test_the_plain_lines_of_a_run(run, command, endpoint) -> None:
    endpoint.fails_with(catalogue.fails(503, "overloaded"), outlets=[MORE_OUTLETS[2]])
    endpoint.fails_with(catalogue.fails(429, "slow down", retry_after="320"), outlets=[MORE_OUTLETS[4]], times=1)
    ran = run(*command)
    lines = ran.stderr.splitlines()

    assert ran.returncode == 3
    assert len(set(lines)) == len(lines)
    assert "read 12 of 12 files" in lines
    assert sum(each.startswith("no answer: 002.txt: HTTP 503") for each in lines) == 1
    assert sum(each.startswith("the endpoint asks to wait 320 s (HTTP 429: slow down); going on at ") for each in lines) == 1
    assert any(re.fullmatch(r"extracted 12 of 12 articles: \d+ statements, 1 failed", each) for each in lines)
    assert re.search(r"; paid now: [\d,]+ tokens in, [\d,]+ out, \$\d+\.\d+; prices of \d{4}-\d\d-\d\d$", lines[-1])


def test_what_was_paid_earlier_is_told_apart(run, command) -> None:
    first = run(*command).stderr.splitlines()[-1]
    second = run(*command).stderr.splitlines()[-1]
    tokens = re.search(r"paid now: (.*)$", first)

    assert tokens
    assert "kept earlier" not in first
    assert "0 requests sent; kept earlier: " in second
    assert second.endswith(f"answers, {tokens[1]}")
    assert "paid now" not in second


def test_what_costs_an_unknown_amount_has_no_price(run, command) -> None:
    at = command.index("gpt-5.1")
    last = run(*command[:at], "some-model-nobody-prices", *command[at + 1 :]).stderr.splitlines()[-1]

    assert "paid now: " in last
    assert "$" not in last


def parsed(text: str) -> list[dict]:
    """The lines, each of which is one object of the known form."""
    entries = [json.loads(each) for each in text.splitlines()]
    for entry in entries:
        assert list(entry) == KEYS
        assert datetime.fromisoformat(entry["time"]).utcoffset() == timedelta(0)
        assert entry["level"] in {"debug", "info", "warning", "error"}
        assert entry["message"]
        assert isinstance(entry["fields"], dict)
    return entries


def test_json_lines_of_a_run_with_failures(run, command, endpoint, story: Path) -> None:
    (story / "evil\x1b[31m\udce9.txt").write_bytes(b"")
    endpoint.fails_with(catalogue.fails(503, "overloaded"), outlets=[MORE_OUTLETS[2]])
    endpoint.fails_with(catalogue.fails(429, "slow down", retry_after="320"), outlets=[MORE_OUTLETS[4]], times=1)
    ran = run(*command, "--log-format", "json")
    entries = parsed(ran.stderr)
    by_event: dict[str, list[dict]] = {}
    for entry in entries:
        by_event.setdefault(entry["event"], []).append(entry["fields"])

    assert ran.stdout.endswith("report.md\n")
    assert ran.stderr.isascii()
    assert by_event["started"] == [{"paths": [str(story)]}]
    assert by_event["files_found"] == [{"files": 13}]
    assert sorted(fields["done"] for fields in by_event["file_read"]) == list(range(1, 14))
    assert [fields["path"].endswith("002.txt") for fields in by_event["not_extracted"]] == [True]
    assert len(by_event["extracted"]) == 11
    assert sorted(fields["done"] for fields in by_event["extracted"] + by_event["not_extracted"]) == list(range(1, 13))
    assert by_event["waiting"][0]["seconds"] == 320
    assert by_event["wait_ended"]
    assert len(by_event["call_began"]) == len(by_event["call_ended"]) == len(endpoint.asked)
    assert by_event["call_ended"][-1]["in_flight"] == 0
    (finished,) = by_event["finished"]
    assert finished["sent"] == len(endpoint.asked)
    assert finished["so_far"]["paid"]["input_tokens"] == sum(fields["input_tokens"] for fields in by_event["paid"])
    assert finished["so_far"]["paid"]["dollars"] > 0
    assert finished["so_far"]["kept"]["answers"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["report", "nowhere", "--model", "rules"], 2, "no article in 'nowhere'"),
        (["report", "nowhere", "--model", "rules", "--bogus"], 2, "No such option"),
        (["report"], 2, "Missing argument"),
        (["report", "x", "--in-flight", "many"], 2, "--in-flight"),
        (["rebort"], 2, "No such command"),
        (["demo", "--story", "atlantis"], 2, "afghanistan"),
        (["evaluate", "nowhere"], 2, "is no labels file"),
        (["compare", "nowhere", "--model", "rules"], 2, "cannot be read"),
    ],
)
def test_errors_are_json_lines_as_well(run, monkeypatch, arguments, code, told) -> None:
    by_option = run("--log-format=json", *arguments)
    monkeypatch.setenv("SUMMARIZER_LOG_FORMAT", "json")
    by_variable = run(*arguments)

    for ran in (by_option, by_variable):
        last = parsed(ran.stderr)[-1]
        assert (ran.returncode, last["event"], last["level"]) == (code, "failed", "error")
        assert told in last["message"]


def test_an_option_of_the_command_counts_even_if_what_follows_it_is_wrong(run) -> None:
    ran = run("report", "nowhere", "--log-format", "json", "--bogus")
    (failed,) = parsed(ran.stderr)
    assert "--bogus" in failed["message"]


def test_an_unknown_form_is_refused(run) -> None:
    ran = run("report", "nowhere", "--log-format", "yaml")
    assert ran.returncode == 2
    assert "'text', 'json'" in ran.stderr


@pytest.mark.parametrize("error", [TypeError("a mistake"), KeyboardInterrupt(), OSError(28, "No space left")])
def test_a_crash_is_a_json_line(run, story: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "run_report", fail)
    ran = run("report", str(story), "--model", "rules", "--log-format", "json", "--quiet")
    notice, failed = parsed(ran.stderr)

    assert notice["event"] == "notice"
    assert failed["event"] == "failed"


@pytest.mark.parametrize("when", ["while importing", "at exit"])
def test_an_interruption_around_the_command_is_a_json_line(when: str, tmp_path: Path) -> None:
    interrupt = "os.kill(os.getpid(), signal.SIGINT)"
    code = "import atexit, os, signal, sys, types\nfrom summarizer.__main__ import run\nsys.argv = ['summarizer', '--log-format', 'json', '--version']\n"
    if when == "while importing":
        code += f"class Cli(types.ModuleType):\n    def __getattr__(self, name):\n        {interrupt}\nsys.modules['summarizer.cli'] = Cli('summarizer.cli')\n"
    else:
        code += f"atexit.register(lambda: {interrupt})\n"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}run()"], capture_output=True, text=True, env=env, timeout=60, check=False
    )

    assert ran.returncode == 130
    assert [entry["message"] for entry in parsed(ran.stderr)] == ["interrupted"]


def test_an_interrupted_process_says_so_in_json(command, endpoint, tmp_path: Path) -> None:
    endpoint.pace_s = 0.5
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "OPENAI_API_KEY": "sk-of-nobody"}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "summarizer", *command, "--log-format", "json", "--in-flight", "2"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert process.stderr is not None
    lines = []
    for each in process.stderr:
        lines.append(each)
        if json.loads(each)["event"] == "extracted":
            process.send_signal(signal.SIGINT)
            break
    lines.extend(process.communicate(timeout=60)[1].splitlines())
    entries = parsed("\n".join(each.rstrip("\n") for each in lines))

    assert process.returncode == 130, entries[-4:]
    assert [entry["event"] for entry in entries if entry["level"] in {"warning", "error"}][-2:] == ["stopping", "failed"]


@given(st.text(), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_makes_one_valid_line(text: str, paths: list[str]) -> None:
    events: list[Event] = [Failed(text), Notice(text), LeftOut(text, text), Started(tuple(paths))]
    for event in events:
        written = line(event, {"text": text, "paths": tuple(paths)})
        assert written.endswith("\n")
        assert len(written.splitlines()) == 1
        assert list(json.loads(written)) == KEYS
        assert written.isascii()


def test_a_warning_of_a_library_is_a_json_line() -> None:
    code = (
        "import sys, warnings\nfrom summarizer.cli import crashes, talk\ncrashes.show_as_one_line()\n"
        "talk.begin(['--log-format', 'json'], {})\nwarnings.simplefilter('always')\nwarnings.warn('odd\\nvery odd')\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=60, check=True)
    (warned,) = parsed(ran.stderr)

    assert (warned["event"], warned["message"]) == ("notice", "UserWarning: odd")
