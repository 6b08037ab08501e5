"""The fault catalogue: what each misbehaviour of an endpoint becomes, and how many requests it costs."""

from __future__ import annotations

import asyncio
import email.utils
import gzip
import json
import logging
import socket
import sqlite3
import struct
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

import pytest
from llm.faulty_endpoint import CANARY, Answering, Endpoint, Handler, StoppedClock, completion, error, hang, says
from pydantic import BaseModel

from summarizer.errors import (
    AnswerCut,
    AnswerInvalid,
    ModelError,
    ModelRefused,
    ModelSetupError,
    ModelUnavailable,
    RequestTooLong,
)
from summarizer.llm import Model, Reply
from summarizer.settings import ModelSettings
from summarizer.store import AnswerStore

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


class Named(BaseModel):
    """One thing."""

    name: str
    count: int


class StoryAnswer(BaseModel):
    """What a story says."""

    things: list[Named]


GOOD = {"things": [{"name": "ferry", "count": 183}]}
OK = says(completion(GOOD))
SAID = {"role": "assistant", "content": None}


def said(text: str, finish: str = "stop") -> Answering:
    return says(completion(message={"role": "assistant", "content": text}, finish=finish))


def drop(handler: Handler) -> None:
    """Reset the connection without an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def cut(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def drip(handler: Handler) -> None:
    """Send so slowly that no read ever times out."""
    handler.send_response(200)
    handler.send_header("content-length", "5000")
    handler.end_headers()
    while not handler.server.released.wait(0.02):
        handler.wfile.write(b" ")


def two_calls() -> Answering:
    call = {"type": "function", "function": {"name": "StoryAnswer", "arguments": json.dumps(GOOD)}}
    return says(completion(message={**SAID, "tool_calls": [{"id": "a", **call}, {"id": "b", **call}]}))


@dataclass(frozen=True)
class Case:
    """One fault: the script, the error that comes of it (None: an answer), requests received, words in the message."""

    name: str
    script: list[Answering]
    error: type[ModelError] | None
    hits: int
    words: str = ""
    kept: int = 0


FENCED = f"```json\n{json.dumps(GOOD)}\n```"
CASES = [
    # The endpoint asks for patience, or has trouble of its own.
    Case("rate limit, then well", [error(429), OK], None, 2, kept=1),
    Case("rate limit in seconds", [error(429, retry_after="1"), OK], None, 2, kept=1),
    Case("rate limit beyond the deadline", [error(429, retry_after="3000"), OK], None, 2, kept=1),
    Case("rate limit beyond the day", [error(429, retry_after="90000"), OK], ModelUnavailable, 1, "wait 25 h 0 min"),
    Case("rate limit for ever", [error(429)], ModelUnavailable, 3, "3 tries"),
    Case("server errors, then well", [error(502), error(529), OK], None, 3, kept=1),
    Case("server error for ever", [error(500, "boom")], ModelUnavailable, 3, "boom"),
    Case("conflict", [error(409), OK], None, 2, kept=1),
    Case("request timeout", [error(408), OK], None, 2, kept=1),
    Case("reset, then well", [drop, OK], None, 2, kept=1),
    Case("reset for ever", [drop], ModelUnavailable, 3, "broke off"),
    Case("cut mid-body, then well", [cut, OK], None, 2, kept=1),
    # A status of 200 that is none.
    Case("HTML", [says("<html>Bad gateway</html>", content_type="text/html")], ModelUnavailable, 3, "Bad gateway"),
    Case("HTML, then well", [says("<html/>", content_type="text/html"), OK], None, 2, kept=1),
    Case("empty body", [says(""), OK], None, 2, kept=1),
    Case("null", [says("null"), OK], None, 2, kept=1),
    Case("a list", [says("[]"), OK], None, 2, kept=1),
    Case("malformed JSON", [says('{"choices": [{'), OK], None, 2, kept=1),
    Case("deep JSON", [says("[" * 100_000), OK], None, 2, kept=1),
    Case("not UTF-8", [says(b'{"choices": \xff\xfe'), OK], None, 2, kept=1),
    Case("error in a 200", [says({"error": {"message": "upstream"}})], ModelUnavailable, 3, "upstream"),
    Case("401 in a 200", [says({"error": {"message": "bad", "code": 401}})], ModelSetupError, 1, "OPENAI_API_KEY"),
    Case("error text in a 200", [says({"error": "overloaded"}), OK], None, 2, kept=1),
    Case("choices empty", [says({"choices": []}), OK], None, 2, kept=1),
    Case("choices null", [says({"choices": None}), OK], None, 2, kept=1),
    Case("choice without message", [says({"choices": [{"index": 0}]}), OK], None, 2, kept=1),
    # Every further call would fail too.
    Case("401", [error(401, f"Incorrect API key provided: {CANARY}")], ModelSetupError, 1, "OPENAI_API_KEY"),
    Case("403", [error(403)], ModelSetupError, 1, "--model"),
    Case("404", [error(404, "no such model")], ModelSetupError, 1, "no such model"),
    Case("404 HTML", [says("<h1>Not found</h1>", 404)], ModelSetupError, 1, "--base-url"),
    Case("405", [error(405)], ModelSetupError, 1, "--base-url"),
    Case("402", [error(402)], ModelSetupError, 1, "quota"),
    Case("quota", [error(429, "used up", "insufficient_quota")], ModelSetupError, 1, "quota"),
    Case("no tools", [error(400, "'tools' is not supported with this model")], ModelSetupError, 1, "tool calling"),
    Case("redirect loop", [says("", 307, location="/v1/chat/completions")], ModelSetupError, 1, "--base-url"),
    Case("redirect away", [says("", 302, location="http://127.0.0.1:9/x")], ModelSetupError, 1, "--base-url"),
    # This one request is not wanted.
    Case("400", [error(400, "odd request")], ModelRefused, 1, "odd request"),
    Case("413", [error(413)], RequestTooLong, 1, "too long"),
    Case("context length", [error(400, "maximum", "context_length_exceeded")], RequestTooLong, 1, "too long"),
    Case("filtered request", [error(400, "policy", "content_filter")], ModelRefused, 1, "filter"),
    Case("refusal", [says(completion(message={**SAID, "refusal": "I cannot"}))], ModelRefused, 1, "I cannot", 1),
    Case("filtered answer", [said("", "content_filter")], ModelRefused, 1, "filter", 1),
    # Paid for, and not usable.
    Case("cut off", [says(completion('{"things": [', finish="length"))], AnswerCut, 1, "cut off", 1),
    Case("two calls", [two_calls()], AnswerInvalid, 1, "2 tool calls", 1),
    Case("wrong function", [says(completion(GOOD, name="Other"))], AnswerInvalid, 1, "Other", 1),
    Case("calls unreadable", [says(completion(message={**SAID, "tool_calls": "x"}))], AnswerInvalid, 1, "read", 1),
    Case("call unreadable", [says(completion(message={**SAID, "tool_calls": [7]}))], AnswerInvalid, 1, "read", 1),
    Case("prose for ever", [said("The ferry sank.")], AnswerInvalid, 2, "tool calling", 2),
    Case("nothing for ever", [said("")], AnswerInvalid, 2, "tool calling", 2),
    Case("wrong types for ever", [says(completion({"things": [{"name": 1}]}))], AnswerInvalid, 2, "things.0.count", 2),
    Case("missing key, then well", [says(completion({})), OK], None, 2, kept=2),
    Case("double keys", [says(completion('{"things": [], "things": []}'))], AnswerInvalid, 2, '"things" stands', 2),
    Case("truncated arguments", [says(completion('{"things": [{"na')), OK], None, 2, kept=2),
    Case("NaN", [says(completion('{"things": [{"name": "a", "count": NaN}]}'))], AnswerInvalid, 2, "NaN", 2),
    Case("5,000 digits", [says(completion('{"things": ' + "9" * 5000 + "}"))], AnswerInvalid, 2, "digits", 2),
    Case("deep arguments", [says(completion('{"things": ' + "[" * 100_000))], AnswerInvalid, 2, "deeply", 2),
    Case("lone surrogate", [says(completion('{"things": [{"name": "\\ud800", "count": 1}]}'))], AnswerInvalid, 2, "", 2),
    # Odd and usable.
    Case("JSON in the text", [said(json.dumps(GOOD))], None, 1, kept=1),
    Case("fenced JSON", [said(FENCED)], None, 1, kept=1),
    Case("JSON between words", [said(f"Here you go: {json.dumps(GOOD)} Done.")], None, 1, kept=1),
    Case("fenced arguments", [says(completion(FENCED))], None, 1, kept=1),
    Case("text in parts", [said([{"type": "text", "text": json.dumps(GOOD)}])], None, 1, kept=1),  # type: ignore[arg-type]  # that is the fault
    Case("line break in a string", [says(completion(json.dumps(GOOD).replace("ferry", "a\nb")))], None, 1, kept=1),
    Case(
        "old function_call",
        [says(completion(message={**SAID, "function_call": {"name": "StoryAnswer", "arguments": json.dumps(GOOD)}}))],
        None,
        1,
        kept=1,
    ),
    Case(
        "arguments as an object",
        [says(completion(message={**SAID, "tool_calls": [{"function": {"name": "StoryAnswer", "arguments": GOOD}}]}))],
        None,
        1,
        kept=1,
    ),
    Case("usage odd", [says(completion(GOOD, usage={"prompt_tokens": -1, "completion_tokens": "many"}))], None, 1, kept=1),
    Case("usage of another shape", [says(completion(GOOD, usage=[1]))], None, 1, kept=1),
    Case("the key in an answer", [says(completion({"things": [{"name": CANARY, "count": 1}]}))], None, 1, kept=1),
    Case("the key in an error", [error(500, f"cannot use {CANARY}")], ModelUnavailable, 3, "***"),
]


def ask(endpoint: Endpoint, store: AnswerStore, stopped: StoppedClock, **settings: object) -> Reply[StoryAnswer]:
    """Ask once, as a run of one article does."""
    chosen = {"model": "m", "base_url": endpoint.url, "api_key": CANARY, **settings}

    async def run() -> Reply[StoryAnswer]:
        async with Model(ModelSettings(**chosen), store, stopped.clock()) as model:  # type: ignore[arg-type]  # by name
            return await model.ask([{"role": "user", "content": "The story."}], StoryAnswer, "story.txt")

    return asyncio.run(run())


def assert_nowhere(secret: str, folder: Path, caught: BaseException | None, *texts: str) -> None:
    """No file, error, traceback, log line or output holds the secret."""
    shown = "".join(traceback.format_exception(caught)) + repr(caught) if caught else ""
    for place, text in enumerate([shown, *texts]):
        assert secret not in text, f"text {place}"
    for file in folder.rglob("*"):
        assert secret.encode() not in file.read_bytes(), file


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fault(
    case: Case,
    endpoint: Endpoint,
    *,
    stopped: StoppedClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    endpoint.script = case.script
    caught = None
    with caplog.at_level(logging.DEBUG), AnswerStore(tmp_path / "answers.sqlite") as store:
        try:
            reply = ask(endpoint, store, stopped)
        except ModelError as error_:
            caught = error_
        else:
            assert isinstance(reply.answer, StoryAnswer)
            assert reply.sent == endpoint.hits
        assert len(store) == case.kept
    assert type(caught) is (case.error or type(None))
    assert endpoint.hits == case.hits
    assert case.words in str(caught)
    assert_nowhere(CANARY, tmp_path, caught, caplog.text, *capfd.readouterr())
    with sqlite3.connect(tmp_path / "answers.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("case", [case for case in CASES if case.kept], ids=lambda case: case.name)
def test_what_was_paid_is_not_paid_again(case: Case, endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = case.script
    outcomes = []
    for _ in range(2):
        with AnswerStore(tmp_path / "answers.sqlite") as store:
            try:
                outcomes.append(str(ask(endpoint, store, stopped).answer))
            except ModelError as caught:
                outcomes.append(str(caught))
    assert outcomes[0] == outcomes[1]
    assert endpoint.hits == case.hits


@pytest.mark.parametrize("fault", [hang, drip], ids=["hang", "drip"])
def test_deadline_is_wall_clock(fault: Answering, endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [fault]
    started = time.monotonic()
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(ModelUnavailable, match="no answer within"):
        ask(endpoint, store, stopped, deadline_s=0.3)
    assert time.monotonic() - started < 4  # the faults last longer
    assert endpoint.hits == 1


def test_decompression_bomb_is_stopped(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [says(gzip.compress(bytes(40_000_000)), content_encoding="gzip")]
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(AnswerInvalid, match="16 MB"):
        ask(endpoint, store, stopped)
    assert endpoint.hits == 1


def test_bomb_in_an_error_is_stopped(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [says(gzip.compress(bytes(40_000_000)), 500, content_encoding="gzip")]
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(AnswerInvalid, match="16 MB"):
        ask(endpoint, store, stopped)


def test_compressed_answer_is_read(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [says(gzip.compress(json.dumps(completion(GOOD)).encode()), content_encoding="gzip")]
    with AnswerStore(tmp_path / "a.sqlite") as store:
        assert ask(endpoint, store, stopped).answer.things[0].count == 183


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "2.5"}, 2.5),
        ({"retry_after_ms": "300"}, 0.3),
        ({"retry_after": "0"}, 0.0),
        ({"retry_after": "-5"}, 1.0),
        ({"retry_after": "nan"}, 1.0),
        ({"retry_after": "inf"}, 1.0),
        ({"retry_after": "soon"}, 1.0),
        ({"retry_after_ms": "x", "retry_after": "4"}, 4.0),
        ({}, 1.0),
    ],
    ids=str,
)
def test_wait_asked(headers: dict[str, str], waited: float, endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [error(429, **headers), OK]
    with AnswerStore(tmp_path / "a.sqlite") as store:
        ask(endpoint, store, stopped)
    assert sum(stopped.slept) == pytest.approx(waited)


def test_wait_until_a_date(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    stopped.wall = 1_700_000_000.0
    endpoint.script = [error(503, retry_after=email.utils.formatdate(1_700_000_020, usegmt=True)), OK]
    with AnswerStore(tmp_path / "a.sqlite") as store:
        ask(endpoint, store, stopped)
    assert sum(stopped.slept) == pytest.approx(20)


def test_backoff_doubles(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [error(500)]
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(ModelUnavailable):
        ask(endpoint, store, stopped, most_requests=7)
    assert stopped.slept == [0.5, 1, 2, 4, 8, 8]


def test_retries_end_at_the_deadline(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [error(500)]
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(ModelUnavailable):
        ask(endpoint, store, stopped, most_requests=1000, deadline_s=10.0)
    assert sum(stopped.slept) < 10


def test_nobody_listens(stopped: StoppedClock, tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound and not listening: refused for as long as the test runs
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        endpoint = type("Closed", (), {"url": url})()
        with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(ModelUnavailable, match=r"story\.txt.*3 tries"):
            ask(endpoint, store, stopped)


def test_unknown_host(stopped: StoppedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    endpoint = type("Unknown", (), {"url": "http://no-such-host.invalid/v1"})()
    with AnswerStore(tmp_path / "a.sqlite") as store, pytest.raises(ModelUnavailable, match="host name is not known"):
        ask(endpoint, store, stopped)
