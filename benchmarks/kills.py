"""Kills whole runs with SIGKILL at random points, and counts what that costs.

    python benchmarks/kills.py [--kills 50] [--articles 12] [--latency 0.3] [--in-flight 4] [--seed 1]

Each trial starts with an empty store and a folder that holds an older report, kills the run somewhere between shortly before
its first request and its end, looks at what is there, and lets the same command run to its end. An answer is lost if its
request was received, its answer is not in the store, and it cannot have been on its way: more are missing than may be in
flight. It is paid twice if its request comes in again. The two files of the report must come from one run right after the
kill, and be those of an undisturbed run in the end. Ends with 1 if anything is lost, mixed, or different.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from run.paying import Paying, command, environment, paying, write_articles

LONGEST_RUN_S = 180
EVERY = 10
"""Trials after which the figures so far are printed."""
Pair = tuple[bytes | None, ...]
"""The files of a report, each None where it is not there."""


@dataclass
class Figures:
    """What the kills have cost.

    Attributes:
        unfinished: kills that met the run before it had ended.
        twice: answers that were paid a second time; all of them were on their way at a kill.
        absent: trials in which a file of the report was missing right after the kill.
    """

    kills: int = 0
    unfinished: int = 0
    kept: int = 0
    lost: int = 0
    twice: int = 0
    mixed: int = 0
    absent: int = 0
    different: int = 0
    failed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [f"{self.kills} kills, {self.unfinished} before the run's end: {self.kept} answers kept, {self.lost} lost"]
        lines.append(f"paid twice, all of them on their way at the kill: {self.twice}")
        lines.append(f"files of two runs right after the kill: {self.mixed}; one of them absent: {self.absent}")
        lines.append(f"other bytes in the end: {self.different}; runs that failed: {len(self.failed)}")
        return "\n".join([*lines, *self.failed])

    @property
    def is_bad(self) -> bool:
        """Something happened that must not."""
        return bool(self.lost or self.mixed or self.different or self.failed)


@dataclass
class Trials:
    """What all trials share: the articles, an older report, the report of an undisturbed run, and when it did what."""

    folder: Path
    options: argparse.Namespace
    chance: random.Random
    server: Paying
    figures: Figures = field(default_factory=Figures)
    older: Pair = (None, None)
    wanted: Pair = (None, None)
    first_request_s: float = 0.0
    end_s: float = 0.0

    def measure(self) -> None:
        """Run twice undisturbed: over some of the articles for an older report, and over all, in a folder that holds it."""
        write_articles(self.folder / "some", 3)
        write_articles(self.folder / "all", self.options.articles)
        self.start("some", self.folder / "older", self.folder / "a.sqlite").wait(LONGEST_RUN_S)
        self.server.forget()
        shutil.copytree(self.folder / "older", self.folder / "wanted")
        began = time.monotonic()
        process = self.start("all", self.folder / "wanted", self.folder / "b.sqlite")
        while self.server.requests == 0 and process.poll() is None:
            time.sleep(0.01)
        self.first_request_s = time.monotonic() - began
        process.wait(LONGEST_RUN_S)
        self.end_s = time.monotonic() - began
        self.older, self.wanted = _pair(self.folder / "older"), _pair(self.folder / "wanted")
        if None in {*self.older, *self.wanted}:
            raise SystemExit("the undisturbed runs wrote no report")

    def start(self, articles: str, out: Path, store: Path) -> subprocess.Popen[str]:
        """A run of its own process."""
        line = command(self.folder / articles, out, "--in-flight", str(self.options.in_flight), "--quiet")
        pipe = subprocess.PIPE
        return subprocess.Popen(line, env=environment(self.server, store), stdout=pipe, stderr=pipe, text=True)

    def once(self, number: int) -> None:
        """One trial."""
        out, store = self.folder / f"out{number}", self.folder / f"store{number}.sqlite"
        shutil.copytree(self.folder / "older", out)
        self.server.forget()
        process = self.start("all", out, store)
        self._kill(process)
        received, kept = set(self.server.received), _kept(store)
        self._look(_pair(out))
        self.figures.kept += len(kept)
        self.figures.lost += max(0, len(received - kept) - self.options.in_flight)
        again = self.start("all", out, store)
        _, said = again.communicate(timeout=LONGEST_RUN_S)
        twice = {key for key, times in self.server.received.items() if times > 1}
        self.figures.twice += len(twice)
        self.figures.lost += len(twice & kept)
        if again.returncode or "Traceback" in said:
            self.figures.failed.append(f"trial {number}: exit {again.returncode}: {said[-300:]}")
        self.figures.different += _pair(out) != self.wanted or len(list(out.iterdir())) != len(self.wanted)

    def _kill(self, process: subprocess.Popen[str]) -> None:
        # From the first request on, for how soon that comes depends on what else the machine has to do.
        after = self.chance.uniform(-0.1, 1.0) * (self.end_s - self.first_request_s)
        began = time.monotonic()
        if after < 0:
            time.sleep(self.first_request_s * self.chance.random())
        while after >= 0 and not self.server.requests and process.poll() is None and time.monotonic() < began + LONGEST_RUN_S:
            time.sleep(0.005)
        try:
            process.communicate(timeout=max(0, after))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        else:  # it was over sooner
            self.end_s = self.first_request_s + max(0.2, 0.8 * after)
        self.figures.kills += 1
        self.figures.unfinished += process.returncode == -signal.SIGKILL

    def _look(self, pair: Pair) -> None:
        if None in pair:
            self.figures.absent += 1
        elif pair not in {self.older, self.wanted}:
            self.figures.mixed += 1


def _pair(folder: Path) -> Pair:
    files = [folder / name for name in ("report.json", "report.md", "report.html")]
    return tuple(file.read_bytes() if file.exists() else None for file in files)


def _kept(store: Path) -> set[str]:
    """The keys of the answers in a store; a copy is opened, so that its log is left for the next run."""
    if not store.exists():
        return set()
    with tempfile.TemporaryDirectory() as folder:
        for file in store.parent.glob(f"{store.name}*"):
            shutil.copy(file, folder)
        connection = sqlite3.connect(Path(folder) / store.name)
        try:
            there = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'answers'").fetchone()[0]
            return {key for (key,) in connection.execute("SELECT request_key FROM answers")} if there else set()
        finally:
            connection.close()


def main() -> int:
    """Kill, look, go on, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=12)
    parser.add_argument("--latency", type=float, default=0.3)
    parser.add_argument("--in-flight", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, paying(options.latency) as server:
        trials = Trials(Path(folder), options, random.Random(options.seed), server)
        trials.measure()
        for number in range(3 * options.kills):
            trials.once(number)
            if trials.figures.unfinished >= options.kills:
                break
            if (number + 1) % EVERY == 0:
                print(f"{trials.figures}\n", flush=True)
    print(trials.figures)
    return 1 if trials.figures.is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
