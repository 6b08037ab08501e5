"""The file of answers: what it keeps besides answers, what an earlier version left, and what damage does."""

from __future__ import annotations

import random
import sqlite3
import struct
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.spending import Spent
from summarizer.store import AnswerStore, RecordedAnswers, request_key
from summarizer.store.keys import canonical_json, digest
from summarizer.store.layout import APPLICATION_ID, VERSION, pragma

URL, REQUEST = "http://llm.test/v1", {"model": "m", "n": 1}
EARLIER = """
CREATE TABLE answers (
    endpoint TEXT NOT NULL,
    request_key TEXT NOT NULL,
    request TEXT NOT NULL,
    response TEXT NOT NULL,
    checksum TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (endpoint, request_key)
)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.sqlite"


def write_earlier(path: Path, answers: int) -> None:
    """A file of format 1."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(EARLIER)
    for number in range(answers):
        request, response = {"model": "m", "n": number}, f"answer {number}"
        row = (URL, request_key(request), canonical_json(request), response, digest(response), "2026-01-01T00:00:00+00:00")
        connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_an_earlier_file_is_carried_over(path: Path) -> None:
    write_earlier(path, 3)
    assert RecordedAnswers(path).find("", {"model": "m", "n": 2}) == "answer 2"
    with AnswerStore(path) as store:
        assert pragma(store._database.connection, "user_version") == VERSION
        assert [store.find(URL, {"model": "m", "n": n}) for n in range(3)] == ["answer 0", "answer 1", "answer 2"]
        store.keep(URL, REQUEST, "better", spent=Spent("run", "m", 5, 6), instead=True)
    assert RecordedAnswers(path).find("", REQUEST) == "better"


def test_an_earlier_file_is_left_as_it_was_if_it_cannot_be_carried_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_earlier(path, 3)
    before = path.read_bytes()
    monkeypatch.setattr("summarizer.store.layout.SPENDING_BY_RUN", "CREATE INDEX nothing")
    with pytest.raises(StoreError):
        AnswerStore(path)
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert (tables, pragma(connection, "user_version")) == ([("answers",)], 1)
    connection.close()
    assert len(path.read_bytes()) == len(before)


def test_an_answer_that_takes_anothers_place_leaves_it_in_the_file(path: Path) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "cut off")
        store.keep(URL, REQUEST, "whole", instead=True)
        store.keep(URL, REQUEST, "late")
        assert store.find(URL, REQUEST) == "whole"
        assert len(store) == 1
        rows = store._database.rows("SELECT response, checksum FROM superseded ORDER BY rowid", ())
        assert rows == [("cut off", digest("cut off")), ("late", digest("late"))]


def test_what_was_spent_is_told_by_run(path: Path) -> None:
    first, second = Spent("one", "m", 100, 20), Spent("one", "m", 7, 8, estimated=True)
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "a", spent=first)
        store.keep(URL, REQUEST, "b", spent=second, instead=True)
        store.keep(URL, {"n": 2}, "c", spent=Spent("two", "m", 1, 1))
        store.keep(URL, {"n": 3}, "d")
    with AnswerStore(path) as store:
        assert store.spent("one") == (first, second)
        assert store.spent("three") == ()


def test_a_second_payment_counts_although_its_answer_is_not_used(path: Path) -> None:
    with AnswerStore(path) as store:
        for _ in range(2):
            store.keep(URL, REQUEST, "a", spent=Spent("one", "m", 3, 4))
        assert len(store.spent("one")) == 2


@pytest.mark.parametrize(("count", "told"), [(10**30, 2**63 - 1), (-5, 0)])
def test_a_forged_count_neither_loses_the_answer_nor_gives_money_back(path: Path, count: int, told: int) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "a", spent=Spent("one", "m", count, 1))
        assert store.find(URL, REQUEST) == "a"
        assert store.spent("one") == (Spent("one", "m", told, 1),)


def test_answer_and_payment_are_kept_together_or_not_at_all(path: Path) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "old")
        tamper(path, "CREATE TRIGGER t BEFORE INSERT ON spending BEGIN SELECT RAISE(ABORT, 'no'); END")
        with pytest.raises(StoreError, match="cannot be written"):
            store.keep(URL, REQUEST, "new", spent=Spent("one", "m", 1, 1), instead=True)
        assert store.find(URL, REQUEST) == "old"
        assert store._database.rows("SELECT * FROM superseded", ()) == []


def test_damaged_spending_is_told(path: Path) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "a", spent=Spent("one", "m", 3, 4))
        tamper(path, "UPDATE spending SET output_tokens = 0")
        with pytest.raises(StoreError, match="what was spent"):
            store.spent("one")


def test_no_answer_is_replayed_whose_checksum_is_wrong(path: Path) -> None:
    write_earlier(path, 2)
    tamper(path, "UPDATE answers SET response = 'answer 7' WHERE response = 'answer 1'")
    with pytest.raises(StoreError, match="damaged"):
        RecordedAnswers(path)


def test_other_columns(path: Path) -> None:
    write_earlier(path, 0)
    tamper(path, "ALTER TABLE answers RENAME COLUMN response TO body")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="other columns"):
        AnswerStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, -3])
def test_a_format_that_never_was(path: Path, version: int) -> None:
    write_earlier(path, 1)
    tamper(path, f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError, match="damaged"):
        AnswerStore(path)


def test_a_key_that_is_damaged_does_not_make_its_answer_missing(path: Path) -> None:
    with AnswerStore(path) as store:
        for number in range(40):
            store.keep(URL, {"n": number}, "x" * 2000)
    data = bytearray(path.read_bytes())
    at = data.index(request_key({"n": 7}).encode())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        AnswerStore(path)


@pytest.mark.parametrize("content", [b"x", b"a diary\n", b"\0" * 100])
def test_a_file_of_a_few_bytes_is_not_written_over(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="few bytes"):
        AnswerStore(path)
    assert path.read_bytes() == content


def test_an_empty_file_is_a_new_store(path: Path) -> None:
    path.touch()
    AnswerStore(path).close()


def fill(path: Path, kept: int = 12) -> dict[int, str]:
    answers = {number: f"{number} " + "y" * 1500 for number in range(kept)}
    with AnswerStore(path) as store:
        for number, answer in answers.items():
            store.keep(URL, {"n": number}, answer, spent=Spent("one", "m", number, 1))
    return answers


def outcome(path: Path, answers: dict[int, str]) -> str:
    """What a run finds: every answer, or one error. Anything else fails here."""
    try:
        with AnswerStore(path) as store:
            found = {number: store.find(URL, {"n": number}) for number in answers}
            store.keep(URL, {"n": "new"}, "new")
    except StoreError as error:
        said = str(error)
    else:
        said = ""
    if said:
        assert "\n" not in said
        assert str(path) in said
        return "told"
    assert found == answers
    return "sound"


def damages(size: int) -> list[tuple[str, int]]:
    chance = random.Random(5)
    return [("flip", chance.randrange(size * 8)) for _ in range(150)] + [("zero", chance.randrange(size)) for _ in range(30)]


def test_no_damage_is_taken_for_missing_answers_or_for_sound_ones(path: Path) -> None:
    answers = fill(path)
    sound = path.read_bytes()
    seen = set()
    for kind, at in damages(len(sound)):
        data = bytearray(sound)
        if kind == "flip":
            data[at // 8] ^= 1 << at % 8
        else:
            data[at // 4096 * 4096 : (at // 4096 + 1) * 4096] = bytes(4096)
        for file in path.parent.iterdir():
            file.unlink()
        path.write_bytes(data)
        seen.add(outcome(path, answers))
    assert seen == {"told", "sound"}


def crashed(path: Path) -> dict[int, str]:
    """A store whose run was killed: all of its answers stand in the log. What is left of it is moved here."""
    answers = {number: f"{number} " + "y" * 1500 for number in range(6)}
    run = path.with_name("running.sqlite")
    with AnswerStore(run) as store:
        for number, answer in answers.items():
            store.keep(URL, {"n": number}, answer)
        for kind in ("", "-wal"):
            path.with_name(path.name + kind).write_bytes(run.with_name(run.name + kind).read_bytes())
    return answers


def test_the_log_of_a_killed_run_is_read(path: Path) -> None:
    assert outcome(path, crashed(path)) == "sound"


def test_the_damaged_log_of_a_killed_run_is_told_and_left(path: Path) -> None:
    answers = crashed(path)
    log = path.with_name(path.name + "-wal")
    sound, main = log.read_bytes(), path.read_bytes()
    frames = range(32, len(sound), 24 + 4096)
    for at in (
        0,
        17,
        *(start + offset for start in frames[:: max(1, len(frames) // 9)] for offset in (17, 24 + 4000)),
        len(sound) - 1,
    ):
        data = bytearray(sound)
        data[at] ^= 4
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        log.write_bytes(data)
        path.write_bytes(main)
        assert outcome(path, answers) == "told", at
        assert (path.read_bytes(), log.read_bytes()) == (main, bytes(data))


def test_a_log_is_looked_for_where_a_link_leads(path: Path) -> None:
    crashed(path)
    log = path.with_name(path.name + "-wal")
    data = bytearray(log.read_bytes())
    data[2000] ^= 4
    log.write_bytes(data)
    link = path.parent / "elsewhere" / "linked.sqlite"
    link.parent.mkdir()
    link.symlink_to(path)
    with pytest.raises(StoreError, match="log of a run that was cut off"):
        AnswerStore(link)


@pytest.mark.parametrize("cut", [1, 24, 4096, 4100])
def test_a_log_that_was_cut_off_in_a_write_is_read_up_to_there(path: Path, cut: int) -> None:
    answers = crashed(path)
    log = path.with_name(path.name + "-wal")
    log.write_bytes(log.read_bytes()[:-cut])
    with AnswerStore(path) as store:
        assert store.find(URL, {"n": 0}) == answers[0]


def test_what_an_unfinished_write_left_behind_is_no_damage(path: Path) -> None:
    """A killed process's frames without an end, partly written over by the next one's: SQLite passes over the rest."""
    crashed(path)
    log = path.with_name(path.name + "-wal")
    data = log.read_bytes()
    salts = struct.unpack_from(">2I", data, 16)
    stale = struct.pack(">6I", 3, 0, *salts, 1, 2) + bytes(4096)
    log.write_bytes(data + stale * 3)
    with AnswerStore(path) as store:
        assert len(store) == 6
