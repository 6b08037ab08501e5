"""A store or a disk that fails in the middle of a run: one line, exit 5, nothing half-written, nothing paid again."""

from __future__ import annotations

import os
import resource
import sqlite3
from pathlib import Path

import pytest
from run.paying import CANARY, Paying, paying, run_report, write_articles

from summarizer.store import AnswerStore

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture
def server():
    with paying() as endpoint:
        yield endpoint


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", 7, filler=30)


@pytest.fixture
def report(cli, server: Paying, articles: Path, tmp_path: Path):
    """Runs the report here; gives its result and its lines on stderr that are no progress."""

    def run(**env: str):
        args = ("report", str(articles), "--out", str(tmp_path / "out"), "--model", "m", "--quiet")
        return cli(
            *args, OPENAI_BASE_URL=server.url, OPENAI_API_KEY=CANARY, **{"SUMMARIZER_STORE": str(store(tmp_path)), **env}
        )

    return run


def store(folder: Path) -> Path:
    return folder / "answers.sqlite"


def told_once(ran, *words: str) -> None:
    """One line that names what failed, exit 5, no trace of the key."""
    assert ran.returncode == 5
    (line,) = ran.stderr.splitlines()
    assert line.startswith("error: ")
    assert all(word in line for word in words), line
    assert CANARY not in ran.stderr + ran.stdout


def out(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / "out").iterdir()}


def test_a_store_that_fills_up_stops_the_run(report, server: Paying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert report().returncode == 0
    before, paid = out(tmp_path), server.requests
    full = str(tmp_path / "full.sqlite")
    connect = sqlite3.connect

    def limited(*args, **options):
        connection = connect(*args, **options)
        connection.execute("PRAGMA max_page_count = 24")
        return connection

    with monkeypatch.context() as here:
        here.setattr(sqlite3, "connect", limited)
        told_once(report(SUMMARIZER_STORE=full), "full.sqlite", "full", "every answer kept so far is still there")
    assert out(tmp_path) == before
    kept = len(AnswerStore(Path(full)))
    assert server.requests - paid <= kept + 7  # what was on its way when the first one could not be kept
    again = server.requests
    assert report(SUMMARIZER_STORE=full).returncode == 0
    assert server.requests - again == paid - kept
    assert out(tmp_path) == before


@pytest.mark.parametrize("damage", ["response = response || ' '", "response = x'ff00'", "response = CAST(x'ff00' AS TEXT)"])
def test_a_damaged_answer_stops_the_run_and_is_not_paid_again(report, server: Paying, tmp_path: Path, damage: str) -> None:
    assert report().returncode == 0
    before, paid = out(tmp_path), server.requests
    connection = sqlite3.connect(store(tmp_path), isolation_level=None)
    connection.execute(f"UPDATE answers SET {damage} WHERE rowid = 3")  # noqa: S608  # the test's own words
    connection.close()
    kept = rows(store(tmp_path))
    told_once(report(), "answers.sqlite")
    assert server.requests == paid
    assert (out(tmp_path), rows(store(tmp_path))) == (before, kept)


def rows(file: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT request_key, CAST(response AS BLOB), checksum FROM answers ORDER BY rowid").fetchall()
    finally:
        connection.close()


def test_a_zeroed_page_is_told_before_anything_is_sent(report, server: Paying, tmp_path: Path) -> None:
    assert report().returncode == 0
    paid = server.requests
    content = bytearray(store(tmp_path).read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    store(tmp_path).write_bytes(content)
    told_once(report(), "answers.sqlite", "damaged", "Restore", "from a copy")
    assert server.requests == paid
    assert store(tmp_path).read_bytes()[4096:] == content[4096:]  # opening it counts up in the first page


def no_folder(path: Path) -> None:
    path.mkdir()


def no_pipe(path: Path) -> None:
    os.mkfifo(path)


def no_text(path: Path) -> None:
    path.write_text("a diary\n" * 200)


@pytest.mark.parametrize("make", [no_folder, no_pipe, no_text])
@pytest.mark.parametrize("kind", ["", "-wal", "-shm"])
def test_what_is_no_store_is_told_before_anything_is_sent(report, server: Paying, tmp_path: Path, make, kind: str) -> None:
    if make is no_text and kind == "-shm":
        pytest.skip("SQLite makes its own of it")
    make(tmp_path / f"answers.sqlite{kind}")
    told_once(report(), "answers.sqlite")
    assert server.requests == 0


def test_a_device_is_no_store(report, server: Paying) -> None:
    told_once(report(SUMMARIZER_STORE=os.devnull), os.devnull)
    assert server.requests == 0


def test_a_folder_in_place_of_the_report_is_told_before_anything_is_sent(report, server: Paying, tmp_path: Path) -> None:
    (tmp_path / "out" / "report.md").mkdir(parents=True)
    told_once(report(), "report.md: is a folder")
    assert server.requests == 0


def test_a_report_that_cannot_be_written_leaves_the_older_one(report, server: Paying, tmp_path: Path, monkeypatch) -> None:
    assert report().returncode == 0
    before, paid = out(tmp_path), server.requests
    (tmp_path / "articles" / "000.txt").unlink()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("summarizer.store.pairs.write_through", full)
    told_once(report(), "report.json, report.md and report.html cannot be written", "No space left", "goes on from there")
    assert out(tmp_path) == before
    assert server.requests > paid


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, 80_000))


def test_a_full_disk_in_a_process_of_its_own(server: Paying, articles: Path, tmp_path: Path) -> None:
    ran = run_report(server, articles, tmp_path / "out", store(tmp_path), before=limit_files)
    assert ran.returncode == 5
    (line,) = [
        line for line in ran.stderr.splitlines() if not line.startswith(("starting: ", "read ", "extracted ", "comparing "))
    ]
    assert line.startswith(f"error: {store(tmp_path)}: the answer store cannot be written")
    assert server.requests <= 7
    with AnswerStore(store(tmp_path)) as answers:
        assert len(answers) < 7
    assert list((tmp_path / "out").iterdir()) == []
