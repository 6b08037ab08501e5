"""What goes over the wire, how many at a time, and what a reply counts."""

from __future__ import annotations

import asyncio
import inspect
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import vcr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llm.faulty_endpoint import CANARY, Answering, Endpoint, Handler, StoppedClock, completion, error, hang, says
from pydantic import BaseModel, ConfigDict, Field

from summarizer import llm
from summarizer.answers import ArticleAnswer
from summarizer.errors import (
    AnswerInvalid,
    AnswerNotRecorded,
    ConfigError,
    ModelError,
    ModelRefused,
    ModelSetupError,
    ModelUnavailable,
    StoreError,
)
from summarizer.llm import Model, Reply, check_settings, endpoint_name
from summarizer.settings import ModelSettings
from summarizer.spending import Spent
from summarizer.store import AnswerStore, RecordedAnswers, cassette

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


class Colour(StrEnum):
    RED = "red"


class StoryAnswer(BaseModel):
    """What a story says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(description="the headline")
    colours: list[Colour] = Field(default=[])


GOOD = {"title": "Ferry", "colours": ["red"]}
OK = says(completion(GOOD))
USER = [{"role": "user", "content": "The story."}]


class Book:
    """An answer book in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.requests: list[Mapping[str, Any]] = []
        self.endpoints: set[str] = set()

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        return self.kept.get(json.dumps(request, sort_keys=True))

    def keep(
        self, endpoint: str, request: Mapping[str, Any], response: str, *, spent: Spent | None = None, instead: bool = False
    ) -> None:
        self.endpoints.add(endpoint)
        self.requests.append(json.loads(json.dumps(request)))
        self.kept.setdefault(json.dumps(request, sort_keys=True), response)

    def spent(self, run: str) -> tuple[Spent, ...]:
        return ()

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        pass

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        return True

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        pass


def model_at(endpoint: Endpoint, book: Any, stopped: StoppedClock | None = None, **settings_: Any) -> Model:
    chosen = {"model": "m", "base_url": endpoint.url, "api_key": CANARY, **settings_}
    return Model(ModelSettings(**chosen), book, stopped.clock() if stopped else None)


def ask(model: Model, *contents: str, answer_type: type[BaseModel] = StoryAnswer) -> list[Any]:
    """Ask for each content at once; exceptions are returned in place of replies."""

    async def run() -> list[Any]:
        async with model:
            return await asyncio.gather(
                *[model.ask([{"role": "user", "content": text}], answer_type, f"{n}.txt") for n, text in enumerate(contents)],
                return_exceptions=True,
            )

    return asyncio.run(run())


def slowly(body: Any, seconds: float = 0.05) -> Answering:
    """An answer that takes a while, noting how many are under way."""

    def answer(handler: Handler) -> None:
        server = handler.server
        with server.lock:
            server.under_way += 1
            server.most_under_way = max(server.most_under_way, server.under_way)
        time.sleep(seconds)
        with server.lock:
            server.under_way -= 1
        says(body)(handler)

    return answer


HOSTILE = [
    "  {{ 7*7 }} {% bad %} {# gone #}\n    indented\n ",
    "{{ config }}",
    "\t \n",
    "é \u2028 \U0001f600 \u200b \x1b[31m",
    '"}], "model": "other"',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_article_reaches_the_wire_unchanged(text: str, endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    ask(model_at(endpoint, Book()), text)
    assert endpoint.received[0].body["messages"] == [{"role": "user", "content": text}]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_reaches_the_wire_unchanged(text: str, endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    endpoint.received.clear()
    ask(model_at(endpoint, Book()), text)
    assert endpoint.received[0].body["messages"][0]["content"] == text


def test_what_is_kept_is_what_was_sent(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({})), OK]
    book = Book()
    ask(model_at(endpoint, book), "The story.")
    assert [received.body for received in endpoint.received] == book.requests
    assert book.endpoints == {endpoint.url}
    assert all(received.path == "/v1/chat/completions" for received in endpoint.received)
    assert endpoint.received[0].headers["authorization"] == f"Bearer {CANARY}"


def test_request_holds_only_what_is_needed(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    ask(model_at(endpoint, Book()), "x")
    assert endpoint.received[0].body == {
        "model": "m",
        "messages": [{"role": "user", "content": "x"}],
        "tool_choice": {"type": "function", "function": {"name": "StoryAnswer"}},
        "tools": [
            {
                "type": "function",
                "function": {
                    "name": "StoryAnswer",
                    "description": "What a story says.",
                    "parameters": {
                        "type": "object",
                        "additionalProperties": False,
                        "$defs": {"Colour": {"enum": ["red"], "type": "string"}},
                        "properties": {
                            "title": {"description": "the headline", "type": "string"},
                            "colours": {"default": [], "items": {"$ref": "#/$defs/Colour"}, "type": "array"},
                        },
                        "required": ["title"],
                    },
                },
            }
        ],
    }


def test_answer_is_of_the_type_asked_for(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    (reply,) = ask(model_at(endpoint, Book()), "x")
    assert reply.answer == StoryAnswer(title="Ferry", colours=[Colour.RED])
    assert type(reply.answer) is StoryAnswer
    assert set(reply.answer.__dict__) == {"title", "colours"}


def test_real_answer_type(endpoint: Endpoint) -> None:
    statement = {"sents": [1], "anchor": "a ferry sank", "statement": "A ferry sank.", "by": ""}
    endpoint.script = [says(completion({"statements": [statement]}, name="ArticleAnswer"))]
    (reply,) = ask(model_at(endpoint, Book()), "x", answer_type=ArticleAnswer)
    assert reply.answer.statements[0].by is None
    assert '"title"' not in json.dumps(endpoint.received[0].body["tools"])


def test_re_ask_says_shortly_what_is_wrong(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({"colours": ["blue"], "size": 3})), OK]
    (reply,) = ask(model_at(endpoint, Book()), "x")
    first, second = (received.body for received in endpoint.received)
    assert second["messages"][:-1] == first["messages"]
    assert second["messages"][-1] == {
        "role": "user",
        "content": "Some of your answer does not fit the parameters of StoryAnswer and was left out; the rest of it is kept. "
        "Call StoryAnswer once more with only what follows, corrected, each in its list and in this order. Other lists stay "
        "empty, ids keep their meaning.\n"
        "title:\n  Field required\n"
        "size: 3\n  Extra inputs are not permitted\n"
        "colours: \"blue\"\n  Input should be 'red'",
    }
    assert (reply.calls, reply.sent, reply.input_tokens, reply.output_tokens) == (2, 2, 200, 40)


def test_re_ask_after_prose_is_the_same_each_time(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion(message={"role": "assistant", "content": "It sank."})), OK] * 2
    book, other = Book(), Book()
    ask(model_at(endpoint, book), "x")
    ask(model_at(endpoint, other), "x")
    assert book.requests == other.requests
    assert book.requests[1]["messages"][-1]["role"] == "user"


def test_many_errors_are_cut_short(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({"title": "a", "colours": ["blue"] * 500}))]
    (caught,) = ask(model_at(endpoint, Book()), "x")
    assert isinstance(caught, AnswerInvalid)
    assert "and 492 more" in str(caught)
    assert len(str(caught)) < 600


@pytest.mark.parametrize("first", ["pydantic", "summarizer.llm"])
def test_re_ask_does_not_depend_on_what_is_imported_first(first: str) -> None:
    code = (
        f"import {first}\n"
        "from summarizer.llm.fitting import fitted\n"
        "from summarizer.answers import ProposalAnswer\n"
        "print(fitted('{}', ProposalAnswer).reasons())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "question: Field required" in ran.stdout
    assert "http" not in ran.stdout


def test_replies_from_the_book_cost_nothing(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({})), OK]
    book = Book()
    (paid,) = ask(model_at(endpoint, book), "x")
    model = model_at(endpoint, book)
    (free,) = ask(model, "x")
    assert free == replace(paid, sent=0)
    assert (endpoint.hits, model.sent) == (2, 0)


def test_usage_unknown_for_one_is_unknown_for_all(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({}, usage={"prompt_tokens": 7})), OK]
    (reply,) = ask(model_at(endpoint, Book()), "x")
    assert (reply.input_tokens, reply.output_tokens) == (107, None)


def test_same_request_is_sent_once(endpoint: Endpoint) -> None:
    endpoint.script = [slowly(completion(GOOD))]
    model = model_at(endpoint, Book())
    replies = ask(model, *["the same"] * 6)
    assert endpoint.hits == model.sent == 1
    assert sorted(reply.sent for reply in replies) == [0, 0, 0, 0, 0, 1]


def test_in_flight_is_kept(endpoint: Endpoint) -> None:
    endpoint.script = [slowly(completion(GOOD))]
    replies = ask(model_at(endpoint, Book(), in_flight=3), *map(str, range(12)))
    assert all(isinstance(reply, Reply) for reply in replies)
    assert endpoint.most_under_way == 3


def test_connections_are_used_again(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    accept = endpoint.get_request
    monkeypatch.setattr(endpoint, "get_request", lambda: opened.append(1) or accept())
    endpoint.script = [OK]
    ask(model_at(endpoint, Book(), in_flight=2), *map(str, range(10)))
    assert len(opened) <= 2


def test_waiting_for_a_turn_does_not_count(endpoint: Endpoint) -> None:
    endpoint.script = [slowly(completion(GOOD), 0.1)]
    replies = ask(model_at(endpoint, Book(), in_flight=1, deadline_s=1.0), *map(str, range(12)))
    assert all(isinstance(reply, Reply) for reply in replies)


def test_wrong_key_stops_the_run(endpoint: Endpoint) -> None:
    endpoint.script = [error(401)]
    model = model_at(endpoint, Book(), in_flight=2)
    outcomes = ask(model, *map(str, range(50)))
    assert all(type(outcome) is ModelSetupError for outcome in outcomes)
    assert endpoint.hits <= 2


def test_dead_endpoint_is_not_hammered(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [error(500)]
    outcomes = ask(model_at(endpoint, Book(), stopped, in_flight=1, deadline_s=10_000), *map(str, range(20)))
    assert all(type(outcome) is ModelUnavailable for outcome in outcomes)
    assert endpoint.hits == 4 * 3 + 16


def test_endpoint_that_recovers_is_trusted_again(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [error(500)] * 13 + [OK, error(500), OK]
    outcomes = ask(model_at(endpoint, Book(), stopped, in_flight=1, deadline_s=10_000), *map(str, range(7)))
    assert [isinstance(outcome, Reply) for outcome in outcomes] == [False] * 5 + [True, True]


def test_one_rate_limit_pauses_all(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [error(429, retry_after="30"), OK]
    model = model_at(endpoint, Book(), stopped, in_flight=1, most_requests=1)
    outcomes = ask(model, "a", "b")
    assert isinstance(outcomes[0], ModelUnavailable)
    assert isinstance(outcomes[1], Reply)
    assert sum(stopped.slept) == pytest.approx(30)


def test_long_rate_limit_is_not_asked_again(endpoint: Endpoint, stopped: StoppedClock) -> None:
    endpoint.script = [error(429, retry_after="7200"), OK]
    outcomes = ask(model_at(endpoint, Book(), stopped, in_flight=1), *map(str, range(10)))
    assert all(isinstance(outcome, ModelUnavailable) for outcome in outcomes)
    assert "wait 2 h 0 min" in str(outcomes[9])
    assert endpoint.hits == 1


class FullBook(Book):
    def keep(self, endpoint: str, request: Mapping[str, Any], response: str, **_: Any) -> None:
        raise StoreError("the disk is full")


def test_answer_that_cannot_be_kept_stops(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    outcomes = ask(model_at(endpoint, FullBook(), in_flight=2), *map(str, range(20)))
    assert {type(outcome) for outcome in outcomes} == {StoreError}
    assert endpoint.hits <= 2 * 2


class SharedBook(Book):
    """A book into which another process has written first."""

    def keep(self, endpoint: str, request: Mapping[str, Any], response: str, **_: Any) -> None:
        super().keep(endpoint, request, json.dumps(completion({"title": "theirs"})))


def test_answer_another_process_kept_first_is_the_one_used(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    (reply,) = ask(model_at(endpoint, SharedBook()), "x")
    assert reply.answer.title == "theirs"


class DamagedBook(Book):
    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        return "not a completion"


def test_recorded_nonsense_is_an_error(endpoint: Endpoint) -> None:
    (caught,) = ask(model_at(endpoint, DamagedBook()), "x")
    assert type(caught) is AnswerInvalid
    assert endpoint.hits == 0


odd = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([[], {}, [7], "StoryAnswer", GOOD])
odd_text = odd | st.sampled_from([json.dumps(GOOD), "```json\n{}\n```", "\ud800", '{"title": "\\ud800"}', "{" * 50])
functions = odd | st.fixed_dictionaries({}, optional={"name": odd, "arguments": odd_text})
calls = odd | st.lists(
    odd | st.fixed_dictionaries({}, optional={"id": odd_text, "type": odd, "function": functions}), max_size=2
)
odd_messages = st.fixed_dictionaries(
    {}, optional={"content": odd_text, "tool_calls": calls, "function_call": functions, "refusal": odd, "role": odd}
)
odd_choices = st.fixed_dictionaries({"message": odd | odd_messages}, optional={"finish_reason": odd, "index": odd})
odd_bodies = st.fixed_dictionaries(
    {"choices": odd | st.lists(odd | odd_choices, max_size=2)}, optional={"usage": odd, "model": odd}
)


class OddBook(Book):
    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        return json.dumps(self.body)


@settings(max_examples=150, deadline=None)
@given(body=odd | odd_bodies)
def test_no_answer_brings_it_down(body: Any) -> None:
    (outcome,) = ask(Model(ModelSettings(model="m", base_url="http://localhost:1/v1"), OddBook(body)), "x")
    assert isinstance(outcome, Reply | ModelError)


def test_replay_never_sends(endpoint: Endpoint) -> None:
    (caught,) = ask(model_at(endpoint, Book(), replay=Path("recorded")), "x")
    assert type(caught) is AnswerNotRecorded
    assert str(caught).startswith("0.txt: ")
    assert endpoint.hits == 0


def test_cancelled_question_leaves_the_model_usable(endpoint: Endpoint) -> None:
    endpoint.script = [slowly(completion(GOOD), 0.1)]

    async def run() -> Any:
        async with model_at(endpoint, Book(), in_flight=1) as model:
            first = asyncio.create_task(model.ask(USER, StoryAnswer, "a"))
            await asyncio.sleep(0.03)
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            return await model.ask(USER, StoryAnswer, "b")

    assert asyncio.run(run()).answer.title == "Ferry"


def test_messages_of_the_caller_are_left_alone(endpoint: Endpoint) -> None:
    endpoint.script = [says(completion({})), OK]
    messages = [{"role": "user", "content": "x"}]

    async def run() -> None:
        async with model_at(endpoint, Book()) as model:
            await model.ask(messages, StoryAnswer, "a")

    asyncio.run(run())
    assert messages == [{"role": "user", "content": "x"}]


def recorder(path: Path, mode: str) -> Any:
    return vcr.VCR(record_mode=mode, match_on=["method", "body"], filter_headers=["authorization"]).use_cassette(str(path))


def test_cassette_records_and_replays(endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.script = [says(completion({})), OK]
    with recorder(tmp_path / "c.yaml", "once"):
        (recorded,) = ask(model_at(endpoint, Book()), "x")
    with recorder(tmp_path / "c.yaml", "none"):
        (replayed,) = ask(model_at(endpoint, Book()), "x")
    assert replayed == recorded
    assert endpoint.hits == 2


def test_cassette_miss_is_told_at_once(endpoint: Endpoint, stopped: StoppedClock, tmp_path: Path) -> None:
    endpoint.script = [OK]
    with recorder(tmp_path / "c.yaml", "once"):
        ask(model_at(endpoint, Book()), "x")
    with recorder(tmp_path / "c.yaml", "none"):
        (caught,) = ask(model_at(endpoint, Book(), stopped), "y")
    assert type(caught) is AnswerNotRecorded
    assert stopped.slept == []


def test_cassette_is_replayed_without_vcrpy(endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.script = [says(completion({})), OK]
    recording = vcr.VCR(record_mode="once", match_on=["method", "body"], serializer="readable")
    recording.register_serializer("readable", cassette)
    with recording.use_cassette(str(tmp_path / "c.yaml")):
        (recorded,) = ask(model_at(endpoint, Book()), "  {{ 1 }}\n two \n")
    answers = RecordedAnswers(tmp_path / "c.yaml")
    (replayed,) = ask(Model(ModelSettings(model=answers.model, replay=tmp_path), answers), "  {{ 1 }}\n two \n")
    assert replayed == replace(recorded, sent=0)
    (missed,) = ask(Model(ModelSettings(model="m", replay=tmp_path), answers), "  {{ 1 }}\n too \n")
    assert type(missed) is AnswerNotRecorded
    assert "$.messages[0].content character 12" in str(missed)
    with recording.use_cassette(str(tmp_path / "c.yaml")):
        assert ask(model_at(endpoint, Book()), "  {{ 1 }}\n two \n") == [recorded]
    assert endpoint.hits == 2


def test_text_that_cannot_be_sent(endpoint: Endpoint) -> None:
    (caught,) = ask(model_at(endpoint, Book()), "half: \ud83d")
    assert type(caught) is ModelRefused
    assert "0.txt" in str(caught)


def test_short_key_is_no_secret_to_strike_out(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    (reply,) = ask(model_at(endpoint, Book(), api_key="Ferry"), "x")
    assert reply.answer.title == "Ferry"


def test_tls_failure(endpoint: Endpoint, stopped: StoppedClock) -> None:
    (caught,) = ask(model_at(endpoint, Book(), stopped, base_url=endpoint.url.replace("http", "https")), "x")
    assert type(caught) is ModelSetupError
    assert "http:// instead of https://" in str(caught)


async def ask_forty(store: Path, url: str) -> int:
    """Ask forty questions, four at a time; how many were sent."""
    with AnswerStore(store) as answers:
        async with Model(ModelSettings(model="m", base_url=url, in_flight=4), answers) as model:
            asks = [model.ask([{"role": "user", "content": str(n)}], ArticleAnswer, str(n)) for n in range(40)]
            return sum(reply.sent for reply in await asyncio.gather(*asks))


ASK_FORTY = f"""
import asyncio, sys
from pathlib import Path
from summarizer.answers import ArticleAnswer
from summarizer.llm import Model
from summarizer.settings import ModelSettings
from summarizer.spending import Spent
from summarizer.store import AnswerStore

{inspect.getsource(ask_forty)}

asyncio.run(ask_forty(Path(sys.argv[1]), sys.argv[2]))
"""


def test_killed_run_pays_again_for_no_more_than_was_under_way(endpoint: Endpoint, tmp_path: Path) -> None:
    prompt = slowly(completion({"statements": []}, name="ArticleAnswer"), 0.02)
    endpoint.script = [*[prompt] * 15, hang]
    store = tmp_path / "answers.sqlite"
    with subprocess.Popen([sys.executable, "-c", ASK_FORTY, str(store), endpoint.url]) as killed:
        while endpoint.hits < 15 and killed.poll() is None:
            time.sleep(0.005)
        killed.kill()
    hits = endpoint.hits
    assert 15 <= hits < 40
    endpoint.script = [prompt]
    sent = [asyncio.run(ask_forty(store, endpoint.url)) for _ in range(2)]
    assert 40 - hits <= sent[0] <= 40 - hits + 4
    assert sent[1] == 0


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "OPENAI_API_KEY"),
        ({}, "--base-url"),
        ({}, "summarizer demo"),
        ({"api_key": "  "}, "OPENAI_API_KEY"),
        ({"api_key": "sk-a\nb"}, "characters"),
        ({"api_key": "sk-é"}, "characters"),
        ({"api_key": "Bearer sk"}, "characters"),
        ({"base_url": "localhost:8000"}, "--base-url"),
        ({"base_url": "ftp://host/v1"}, "--base-url"),
        ({"base_url": "http://"}, "--base-url"),
    ],
    ids=str,
)
def test_settings_that_cannot_work(chosen: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        check_settings(ModelSettings(**chosen))
    assert "sk-a" not in str(caught.value)
    with pytest.raises(ConfigError):
        Model(ModelSettings(**chosen), Book())


@pytest.mark.parametrize("chosen", [{"api_key": "sk-x"}, {"base_url": "http://localhost:1/v1"}, {"replay": Path("x")}], ids=str)
def test_settings_that_work(chosen: dict[str, Any]) -> None:
    check_settings(ModelSettings(**chosen))


def test_environment_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1234/v1/")
    check_settings(ModelSettings())
    assert endpoint_name(ModelSettings()) == "http://localhost:1234/v1"


def test_endpoint_without_key_gets_a_placeholder(endpoint: Endpoint) -> None:
    endpoint.script = [OK]
    ask(model_at(endpoint, Book(), api_key=None), "x")
    assert endpoint.received[0].headers["authorization"] == "Bearer no-key-needed"


def test_endpoint_name_holds_no_credentials() -> None:
    named = endpoint_name(ModelSettings(base_url="https://user:secret@host:8443/v1/?token=secret"))
    assert named == "https://host:8443/v1"
    assert endpoint_name(ModelSettings()) == "https://api.openai.com/v1"


def test_types_are_wrapped_once() -> None:
    assert llm.answer_type.asked_as(StoryAnswer) is llm.answer_type.asked_as(StoryAnswer)
