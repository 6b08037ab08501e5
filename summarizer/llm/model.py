"""One question to the language model, one typed answer back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar
from weakref import WeakValueDictionary

import instructor
from instructor.core import InstructorRetryException, ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from summarizer.errors import AnswerInvalid, AnswerNotRecorded, StoreError, SummarizerError
from summarizer.llm.answer_type import UnfitError, asked_as
from summarizer.llm.reading import Usage, completion_body, completion_of, usage_of
from summarizer.llm.sending import Clock, Sender, endpoint_name
from summarizer.settings import ModelSettings

T = TypeVar("T", bound=BaseModel)

RE_ASKS = 1


class AnswerBook(Protocol):
    """Where answers are looked up before a request is sent, and kept before they are read."""

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The raw body of the answer to this request; None if it has to be asked for."""

    def keep(self, endpoint: str, request: Mapping[str, Any], response: str) -> None:
        """Keep the raw body of an answer; it is safe when this returns."""


@dataclass(frozen=True)
class Reply(Generic[T]):
    """A typed answer and what it cost.

    Attributes:
        answer: an instance of the type that was asked for.
        input_tokens, output_tokens: over all answers used, whenever they were paid for; None if the endpoint
            did not report them for each.
        calls: answers used, a re-ask included.
        sent: HTTP requests really sent for it this time; 0 if everything came from the book.
    """

    answer: T
    input_tokens: int | None
    output_tokens: int | None
    calls: int
    sent: int


class Ledger:
    """What one question has cost so far."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.usages: list[Usage] = []
        self.sent = 0

    def reply(self, answer: T) -> Reply[T]:
        """The finished question."""
        return Reply(
            answer=answer,
            input_tokens=_total([usage.input_tokens for usage in self.usages]),
            output_tokens=_total([usage.output_tokens for usage in self.usages]),
            calls=len(self.usages),
            sent=self.sent,
        )


class Model:
    """A language model behind an OpenAI-compatible endpoint: one client and one set of limits per run.

    Attributes:
        endpoint: the endpoint's address without credentials, as answers are kept under it.

    Raises:
        ConfigError: on construction, if there is neither a key nor an endpoint, or the key is malformed.
    """

    def __init__(self, settings: ModelSettings, book: AnswerBook, clock: Clock | None = None) -> None:
        self.settings = settings
        self.endpoint = endpoint_name(settings)
        self._book = book
        self._sender = Sender(settings, clock or Clock())
        self._create: Any = instructor.patch(create=self._answer, mode=instructor.Mode.TOOLS)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def sent(self) -> int:
        """HTTP requests really sent in this run, tries that failed included."""
        return self._sender.sent

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._sender.close()

    async def ask(self, messages: list[dict[str, str]], answer_type: type[T], label: str) -> Reply[T]:
        """Ask for one answer of a type; an answer that does not fit is asked for once more, naming what is wrong.

        Messages go over the wire character by character as they are. The label names the article in errors.

        Raises:
            ModelSetupError: every further call would fail too; nothing more is sent in this run.
            ModelUnavailable: no answer within the deadline and its retries.
            ModelRefused: the model or a filter declined, or the endpoint rejected this one request.
            AnswerInvalid: the answer does not fit the type, twice, or was cut off.
            AnswerNotRecorded: a replay has no answer to this request.
            StoreError: the answer could not be looked up or kept; nothing more is sent in this run if it was the latter.
        """
        ledger = Ledger(label)
        try:
            # Never `context=`: with it instructor runs every message, and so the article, through Jinja.
            answer: T = await self._create(
                response_model=asked_as(answer_type),
                messages=list(messages),
                model=self.settings.model,
                max_retries=RE_ASKS,
                ledger=ledger,
            )
        except InstructorRetryException as error:
            raise _failure(error, label) from None
        # instructor hangs the whole completion on the answer; an answer is only what the model filled in.
        answer.__dict__.pop("_raw_response", None)
        answer.__dict__.pop("_total_usage", None)
        return ledger.reply(answer)

    async def _answer(self, *, ledger: Ledger, **request: Any) -> ChatCompletion:
        """What instructor calls in place of the SDK: one request in, one checked completion out."""
        try:
            text = await self._text(request, ledger)
        except AnswerNotRecorded as error:
            raise AnswerNotRecorded(f"{ledger.label}: {error}") from None
        body = completion_body(text)
        if body is None:
            raise AnswerInvalid(f"{ledger.label}: the recorded answer is not a chat completion")
        ledger.usages.append(usage_of(body))
        return completion_of(body, request["tools"][0]["function"]["name"], ledger.label)

    async def _text(self, request: dict[str, Any], ledger: Ledger) -> str:
        """The raw answer, from the book or else from the endpoint."""
        async with self._turn(request):
            known = self._book.find(self.endpoint, request)
            if known is not None:
                return known
            if self.settings.replay is not None:
                raise AnswerNotRecorded("no recorded answer to this request, and a replay never asks a model")
            sent = await self._sender.send(request, ledger.label)
            ledger.sent += sent.requests
            self._keep(request, sent.text)
            # Another process may have kept its answer first; a later run will read that one, so this run does too.
            return self._book.find(self.endpoint, request) or sent.text

    def _keep(self, request: dict[str, Any], text: str) -> None:
        try:
            self._book.keep(self.endpoint, request, text)
        except StoreError as error:
            self._sender.stop(error)  # what cannot be kept must not be paid for
            raise

    @asynccontextmanager
    async def _turn(self, request: dict[str, Any]) -> AsyncIterator[None]:
        """One at a time for the same request: whoever comes second finds the first one's answer in the book."""
        key = json.dumps(request, sort_keys=True)
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        async with lock:
            yield


def _failure(error: InstructorRetryException, label: str) -> BaseException:
    """Our error for what instructor gave up on. An unknown cause is a mistake in the program and stays visible."""
    cause = error.__cause__
    if isinstance(cause, SummarizerError):
        return cause
    if isinstance(cause, UnfitError):
        return AnswerInvalid(f"{label}: the model's answer does not fit even after a re-ask: {cause}")
    if isinstance(cause, ResponseParsingError):
        return AnswerInvalid(
            f"{label}: the model answered in prose instead of the tool call asked for, twice; "
            "the model or endpoint may lack tool calling: try another --model"
        )
    return cause or error


def _total(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
