"""`review` without a terminal, `view`, and runs beside decisions: what is printed, what is written, how it ends."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from review.reviewed import decision, fire

import summarizer
from summarizer.errors import StoreError
from summarizer.report_folder import render_again
from summarizer.reporting import render_json, render_markdown
from summarizer.review import render_review
from summarizer.schema import ReviewRecord
from summarizer.settings import shipped
from summarizer.store import read_review

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_text(render_json(fire()), encoding="utf-8")
    (out / "report.md").write_text(render_markdown(fire()), encoding="utf-8")
    return out


def review_of(folder: Path, *decisions: tuple[str, str, str], name: str = "review.toml") -> Path:
    made = ReviewRecord(decisions=tuple(decision(fire(), one, ruling, by=by) for one, ruling, by in decisions))
    (folder / name).write_text(render_review(made), encoding="utf-8")
    return folder / name


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def write_rows(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        sheet = csv.DictWriter(opened, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)


@pytest.mark.parametrize("arguments", [[], ["--all"], ["--by", "Ann"], ["--verdict", "contradict"]])
def test_without_a_terminal_it_says_what_to_do(cli, folder: Path, arguments: list[str]) -> None:
    before = files(folder)
    ran = cli("review", "out", *arguments)

    assert ran.returncode == 2
    assert all(hint in ran.stderr for hint in ("terminal", "--list", "--import", "summarizer view"))
    assert files(folder) == before


def test_a_list_of_what_is_undecided(cli, folder: Path) -> None:
    review_of(folder, ("f1", "dismissed", "Bo"))
    ran = cli("review", "out/report.md", "--list")

    assert ran.returncode == 0
    assert ran.stdout.splitlines() == [
        "2  f2  high  contradiction     open  What of f2?",
        "3  f3  high  told differently  open  What of f3?",
    ]
    assert ran.stderr == "1 other finding not listed; --all lists every one\n"
    assert len(cli("review", "out", "--list", "--all").stdout.splitlines()) == 3
    assert cli("review", "out", "--list", "--verdict", "differs", "--quiet").stdout.count("\n") == 1
    assert cli("review", "out", "--list", "--severity", "low", "-q").stdout == ""


def test_the_statistics(cli, folder: Path) -> None:
    review_of(folder, ("f1", "confirmed", "Ann"), ("f1", "unsure", "Bo"), ("f2", "dismissed", "Bo"), ("f3", "unsure", "Ann"))
    shown = cli("review", "out", "--stats").stdout

    lines = {line.split("  ")[0]: line.split() for line in shown.splitlines()}
    assert lines["contradiction"][1:] == ["2", "0", "1", "0", "1", "0", "1", "0"]
    assert lines["all"][1:] == ["3", "0", "1", "1", "1", "0", "1", "0"]
    assert "0 of 1 (0%)" in shown
    assert "Decisions and notes: Ann 2 and Bo 2" in shown
    assert "Disagreement on f1, What of f1?: " in shown


def test_decisions_of_another_person_are_taken_over(cli, folder: Path, tmp_path: Path) -> None:
    json_before = (folder / "report.json").read_bytes()
    review_of(folder, ("f1", "confirmed", "Ann"))
    other = review_of(tmp_path, ("f1", "dismissed", "Bo"), ("f2", "dismissed", "Bo"), name="bo.toml")

    ran = cli("review", "out", "--import", other.name)

    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0] == "bo.toml: 2 decisions of Bo: 2 new"
    assert ran.stdout.splitlines()[1].startswith("disagreement on f1, What of f1?: ")
    assert len(read_review(folder).decisions) == 3
    assert "## Dismissed by reviewers" in (folder / "report.md").read_text(encoding="utf-8")
    assert (folder / "report.json").read_bytes() == json_before
    again = cli("review", "out", "--import", other.name)
    assert again.stdout.splitlines()[0] == "bo.toml: 2 decisions of Bo: 2 known already"


def test_a_table_goes_out_and_comes_back(cli, folder: Path, tmp_path: Path) -> None:
    ran = cli("review", "out", "--export", "csv", "--to", "tables")
    table, sides = ran.stdout.splitlines()
    assert (ran.returncode, Path(table), Path(sides)) == (0, Path("tables/findings.csv"), Path("tables/sides.csv"))

    rows = rows_of(tmp_path / table)
    rows[0]["review_verdict"], rows[1]["review_verdict"], rows[1]["reviewer"] = "confirmed", "unsure", "Cy"
    write_rows(tmp_path / "filled.csv", rows)
    taken = cli("review", "out", "--import", "filled.csv", "--by", "Dora")

    assert taken.returncode == 0, taken.stderr
    assert "2 decisions of Cy (1) and Dora (1): 2 new" in taken.stdout
    assert {(one.finding_id, one.ruling, one.by) for one in read_review(folder).decisions} == {
        ("f1", "confirmed", "Dora"),
        ("f2", "unsure", "Cy"),
    }


def test_a_table_that_was_filled_in_is_not_written_over_before_it_is_imported(cli, folder: Path) -> None:
    assert cli("review", "out", "--export", "csv").returncode == 0
    assert cli("review", "out", "--export", "csv").returncode == 0
    rows = rows_of(folder / "findings.csv")
    rows[0]["review_verdict"], rows[0]["reviewer"] = "confirmed", "Ann"
    write_rows(folder / "findings.csv", rows)
    filled = (folder / "findings.csv").read_bytes()

    ran = cli("review", "out", "--export", "csv")

    assert ran.returncode == 2
    assert all(words in ran.stderr for words in ("findings.csv: holds 1 decision", "--import", "--to"))
    assert (folder / "findings.csv").read_bytes() == filled
    assert cli("review", "out", "--import", "out/findings.csv").returncode == 0
    assert cli("review", "out", "--export", "csv").returncode == 0


def test_a_table_with_a_mistake_is_not_written_over(cli, folder: Path) -> None:
    cli("review", "out", "--export", "csv")
    rows = rows_of(folder / "findings.csv")
    rows[0]["review_verdict"] = "perhaps"
    write_rows(folder / "findings.csv", rows)

    ran = cli("review", "out", "--export", "csv")

    assert (ran.returncode, "perhaps" in ran.stderr, "not written over" in ran.stderr) == (2, True, True)


def test_a_table_whose_decisions_were_changed_since_is_written_over(cli, folder: Path) -> None:
    review_of(folder, ("f1", "confirmed", "Ann"))
    cli("review", "out", "--export", "csv")
    os.utime(folder / "findings.csv", (0, 0))
    (folder / "review.toml").unlink()
    review_of(folder, ("f1", "unsure", "Ann"))

    assert cli("review", "out", "--export", "csv").returncode == 0


def test_labels_made_by_hand_are_not_written_over(cli, folder: Path) -> None:
    review_of(folder, ("f1", "confirmed", "Ann"))
    assert [cli("review", "out", "--export", "gold").returncode for _ in range(2)] == [0, 0]
    hand = '{"must_flag": [{"id": "boats", "kind": "quantity", "sides": []}]}'
    (folder / "gold.json").write_text(hand)

    ran = cli("review", "out", "--export", "gold")

    assert (ran.returncode, "--to" in ran.stderr, (folder / "gold.json").read_text()) == (2, True, hand)


def test_what_somebody_changed_without_its_time_is_not_undone_in_silence(cli, folder: Path, tmp_path: Path) -> None:
    review_of(folder, ("f1", "dismissed", "Ann"))
    review_of(tmp_path, ("f1", "confirmed", "Ann"), name="earlier.toml")
    before = files(folder)

    ran = cli("review", "out", "--import", "earlier.toml")

    assert ran.returncode == 2
    assert "earlier.toml: decides otherwise than what is kept, at the very same time: Ann on f1" in ran.stderr
    assert files(folder) == before


def test_an_older_decision_is_called_older(cli, folder: Path, tmp_path: Path) -> None:
    review_of(folder, ("f1", "dismissed", "Ann"))
    other = review_of(tmp_path, ("f1", "confirmed", "Ann"), name="earlier.toml")
    other.write_text(re.sub(r"(?m)^at = \d{4}", "at = 2001", other.read_text()))

    ran = cli("review", "out", "--import", "earlier.toml")

    assert ran.stdout.splitlines()[0] == "earlier.toml: 1 decision of Ann: 1 older than what is kept"


def test_another_persons_folder_stands_for_the_decisions_in_it(cli, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bo").mkdir()
    review_of(tmp_path / "bo", ("f1", "dismissed", "Bo"))

    assert "1 decision of Bo: 1 new" in cli("review", "out", "--import", "bo").stdout


def test_tasks_for_label_studio_lie_beside_the_report(cli, folder: Path) -> None:
    ran = cli("review", "out", "--export", "labelstudio")

    assert ran.stdout.splitlines() == [
        str(Path("out") / name) for name in ("label_studio_tasks.json", "label_studio_config.xml")
    ]
    assert [task["data"]["finding_id"] for task in json.loads((folder / "label_studio_tasks.json").read_text())] == [
        "f1",
        "f2",
        "f3",
    ]


def test_rulings_become_labels_for_evaluate(cli, folder: Path) -> None:
    review_of(folder, ("f1", "confirmed", "Ann"), ("f2", "dismissed", "Ann"), ("f3", "unsure", "Ann"))
    ran = cli("review", "out", "--export", "gold", "--to", "labels")

    assert ran.stdout == f"{Path('labels') / 'gold.json'}\n"
    assert "left out: f3: the reviewer is unsure" in ran.stderr
    assert "1 must be flagged, 1 must not and 0 may be" in ran.stderr
    gold = json.loads((folder.parent / "labels" / "gold.json").read_text())
    assert ([one["id"] for one in gold["must_flag"]], [one["id"] for one in gold["must_not_flag"]]) == (["f1"], ["f2"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--list", "--stats"], "--list and --stats"),
        (["--to", "x"], "--to goes with --export"),
        (["--import", "none.toml"], "none.toml: cannot be read"),
        (["--import", "words.txt"], "words.txt: holds no decisions"),
        (["--export", "xml"], "xml"),
        (["--list", "--verdict", "lies"], "'--verdict': 'lies' is not one of"),
    ],
)
def test_what_cannot_be_done_changes_nothing(cli, folder: Path, tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "words.txt").write_text("Some words.")
    before = files(folder)
    ran = cli("review", "out", *arguments)

    assert ran.returncode == 2
    assert words in ran.stderr
    assert files(folder) == before


def test_a_page_that_may_not_be_written_is_no_lack_of_space(folder: Path, monkeypatch) -> None:
    def forbidden(*_) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("summarizer.store.pairs.write_through", forbidden)
    with pytest.raises(StoreError, match=r"report\.html cannot be written \(Permission denied\); make the folder writable"):
        render_again(folder, html=True)


def test_who_names_the_articles_is_told_where_their_report_lies(cli, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "reports").mkdir()
    assert "give a folder" in cli("review", "news", "--list").stderr
    folder.rename(tmp_path / "reports" / "news")

    assert f"give {Path('reports') / 'news'}, or a folder" in cli("review", "news", "--list").stderr


def test_what_a_list_leaves_out_by_filters_needs_more_than_all(cli, folder: Path) -> None:
    told = cli("review", "out", "--list", "--verdict", "differs", "--all").stderr

    assert "2 other findings not listed; without --verdict and --severity --all lists every one" in told


def test_of_several_files_all_are_taken_or_none(cli, folder: Path, tmp_path: Path) -> None:
    review_of(tmp_path, ("f1", "dismissed", "Bo"), name="bo.toml")
    (tmp_path / "words.txt").write_text("Some words.")
    before = files(folder)

    assert cli("review", "out", "--import", "bo.toml", "--import", "words.txt").returncode == 2
    assert files(folder) == before


@pytest.mark.parametrize("command", ["review --list", "view --print"])
@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("nowhere", "is not there"),
        (".", "holds no report.json"),
        ("a.txt", "is no folder of a report"),
        ("out/report.md", "not JSON"),
    ],
)
def test_a_place_without_a_report(cli, folder: Path, command: str, place: str, words: str) -> None:
    (folder.parent / "a.txt").write_text(NEWS)
    (folder / "report.json").write_text("{")
    ran = cli(*command.split(), place)

    assert ran.returncode == 2
    assert words in ran.stderr
    assert ran.stdout == ""


@pytest.fixture
def browser(tmp_path: Path) -> str:
    """A command that writes down what it was to open."""
    script = tmp_path / "browser.py"
    script.write_text(f"import pathlib, sys\npathlib.Path({str(tmp_path / 'opened.txt')!r}).write_text(sys.argv[1])\n")
    return f"{sys.executable} {script} %s"


@pytest.mark.parametrize("place", ["out", "out/report.md", "out/report.html", "out/report.json"])
def test_the_page_is_made_and_opened(cli, folder: Path, browser: str, place: str) -> None:
    if place.endswith("html"):
        (folder / "report.html").write_text("")
        os.utime(folder / "report.html", (1, 1))
    json_before = (folder / "report.json").read_bytes()

    ran = cli("view", place, DISPLAY="", WAYLAND_DISPLAY="", SUMMARIZER_BROWSER=browser)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"{folder / 'report.html'}\n"
    assert (folder.parent / "opened.txt").read_text() == (folder / "report.html").as_uri()
    assert "<html" in (folder / "report.html").read_text(encoding="utf-8")
    assert (folder / "report.json").read_bytes() == json_before


def test_the_browser_of_the_system_is_honoured(folder: Path, browser: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.endswith("DISPLAY")}
    command = [sys.executable, "-m", "summarizer", "view", str(folder)]
    subprocess.run(command, env={**environment, "BROWSER": browser}, check=True, capture_output=True)

    assert (folder.parent / "opened.txt").read_text() == (folder / "report.html").as_uri()


def test_without_a_display_or_with_print_nothing_is_opened(cli, folder: Path, tmp_path: Path, browser: str) -> None:
    for environment, arguments in (({}, []), ({"BROWSER": browser}, ["--print"])):
        ran = cli("view", "out", *arguments, **{"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": "", **environment})
        assert (ran.returncode, ran.stdout) == (0, f"{folder / 'report.html'}\n")
    assert not (tmp_path / "opened.txt").exists()


def test_a_browser_that_is_not_there(cli, folder: Path) -> None:
    ran = cli("view", "out", SUMMARIZER_BROWSER="no-such-browser-here")

    assert "no-such-browser-here" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.returncode in {0, 2}


def test_the_page_is_made_again_only_where_something_is_newer(cli, folder: Path) -> None:
    cli("view", "out", "--print")
    page = folder / "report.html"
    (folder / "report.md").write_text("kept")
    os.utime(page, (2_000_000_000, 2_000_000_000))
    cli("view", "out", "--print")
    assert (folder / "report.md").read_text() == "kept"

    os.utime(review_of(folder, ("f1", "dismissed", "Bo")), (2_000_000_001, 2_000_000_001))
    cli("view", "out", "--print")
    assert "Dismissed by reviewers" in (folder / "report.md").read_text(encoding="utf-8")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(f"---\ntitle: Ferry\ndate: 2031-05-06\noutlet: Harbour\n---\n{NEWS}")
    (tmp_path / "news" / "b.txt").write_text(
        f"---\ntitle: Ship\ndate: 2031-05-06\noutlet: Banner\n---\n{NEWS.replace('46', '64')}"
    )
    return tmp_path / "news"


def test_a_run_keeps_decisions_and_heeds_them(cli, tmp_path: Path) -> None:
    articles, answers = Path(summarizer.__file__).parent / "samples" / "ferry", shipped("cassettes") / "stories" / "ferry.yaml"
    run = ("report", str(articles), "--replay", str(answers), "--out", "out", "--fail-on", "high")
    first = cli(*run)
    assert first.returncode == 1
    assert "--fail-on high: 7 contradictions of high severity that no reviewer has dismissed" in first.stderr
    cli("review", "out", "--export", "csv")
    rows = rows_of(tmp_path / "out" / "findings.csv")
    for row in rows:
        if (row["verdict"], row["severity"]) == ("contradict", "high"):
            row |= {"review_verdict": "dismissed", "review_reason": "update", "reviewer": "Ann"}
    write_rows(tmp_path / "filled.csv", rows)
    assert cli("review", "out", "--import", "filled.csv").returncode == 0
    kept = (tmp_path / "out" / "review.toml").read_bytes()

    ran = cli(*run)

    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "out" / "review.toml").read_bytes() == kept
    assert "Dismissed by Ann on" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    extracted = cli("extract", str(articles), "--replay", str(answers)).stdout
    compared = ("compare", "-", "--replay", str(answers), "--fail-on", "high", "--out", "out")
    assert cli(*compared, stdin=extracted).returncode == 0


@pytest.mark.parametrize("damage", [b"format = 1\n[[decision]]\n", b"\xff\xfe", b"no toml", b"format = 2\n"])
def test_decisions_that_cannot_be_read_end_a_run_before_anything_is_sent(
    cli, news: Path, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "review.toml").write_bytes(damage)

    ran = cli("report", "news", "--out", "out", "--model", "gpt-5.1", OPENAI_API_KEY="k", OPENAI_BASE_URL="http://127.0.0.1:9")

    assert ran.returncode == 2
    assert "review.toml, line " in ran.stderr
    assert files(tmp_path / "out") == {"review.toml": damage}
    assert not Path(os.environ["SUMMARIZER_STORE"]).exists()
