"""How close a run comes to the least time that its calls can take, and what each call costs the client.

    python benchmarks/calls.py [--articles 100] [--latency 0.5] [--in-flight 16]

An endpoint on loopback, in a process of its own, answers each request after a fixed time with a realistic answer, whose
anchors and figures are those of the sentences it was sent. The same articles go through the whole extraction (numbering,
asking, grounding, rules for what is left), through `Model.ask` alone (with a store on disk, as in a run) and through the same
loop written plainly with instructor, each in a process of its own, so that memory and CPU are its own as well. The ideal is
ceil(articles / in flight) times the latency. CPU is counted from the first answer on, start-up left out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import instructor
from folder import SENTENCES, facts
from openai import AsyncOpenAI

from summarizer.answers import ArticleAnswer
from summarizer.llm import Model
from summarizer.pipeline.extracting import extract_all
from summarizer.schema import Article
from summarizer.settings import ModelSettings
from summarizer.store import AnswerStore

WORDS = "the ferry sank off coast officials said at least people died rescue boats reached port on Tuesday after storm"
INSTRUCTIONS = "Extract every statement of the article. " * 40
LONGEST_RUN_S = 240
SENTENCE = re.compile(r"\[s(\d+)\] ([^\n\[]+)")
REPLY = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s"

Asking = Callable[[str], Awaitable[Any]]


@dataclass
class Measured:
    """One loop's result: seconds, CPU milliseconds a call, and peak memory in MB."""

    wall_s: float
    cpu_ms: float
    peak_mb: float


def article(number: int) -> str:
    """A short generated article of some 300 words."""
    words = random.Random(number)
    return f"Article {number}. " + " ".join(
        f"[s{n}] {' '.join(words.choices(WORDS.split(), k=14))}, {words.randrange(400)} in all." for n in range(1, 19)
    )


def answer(request: str) -> dict[str, Any]:
    """A completion with a statement for each of two sentences of three, as a model gives for such an article."""
    statements = []
    for number, sentence in SENTENCE.findall(request):
        words, counts = sentence.split(), re.findall(r"\d+ [a-z]+", sentence)
        if int(number) % 3:
            figures = [{"figure": found, "measure": "people killed", "of": "passengers"} for found in counts[:1]]
            given = {"sents": [int(number)], "anchor": " ".join(words[:6]), "statement": sentence, "by": "p1", "cue": "said"}
            statements.append({**given, "figures": figures})
    speakers = [{"id": "p1", "name": "the harbour office", "role": "authority"}]
    arguments = json.dumps({"main_source": "a wire report", "speakers": speakers, "statements": statements})
    call = {"id": "call_1", "type": "function", "function": {"name": "ArticleAnswer", "arguments": arguments}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "fixed",
        "choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}],
        "usage": {"prompt_tokens": 1900, "completion_tokens": len(arguments) // 4, "total_tokens": 3000},
    }


async def serve(latency: float) -> None:
    """Answer every request after the same time, until the process is ended. Prints its port first."""

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                request = json.loads(await reader.readexactly(int(lengths[0].split(b":")[1])))
                due = asyncio.get_running_loop().time() + latency
                body = json.dumps(answer(request["messages"][-1]["content"])).encode()
                await asyncio.sleep(due - asyncio.get_running_loop().time())
                writer.write(REPLY % (len(body), body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(converse, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


async def measure(ask: Asking, articles: int) -> Measured:
    """Ask for one article to warm up, then for all of them at once."""
    await ask(article(-1))
    cpu, started = time.process_time(), time.perf_counter()
    await asyncio.gather(*[ask(article(number)) for number in range(articles)])
    return measured(cpu, started, articles)


def measured(cpu: float, started: float, articles: int) -> Measured:
    """What went by since these readings of the clocks."""
    wall_s = time.perf_counter() - started
    cpu_ms = (time.process_time() - cpu) * 1000 / articles
    return Measured(wall_s, cpu_ms, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def messages(text: str) -> list[dict[str, str]]:
    """The prompt: fixed instructions first, the article last."""
    return [{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": text}]


async def through_model(url: str, options: argparse.Namespace) -> Measured:
    """The loop as the program runs it."""
    settings = ModelSettings(model="fixed", base_url=url, in_flight=options.in_flight)
    with tempfile.TemporaryDirectory() as folder, AnswerStore(Path(folder) / "answers.sqlite") as store:
        async with Model(settings, store) as model:
            return await measure(lambda text: model.ask(messages(text), ArticleAnswer, "article"), options.articles)


async def through_plain_instructor(url: str, options: argparse.Namespace) -> Measured:
    """The loop as instructor's documentation writes it: one client, create per call, a semaphore around it."""
    client = instructor.from_openai(AsyncOpenAI(base_url=url, api_key="none"), mode=instructor.Mode.TOOLS)
    slots = asyncio.Semaphore(options.in_flight)

    async def ask(text: str) -> ArticleAnswer:
        async with slots:
            found: ArticleAnswer = await client.create(
                model="fixed",
                messages=messages(text),  # type: ignore[arg-type]  # plain dicts, as the documentation has them
                response_model=ArticleAnswer,
                max_retries=1,
            )
            return found

    return await measure(ask, options.articles)


async def through_extraction(url: str, options: argparse.Namespace) -> Measured:
    """All that a run does between reading the articles and comparing them."""
    chance, known = random.Random(options.articles), facts(options.articles)
    texts = [" ".join(fact.told(chance) for fact in chance.sample(known, SENTENCES)) for _ in range(options.articles)]
    articles = [Article(article_id=f"a{n}", path=f"{n}.txt", text=text, language="en") for n, text in enumerate(texts)]
    settings = ModelSettings(model="fixed", base_url=url, in_flight=options.in_flight)
    with tempfile.TemporaryDirectory() as folder, AnswerStore(Path(folder) / "answers.sqlite") as store:
        async with Model(settings, store) as model:
            cpu, started = time.process_time(), time.perf_counter()
            await extract_all(articles, model, lambda _: None)
            return measured(cpu, started, options.articles)


LOOPS = {"extraction": through_extraction, "Model.ask": through_model, "plain instructor": through_plain_instructor}


def run_apart(loop: str, url: str, options: argparse.Namespace) -> Measured:
    """Run one loop in a fresh process."""
    numbers = ["--articles", str(options.articles), "--in-flight", str(options.in_flight)]
    command = [sys.executable, __file__, "--loop", loop, "--url", url, *numbers]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LONGEST_RUN_S / len(LOOPS))
    return Measured(**json.loads(ran.stdout))


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--latency", type=float, default=0.5, help="seconds the endpoint takes for an answer")
    parser.add_argument("--in-flight", type=int, default=16)
    parser.add_argument("--loop", choices=LOOPS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Start the endpoint, run both loops against it, print the table and end the endpoint."""
    options = parse()
    if options.serve:
        asyncio.run(serve(options.latency))
        return
    if options.loop:
        print(json.dumps(vars(asyncio.run(LOOPS[options.loop](options.url, options)))))
        return
    serving = [sys.executable, __file__, "--serve", "--latency", str(options.latency)]
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            results = {loop: run_apart(loop, f"http://127.0.0.1:{port}/v1", options) for loop in LOOPS}
        finally:
            server.kill()
    ideal = math.ceil(options.articles / options.in_flight) * options.latency
    print(f"{options.articles} articles, {options.latency} s each, {options.in_flight} in flight: ideal {ideal:.2f} s")
    print(f"{'':18}{'wall':>9}{'of ideal':>10}{'CPU/call':>11}{'peak':>9}")
    for loop, result in results.items():
        times, share = f"{result.wall_s:.2f} s", f"{result.wall_s / ideal:.3f}"
        print(f"{loop:18}{times:>9}{share:>10}{result.cpu_ms:>8.1f} ms{result.peak_mb:>6.0f} MB")


if __name__ == "__main__":
    main()
