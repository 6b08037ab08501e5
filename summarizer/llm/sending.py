"""The one place that sends requests, and the one owner of retries, deadlines and limits."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx2
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, OpenAIError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from summarizer.errors import ConfigError, ModelError, ModelRefused, ModelSetupError, ModelUnavailable, SummarizerError
from summarizer.llm.faults import (
    BodyTooLargeError,
    Refusal,
    TransientError,
    fault_of_answer,
    fault_of_connection,
    fault_of_refusal,
    refusal_of,
)
from summarizer.settings import ModelSettings

DEFAULT_BASE_URL = "https://api.openai.com/v1"
PLACEHOLDER_KEY = "no-key-needed"
LARGEST_BODY = 16 * 1024 * 1024
"""Bytes of one decoded answer. Real ones have some ten thousand."""
CONNECT_S = 10.0
FIRST_BACKOFF_S, LONGEST_BACKOFF_S = 0.5, 8.0
SHORTEST_SECRET = 16
"""Characters of a key from which on it is struck out of what an endpoint sends; "none" or "x" may be words of an answer."""
GIVEN_UP_IN_A_ROW = 4
"""After so many calls in a row that exhausted their retries, each further call gets a single try."""


def check_settings(settings: ModelSettings) -> None:
    """Make sure that requests can be sent at all, before the first one.

    Raises:
        ConfigError: there is neither a key nor an endpoint, or one of them is malformed. A replay needs neither.
    """
    if settings.replay is not None:
        return
    key, base_url = _key(settings), _base_url(settings)
    if key is None and base_url is None:
        raise ConfigError(
            "no API key: set OPENAI_API_KEY, or name an endpoint that needs none with --base-url. "
            "`summarizer demo` shows recorded answers and needs neither"
        )
    if key is not None and not (key.isascii() and key.isprintable() and " " not in key):
        raise ConfigError("the API key holds characters that no key has; check OPENAI_API_KEY for stray quotes or text")
    parts = urlsplit(base_url or DEFAULT_BASE_URL)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigError("--base-url has to be an address such as http://localhost:8000/v1")


def endpoint_name(settings: ModelSettings) -> str:
    """The endpoint's address without credentials, query or closing slash: what answers are kept under."""
    parts = urlsplit(_base_url(settings) or DEFAULT_BASE_URL)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))


def _key(settings: ModelSettings) -> str | None:
    return (settings.api_key or os.environ.get("OPENAI_API_KEY") or "").strip() or None


def _base_url(settings: ModelSettings) -> str | None:
    return (settings.base_url or os.environ.get("OPENAI_BASE_URL") or "").strip() or None


@dataclass(frozen=True)
class Clock:
    """Time and chance, so that a test need not wait: `now` and `wall` in seconds, `chance` in [0, 1)."""

    now: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


@dataclass
class Call:
    """One request on its way, with all its tries."""

    deadline: float
    sent: int = 0


@dataclass(frozen=True)
class Sent:
    """The raw body of an answer, and the HTTP requests it took."""

    text: str
    requests: int


class CappedClient(httpx2.AsyncClient):
    """An HTTP client that stops reading a body, after decompression, at a limit."""

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request and read its answer.

        Raises:
            BodyTooLargeError: the answer is larger than any completion.
        """
        response = await super().send(request, **{**options, "stream": True})
        try:
            body = await _read(response)
        finally:
            await response.aclose()
        # The body is decoded by now, so the headers must not say otherwise.
        gone = {"content-encoding", "content-length", "transfer-encoding"}
        headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in gone]
        return httpx2.Response(response.status_code, headers=headers, content=body, request=request)


async def _read(response: httpx2.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise BodyTooLargeError(f"the endpoint sent more than {LARGEST_BODY // 1024 // 1024} MB for one answer")
    return bytes(body)


@dataclass
class Sender:
    """Sends requests to one endpoint, at most `in_flight` at a time, each with its retries and deadline.

    Attributes:
        sent: HTTP requests sent so far.

    Raises:
        ConfigError: on construction, see `check_settings`.
    """

    settings: ModelSettings
    clock: Clock
    sent: int = 0
    _stopped_by: SummarizerError | None = None
    _given_up: int = 0
    _resume_at: float = 0.0
    _client: AsyncOpenAI = field(init=False)
    _slots: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        check_settings(self.settings)
        self._slots = asyncio.Semaphore(self.settings.in_flight)
        # No limit on reading but the call's deadline: a long answer keeps silent for minutes.
        timeout = httpx2.Timeout(self.settings.deadline_s, connect=CONNECT_S)
        limits = httpx2.Limits(max_connections=self.settings.in_flight, max_keepalive_connections=self.settings.in_flight)
        self._client = AsyncOpenAI(
            api_key=_key(self.settings) or PLACEHOLDER_KEY,
            base_url=_base_url(self.settings) or DEFAULT_BASE_URL,
            max_retries=0,
            timeout=timeout,
            http_client=CappedClient(timeout=timeout, limits=limits, follow_redirects=False),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def stop(self, error: SummarizerError) -> None:
        """Send nothing more: every further call raises this error."""
        self._stopped_by = error

    async def send(self, request: dict[str, Any], label: str) -> Sent:
        """Send one request and return the raw body of its answer, which is a completion.

        The deadline starts when the request's turn comes, not while it waits for one.

        Raises:
            ModelError: see `Model.ask`; after a ModelSetupError nothing more is sent, and each call raises it.
            StoreError: an earlier answer could not be kept.
        """
        async with self._slots:
            if self._stopped_by is not None:
                raise type(self._stopped_by)(*self._stopped_by.args)
            call = Call(self.clock.now() + self.settings.deadline_s)
            try:
                async with asyncio.timeout(self.settings.deadline_s):
                    return Sent(await self._with_retries(request, call), call.sent)
            except (TimeoutError, TransientError) as fault:
                raise self._gave_up(call, fault, label) from None
            except ModelSetupError as error:
                self.stop(error)
                raise
            except ModelError as error:
                raise type(error)(f"{label}: {error}") from None

    async def _with_retries(self, request: dict[str, Any], call: Call) -> str:
        tries = 1 if self._given_up >= GIVEN_UP_IN_A_ROW else 1 + self.settings.retries
        retrying = AsyncRetrying(
            sleep=self.clock.sleep,
            wait=self._wait,
            stop=lambda state: state.attempt_number >= tries or self.clock.now() + state.upcoming_sleep >= call.deadline,
            retry=retry_if_exception_type(TransientError),
            reraise=True,
        )
        text: str = await retrying(self._try, request, call)
        self._given_up = 0
        return text

    async def _try(self, request: dict[str, Any], call: Call) -> str:
        await self._wait_for_all(call)
        self.sent += 1
        call.sent += 1
        try:
            return await self._post(request)
        except TransientError as fault:
            if fault.wait_s is not None:
                self._resume_at = max(self._resume_at, self.clock.now() + fault.wait_s)
            raise

    async def _post(self, request: dict[str, Any]) -> str:
        try:
            # The body goes out as it was looked up, not as the SDK would rewrite it.
            response = await self._client.post("/chat/completions", body=request, cast_to=httpx2.Response)
            text = self._public(response.content.decode("utf-8", "replace"))
            fault = fault_of_answer(text)
        except UnicodeEncodeError:
            raise ModelRefused("the text holds half of a surrogate pair, which cannot be sent; clean the article") from None
        except APIStatusError as error:
            response = error.response
            fault = refusal_of(response.status_code, self._public(response.text))
        except APIConnectionError as error:
            raise fault_of_connection(error.__cause__) from None
        except OpenAIError as error:
            raise ModelSetupError(f"the request cannot be sent: {self._public(str(error))}") from None
        if isinstance(fault, Refusal):
            raise fault_of_refusal(fault, response.headers, self.clock.wall())
        if fault is not None:
            raise fault
        return text

    async def _wait_for_all(self, call: Call) -> None:
        """Wait if the endpoint asked another call to: it means the account, not the one request."""
        wait = self._resume_at - self.clock.now()
        if wait <= 0:
            return
        if self.clock.now() + wait >= call.deadline:
            raise TransientError(f"the endpoint asks to wait {wait:.0f} s", wait)
        await self.clock.sleep(wait)

    def _wait(self, state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        if isinstance(fault, TransientError) and fault.wait_s is not None:
            return fault.wait_s
        backoff = min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2.0 ** (state.attempt_number - 1))
        return backoff * (1 - self.clock.chance() / 4)

    def _gave_up(self, call: Call, fault: TimeoutError | TransientError, label: str) -> ModelUnavailable:
        self._given_up += 1
        if isinstance(fault, TransientError):
            asked = f"; it asks to wait {fault.wait_s:.0f} s" if fault.wait_s else ""
            why = f"{fault}{asked}"
        else:
            why = f"no answer within {self.settings.deadline_s:.0f} s"
        tries = "1 try" if call.sent == 1 else f"{call.sent} tries"
        return ModelUnavailable(
            f"{label}: {why} ({tries} at {endpoint_name(self.settings)}). Run again later: answers so far are kept"
        )

    def _public(self, text: str) -> str:
        """A foreign text without the key, should an endpoint repeat it."""
        key = _key(self.settings) or ""
        return text.replace(key, "***") if len(key) >= SHORTEST_SECRET else text
