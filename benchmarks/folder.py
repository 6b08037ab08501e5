"""What a whole run costs without a model: from cold start to the written report, by number of articles.

    python benchmarks/folder.py [--articles 100 300 1000] [--keep FOLDER] [--profile]

Articles are generated, thirty sentences each: a running story whose facts grow with the number of its articles, told by
each outlet in its own words and by one in ten with another figure. Each story is written to a folder and read by
`summarizer report --model rules` in a process of its own. CPU is that of the process and of all it started; the
peak is that of the largest of them. The last line gives the exponent of growth: 1.0 is linear. `--profile` lists the ten
functions in which a run over the first story spends most.
"""

from __future__ import annotations

import argparse
import cProfile
import math
import os
import pstats
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SENTENCES = 30
FACTS_A_STORY = 60
FACTS_AN_ARTICLE = 6
"""A story gains so many facts with each article, so that a fact is told by five articles however many there are."""
ONE_IN_TEN = 0.1
SYLLABLES = "tor vik hal bro sand ost mark lund varn eke by nor rick fjel brand kvam ros dal stein holm".split()
WHOM = "miners nurses sailors farmers soldiers pupils drivers clerks fishermen guards".split()
DONE = "killed injured rescued arrested evacuated".split()
TOLD = (
    "In {place}, {count} {whom} were {done} on {day} October 2024, officials said.",
    "At least {count} {whom} were {done} in {place} on Monday, the interior ministry said.",
    "“We counted {count} {whom} who were {done} in {place},” said Anna {place}son, a spokeswoman for the council.",
    "The repair of the bridge in {place} will cost ${money} million, according to the governor.",
    "Police in {place} denied that {count} {whom} had been {done} last week.",
    "The mayor of {place}, Erik {place}sen, warned that the water could rise by {count} centimetres by Friday.",
)
DAY = 14


@dataclass(frozen=True)
class Fact:
    """One thing that happened, and the figure that most outlets give for it."""

    place: str
    whom: str
    done: str
    count: int
    form: str

    def told(self, chance: random.Random) -> str:
        """The fact as one article tells it."""
        count = self.count + 7 if chance.random() < ONE_IN_TEN else self.count
        values = {"place": self.place, "whom": self.whom, "done": self.done, "count": count, "day": DAY}
        return self.form.format(**values, money=count)


def facts(articles: int) -> list[Fact]:
    """The facts of a story of so many articles, each of its own place or of its own people."""
    chance = random.Random(articles)
    wanted = max(FACTS_A_STORY, FACTS_AN_ARTICLE * articles)
    places = [f"{a}{b}{c}".capitalize() for a in SYLLABLES for b in SYLLABLES for c in ("", *SYLLABLES)]
    chance.shuffle(places)
    return [
        Fact(places[n % len(places)], chance.choice(WHOM), chance.choice(DONE), 10 + chance.randrange(80), TOLD[n % len(TOLD)])
        for n in range(wanted)
    ]


def write_story(articles: int, folder: Path) -> None:
    """Write the articles of a story as text files with title, outlet and date."""
    chance, known = random.Random(articles), facts(articles)
    for number in range(articles):
        told = [fact.told(chance) for fact in chance.sample(known, SENTENCES)]
        paragraphs = [" ".join(told[first : first + 3]) for first in range(0, SENTENCES, 3)]
        head = f"Flood reaches {known[number % len(known)].place}\n\nOutlet {number}\n15 October 2024"
        (folder / f"{number:05d}.txt").write_text("\n\n".join([head, *paragraphs]) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Cost:
    """One run: seconds of CPU and of the clock, peak in MB."""

    cpu_s: float
    wall_s: float
    peak_mb: float


def run(folder: Path, out: Path) -> Cost:
    """Run the program on the folder. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "summarizer", "report", str(folder), "--model", "rules", "--out", str(out)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def heaviest(folder: Path, out: Path) -> str:
    """The ten functions with most time of their own in a run in this process alone."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from summarizer.cli import main as program  # noqa: PLC0415  only a profile runs the program in here

    sys.argv = ["summarizer", "report", str(folder), "--model", "rules", "--out", str(out)]
    profile = cProfile.Profile()
    try:
        profile.runcall(program)
    except SystemExit as ended:
        if ended.code:
            raise
    table = tempfile.SpooledTemporaryFile(mode="w+")  # noqa: SIM115  pstats prints to a stream
    pstats.Stats(profile, stream=table).sort_stats("tottime").print_stats(10)
    table.seek(0)
    return re.sub(r"\s+\n", "\n", table.read())


def main() -> None:
    """Generate, run, print one line a story, then the exponents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--keep", type=Path, help="write the stories and reports below this folder and keep them")
    parser.add_argument("--profile", action="store_true", help="list the ten heaviest functions of the first story")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        base = options.keep or Path(scratch)
        costs: dict[int, Cost] = {}
        for articles in options.articles:
            folder = base / f"story{articles}"
            folder.mkdir(parents=True, exist_ok=True)
            write_story(articles, folder)
            costs[articles] = cost = run(folder, base / f"report{articles}")
            print(
                f"{articles:6d} articles: {cost.cpu_s:7.1f} s of CPU ({1000 * cost.cpu_s / articles:5.0f} ms an article), "
                f"{cost.wall_s:6.1f} s, peak {cost.peak_mb:5.0f} MB",
                flush=True,
            )
        if len(costs) > 1:
            low, high = min(costs), max(costs)
            grown = math.log(costs[high].cpu_s / costs[low].cpu_s) / math.log(high / low)
            print(f"exponent of growth in CPU from {low} to {high} articles: {grown:.2f}")
        if options.profile:
            print(heaviest(base / f"story{options.articles[0]}", base / "profiled"))


if __name__ == "__main__":
    main()
