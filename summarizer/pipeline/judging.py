"""The model as the judge of a comparison, and what its answers cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighingAnswer
from summarizer.comparison import Judge
from summarizer.events import Proposing, Tell, Weighing, ignore
from summarizer.prompts import Prompt, read_prompt
from summarizer.schema import Answerer, Failure, UsageRecord

if TYPE_CHECKING:
    from summarizer.llm import Model, Reply

Answerers = tuple[Answerer, ...]
MOST_JUDGED = 300
"""Items of one list accepted of an answer about the story: a table has some 250 lines, and thirty proposals are asked for."""


@dataclass
class Tally:
    """Adds up what answers cost, and what could not be used of them."""

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    unreported: int = 0
    failures: list[Failure] = field(default_factory=list)
    by: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    told: dict[int, Reply[ProposalsAnswer] | Reply[WeighingAnswer]] = field(default_factory=dict)

    def add(self, reply: Reply[ArticleAnswer] | Reply[ProposalsAnswer] | Reply[WeighingAnswer]) -> None:
        """Count one reply."""
        self.answers += reply.calls
        self.input_tokens += reply.input_tokens or 0
        self.output_tokens += reply.output_tokens or 0
        self.unreported += reply.input_tokens is None or reply.output_tokens is None
        self.by.update((one.model, one.fingerprint) for one in reply.answered_by)

    def judged(self, reply: Reply[ProposalsAnswer] | Reply[WeighingAnswer], stage: str, label: str) -> None:
        """Count one reply about the story, and note what of it could not be used."""
        self.add(reply)
        self.told[id(reply.answer)] = reply
        cut = () if reply.complete else ("it was cut off, and what came before is used",)
        if lines := (*cut, *reply.dropped):
            why = f"not all of the answer could be used: {'; '.join(lines)}"
            self.failures.append(Failure(stage=stage, what=label, why=why, exit_code=0))

    def requests_of(self, answer: ProposalsAnswer | WeighingAnswer) -> tuple[str, ...]:
        """The identities of the requests that got this answer about the story."""
        reply = self.told.get(id(answer))
        return reply.requests if reply else ()

    def answered_by(self) -> Answerers:
        """Who gave how many answers, by name."""
        every = (Answerer(model=model, fingerprint=system, answers=times) for (model, system), times in self.by.items())
        return tuple(sorted(every, key=lambda one: (one.model or "", one.fingerprint or "")))

    def record(self) -> UsageRecord:
        """The sum as it is written to the report."""
        return UsageRecord(
            answers=self.answers,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            unreported=self.unreported,
        )


def summed_up(*parts: Answerers) -> Answerers:
    """The answers of several parts of a run by who gave them."""
    tally = Tally()
    for one in (one for part in parts for one in part):
        tally.by[one.model, one.fingerprint] += one.answers
    return tally.answered_by()


@dataclass
class _Progress:
    """How many of the calls of one kind have ended. All that go out together have begun before the first of them ends."""

    event: type[Proposing | Weighing]
    tell: Tell
    begun: int = 0
    done: int = 0

    @contextmanager
    def call(self) -> Iterator[None]:
        """One call, from its beginning to its end."""
        self.begun += 1
        try:
            yield
        finally:
            self.done += 1
            self.tell(self.event(self.done, self.begun))


def judge_of(model: Model, tally: Tally, tell: Tell = ignore) -> Judge:
    """A judge that asks this model and adds up what it costs."""
    first, second, of_added = read_prompt("propose"), read_prompt("weigh"), read_prompt("propose_added")
    tables, batches = _Progress(Proposing, tell), _Progress(Weighing, tell)

    async def asked(prompt: Prompt, values: dict[str, str], label: str) -> ProposalsAnswer:
        with tables.call():
            reply = await model.ask(prompt.messages(**values), ProposalsAnswer, label, MOST_JUDGED)
        tally.judged(reply, "compare", label)
        return reply.answer

    async def propose(values: dict[str, str], label: str) -> ProposalsAnswer:
        return await asked(first, values, label)

    async def propose_added(values: dict[str, str], label: str) -> ProposalsAnswer:
        return await asked(of_added, values, label)

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        with batches.call():
            reply = await model.ask(second.messages(**values), WeighingAnswer, label, MOST_JUDGED)
        tally.judged(reply, "weigh", label)
        return reply.answer

    return Judge(propose, weigh, propose_added, tally.requests_of)
