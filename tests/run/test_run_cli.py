"""The command line: exit codes, stdout for the product, stderr for the talk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer
from summarizer.settings import shipped

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(NEWS)
    return news


def test_help_names_every_command(cold_cli) -> None:
    shown = cold_cli("--help")

    assert shown.returncode == 0
    assert all(name in shown.stdout for name in ("report", "extract", "compare", "demo", "evaluate"))


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, summarizer.cli; print([m for m in ('openai', 'instructor', 'trafilatura', 'pydantic') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True)

    assert shown.stdout.strip() == "[]"


def test_a_model_without_key_and_endpoint(cold_cli, folder: Path) -> None:
    shown = cold_cli("report", str(folder), "--model", "gpt-5.1")

    assert shown.returncode == 2
    assert shown.stdout == ""
    assert all(hint in shown.stderr for hint in ("OPENAI_API_KEY", "--base-url", "summarizer demo"))
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize("options", [[], ["--model", "rules"], ["--quiet"]])
def test_without_key_and_endpoint_rules_take_the_models_place_and_say_so(
    cli, folder: Path, tmp_path: Path, options: list[str]
) -> None:
    (folder / "b.txt").write_text(NEWS.replace("46 people died", "64 people died"))
    shown = cli("report", str(folder), "--out", "out", *options)
    report = json.loads((tmp_path / "out" / "report.json").read_text())

    assert shown.returncode == 0, shown.stderr
    assert all(hint in shown.stderr for hint in ("OPENAI_API_KEY", "--base-url", "summarizer demo"))
    assert "**No language model read these articles.**" in (tmp_path / "out" / "report.md").read_text()
    assert report["run"]["model"] == "rules"
    assert report["run"]["prompts"] == {}
    assert {side["value"] for finding in report["findings"] for side in finding["sides"]} == {"46 people", "64 people"}


def test_rules_read_one_article_into_json_lines(cli, folder: Path) -> None:
    shown = cli("extract", str(folder), "--model", "rules")

    (line,) = shown.stdout.splitlines()
    assert [f["figure"] for f in json.loads(line)["figures"]] == ["46 people"]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff"])
def test_nothing_to_compare_is_no_comparison_without_findings(cli, tmp_path: Path, text: str) -> None:
    (tmp_path / "none.jsonl").write_text(text, encoding="utf-8")
    shown = cli("compare", "none.jsonl", "--model", "rules")
    assert shown.returncode == 2
    assert "holds no article" in shown.stderr


def test_an_empty_folder(cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown = cli("report", "empty", "--base-url", "http://127.0.0.1:9/v1")

    assert shown.returncode == 2
    assert "no article" in shown.stderr


def test_an_endpoint_that_is_down(cold_cli, folder: Path) -> None:
    shown = cold_cli("report", str(folder), "--base-url", "http://127.0.0.1:9/v1", "--deadline", "1")

    assert shown.returncode == 4
    assert "Traceback" not in shown.stderr
    assert Path(shown.stdout.strip()).name == "report.md"


def test_extract_prints_failed_articles_as_failed(cli, folder: Path) -> None:
    shown = cli("extract", str(folder), "--base-url", "http://127.0.0.1:9/v1", "--deadline", "1")

    (line,) = shown.stdout.splitlines()
    assert json.loads(line)["status"] == "failed"
    assert shown.returncode == 4


def test_a_file_that_is_not_summaries(cli, folder: Path) -> None:
    shown = cli("compare", str(folder / "a.txt"), "--base-url", "http://127.0.0.1:9/v1")

    assert shown.returncode == 2
    assert "Traceback" not in shown.stderr


def test_a_missing_recording(cli, folder: Path) -> None:
    shown = cli("report", str(folder), "--replay", "nowhere.yaml")

    assert shown.returncode == 2
    assert "nowhere.yaml" in shown.stderr


def test_an_unknown_story(cli) -> None:
    shown = cli("demo", "--story", "atlantis")

    assert shown.returncode == 2
    assert "afghanistan" in shown.stderr


@pytest.mark.parametrize("story", ["afghanistan", "ferry"])
def test_the_demo_prints_where_the_report_is_and_is_the_same_each_time(cli, cold_cli, tmp_path: Path, story: str) -> None:
    """Two processes hash, and so order their sets, differently."""
    first, second = (run("demo", "--story", story, "--out", name) for run, name in ((cold_cli, "one"), (cli, "two")))

    assert first.returncode == second.returncode == 0, first.stderr
    assert first.stdout == f"{Path('one') / 'report.md'}\n"
    for name in ("report.md", "report.json", "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_extract_and_compare_give_the_findings_of_report(cli, tmp_path: Path) -> None:
    """The two halves, joined by a pipe, find what the whole finds."""
    replay = str(shipped("cassettes") / "stories" / "ferry.yaml")
    extracted = cli("extract", str(Path(summarizer.__file__).parent / "samples" / "ferry"), "--replay", replay)
    compared = cli("compare", "-", "--replay", replay, stdin=extracted.stdout)
    cli("demo", "--story", "ferry", "--out", "whole")
    whole = json.loads((tmp_path / "whole" / "report.json").read_text())

    assert [json.loads(line)["finding_id"] for line in compared.stdout.splitlines()] == [
        f["finding_id"] for f in whole["findings"]
    ]


def test_a_name_that_is_not_there_is_told_once(cli):
    ran = cli("report", "nowhere", "--model", "rules")

    assert ran.returncode == 2
    assert ran.stderr.count("nowhere: no such file; check the name") == 1
