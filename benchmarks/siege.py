"""Run after run against an endpoint that fails a third of all calls: what is lost, what is paid twice, does memory grow.

    python benchmarks/siege.py [--minutes 60] [--articles 40] [--seed 1] [--share 0.33] [--keep FOLDER]

A folder of articles is generated, and `summarizer report` is run on it as a process of its own, again and again on one
store. The endpoint answers sensibly, but a share of all calls gets one of the faults that the tests know: limits, server
errors, broken connections, bodies that are no answer, answers that are cut off, declined or do not fit. One run in four is
interrupted, one in four killed. When a run ends with everything read, or has nothing more to ask, the next story begins.

Told at the end, and once a minute on the way: answers sent whole, how many of them were sent for a request that had one
already, and how many do not stand in the store when their run has ended; exit codes; tracebacks; and the peak memory of
runs in the order of time. An answer that was on its way when a run was killed is nobody's to keep, so what is missing after
a kill counts as lost only beyond the number of those.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from faults import catalogue
from faults.answering import Question
from faults.catalogue import Fault, Sent, whole
from faults.endpoint import StoryEndpoint, key_of, serving
from faults.story import write_story

KEY = "sk-CANARY-siege-0123456789"
LONGEST_RUN_S = 120
KINDS: dict[str, Fault] = {
    "429": catalogue.fails(429, "slow down"),
    "429 with a wait": catalogue.fails(429, "slow down", retry_after="0.5"),
    "429 with nonsense": catalogue.fails(429, "slow down", retry_after="soon"),
    "500": catalogue.fails(500, "broken"),
    "502": catalogue.fails(502, "bad gateway"),
    "503": catalogue.fails(503, "overloaded"),
    "529": catalogue.fails(529, "overloaded"),
    "400": catalogue.fails(400, "no"),
    "too long": catalogue.fails(400, "too long", "context_length_exceeded"),
    "reset": catalogue.RESETS,
    "cut body": catalogue.CUT_BODY,
    "page": catalogue.raw("<html>Bad gateway</html>"),
    "nothing": catalogue.raw(""),
    "null": catalogue.raw("null"),
    "error in a 200": catalogue.raw({"error": {"message": "upstream"}}),
    "no choices": catalogue.raw({"choices": []}),
    "packed": catalogue.bomb(32),
    "cut off": catalogue.cut_off(0.6),
    "refusal": catalogue.refuses(),
    "filter": catalogue.filtered(),
    "fenced": catalogue.fenced,
    "prose": catalogue.in_prose,
    "two calls": catalogue.two_calls,
    "wrong type": catalogue.damaged_item(catalogue.wrong_type),
    "extra key": catalogue.damaged_item(catalogue.extra_key),
    "missing key": catalogue.damaged_item(catalogue.missing_key),
    "no usage": lambda asked: whole(asked, usage=None),
    "another model": catalogue.with_key("model", "another"),
    "flood": catalogue.flood(300),
    "slow": catalogue.slow(2.0),
    "hang": catalogue.HANGS,
}


IN_FLIGHT = 8


@dataclass
class Counts:
    """What the runs came to.

    Attributes:
        missing: requests whose answers were sent and do not stand in the store.
        bound: answers on their way when a run was killed: they may be missing and paid for again.
        peaks_mb: the peak memory of each run that ended by itself.
    """

    runs: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    tracebacks: list[str] = field(default_factory=list)
    lost: int = 0
    missing: set[str] = field(default_factory=set)
    bound: int = 0
    keys_shown: int = 0
    stories: int = 0
    peaks_mb: list[float] = field(default_factory=list)


class Besieged(StoryEndpoint):
    """An endpoint that fails a share of all calls, each with a fault of its own."""

    def __init__(self, chance: random.Random, share: float, counts: Counts) -> None:
        super().__init__()
        self.chance, self.share, self.counts = chance, share, counts
        self.whole: set[str] = set()
        self.fails_with(self._one_of_all, when=lambda _: self.chance.random() < self.share)

    def _one_of_all(self, asked: Question) -> Sent:
        name = self.chance.choice(list(KINDS))
        self.counts.faults[name] += 1
        return KINDS[name](asked)

    def _note(self, asked: Question, sent: Sent, *, complete: bool) -> None:
        super()._note(asked, sent, complete=complete)
        if sent.paid and complete:
            self.whole.add(key_of(asked.body))

    def forget(self) -> None:
        """Keep no more of what was asked than its counts, so that an hour fits into memory."""
        self.received.clear()
        self.asked.clear()


def kept(store: Path) -> set[str]:
    """The requests whose answers stand in the store."""
    if not store.exists():
        return set()
    connection = sqlite3.connect(store)
    try:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return set()
        return {key_of(json.loads(request)) for (request,) in connection.execute("SELECT request FROM answers")}
    finally:
        connection.close()


def one_run(base: Path, story: Path, endpoint: Besieged, chance: random.Random, counts: Counts) -> str:
    """Run the program once, perhaps to be interrupted or killed; the exit code in words."""
    end = chance.choice(["itself", "itself", "interrupt", "kill"])
    command = [sys.executable, "-P", "-m", "summarizer", "report", str(story), "--model", "m", "--base-url", endpoint.url]
    command += [
        "--out",
        str(base / "out"),
        "--store",
        str(base / "answers.sqlite"),
        "--deadline",
        "6",
        "--in-flight",
        str(IN_FLIGHT),
    ]
    told, talk = base / "stdout", base / "stderr"
    with told.open("wb") as out, talk.open("wb") as err:
        running = subprocess.Popen(command, stdout=out, stderr=err, env={**os.environ, "OPENAI_API_KEY": KEY})
    status, peak = wait_for(running, end, 1.5 + chance.random() * 5, endpoint, counts)
    said = told.read_text(encoding="utf-8") + talk.read_text(encoding="utf-8")
    counts.runs += 1
    counts.keys_shown += KEY in said
    if "Traceback" in said or "+------" in said:
        counts.tracebacks.append(said[-600:])
    if end == "itself":
        counts.peaks_mb.append(peak)
    code = f"{end}: {status}"
    counts.codes[code] += 1
    return code


def wait_for(
    running: subprocess.Popen[bytes], end: str, after_s: float, endpoint: Besieged, counts: Counts
) -> tuple[int, float]:
    """End a run as told, and wait for it: its exit code and its peak memory in MB."""
    last, strike = time.monotonic() + LONGEST_RUN_S, time.monotonic() + after_s
    while True:
        pid, status, used = os.wait4(running.pid, os.WNOHANG)
        if pid:
            running.returncode = os.waitstatus_to_exitcode(status)
            return running.returncode, used.ru_maxrss / 1024
        if end != "itself" and time.monotonic() > strike:
            counts.bound += in_flight(endpoint) if end == "kill" else 0
            running.send_signal(signal.SIGKILL if end == "kill" else signal.SIGINT)
            end = "itself"
        if time.monotonic() > last:
            counts.bound += in_flight(endpoint)
            running.kill()
        time.sleep(0.02)


def in_flight(endpoint: Besieged) -> int:
    """Calls that a run may have under way now: also those whose answers are sent and not yet read lie with the system."""
    return IN_FLIGHT if endpoint.asked else 0


def siege(base: Path, options: argparse.Namespace) -> tuple[Counts, Besieged]:
    """All runs."""
    chance, counts = random.Random(options.seed), Counts()
    endpoint = Besieged(random.Random(options.seed + 1), options.share, counts)
    endpoint.pace_s = 0.1
    outlets = tuple(f"Outlet {number}" for number in range(options.articles))
    last, told = time.monotonic() + 60 * options.minutes, time.monotonic()
    with serving(endpoint):
        story = base / "story0"
        while time.monotonic() < last:
            if not story.exists():
                write_story(story, outlets, dict.fromkeys(outlets, f"This was told in issue {counts.stories} of the paper."))
            bound = counts.bound
            code = one_run(base, story, endpoint, chance, counts)
            quiet(endpoint)
            missing = endpoint.whole - kept(base / "answers.sqlite")
            gone = len(missing - counts.missing)
            if gone:
                print(f"{code}: {gone} answers that were sent are not kept", flush=True)
            counts.lost += max(0, gone - (counts.bound - bound))
            counts.missing |= missing
            is_done = code.startswith("itself") and not endpoint.asked
            endpoint.forget()
            if is_done or code == "itself: 0":
                counts.stories += 1
                story = base / f"story{counts.stories}"
            if time.monotonic() - told > 60:
                told = time.monotonic()
                print(summary(counts, endpoint), flush=True)
    return counts, endpoint


def quiet(endpoint: Besieged) -> None:
    """Wait until the endpoint has sent what it was sending."""
    last = time.monotonic() + 6
    while endpoint.under_way and time.monotonic() < last:
        time.sleep(0.02)


def summary(counts: Counts, endpoint: Besieged) -> str:
    """One line of what it came to so far."""
    peaks = counts.peaks_mb
    third = max(1, len(peaks) // 3)
    memory = (
        f"{max(peaks[:third]):.0f} MB at first, {max(peaks[-third:]):.0f} MB at last" if peaks else "no run ended by itself"
    )
    return (
        f"{counts.runs} runs over {counts.stories + 1} stories, {sum(endpoint.paid.values())} answers, "
        f"lost {counts.lost}, paid twice {endpoint.paid_twice} (at most {counts.bound} were on their way at kills), "
        f"tracebacks {len(counts.tracebacks)}, keys shown {counts.keys_shown}, peak {memory}, "
        f"exits {dict(sorted(counts.codes.items()))}"
    )


def main() -> None:
    """Besiege, and tell what came of it."""
    # A shell that starts this in the background has Ctrl-C ignored, and the runs would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1 / 3)
    parser.add_argument("--keep", type=Path, help="work in this folder and keep it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        base = options.keep or Path(scratch)
        base.mkdir(parents=True, exist_ok=True)
        counts, endpoint = siege(base, options)
    print(summary(counts, endpoint))
    print(f"faults: {dict(sorted(counts.faults.items()))}")
    for traceback in counts.tracebacks[:5]:
        print(f"---\n{traceback}")


if __name__ == "__main__":
    main()
