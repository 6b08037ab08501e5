"""A model that answers from the store alone and counts what it would have to send. Its requests are those of a run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.answers import ArticleAnswer, ProposalsAnswer
from summarizer.errors import AnswerNotRecorded, ModelError
from summarizer.pipeline.forecasting.record import Calls, Range, Step
from summarizer.pipeline.forecasting.tokens import tokens_of
from summarizer.prompts import read_prompt
from summarizer.settings import ModelSettings
from summarizer.spending import Spent
from summarizer.store.keys import request_key

if TYPE_CHECKING:
    from summarizer.llm import Model, Reply

T = TypeVar("T", bound=BaseModel)
_NOWHERE = Path(os.devnull)


class Unasked(ModelError):
    """The answer is not in the store, so the question would have to be sent."""


class Lookup(Protocol):
    """Where kept answers are looked up."""

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The kept answer; None, or AnswerNotRecorded, if there is none."""


@dataclass(frozen=True)
class Sent:
    """A request that would be sent.

    Attributes:
        step: of the run; part: of which comparison, "" for the beginning of a story, else the number of an addition.
        again: weighing once more what was doubted, or a question about what of a kept answer does not fit.
        tokens: of the whole request; of_data: of the article, table or passages in it, without the instructions.
    """

    step: Step
    part: str
    label: str
    again: bool
    tokens: int
    of_data: int


@dataclass
class Notes:
    """An answer book that notes what is not in it. Nothing is kept in it, charged or claimed."""

    kept: Lookup
    missed: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str | None:
        """The kept answer; a request without one is noted, once."""
        try:
            found = self.kept.find(endpoint, request)
        except AnswerNotRecorded:
            found = None
        if found is None:
            self.missed.setdefault(request_key(request), request)
        return found

    def spent(self, run: str) -> tuple[Spent, ...]:  # noqa: ARG002  # the signature of an answer book
        """A forecast is not held to a budget."""
        return ()

    def keep(self, endpoint: str, request: Mapping[str, Any], response: str, **_: Any) -> None:
        """Never called: no answer comes."""
        raise NotImplementedError

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        """Never called: nothing is sent."""
        raise NotImplementedError

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:
        """Never called: nothing is sent."""
        raise NotImplementedError

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        """Never called: nothing is claimed."""
        raise NotImplementedError


class ForeseenModel:
    """In the place of a model for one forecast.

    Attributes:
        unknown: labels of the articles of which an answer is missing.
        kept: for each step what came from the store.
    """

    def __init__(self, settings: ModelSettings, kept: Lookup) -> None:
        from summarizer.llm import Model

        self._notes = Notes(kept)
        # With recorded answers set, a model never sends, and needs neither key nor endpoint.
        still = replace(settings, replay=settings.replay or _NOWHERE, allowance=None)
        self.settings = settings
        self._model: Model = Model(still, self._notes)
        self._more = _only_in("extract_more")
        self._asked: dict[str, tuple[Step, str, str]] = {}
        self.unknown: set[str] = set()
        self.kept: dict[Step, Calls] = {step: Calls() for step in Step}
        self.sent = 0

    async def ask(
        self, messages: Sequence[Mapping[str, str]], answer_type: type[T], label: str, most: int | None = None
    ) -> Reply[T]:
        """The kept answer. Raises Unasked if there is none, and what a run raises where the kept one cannot be used."""
        step = self._step(messages, answer_type)
        self._asked[_begins(messages)] = step, _part(label), label
        try:
            reply = await self._model.ask(messages, answer_type, label, most)
        except AnswerNotRecorded:
            if step is Step.EXTRACTION:
                self.unknown.add(label)
            raise Unasked(f"{label}: not asked yet") from None
        self.kept[step] += _counted(reply, messages)
        return reply

    async def close(self) -> None:
        """Give back what a model holds."""
        await self._model.__aexit__(None, None, None)

    def requests(self) -> list[Sent]:
        """Every request that would be sent so far, in the order in which they came up."""
        return [self._sent(request) for request in self._notes.missed.values()]

    def _sent(self, request: Mapping[str, Any]) -> Sent:
        content = request["messages"][1]["content"]
        step, part, label = self._asked[_begins(request["messages"])]
        again = " again" in label or len(request["messages"]) > 2  # noqa: PLR2004  instructions, data, and what did not fit
        return Sent(step, part, label, again, tokens_of(json.dumps(request, ensure_ascii=False)), tokens_of(content))

    def _step(self, messages: Sequence[Mapping[str, str]], answer_type: type[BaseModel]) -> Step:
        if answer_type is not ArticleAnswer:
            return Step.TABLES if answer_type is ProposalsAnswer else Step.WEIGHING
        head = messages[1]["content"].partition("<article>")[0]
        return Step.SECOND_LOOKS if self._more in head else Step.EXTRACTION


def _begins(messages: Sequence[Mapping[str, str]]) -> str:
    """Instructions and data, which a question about what did not fit has in common with the first one."""
    return "\n".join(message["content"] for message in messages[:2])


def _only_in(name: str) -> str:
    """The words of a prompt between its head and the article, by which its questions are told from others."""
    return read_prompt(name).user.template.partition("<article>")[0].rpartition("$language")[2].strip()


def _part(label: str) -> str:
    """Which comparison a question belongs to."""
    _, of, rest = label.partition(" of addition ")
    return rest.partition(",")[0] if of else ""


def _counted(reply: Reply[T], messages: Sequence[Mapping[str, str]]) -> Calls:
    """What a kept answer took; estimated where the endpoint did not count."""
    given = reply.input_tokens if reply.input_tokens is not None else sum(tokens_of(one["content"]) for one in messages)
    taken = reply.output_tokens if reply.output_tokens is not None else tokens_of(reply.answer.model_dump_json())
    return Calls(Range.exactly(reply.calls), Range.exactly(given), Range.exactly(taken))
