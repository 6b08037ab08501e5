"""`summarizer evaluate`: the table, the JSON, the floors, and labels that cannot be used."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

LEFT = "The coast guard said on Tuesday that 64 people were rescued from the ferry. The sea was calm that morning.\n"
RIGHT = "The coast guard said on Tuesday that 46 people were rescued from the ferry. The sea was calm that morning.\n"
SIDES = [["1_", r"\b64\b"], ["2_", r"\b46\b"]]
GOLD = {"must_flag": [{"id": "rescued", "kind": "quantity", "sides": SIDES}], "must_not_flag": []}


@pytest.fixture
def cli(cli):
    """Runs `summarizer evaluate` in this process."""
    return partial(cli, "evaluate")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "wreck"
    folder.mkdir()
    (folder / "1_herald_2024-10-15.txt").write_text(f"Outlet: Herald\n\n{LEFT}")
    (folder / "2_courier_2024-10-15.txt").write_text(f"Outlet: Courier\n\n{RIGHT}")
    (folder / "gold.json").write_text(json.dumps(GOLD))
    return folder


@pytest.mark.parametrize("gold", ["wreck", "wreck/gold.json"])
def test_a_folder_and_its_labels_are_the_same_story(cli, story: Path, gold: str) -> None:
    shown = cli(gold, "--model", "rules", "--json")

    assert shown.returncode == 0, shown.stderr
    result = json.loads(shown.stdout)
    assert [s["story"] for s in result["stories"]] == ["wreck"]
    assert (result["total"]["articles"], result["total"]["planted"], result["total"]["calls"]) == (2, 1, 0)
    assert result["total"]["meeting_recall"] == 1.0
    assert not (story.parent / "reports").exists()


def test_the_same_answers_give_the_same_bytes(cli, cold_cli, story: Path) -> None:
    """Two processes hash, and so order their sets, differently."""
    first = cold_cli("evaluate", "wreck", "--model", "rules").stdout
    second = cli("wreck", "--model", "rules").stdout

    assert first == second
    assert [line.split()[0] for line in first.split("\n\n")[0].splitlines()] == ["story", "wreck", "total"]


def test_a_worse_value_exits_1_and_is_named(cli, story: Path, tmp_path: Path) -> None:
    (story / "gold.json").write_text(json.dumps({**GOLD, "figures": [["1_", "calm", "none"]]}))
    (tmp_path / "floors.json").write_text('{"wreck": {"figures": 0.5, "meeting_recall": 1.0}}')
    shown = cli("wreck", "--model", "rules", "--quiet", "--floors", "floors.json")

    assert shown.returncode == 1
    assert "wreck: figures 0 is below its floor 0.5\n" in shown.stderr
    assert "meeting_recall" not in shown.stderr
    assert shown.stdout.startswith("story ")


def test_floors_without_the_story_are_told(cli, story: Path, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text("{}")
    shown = cli("wreck", "--model", "rules", "--quiet", "--floors", "floors.json")

    assert shown.returncode == 0
    assert "holds no floors for wreck" in shown.stderr


def test_floors_are_written_kept_and_lowered_only_on_demand(cli, story: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert cli("wreck", "--model", "rules", "--write-floors", "floors.json").returncode == 0
    first = json.loads(floors.read_text())
    floors.write_text(json.dumps({"wreck": {**first["wreck"], "figures": 1.0}}))
    (story / "gold.json").write_text(json.dumps({**GOLD, "figures": [["1_", "calm", "none"]]}))
    before = floors.read_bytes()

    refused = cli("wreck", "--model", "rules", "--write-floors", "floors.json")
    assert refused.returncode == 2
    assert "figures 0 is below its floor 1" in refused.stderr
    assert floors.read_bytes() == before

    assert cli("wreck", "--model", "rules", "--write-floors", "floors.json", "--lower-floors").returncode == 0
    assert json.loads(floors.read_text())["wreck"]["figures"] == 0.0


def test_a_failed_run_is_no_score_and_writes_no_floors(cli, story: Path, tmp_path: Path) -> None:
    shown = cli("wreck", "--base-url", "http://127.0.0.1:9/v1", "--deadline", "1", "--quiet", "--write-floors", "floors.json")

    assert shown.returncode == 4
    assert "failed: wreck: " in shown.stderr
    assert not (tmp_path / "floors.json").exists()


def test_a_shipped_story_is_replayed_whatever_the_environment_says(cli) -> None:
    """With the endpoint of the environment the run would fail on every call."""
    shown = cli("ferry", "--json", "--quiet", SUMMARIZER_MODEL="m", OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="k")

    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["total"]["calls"] > 0


def test_a_named_model_reads_a_shipped_story(cli) -> None:
    shown = cli("ferry", "--model", "rules", "--json", "--quiet")

    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["total"]["calls"] == 0


def broken(folder: Path, text: str) -> None:
    (folder / "gold.json").write_text(text)


HOSTILE = {
    "no JSON": (lambda f: broken(f, "{"), "wreck", "gold.json: is not JSON"),
    "a missing key": (lambda f: broken(f, '{"must_flag": []}'), "wreck", "must_not_flag"),
    "a bad regex": (
        lambda f: broken(f, json.dumps(GOLD).replace("\\\\b46\\\\b", "(46")),
        "wreck",
        "must_flag[0] (rescued) sides[1]",
    ),
    "no such file name": (lambda f: broken(f, json.dumps(GOLD).replace("2_", "9_")), "wreck", "'9_'"),
    "no labels": (lambda f: (f / "gold.json").unlink(), "wreck", "gold.json: cannot be read"),
    "no articles": (lambda f: [p.unlink() for p in f.glob("*.txt")], "wreck", "there is no article"),
    "no such place": (lambda _: None, "atlantis", "afghanistan, ferry, depot"),
    "a name that is too long": (lambda _: None, "x" * 5000, "no labels file"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_labels_that_cannot_be_used_exit_2_with_one_line(cli, story: Path, case: str) -> None:
    spoil, gold, named = HOSTILE[case]
    spoil(story)
    shown = cli(gold, "--model", "rules", "--quiet")

    assert shown.returncode == 2
    assert shown.stdout == ""
    assert named in shown.stderr
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["wreck", "./wreck"], "two stories are named 'wreck'"),
        (["wreck", "--lower-floors"], "--write-floors"),
        (["wreck", "--floors", "nowhere.json"], "nowhere.json"),
    ],
)
def test_options_that_cannot_be_carried_out(cli, story: Path, options: list[str], named: str) -> None:
    shown = cli(*options, "--model", "rules", "--quiet")

    assert shown.returncode == 2
    assert named in shown.stderr
    assert shown.stdout == ""


def test_an_address_that_cannot_work_is_named_before_the_stories_are_read(cli, tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "gold.json").write_text("no labels", encoding="utf-8")
    shown = cli("story", "--base-url", "ftp://127.0.0.1/v1", "--model", "m")
    assert shown.returncode == 2
    assert "base-url" in shown.stderr
    assert "gold.json" not in shown.stderr
