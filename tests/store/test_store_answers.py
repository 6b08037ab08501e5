"""The answer store: what is kept stays, and what cannot be kept is found out in time."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import StoreError
from summarizer.store import AnswerStore, request_key
from summarizer.store.layout import VERSION, pragma

REQUEST = {"model": "m", "messages": [{"role": "user", "content": "Ein Fährunglück: 183 dead"}]}
URL = "https://api.openai.com/v1"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(request=st.dictionaries(st.text(), json_values, max_size=4))
def test_key_ignores_order_and_spelling(request: dict) -> None:
    spelled_otherwise = json.loads(json.dumps(dict(reversed(request.items())), indent=2))
    assert request_key(spelled_otherwise) == request_key(request)


@pytest.mark.parametrize("other", [{"a": 2}, {"a": 1, "b": None}, {"a": "1"}, {"a": True}, {"a": 1.5}, {"A": 1}])
def test_key_tells_values_apart(other: dict) -> None:
    assert request_key(other) != request_key({"a": 1})


def test_key_is_a_fixed_function() -> None:
    assert request_key({"b": "é", "a": [1]}) == "04f34bc0940adae4d1055943965f4f1a5617be528e5e463451aa03f0ecff81f3"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "answers.sqlite"


def test_kept_answers_are_found_again(path: Path) -> None:
    with AnswerStore(path) as store:
        assert store.find(URL, REQUEST) is None
        store.keep(URL, REQUEST, '{"é": "\U0001f600"}')
    with AnswerStore(path) as store:
        assert store.find(URL, REQUEST) == '{"é": "\U0001f600"}'
        assert store.find("http://other/v1", REQUEST) is None
        assert store.find(URL, {**REQUEST, "model": "n"}) is None
        assert len(store) == 1


def test_first_answer_stays(path: Path) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "first")
        store.keep(URL, REQUEST, "second")
        assert store.find(URL, REQUEST) == "first"


def test_file_is_set_up_to_survive(path: Path) -> None:
    with AnswerStore(path) as store:
        connection = store._database.connection
        pragmas = {name: pragma(connection, name) for name in ("synchronous", "user_version", "busy_timeout")}
        assert pragmas == {"synchronous": 2, "user_version": VERSION, "busy_timeout": 30_000}
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def tamper(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("damage", ["response = response || ' '", "checksum = ''", "response = x'ff00'"])
def test_damaged_answer_is_not_used_nor_paid_again(path: Path, damage: str) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, REQUEST, "{}")
    tamper(path, f"UPDATE answers SET {damage}")  # noqa: S608  # the test's own words
    with AnswerStore(path) as store, pytest.raises(StoreError, match=r"damaged.*delete the row"):
        store.find(URL, REQUEST)


def test_newer_version_is_left_alone(path: Path) -> None:
    AnswerStore(path).close()
    tamper(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        AnswerStore(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    tamper(path, "CREATE TABLE mails (id)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        AnswerStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all, but text\n" * 50, b"SQLite format 3\x00garbage" * 100])
def test_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"answers\.sqlite.*cannot be opened"):
        AnswerStore(path)
    assert path.read_bytes() == content


def test_truncated_database(path: Path) -> None:
    with AnswerStore(path) as store:
        for number in range(50):
            store.keep(URL, {"n": number}, "x" * 5000)
    path.write_bytes(path.read_bytes()[:20_000])

    def read_all() -> None:
        with AnswerStore(path) as store:
            for number in range(50):
                store.find(URL, {"n": number})

    with pytest.raises(StoreError):
        read_all()


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        AnswerStore(tmp_path)


def test_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        AnswerStore(tmp_path / "taken" / "answers.sqlite")


def test_read_only_is_found_on_opening(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    AnswerStore(path).close()
    connect = sqlite3.connect

    def read_only(target: Path, **options: object) -> sqlite3.Connection:
        return connect(f"{target.as_uri()}?mode=ro", uri=True, **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)  # file modes do not bind a superuser
    with pytest.raises(StoreError, match="readonly"):
        AnswerStore(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="file modes do not bind a superuser")
def test_read_only_file(path: Path) -> None:
    AnswerStore(path).close()
    path.chmod(0o444)
    with pytest.raises(StoreError):
        AnswerStore(path)


FILL = """
import resource, signal, sys
from pathlib import Path
from summarizer.errors import StoreError
from summarizer.store import AnswerStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = AnswerStore(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
for number in range(1000):
    try:
        store.keep("u", {"n": number}, "x" * 5000)
    except StoreError as error:
        print(number, error)
        break
"""


def test_full_disk_loses_nothing_kept(path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, check=True)
    count, message = ran.stdout.split(maxsplit=1)
    assert "disk" in message
    assert "every answer kept so far is still there" in message
    with AnswerStore(path) as store:
        assert len(store) == int(count) > 10
        assert all(store.find("u", {"n": number}) == "x" * 5000 for number in range(int(count)))


WRITE = """
import sys
from pathlib import Path
from summarizer.store import AnswerStore
with AnswerStore(Path(sys.argv[1])) as store:
    for number in range(200):
        store.keep(sys.argv[2], {"n": number}, f"{number} of {sys.argv[2]}")
        store.keep("shared", {"n": number}, f"{number} of {sys.argv[2]}")
"""


def test_two_processes_write_at_once(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, str(path), name]) for name in ("left", "right")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    with AnswerStore(path) as store:
        assert len(store) == 600
        for number in range(200):
            assert store.find("left", {"n": number}) == f"{number} of left"
            assert store.find("right", {"n": number}) == f"{number} of right"
            assert store.find("shared", {"n": number}).startswith(f"{number} of ")


KEEP_FOR_EVER = """
import itertools, sys
from pathlib import Path
from summarizer.store import AnswerStore
store = AnswerStore(Path(sys.argv[1]))
for number in itertools.count():
    store.keep("u", {"n": number}, "x" * 2000)
    print(number, flush=True)
"""


def test_killed_process_loses_nothing_kept(path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KEEP_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True)
    for _ in range(50):
        last = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split("\n")
    process.wait(10)
    process.stdout.close()
    last = max([last, *[int(line) for line in rest[:-1] if line]])
    with AnswerStore(path) as store:
        assert all(store.find("u", {"n": number}) == "x" * 2000 for number in range(last + 1))


def test_store_imports_no_model_library() -> None:
    code = "import sys, summarizer.store; print([m for m in ('openai', 'instructor', 'tenacity') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
