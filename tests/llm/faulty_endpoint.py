"""An endpoint on loopback that misbehaves as told, and a clock that never waits."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from summarizer.llm import Clock

CANARY = "sk-CANARY0123456789"

Answering = Callable[["Handler"], None]


def completion(
    arguments: str | dict[str, Any] | None = None,
    *,
    name: str = "StoryAnswer",
    message: dict[str, Any] | None = None,
    finish: str = "tool_calls",
    usage: Any = None,
) -> dict[str, Any]:
    """A chat completion with one tool call, or with a message of the test's own."""
    if message is None:
        text = arguments if isinstance(arguments, str) else json.dumps(arguments)
        call = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": text}}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "served",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120} if usage is None else usage,
    }


def says(body: Any, status: int = 200, **headers: str) -> Answering:
    """An answer with a body, as JSON unless it is text already."""
    data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def error(status: int, message: str = "no", code: str | None = None, **headers: str) -> Answering:
    """An error in OpenAI's form."""
    return says({"error": {"message": message, "type": None, "code": code}}, status, **headers)


def hang(handler: Handler) -> None:
    """Never answer."""
    handler.server.released.wait(5)
    handler.close_connection = True


class Handler(BaseHTTPRequestHandler):
    """Answers each request with the next line of the script; the last line again for all further ones."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for an acknowledgement
    server: Endpoint

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Answer a request as the script says."""
        length = int(self.headers.get("content-length", 0))
        answering = self.server.take(self.rfile.read(length), dict(self.headers.items()), self.path)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            answering(self)

    def do_GET(self) -> None:
        """A client that follows a redirect comes back with GET."""
        self.do_POST()


@dataclass
class Received:
    """One request as it came in."""

    body: dict[str, Any]
    headers: dict[str, str]
    path: str


class Endpoint(ThreadingHTTPServer):
    """A server on a free port of 127.0.0.1."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Answering] = []
        self.received: list[Received] = []
        self.released = threading.Event()
        self.under_way = 0
        self.most_under_way = 0
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Its base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def hits(self) -> int:
        """How many requests came in."""
        return len(self.received)

    def take(self, body: bytes, headers: dict[str, str], path: str) -> Answering:
        """Note a request and choose its answer."""
        with self.lock:
            answering = self.script[min(len(self.received), len(self.script) - 1)]
            self.received.append(Received(json.loads(body or b"{}"), headers, path))
        return answering

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the tests."""


@dataclass
class StoppedClock:
    """Time that passes only where somebody sleeps."""

    slept: list[float] = field(default_factory=list)
    wall: float = field(default_factory=time.time)

    async def sleep(self, seconds: float) -> None:
        """Note a wait instead of waiting."""
        self.slept.append(seconds)

    def clock(self) -> Clock:
        """The clock to hand to a Model."""
        return Clock(
            now=lambda: sum(self.slept), wall=lambda: self.wall + sum(self.slept), sleep=self.sleep, chance=lambda: 0.0
        )
