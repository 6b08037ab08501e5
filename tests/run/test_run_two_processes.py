"""Two runs at once with one store: every answer is paid once, and both write the same report."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from run.paying import command, environment, paying, write_articles

pytestmark = [
    pytest.mark.block_network(allowed_hosts=["127.0.0.1"]),
]


def start(server, articles: Path, out: Path, store: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command(articles, out, "--quiet"), env=environment(server, store), stdout=pipe, stderr=pipe, text=True
    )


def report(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_two_runs_at_once_pay_once(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles", 7)
    with paying(latency=1.0) as server:
        both = [start(server, articles, tmp_path / name, tmp_path / "answers.sqlite") for name in ("left", "right")]
        said = [process.communicate(timeout=180)[1] for process in both]
        assert [process.returncode for process in both] == [0, 0], said
        assert len(server.received) >= 9  # seven articles, and the comparison
        assert set(server.received.values()) == {1}
    assert report(tmp_path / "left") == report(tmp_path / "right")


def test_a_run_goes_on_where_a_killed_one_was_asking(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles", 7)
    with paying(latency=2.0) as server:
        first = start(server, articles, tmp_path / "first", tmp_path / "answers.sqlite")
        while server.requests < 7 and first.poll() is None:
            time.sleep(0.02)
        second = start(server, articles, tmp_path / "second", tmp_path / "answers.sqlite")
        first.kill()
        first.communicate()
        _, said = second.communicate(timeout=180)
        assert second.returncode == 0, said
        assert Counter(server.received.values())[2] <= 7
        assert max(server.received.values()) <= 2
