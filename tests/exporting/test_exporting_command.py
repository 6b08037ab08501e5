"""`summarizer export`: what it writes where, what it puts out, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from review.reviewed import decision, fire

from summarizer.__main__ import run as main
from summarizer.exporting import TABLES
from summarizer.report_folder import write_report
from summarizer.schema import ReviewRecord
from summarizer.store import keep_review


class Ran:
    """How a command ended, what it put out as bytes, and what it said."""

    def __init__(self, code: object, out: bytes, said: str) -> None:
        self.code, self.out, self.said = code, out, said


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    """Runs `summarizer export` here, beside the reports of two fires."""
    monkeypatch.chdir(tmp_path)
    for name in ("fire", "other"):
        write_report(fire(), tmp_path / name, html=False)

    def run(*args: str) -> Ran:
        capfdbinary.readouterr()
        with pytest.MonkeyPatch.context() as here:
            here.setattr(sys, "argv", ["summarizer", "export", *args])
            with pytest.raises(SystemExit) as ended:
                main()
        sys.stdout.flush()
        out, said = capfdbinary.readouterr()
        return Ran(ended.value.code, out, said.decode())

    return run


def test_tables_lie_beside_the_report_and_their_paths_are_printed(export):
    ran = export("fire", "--as", "csv", "--as", "sqlite")
    printed = ran.out.decode().splitlines()
    assert ran.code == 0
    assert [Path(path).name for path in printed] == [
        *(f"{table.name}.csv" for table in TABLES),
        "report.sqlite",
        "metadata.json",
    ]
    assert all(Path(path).parent == Path("fire/exports") and Path(path).is_file() for path in printed)
    assert Path(printed[0]).read_bytes().startswith(b"\xef\xbb\xbffinding_id,number,verdict,")


def test_one_table_goes_to_standard_output_for_a_program(export):
    as_lines = export("fire", "--table", "findings", "--as", "jsonl", "--to", "-")
    assert [json.loads(line)["finding_id"] for line in as_lines.out.splitlines()] == ["f1", "f2", "f3"]
    as_csv = export("fire/report.md", "--table", "sides", "--to", "-")
    assert as_csv.out.startswith(b"finding_id,number,side,")
    assert not Path("fire/exports").exists()
    base = export("fire", "--as", "sqlite", "--to", "-")
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(base.out)
        assert opened.execute("select count(*) from findings").fetchone() == (3,)


def test_several_reports_go_into_one_database(export):
    assert export("fire", "other", "./fire", "--as", "sqlite", "--as", "csv", "--to", "all").code == 0
    with closing(sqlite3.connect("all/report.sqlite")) as base:
        assert base.execute("select report, count(*) from findings group by report").fetchall() == [("fire", 3), ("other", 3)]


def test_reports_of_one_name_are_told_apart_by_the_folders_above(export, tmp_path):
    write_report(fire(), tmp_path / "more" / "fire", html=False)
    ran = export("fire", "more/fire", "--table", "run", "--to", "-")
    assert [row["report"] for row in csv.DictReader(io.StringIO(ran.out.decode()))] == [f"{tmp_path.name}/fire", "more/fire"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["fire", "--to", "-"], "standard output takes one file, and these are 17; choose one, as in --table findings"),
        (["fire", "--table", "sheets"], "there is no table sheets; the tables are articles, "),
        (["fire", "--table", "runs", "--as", "sqlite"], "there is no table runs"),
        (
            ["fire", "--table", "run", "--as", "sqlite"],
            "--as sqlite takes no --table; single tables are had with --as csv, jsonl",
        ),
        (["fire", "other"], "several reports are written into one folder; name it with --to"),
        (["nowhere"], "nowhere: is not there; give a folder that `summarizer report` has written"),
        (["."], "holds no report.json"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(export, args, says):
    ran = export(*args)
    assert ran.code == 2
    assert says in ran.said
    assert ran.said.count("\n") == 1
    assert not list(Path().rglob("*.csv"))


def test_decisions_that_were_not_imported_are_not_written_over(export):
    export("fire", "--table", "findings")
    table = Path("fire/exports/findings.csv")
    filled = table.read_text(encoding="utf-8-sig").replace(",open,,,,,", ",open,,confirmed,,,Ann", 1)
    assert filled != table.read_text(encoding="utf-8-sig")
    table.write_text(filled, encoding="utf-8")

    refused = export("fire", "--as", "jsonl", "--as", "csv")
    assert refused.code == 2
    assert (
        "holds 1 decision that is not in review.toml; take it over with `summarizer review DIR --import` first" in refused.said
    )
    assert table.read_text(encoding="utf-8") == filled
    assert not Path("fire/exports/findings.jsonl").exists()

    keep_review(Path("fire"), ReviewRecord(decisions=(decision(fire(), "f1", "confirmed"),)))
    assert export("fire").code == 0
    assert "confirmed" in table.read_text(encoding="utf-8")


def test_the_review_writes_the_same_table(export):
    export("fire", "--table", "findings", "--table", "sides")
    with pytest.MonkeyPatch.context() as here:
        here.setattr(sys, "argv", ["summarizer", "review", "fire", "--export", "csv"])
        with pytest.raises(SystemExit):
            main()
    for name in ("findings.csv", "sides.csv"):
        assert Path("fire", name).read_bytes() == Path("fire/exports", name).read_bytes()
