"""One question to the language model, one typed answer back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import instructor
from instructor.core import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from summarizer.digests import request_key
from summarizer.errors import (
    AnswerInvalid,
    AnswerNotRecorded,
    ModelError,
    ModelRefused,
    ModelSetupError,
    SummarizerError,
)
from summarizer.events import Kept, Tell, ignore
from summarizer.llm.answer_type import asked_as
from summarizer.llm.fitting import Fitted, in_few_words
from summarizer.llm.raw_answers import RawAnswers
from summarizer.llm.re_asking import asked_again, dropped, merged
from summarizer.llm.reading import PROSE, answerer_of, completion_body, completion_with, found_in, usable_json, usage_of
from summarizer.llm.reply import Ledger, Reply
from summarizer.llm.salvage import UnfitError
from summarizer.llm.sending import Clock
from summarizer.llm.silence import silent
from summarizer.settings import REQUIRED, ModelSettings
from summarizer.spending import Spent

T = TypeVar("T", bound=BaseModel)
Result = TypeVar("Result")

SMALL = 100_000
"""Characters of an answer that is read at once; a larger one is read in a thread, while the loop attends to its calls."""
KEPT = "the answer is kept and read again in every run; --ask-again asks anew"
"""Said of a new answer as well as of one from an earlier run: the report of both is the same."""


class AnswerBook(Protocol):
    """Where answers are looked up before a request is sent, and kept before they are read."""

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The raw body of the answer to this request; None if it has to be asked for."""

    def keep(
        self,
        endpoint: str,
        request: Mapping[str, Any],
        response: str,
        *,
        spent: Spent | None = None,
        instead: bool = False,
    ) -> None:
        """Keep the raw body of an answer; it is safe when this returns.

        What it cost, `spent`, is noted in the same transaction. `instead`: it takes the place of an answer that is there and
        cannot be used; else what is there stays.
        """

    def spent(self, run: str) -> tuple[Spent, ...]:
        """What this run has paid so far, in this process and others; what is new comes last."""

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        """Note what a request may have cost to which no answer came."""

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        """Whether this request is ours to send; False while another live process is asking for its answer."""

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        """Give a claim back, whether or not an answer came."""


class Model:
    """A language model behind an OpenAI-compatible endpoint: one client and one set of limits per run.

    Args:
        settings: how it is reached.
        book: where answers are looked up and kept.
        clock: time and chance.
        tell: takes what happens: calls, pauses, and what answers cost.
        run: the run that pays.

    Attributes:
        endpoint: the endpoint's address without credentials, as answers are kept under it.

    Raises:
        ConfigError: on construction, if there is neither a key nor an endpoint, or the key is malformed.
    """

    def __init__(
        self,
        settings: ModelSettings,
        book: AnswerBook,
        clock: Clock | None = None,
        tell: Tell = ignore,
        run: str = "",
    ) -> None:
        self.settings = settings
        self._answers = RawAnswers(settings, book, clock or Clock(), tell, run)
        self._tell = tell
        self.endpoint = self._answers.endpoint
        with silent():
            self._create: Any = instructor.patch(create=self._answer, mode=instructor.Mode.TOOLS)

    @property
    def sent(self) -> int:
        """HTTP requests really sent in this run, tries that failed included."""
        return self._answers.sender.sent

    @property
    def under_way(self) -> int:
        """Requests that are at the endpoint and not answered yet."""
        return self._answers.sender.under_way

    @property
    def is_idle(self) -> bool:
        """Nothing is asked for, and every answer that came is kept."""
        return self._answers.is_idle

    def stop(self, error: SummarizerError) -> None:
        """Send nothing more: every further request raises this error. What is on its way is finished and kept."""
        self._answers.stop(error)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._answers.close(error)

    async def ask(
        self, messages: Sequence[Mapping[str, str]], answer_type: type[T], label: str, most: int | None = None
    ) -> Reply[T]:
        """Ask for one answer of a type; what of it does not fit is asked for once more, naming what is wrong.

        Messages go over the wire character by character as they are. What fits is used even where the rest does not.

        Args:
            messages: the question.
            answer_type: its fields and their descriptions are part of the question.
            label: names the article in errors.
            most: items of each list of the answer that are looked at.

        Raises:
            ModelSetupError: every further call would fail too; nothing more is sent in this run.
            ModelUnavailable: no answer within the deadline and its retries.
            ModelRefused: the model or a filter declined, or the endpoint rejected this one request.
            RequestTooLong: the question does not fit into the model.
            AnswerInvalid: nothing of the answer fits the type, twice.
            AnswerCut: it breaks off at the output limit before its first item is whole.
            AnswerNotRecorded: a replay has no answer to this request.
            StoreError: the answer could not be looked up or kept; nothing more is sent in this run if it was the latter.
        """
        for anew in (False, True):
            ledger = Ledger(label, answer_type, most, anew=anew)
            try:
                reply = await self._asked(messages, answer_type, ledger)
                if reply.complete or anew or not (self.settings.ask_again and ledger.from_book):
                    return reply
                return await self._whole_or(reply, messages, answer_type, Ledger(label, answer_type, most, anew=True))
            except (AnswerInvalid, ModelRefused) as error:
                if not ledger.answered or self.settings.replay is not None:
                    raise
                if not (self.settings.ask_again and ledger.from_book):
                    raise type(error)(f"{error}; {KEPT}") from None
        raise AssertionError  # an answer that was asked for anew is not from the book

    async def _whole_or(
        self, broken_off: Reply[T], messages: Sequence[Mapping[str, str]], answer_type: type[T], ledger: Ledger
    ) -> Reply[T]:
        """A whole answer in place of a kept one that breaks off; that one stays if the new one is no better."""
        try:
            reply = await self._asked(messages, answer_type, ledger)
        except ModelSetupError:
            self._answers.put_back(ledger)
            raise
        except ModelError:
            reply = broken_off
        if not reply.complete:
            self._answers.put_back(ledger)
            return broken_off
        return reply

    async def _asked(self, messages: Sequence[Mapping[str, str]], answer_type: type[T], ledger: Ledger) -> Reply[T]:
        answer, found = await self._answered(messages, answer_type, ledger)
        lost: tuple[str, ...] = ()
        if not found.fits:
            found, lost = await self._completed(messages, answer_type, found, ledger)
            usable = await self._aside(len(found.lists), usable_json, found, answer_type)
            if usable is None:
                raise AnswerInvalid(_unfit(found, ledger.label))
            answer = answer_type.model_validate_json(usable)
        if answer is None:
            raise AnswerInvalid(_unfit(found, ledger.label))
        return ledger.reply(answer, complete=found.cut is None, dropped=(*dropped(found), *lost))

    async def _completed(
        self, messages: Sequence[Mapping[str, str]], answer_type: type[T], first: Fitted, ledger: Ledger
    ) -> tuple[Fitted, tuple[str, ...]]:
        """An answer with what did not fit asked for once more, and why that gave nothing, if it did."""
        again = asked_again(messages, first, answer_type.__name__)
        try:
            _, second = await self._answered(again, answer_type, ledger)
        except ModelError as error:
            if usable_json(first, answer_type) is None:
                raise
            return first, (f"what does not fit was asked for once more without success: {error}",)
        return await self._aside(SMALL, merged, first, second), ()

    async def _answered(
        self, messages: Sequence[Mapping[str, str]], answer_type: type[T], ledger: Ledger
    ) -> tuple[T | None, Fitted]:
        """One answer: what is usable of it as the type, if anything is, and how it was sorted."""
        try:
            # Never `context=`: with it instructor runs every message, and so the article, through Jinja.
            with silent():
                answer: T = await self._create(
                    response_model=asked_as(answer_type),
                    messages=list(messages),
                    model=self.settings.model,
                    max_retries=0,
                    ledger=ledger,
                )
        except InstructorRetryException as error:
            # An unknown cause is a mistake in the program and stays visible.
            if not isinstance(error.__cause__, UnfitError):
                raise error.__cause__ or error from None
            return None, ledger.found
        # instructor hangs the whole completion on the answer; an answer is only what the model filled in.
        answer.__dict__.pop("_raw_response", None)
        answer.__dict__.pop("_total_usage", None)
        return answer, ledger.found

    async def _answer(self, *, ledger: Ledger, **request: Any) -> ChatCompletion:
        """What instructor calls in place of the SDK: one request in, one completion with what is usable of it out."""
        ledger.answered = False
        if self.settings.tool_choice == REQUIRED:
            request["tool_choice"] = REQUIRED
        try:
            text = await self._answers.text(request, ledger)
        except AnswerNotRecorded as error:
            raise AnswerNotRecorded(f"{ledger.label}: {error}") from None
        ledger.answered = True
        body = await self._aside(len(text), completion_body, text)
        if body is None:
            raise AnswerInvalid(f"{ledger.label}: the recorded answer is not a chat completion")
        usage = usage_of(body)
        ledger.usages.append(usage)
        if ledger.is_kept:
            self._tell(Kept(ledger.label, self.settings.model, usage.input_tokens, usage.output_tokens))
        ledger.answerers.append(answerer_of(body))
        ledger.requests.append(request_key(request))
        tool = request["tools"][0]["function"]["name"]
        ledger.found = await self._aside(len(text), found_in, body, tool, ledger.answer_type, ledger.label, ledger.most)
        usable = await self._aside(len(text), usable_json, ledger.found, ledger.answer_type)
        if usable is None:
            raise UnfitError(in_few_words(ledger.found.reasons()))
        return completion_with(usable, tool)

    async def _aside(self, size: int, work: Callable[..., Result], *given: Any) -> Result:
        """What some work on an answer of this size gives; the loop attends to its calls meanwhile."""
        return work(*given) if size < SMALL else await asyncio.to_thread(work, *given)


def _unfit(found: Fitted, label: str) -> str:
    """Why nothing of an answer could be used."""
    if found.unread == PROSE:
        return (
            f"{label}: the model answered in prose instead of the tool call asked for, twice; "
            "the model or endpoint may lack tool calling: try another --model"
        )
    return f"{label}: the model's answer does not fit even after a re-ask: {in_few_words(found.reasons())}"
