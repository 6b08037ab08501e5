"""What it costs that every answer is on disk before it is used.

    python benchmarks/durability.py [--articles 200] [--in-flight 16] [--latencies 0 0.5] [--rounds 3] [--folder DIR]

The same questions go through `Model.ask` against an endpoint on loopback, with the store as a run has it, with the same
store told not to wait for the disk (synchronous = OFF), and with answers in memory alone; in turns, the best round counts.
The ratio is that of answers a second, with the store and without. How long one call of the store holds up the event loop
is given too: its median, its 99th percentile and its longest. The last lines are the store alone: a look-up that finds
nothing, a claim, an answer with what it cost, a release, one after the other. `--folder` names the disk that is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from calls import article, measure, messages

from summarizer.answers import ArticleAnswer
from summarizer.llm import Model
from summarizer.settings import ModelSettings
from summarizer.spending import Spent
from summarizer.store import AnswerStore, request_key

ALONE = 300
ANSWER = "{" + "x" * 4000 + "}"


class InMemory:
    """Answers that nothing keeps."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The answer, if there is one."""
        return self.answers.get(endpoint + request_key(request))

    def keep(self, endpoint: str, request: Mapping[str, Any], response: str, **_: Any) -> None:
        """Keep it until the process ends."""
        self.answers[endpoint + request_key(request)] = response

    def spent(self, _run: str) -> tuple[Spent, ...]:
        """Nothing."""
        return ()

    def claim(self, _endpoint: str, _request: Mapping[str, Any]) -> bool:
        """Nobody else asks."""
        return True

    def release(self, _endpoint: str, _request: Mapping[str, Any]) -> None:
        """There is nothing to give back."""


class Timed:
    """A book whose every call is timed: that long the event loop stands still."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.seconds: list[float] = []

    def __getattr__(self, name: str) -> Any:
        """The book's own method, timed."""
        method = getattr(self.book, name)

        def timed(*args: Any, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                return method(*args, **options)
            finally:
                self.seconds.append(time.perf_counter() - began)

        return timed


@contextmanager
def book_of(kind: str, folder: Path) -> Iterator[Any]:
    """A book of a kind, new and empty."""
    if kind == "in memory":
        yield InMemory()
        return
    with tempfile.TemporaryDirectory(dir=folder) as place, AnswerStore(Path(place) / "answers.sqlite") as store:
        if kind == "unsynced":
            store._database.connection.execute("PRAGMA synchronous = OFF")  # noqa: SLF001  # no run may have it
        yield store


KINDS = ("kept", "unsynced", "in memory")


async def answers_a_second(url: str, kind: str, options: argparse.Namespace) -> tuple[float, list[float]]:
    """Ask for all articles once; also the seconds of each call of the book."""
    settings = ModelSettings(model="fixed", base_url=url, in_flight=options.in_flight)
    with book_of(kind, options.folder) as book:
        timed = Timed(book)
        async with Model(settings, timed) as model:
            measured = await measure(lambda text: model.ask(messages(text), ArticleAnswer, "article"), options.articles)
    return options.articles / measured.wall_s, timed.seconds


def compare(latency: float, options: argparse.Namespace) -> None:
    """All kinds in turns against one endpoint, and what came of it."""
    serving = [sys.executable, str(Path(__file__).with_name("calls.py")), "--serve", "--latency", str(latency)]
    best = dict.fromkeys(KINDS, 0.0)
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            for _ in range(options.rounds):
                for kind in KINDS:
                    rate, spent = asyncio.run(answers_a_second(f"http://127.0.0.1:{port}/v1", kind, options))
                    best[kind] = max(best[kind], rate)
                    seconds[kind] += spent
        finally:
            server.kill()
    for kind in KINDS:
        rate = f"{best[kind]:.1f}/s, ratio to none {best[kind] / best['in memory']:.3f}"
        print(f"latency {latency} s, {kind:10} {rate}; a call of the book {spread(seconds[kind])}")


def spread(seconds: list[float]) -> str:
    """Median, 99th percentile and longest, in milliseconds."""
    ordered = sorted(seconds)
    last = ordered[int(len(ordered) * 0.99)]
    return f"{statistics.median(ordered) * 1000:.2f} / {last * 1000:.1f} / {ordered[-1] * 1000:.1f} ms"


def alone(kind: str, options: argparse.Namespace) -> None:
    """The store's calls for one question after another, with no endpoint."""
    took: dict[str, list[float]] = {}
    with book_of(kind, options.folder) as book:
        for number in range(ALONE):
            request = {"model": "fixed", "messages": messages(article(number % 50)), "n": number}
            spent = Spent("run", "fixed", 1900, 500)
            for name, call in (
                ("find", lambda: book.find("u", request)),  # noqa: B023  # called at once
                ("claim", lambda: book.claim("u", request)),  # noqa: B023
                ("keep", lambda: book.keep("u", request, ANSWER, spent=spent)),  # noqa: B023
                ("release", lambda: book.release("u", request)),  # noqa: B023
            ):
                began = time.perf_counter()
                call()
                took.setdefault(name, []).append(time.perf_counter() - began)
    print(f"the store alone, {kind}: " + "; ".join(f"{name} {spread(times)}" for name, times in took.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--in-flight", type=int, default=16)
    parser.add_argument("--latencies", type=float, nargs="+", default=[0.0, 0.5])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    options = parser.parse_args()
    for latency in options.latencies:
        compare(latency, options)
    for kind in KINDS:
        alone(kind, options)


if __name__ == "__main__":
    main()
