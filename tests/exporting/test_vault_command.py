"""`export --as vault`, `export --as csl` and `report --vault`: what lies where, what is told, and when."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from review.reviewed import decision, fire

from summarizer.__main__ import run as main
from summarizer.report_folder import write_report
from summarizer.schema import ReviewRecord
from summarizer.store import keep_review

ARTICLE = "PORT VELM, May 1 2031 (Harbour) - {} boats burned in the harbour on Thursday, the police said. Nobody was hurt.\n"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command here, beside the report of a fire and the articles of another."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "answers.sqlite"))
    write_report(fire(), tmp_path / "fire", html=False)
    Path("articles").mkdir()
    for name, boats in (("harbour", "Nine"), ("tribune", "Twelve")):
        Path("articles", f"{name}.txt").write_text(ARTICLE.format(boats))

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with pytest.MonkeyPatch.context() as here:
            here.setattr(sys, "argv", ["summarizer", *args])
            with pytest.raises(SystemExit) as ended:
                main()
        said = capsys.readouterr()
        return subprocess.CompletedProcess(args, ended.value.code, said.out, said.err)

    return run


def test_the_vault_lies_beside_the_report_in_a_folder_of_the_story(cli) -> None:
    ran = cli("export", "fire", "--as", "vault")
    assert (ran.returncode, ran.stdout) == (0, f"{Path('fire/exports/vault/fire/fire findings.md')}\n")
    folder = Path("fire/exports/vault/fire")
    assert {len(list((folder / name).glob("*.md"))) for name in ("Articles", "Findings")} == {2, 3}
    assert len(json.loads((folder / "articles.csl.json").read_text(encoding="utf-8"))) == 2


def test_two_stories_and_notes_of_ones_own_share_a_vault(cli, tmp_path: Path) -> None:
    write_report(fire(), tmp_path / "flood", html=False)
    Path("vault").mkdir()
    Path("vault/Index.md").write_text("mine")
    for story in ("fire", "flood", "fire"):
        assert cli("export", story, "--as", "vault", "--to", "vault").returncode == 0
    assert sorted(path.name for path in Path("vault").iterdir()) == ["Index.md", "fire", "flood"]
    assert Path("vault/Index.md").read_text() == "mine"
    assert Path("vault/fire/fire findings.md").is_file()


def test_a_note_changed_by_hand_is_kept_and_the_new_one_is_told(cli) -> None:
    cli("export", "fire", "--as", "vault", "--to", "vault")
    note = next(Path("vault/fire/Findings").glob("What of f1 *.md"))
    note.write_text(note.read_text() + "\nI asked the harbour master.\n")
    assert cli("export", "fire", "--as", "vault", "--to", "vault").stderr == ""

    keep_review(Path("fire"), ReviewRecord(decisions=(decision(fire(), "f1", "confirmed"),)))
    ran = cli("export", "fire", "--as", "vault", "--to", "vault")
    beside = f"Findings/{note.stem} (new version).md"
    assert ran.stderr == f"{beside}: was changed by hand and is kept; what is new lies beside it\n"
    assert "I asked the harbour master." in note.read_text()
    assert "review: confirmed" in Path("vault/fire", beside).read_text()


def test_many_notes_changed_by_hand_are_told_in_a_few_lines(cli) -> None:
    cli("export", "fire", "--as", "vault", "--to", "vault")
    for note in Path("vault/fire").rglob("*.md"):
        note.write_text("mine")
    (Path("vault/fire") / ".summarizer.json").unlink()
    assert len(cli("export", "fire", "--as", "vault", "--to", "vault").stderr.splitlines()) == 6


def test_the_articles_go_to_a_program_as_csl_json(cli) -> None:
    ran = cli("export", "fire", "--as", "csl", "--to", "-")
    assert [one["container-title"] for one in json.loads(ran.stdout)] == ["Harbour", "Tribune"]
    assert cli("export", "fire", "--as", "csl").stdout == f"{Path('fire/exports/articles.csl.json')}\n"


@pytest.mark.parametrize(
    "args", [("fire", "--as", "vault", "--to", "-"), ("fire", "--as", "vault", "--as", "csv", "--table", "findings")]
)
def test_a_vault_goes_into_a_folder_and_has_no_tables(cli, args: tuple[str, ...]) -> None:
    ran = cli("export", *args)
    assert ran.returncode == 2
    assert "--as vault writes the notes of one report into a folder" in ran.stderr
    assert not Path("fire/exports").exists()


def test_a_run_writes_its_vault(cli) -> None:
    ran = cli("report", "articles", "--model", "rules", "--out", "reports/boats", "--vault", "vault", "--quiet")
    assert ran.stdout.splitlines() == ["reports/boats/report.md", "vault/boats/boats findings.md"]
    assert len(list(Path("vault/boats/Articles").glob("*.md"))) == 2


def test_a_vault_that_cannot_be_written_is_told_before_anything_is_asked(cli) -> None:
    Path("vault").write_text("a file")
    ran = cli("report", "articles", "--model", "rules", "--out", "reports/boats", "--vault", "vault", "--quiet")
    assert ran.returncode == 5
    assert ran.stderr.splitlines()[-1] == "error: vault/boats: cannot be written to (Not a directory); name another folder"
    assert not Path("reports/boats/report.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_story_that_is_a_link_to_elsewhere_is_told_before_anything_is_asked(cli, tmp_path: Path) -> None:
    Path("vault").mkdir()
    Path("vault/boats").symlink_to(tmp_path)
    ran = cli("report", "articles", "--model", "rules", "--out", "reports/boats", "--vault", "vault", "--quiet")
    assert ran.returncode == 2
    assert "vault/boats: is a link to elsewhere" in ran.stderr
    assert not Path("reports/boats/report.md").exists()


def test_notes_that_lie_among_the_articles_are_no_articles(cli) -> None:
    args = ("report", "articles", "--model", "rules", "--out", "reports/boats", "--vault", "articles")
    cli(*args)
    ran = cli(*args)
    assert "passed over: folders of notes of this program (1)" in ran.stderr
    assert len(list(Path("articles/boats/Articles").glob("*.md"))) == 2
