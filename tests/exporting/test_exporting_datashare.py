"""Tags for Datashare: by the id that it gives a file, which is of the project and the file's bytes."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from exporting.linked_reports import fire_on_the_web
from review.reviewed import decision

from summarizer.cli import main
from summarizer.report_folder import write_report
from summarizer.schema import Report, ReviewRecord
from summarizer.store import keep_review

BYTES = {"harbour.txt": b"\xef\xbb\xbfNine\r\nboats", "tribune.txt": b"Twelve boats"}


def _folder(tmp_path: Path, told: Report, review: ReviewRecord | None = None) -> Path:
    write_report(told, tmp_path / "report", html=False)
    if review:
        keep_review(tmp_path / "report", review)
    return tmp_path / "report"


def _files(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name, data in BYTES.items():
        (folder / name).write_bytes(data)
    return folder


def _rows(folder: Path) -> set[tuple[str, str]]:
    with (folder / "exports" / "datashare_tags.csv").open(encoding="utf-8", newline="") as file:
        return {(row["tag"], row["documentId"]) for row in csv.DictReader(file)}


@dataclass(frozen=True)
class Ended:
    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs the command as the program does, from its arguments on."""

    def run(folder: Path, *options: str, form: str = "datashare") -> Ended:
        monkeypatch.setattr("sys.argv", ["summarizer", "export", str(folder), "--as", form, *options])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ended(ended.value.code, said.out, said.err)

    return run


def _id(name: str, project: str = "local-datashare") -> str:
    return hashlib.sha384(project.encode() + BYTES[name]).hexdigest()


@pytest.mark.parametrize("below", ["fire", "."], ids=["the folder above", "the folder itself"])
def test_a_finding_tags_the_documents_it_is_about(export, tmp_path: Path, below: str) -> None:
    folder = _folder(tmp_path, fire_on_the_web())
    _files(tmp_path / "moved" / below)

    assert export(folder, "--articles", str(tmp_path / "moved")).exit_code == 0
    harbour = {tag for tag, document in _rows(folder) if document == _id("harbour.txt")}
    assert harbour == {
        *("contradict", "contradict-high", "finding-f1", "finding-f2"),
        *("differs", "differs-high", "finding-f3"),
    }
    assert {document for _, document in _rows(folder)} == {_id("harbour.txt"), _id("tribune.txt")}


def test_the_paths_of_the_report_are_looked_at_where_no_folder_is_named(
    export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _folder(tmp_path, fire_on_the_web())
    _files(tmp_path / "fire")
    monkeypatch.chdir(tmp_path)

    assert export(folder, "--datashare-project", "fires").exit_code == 0
    assert ("finding-f1", _id("harbour.txt", "fires")) in _rows(folder)


def test_a_file_that_is_not_found_is_named_and_nothing_is_written(export, tmp_path: Path) -> None:
    folder = _folder(tmp_path, fire_on_the_web())
    (_files(tmp_path / "moved") / "tribune.txt").unlink()
    ended = export(folder, "--articles", str(tmp_path / "moved"))

    assert ended.exit_code == 2
    assert "fire/tribune.txt" in ended.stderr
    assert "--articles" in ended.stderr
    assert not (folder / "exports").exists()


def _read_from(told: Report, **fields: object) -> Report:
    summaries = []
    for one in told.summaries:
        data = BYTES[Path(one.article.path).name]
        read = {"source_sha256": hashlib.sha256(data).hexdigest(), "source_kind": "file", **fields}
        summaries.append(one.model_copy(update={"article": one.article.model_copy(update=read)}))
    return told.model_copy(update={"summaries": tuple(summaries)})


def test_a_file_that_changed_since_is_refused_and_nothing_is_written(export, tmp_path: Path) -> None:
    folder = _folder(tmp_path, _read_from(fire_on_the_web()))
    files = _files(tmp_path / "moved")
    assert export(folder, "--articles", str(files)).exit_code == 0
    (folder / "exports" / "datashare_tags.csv").unlink()
    (files / "harbour.txt").write_bytes(b"Nine boats or ten")
    ended = export(folder, "--articles", str(files))

    assert ended.exit_code == 2
    assert f"{files / 'harbour.txt'}: is not the file any more" in ended.stderr
    assert not (folder / "exports" / "datashare_tags.csv").exists()


def test_the_file_as_it_was_is_found_beside_one_that_changed(export, tmp_path: Path) -> None:
    folder = _folder(tmp_path, _read_from(fire_on_the_web()))
    files = _files(tmp_path / "moved")
    (files / "fire").mkdir()
    (files / "fire" / "harbour.txt").write_bytes(b"Nine boats or ten")

    assert export(folder, "--articles", str(files)).exit_code == 0
    assert ("finding-f1", _id("harbour.txt")) in _rows(folder)


def test_of_what_was_packed_in_a_file_the_file_itself_is_taken(export, tmp_path: Path) -> None:
    folder = _folder(tmp_path, _read_from(fire_on_the_web(), source_kind="member", source_sha256="0" * 64))
    assert export(folder, "--articles", str(_files(tmp_path / "moved"))).exit_code == 0


@pytest.mark.parametrize("path", ["../../secret.txt", "a/../../secret.txt", "secret.txt\x00", "/", "", "x" * 5000])
def test_a_path_in_a_report_leads_to_no_file_outside_the_folder(export, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "inside" / "deeper").mkdir(parents=True)
    told = fire_on_the_web()
    summary = told.summaries[0]
    moved = summary.model_copy(update={"article": summary.article.model_copy(update={"path": path})})
    folder = _folder(tmp_path, told.model_copy(update={"summaries": (moved, *told.summaries[1:])}))
    ended = export(folder, "--articles", str(tmp_path / "inside" / "deeper"))

    assert ended.exit_code == 2
    assert "2 of 2" in ended.stderr


@pytest.mark.parametrize("path", ["feed/all.json#2", "all.json/inner/one.html"])
def test_an_article_out_of_a_file_with_several_tags_that_file(export, tmp_path: Path, path: str) -> None:
    told = fire_on_the_web()
    of_feed = [one.model_copy(update={"article": one.article.model_copy(update={"path": path})}) for one in told.summaries]
    folder = _folder(tmp_path, told.model_copy(update={"summaries": tuple(of_feed)}))
    (tmp_path / "all.json").write_bytes(b"{}")

    assert export(folder, "--articles", str(tmp_path)).exit_code == 0
    assert {document for _, document in _rows(folder)} == {hashlib.sha384(b"local-datashare{}").hexdigest()}


def test_a_ruling_is_a_tag_and_what_is_dismissed_gives_none(export, tmp_path: Path) -> None:
    told = fire_on_the_web()
    review = ReviewRecord(decisions=(decision(told, "f1"), decision(told, "f2", "dismissed")))
    folder = _folder(tmp_path, told, review)
    _files(tmp_path / "fire")

    assert export(folder, "--articles", str(tmp_path)).exit_code == 0
    tags = {tag for tag, _ in _rows(folder)}
    assert {"finding-f1", "reviewed-confirmed"} <= tags
    assert not {"finding-f2", "reviewed-dismissed"} & tags


def test_a_claim_review_of_nothing_confirmed_is_told_in_one_line(export, tmp_path: Path) -> None:
    folder = _folder(tmp_path, fire_on_the_web())
    named = ["--publisher", "Example Desk", "--publisher-url", "https://desk.example"]
    ended = export(folder, *named, form="claimreview")

    assert (ended.exit_code, ended.stdout, len(ended.stderr.splitlines())) == (0, "", 1)
    assert "no finding is confirmed" in ended.stderr


@pytest.mark.parametrize("options", [[], ["--publisher", "Desk"], ["--publisher-url", "https://desk.example"]])
def test_a_claim_review_needs_a_name_and_an_address(export, tmp_path: Path, options: list[str]) -> None:
    folder = _folder(tmp_path, fire_on_the_web())
    ended = export(folder, *options, form="claimreview")

    assert ended.exit_code == 2
    assert "--publisher NAME and --publisher-url URL" in ended.stderr
