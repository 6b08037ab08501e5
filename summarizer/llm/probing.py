"""Tries an endpoint out: which models it has, whether a tool call is answered by one, how much of a prompt is read.

Each question is one request, without a second try, and nothing of it is kept. What the servers on one's own machine tell beyond
OpenAI's interface, each at an address of its own, is read where it is there:

    Ollama      GET /api/ps          context_length of each loaded model
    llama.cpp   GET /props           n_ctx of a slot
    LM Studio   GET /api/v0/models   loaded_context_length
    vLLM        GET /v1/models       max_model_len
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

import httpx2

from summarizer.errors import AnswerInvalid, ModelError, ModelUnavailable
from summarizer.llm.client import PLACEHOLDER_KEY, CappedClient
from summarizer.llm.connections import BodyTooLargeError, fault_of_connection
from summarizer.llm.faults import OK, TransientError, fault_of_answer, fault_of_refusal, refusal_of
from summarizer.llm.preflight import key_of, route_of
from summarizer.llm.reading import answerer_of, call_of, completion_body
from summarizer.llm.secrecy import Secret
from summarizer.llm.silence import silent
from summarizer.settings import REQUIRED, ModelSettings

TOOL = "Reading"
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": TOOL,
            "description": "What the sentence says.",
            "parameters": {"type": "object", "properties": {"figure": {"type": "string"}}, "required": ["figure"]},
        },
    }
]
QUESTION = "Which figure does this sentence give? The ferry had 46 people on board."
MOST_MODELS = 2000
CONTEXT_NAMES = ("loaded_context_length", "context_length", "max_model_len", "n_ctx", "max_context_length")
"""The fields in which servers say how many tokens they read at once, those that are in force before those that are possible."""


@dataclass(frozen=True)
class Answered:
    """How the small question was answered.

    Attributes:
        in_form: by the tool call that was asked for.
        counted: the endpoint says how many tokens that took.
        model: what answered, as the endpoint says.
        seconds: how long it took.
    """

    in_form: bool
    counted: bool
    model: str | None
    seconds: float


class Probe:
    """Tries one endpoint out.

    Raises:
        ConfigError: on construction, see `preflight.check_settings`.
    """

    def __init__(self, settings: ModelSettings, wait_s: float) -> None:
        self.settings = settings
        self.wait_s = wait_s
        route = route_of(settings)
        key = key_of(settings)
        self._secret = Secret(key)
        self._proxy = route.proxy_setting
        self._base = route.base_url.rstrip("/")
        self._headers = {"authorization": f"Bearer {key or PLACEHOLDER_KEY}"}
        self._client = CappedClient(
            timeout=wait_s, follow_redirects=False, verify=route.trusted, proxy=route.proxy, trust_env=False
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def models(self) -> dict[str, int | None]:
        """The models that the endpoint lists, each with the tokens that it reads at once if that is said.

        Raises ModelError if it lists none.
        """
        text = await self._text("GET", f"{self._base}/models")
        try:
            listed = json.loads(text)["data"]
            return {str(one["id"]): _context_of(one) for one in listed[:MOST_MODELS]}
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise AnswerInvalid("the endpoint's list of models is none") from None

    async def tool_call(self, tool_choice: str) -> Answered:
        """Ask the small question, demanding an answer in form in this way. Raises ModelError if no answer comes."""
        choice: Any = REQUIRED if tool_choice == REQUIRED else {"type": "function", "function": {"name": TOOL}}
        messages = [{"role": "user", "content": QUESTION}]
        request = {"model": self.settings.model, "messages": messages, "tools": TOOLS, "tool_choice": choice}
        began = time.monotonic()
        text = await self._text("POST", f"{self._base}/chat/completions", request)
        took = time.monotonic() - began
        body = completion_body(text)
        if body is None:
            raise _of_answer(text, self._secret)
        call = call_of(body, TOOL, "the small question")
        return Answered(_has_figure(call.arguments), _is_counted(body.get("usage")), answerer_of(body).model, took)

    async def context(self) -> int | None:
        """Tokens that the model reads at once, as a server on one's own machine tells it; None if it does not."""
        for path in ("/api/ps", "/props", "/api/v0/models"):
            try:
                told = json.loads(await self._text("GET", _beside(self._base, path), with_key=False))
            except (ModelError, ValueError, RecursionError):
                continue
            for one in _entries(told, self.settings.model):
                if (tokens := _context_of(one)) is not None:
                    return tokens
        return None

    async def _text(self, method: str, address: str, request: Mapping[str, Any] | None = None, *, with_key: bool = True) -> str:
        """The body of a successful answer."""
        try:
            with silent():
                async with asyncio.timeout(self.wait_s):
                    headers = self._headers if with_key else {}
                    response = await self._client.request(method, address, json=request, headers=headers)
        except (TimeoutError, httpx2.TimeoutException):
            raise ModelUnavailable(f"no answer within {self.wait_s:g} s") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, BodyTooLargeError, OSError) as error:
            raise _told(fault_of_connection(error, self._secret, self._proxy)) from None
        if response.status_code != OK:
            refusal = refusal_of(response.status_code, response.text, self._secret)
            raise _told(fault_of_refusal(refusal, response.headers, time.time()))
        return response.text


def _told(fault: TransientError | ModelError) -> ModelError:
    return ModelUnavailable(str(fault)) if isinstance(fault, TransientError) else fault


def _of_answer(text: str, secret: Secret) -> ModelError:
    """What an answer means that is no completion."""
    fault = fault_of_answer(text, secret)
    if isinstance(fault, TransientError):
        return _told(fault)
    said = "nothing that is one" if fault is None else fault.message
    return AnswerInvalid(f"the endpoint sent no completion: {said}")


def _has_figure(arguments: str | None) -> bool:
    try:
        return isinstance(json.loads(arguments or ""), dict)
    except (ValueError, RecursionError):
        return False


def _is_counted(usage: Any) -> bool:
    return isinstance(usage, dict) and all(
        isinstance(usage.get(name), int) and usage[name] > 0 for name in ("prompt_tokens", "completion_tokens")
    )


def _beside(base: str, path: str) -> str:
    """An address of the server that is not below /v1."""
    parts = urlsplit(base)
    return urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix("/v1") + path, "", ""))


def _entries(told: Any, model: str) -> Iterator[Mapping[str, Any]]:
    """The parts of what a server tells that are about the model, those that name it first."""
    if not isinstance(told, dict):
        return
    listed = told.get("models") or told.get("data") or []
    named = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    yield from (one for one in named if model in {one.get("name"), one.get("model"), one.get("id")})
    if isinstance(inner := told.get("default_generation_settings"), dict):
        yield inner


def _context_of(one: Any) -> int | None:
    if not isinstance(one, dict):
        return None
    said = (one.get(name) for name in CONTEXT_NAMES)
    return next((value for value in said if isinstance(value, int) and not isinstance(value, bool) and value > 0), None)
