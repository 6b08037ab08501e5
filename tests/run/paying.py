"""An endpoint on loopback that answers everything and counts what is asked and what is answered, and a run against it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from summarizer.store import request_key

CANARY = "sk-CANARY-of-the-paying-tests-0123456789"
SENTENCE = re.compile(r"\[s(\d+)\] ([^\n\[]+)")
OUTLETS = ("North Wire", "Elva Post", "Harbour Gazette", "Lake Echo", "Fen Star", "Isle Mirror", "Coast Ledger", "Moor Argus")


def write_articles(folder: Path, count: int = 7, filler: int = 0) -> Path:
    """Articles of invented outlets on one ferry, of which two tell another toll."""
    folder.mkdir()
    for number in range(count):
        toll = 30 if number in {1, 4} else 12
        outlet = OUTLETS[number % len(OUTLETS)] + (f" {number}" if number >= len(OUTLETS) else "")
        more = "".join(f"Witness {n} of {outlet} saw {n + 3} boats leave quay {number}. " for n in range(filler))
        (folder / f"{number:03}.txt").write_text(
            f"Title: Ferry sinks, report {number}\nOutlet: {outlet}\nDate: 2024-03-05\n\n"
            f"The ferry Alda sank off Elva on Monday. At least {toll} people died, the coastguard said. "
            f"Reporter {number} of {outlet} counted {number + 2} rescue boats in the harbour. {more}\n"
        )
    return folder


def arguments(tool: str, prompt: str) -> dict[str, Any]:
    """What a model fills in: a statement a sentence with its figures; no proposal; an equal verdict on every pair."""
    if tool == "ArticleAnswer":
        told = [
            {"sents": [int(number)], "anchor": " ".join(text.split()[:5]), "figures": _figures(text)}
            for number, text in SENTENCE.findall(prompt)
        ]
        return {"statements": told}
    if tool == "ProposalsAnswer":
        return {"proposals": []}
    pairs = sorted(set(re.findall(r"\bp(\d+)\b", prompt)), key=int)
    words = {"why": "They give two tolls.", "same": "yes", "verdict": "contradict", "matter": "casualties"}
    return {"pairs": [{"id": f"p{number}", **words} for number in pairs]}


def _figures(text: str) -> list[dict[str, str]]:
    return [{"figure": found, "measure": "people killed"} for found in re.findall(r"At least \d+ people", text)]


def completion(request: dict[str, Any]) -> bytes:
    """The whole answer to a request."""
    tool = request["tools"][0]["function"]["name"]
    text = json.dumps(arguments(tool, request["messages"][-1]["content"]))
    call = {"id": "call_1", "type": "function", "function": {"name": tool, "arguments": text}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    choice = {"index": 0, "finish_reason": "tool_calls", "message": message}
    return json.dumps(
        {"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage}
    ).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Paying

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Count, wait, answer, count."""
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        key, body = request_key(request), completion(request)
        with self.server.lock:
            self.server.received[key] += 1
            self.server.under_way += 1
        time.sleep(self.server.latency)
        with contextlib.suppress(OSError):
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        with self.server.lock:
            self.server.under_way -= 1


class Paying(ThreadingHTTPServer):
    """Answers every request after the same time.

    Attributes:
        received: how often each request came in, by its key.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, latency: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.latency = latency
        self.received: Counter[str] = Counter()
        self.under_way = 0
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Its base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_: object) -> None:
        """A program that is killed hangs up."""

    def forget(self) -> None:
        """Count from nothing, once nobody is being answered any more."""
        while self.under_way:
            time.sleep(0.01)
        self.received.clear()

    @property
    def requests(self) -> int:
        """How many requests came in."""
        with self.lock:
            return sum(self.received.values())


@contextlib.contextmanager
def paying(latency: float = 0.0) -> Iterator[Paying]:
    """A running endpoint."""
    server = Paying(latency)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def command(articles: Path, out: Path, *more: str) -> list[str]:
    """The command of a report against the endpoint in the environment."""
    return [sys.executable, "-m", "summarizer", "report", str(articles), "--out", str(out), "--model", "m", *more]


def environment(server: Paying | None, store: Path) -> dict[str, str]:
    """The environment of such a command."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI", "SUMMARIZER"))}
    root = str(Path(__file__).parents[2])
    if server is not None:
        clean |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": CANARY}
    return clean | {"SUMMARIZER_STORE": str(store), "PYTHONPATH": root}


def run_report(
    server: Paying, articles: Path, out: Path, store: Path, *, before: Any = None
) -> subprocess.CompletedProcess[str]:
    """A whole run in a process of its own."""
    return subprocess.run(
        command(articles, out),
        env=environment(server, store),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=before,
    )
