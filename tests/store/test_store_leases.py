"""Two askers with one store: one asks, the other waits for the answer, and nobody waits for the dead."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from summarizer.store import AnswerStore
from summarizer.store.leases import EXPIRES_S
from summarizer.store.processes import Process, this_process

URL, REQUEST = "http://llm.test/v1", {"model": "m", "n": 1}
FIND_OR_ASK = """
import sys, time
from pathlib import Path
from summarizer.store import AnswerStore

with AnswerStore(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(7):
        request = {"model": "m", "n": number}
        while (answer := store.find("u", request)) is None:
            if store.claim("u", request):
                try:
                    print("asked", number)
                    time.sleep(0.01)
                    store.keep("u", request, f"answer {number} to {sys.argv[2]}")
                finally:
                    store.release("u", request)
            else:
                time.sleep(0.002)
        print("read", number, answer)
"""
HOLD = """
import sys, time
from pathlib import Path
from summarizer.store import AnswerStore
store = AnswerStore(Path(sys.argv[1]), renewed_every=0.01)
print(store.claim(sys.argv[2], {"model": "m", "n": 1}), flush=True)
sys.stdin.readline()
"""


class Clock:
    """Seconds that go by only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.sqlite"


@pytest.fixture
def holder(path: Path):
    """Another process that holds the claim; it is there until it is ended."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path), URL], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout.readline() == "True\n"
    yield process
    process.kill()
    process.communicate()


def test_two_processes_ask_once_and_read_the_same(path: Path) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", FIND_OR_ASK, str(path)]
    both = [subprocess.Popen([*command, name], stdin=pipe, stdout=pipe, text=True) for name in ("left", "right")]
    for process in both:
        assert process.stdout.readline() == "ready\n"
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0].splitlines() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    asked = Counter(line for lines in said for line in lines if line.startswith("asked"))
    assert asked == Counter({f"asked {number}": 1 for number in range(7)})
    left, right = ([line for line in lines if line.startswith("read")] for lines in said)
    assert left == right
    assert len(left) == 7


def test_two_threads_claim_once(path: Path) -> None:
    with AnswerStore(path) as store:
        got: list[bool] = []
        start = threading.Barrier(8)

        def claim() -> None:
            start.wait()
            got.append(store.claim(URL, REQUEST))

        threads = [threading.Thread(target=claim) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(got) == [False] * 7 + [True]


def test_a_claim_is_for_one_request_at_one_endpoint_until_it_is_released(path: Path) -> None:
    with AnswerStore(path) as mine, AnswerStore(path) as other:
        assert mine.claim(URL, REQUEST)
        assert not other.claim(URL, REQUEST)
        assert other.claim("http://other.test/v1", REQUEST)
        assert other.claim(URL, {**REQUEST, "n": 2})
        other.release(URL, REQUEST)  # not its own
        assert not other.claim(URL, REQUEST)
        mine.release(URL, REQUEST)
        assert other.claim(URL, REQUEST)


def test_an_answer_that_came_between_looking_and_claiming_is_not_paid_again(path: Path) -> None:
    with AnswerStore(path) as mine, AnswerStore(path) as other:
        assert mine.find(URL, REQUEST) is None
        other.claim(URL, REQUEST)
        other.keep(URL, REQUEST, "theirs")
        assert not mine.claim(URL, REQUEST)
        assert mine.find(URL, REQUEST) == "theirs"


def test_an_answer_that_cannot_be_used_is_asked_for_anew_by_one(path: Path) -> None:
    with AnswerStore(path) as mine, AnswerStore(path) as other:
        mine.keep(URL, REQUEST, "cut off")
        assert mine.find(URL, REQUEST) == other.find(URL, REQUEST) == "cut off"
        assert mine.claim(URL, REQUEST)
        assert not other.claim(URL, REQUEST)
        mine.keep(URL, REQUEST, "whole", instead=True)
        assert not other.claim(URL, REQUEST)
        assert other.find(URL, REQUEST) == "whole"


def test_a_kept_answer_ends_its_claim(path: Path) -> None:
    with AnswerStore(path) as mine, AnswerStore(path) as other:
        mine.claim(URL, REQUEST)
        mine.keep(URL, REQUEST, "cut off")
        mine.release(URL, REQUEST)
        assert other.find(URL, REQUEST) == "cut off"
        assert other.claim(URL, REQUEST)


def test_closing_gives_every_claim_back(path: Path) -> None:
    with AnswerStore(path) as other:
        with AnswerStore(path) as mine:
            assert mine.claim(URL, REQUEST)
        assert other.claim(URL, REQUEST)


def test_claims_of_a_killed_process_are_free_at_once(path: Path, holder: subprocess.Popen[str]) -> None:
    with AnswerStore(path) as store:
        assert not store.claim(URL, REQUEST)
        holder.kill()
        os.waitid(os.P_PID, holder.pid, os.WEXITED | os.WNOWAIT)  # dead, and not yet taken note of by its parent
        assert store.claim(URL, REQUEST)


def test_a_claim_that_is_renewed_does_not_expire(path: Path, holder: subprocess.Popen[str]) -> None:
    clock = Clock()
    with AnswerStore(path, clock=clock) as store:
        assert not store.claim(URL, REQUEST)
        seen = renewals(store)
        while renewals(store) == seen:
            assert holder.poll() is None
        clock.now += EXPIRES_S
        assert not store.claim(URL, REQUEST)


def renewals(store: AnswerStore) -> int:
    return store._database.rows("SELECT renewals FROM leases", ())[0][0]


def test_a_claim_that_nobody_renews_expires_for_who_has_watched_it(path: Path) -> None:
    clock = Clock()
    with AnswerStore(path) as stuck, AnswerStore(path, clock=clock) as store:
        stuck.claim(URL, REQUEST)
        clock.now += EXPIRES_S * 100  # a jump before anything was seen says nothing
        assert not store.claim(URL, REQUEST)
        clock.now += EXPIRES_S - 1
        assert not store.claim(URL, REQUEST)
        clock.now += 1
        assert store.claim(URL, REQUEST)
        stuck.release(URL, REQUEST)  # its claim is lost, so it must not end the other one
        assert not stuck.claim(URL, REQUEST)


def test_a_forked_process_has_no_part_in_the_claims(path: Path) -> None:
    with AnswerStore(path) as store:
        store.keep(URL, {"n": 0}, "kept before")
        assert store.claim(URL, REQUEST)
        pid = os.fork()
        if pid == 0:
            sound = store.find(URL, {"n": 0}) == "kept before" and not store.claim(URL, REQUEST)
            store.keep(URL, {"n": 2}, "kept by the fork")
            store.close()
            os._exit(0 if sound else 1)
        assert os.waitpid(pid, 0)[1] == 0
        with AnswerStore(path) as other:
            assert not other.claim(URL, REQUEST)
        store.keep(URL, REQUEST, "mine")
        assert store.find(URL, {"n": 2}) == "kept by the fork"


def test_whose_process_is_gone() -> None:
    here = this_process()
    assert not here.is_gone()
    assert Process(here.host, here.boot, here.pid, here.started + "1").is_gone()  # its number is another's by now
    assert Process(here.host, "an earlier boot", here.pid, here.started).is_gone()
    assert not Process("elsewhere", here.boot, 2**22 + 1, "1").is_gone()
    assert not Process(here.host, here.boot, 1, "").is_gone()
