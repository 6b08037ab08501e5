"""How fast the scanners read: kB of text per second, and processor time, beside quantulum3 if one asks for it.

    python benchmarks/scanners.py FOLDER_OR_JSONL [--runs 5] [--beside-python /path/to/python]

The texts are the `.txt` files of a folder or the field "text" of each line of a JSONL file. Each scanner reads all of
them several times and the fastest run counts, since others can only slow a run down. `--beside-python` names an
interpreter in which quantulum3 is installed; its parser reads the same texts in a process of its own right after.
A text on which it raises is counted, and its time with it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summarizer.attributions import find_attributions
from summarizer.dates import find_dates
from summarizer.quantities import find_quantities

WRITTEN = date(2021, 8, 29)
LONGEST_RUN_S = 3600

# Runs in another interpreter, without this package: reads the texts on stdin and prints one Measured as JSON.
BESIDE = """
import json, logging, sys, time
logging.disable(logging.CRITICAL)
from quantulum3 import parser
texts, runs = json.load(sys.stdin)
parser.parse("5 km")
best, best_cpu = float("inf"), float("inf")
for _ in range(runs):
    found = crashed = 0
    cpu, started = time.process_time(), time.perf_counter()
    for text in texts:
        try:
            found += len(parser.parse(text))
        except Exception:
            crashed += 1
    best, best_cpu = min(best, time.perf_counter() - started), min(best_cpu, time.process_time() - cpu)
json.dump({"wall_s": best, "cpu_s": best_cpu, "found": found, "crashed": crashed}, sys.stdout)
"""


@dataclass
class Measured:
    """The fastest run over all texts: seconds, processor seconds, what it found, and texts on which it raised."""

    wall_s: float
    cpu_s: float
    found: int
    crashed: int = 0


SCANNERS: dict[str, Callable[[str], int]] = {
    "find_quantities": lambda text: len(find_quantities(text)),
    "find_dates": lambda text: len(find_dates(text, WRITTEN)),
    "find_attributions": lambda text: len(find_attributions(text)),
}


def read_texts(source: Path) -> list[str]:
    """The texts of a folder or of a JSONL file."""
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
    with source.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def measure(scan: Callable[[str], int], texts: list[str], runs: int) -> Measured:
    """Read all texts `runs` times, after one text to warm up."""
    scan(texts[0])
    walls, cpus, found = [], [], 0
    for _ in range(runs):
        cpu, started = time.process_time(), time.perf_counter()
        found = sum(scan(text) for text in texts)
        walls.append(time.perf_counter() - started)
        cpus.append(time.process_time() - cpu)
    return Measured(min(walls), min(cpus), found)


def measure_beside(python: Path, texts: list[str], runs: int) -> Measured:
    """The same with quantulum3's parser, in another interpreter."""
    command = [str(python), "-W", "ignore", "-c", BESIDE]
    given = json.dumps([texts, runs])
    ran = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True, timeout=LONGEST_RUN_S)
    return Measured(**json.loads(ran.stdout))


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="a folder of .txt files, or a JSONL file with a field 'text'")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--beside-python", type=Path, help="an interpreter in which quantulum3 is installed")
    parser.add_argument("--beside-runs", type=int, default=1, help="quantulum3 is slow: runs of its own")
    return parser.parse_args()


def main() -> None:
    """Measure each scanner in turn and print the table."""
    options = parse()
    texts = read_texts(options.source)
    if not texts:
        sys.exit(f"no texts in {options.source}")
    size_kb = sum(len(text.encode()) for text in texts) / 1000
    results = {name: measure(scan, texts, options.runs) for name, scan in SCANNERS.items()}
    if options.beside_python:
        results["quantulum3"] = measure_beside(options.beside_python, texts, options.beside_runs)
    print(f"{len(texts)} texts, {size_kb:.0f} kB, fastest of {options.runs} runs (quantulum3: of {options.beside_runs})")
    print(f"{'':18}{'speed':>12}{'wall':>10}{'CPU':>10}{'found':>8}{'crashed':>9}")
    for name, result in results.items():
        speed = f"{size_kb / result.wall_s:.1f} kB/s"
        print(f"{name:18}{speed:>12}{result.wall_s:>8.2f} s{result.cpu_s:>8.2f} s{result.found:>8}{result.crashed:>9}")


if __name__ == "__main__":
    main()
