"""The model as the judge of a comparison, and what its answers cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighingAnswer
from summarizer.compare import Judge
from summarizer.prompts import read_prompt
from summarizer.schema import UsageRecord

if TYPE_CHECKING:
    from summarizer.llm import Model, Reply


@dataclass
class Tally:
    """Adds up what answers cost."""

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    unreported: int = 0

    def add(self, reply: Reply[ArticleAnswer] | Reply[ProposalsAnswer] | Reply[WeighingAnswer]) -> None:
        """Count one reply."""
        self.answers += reply.calls
        self.input_tokens += reply.input_tokens or 0
        self.output_tokens += reply.output_tokens or 0
        self.unreported += reply.input_tokens is None or reply.output_tokens is None

    def record(self) -> UsageRecord:
        """The sum as it is written to the report."""
        return UsageRecord(
            answers=self.answers,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            unreported=self.unreported,
        )


def judge_of(model: Model, tally: Tally) -> Judge:
    """A judge that asks this model and adds up what it costs."""
    first, second = read_prompt("propose"), read_prompt("weigh")

    async def propose(values: dict[str, str], label: str) -> ProposalsAnswer:
        reply = await model.ask(first.messages(**values), ProposalsAnswer, label)
        tally.add(reply)
        return reply.answer

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        reply = await model.ask(second.messages(**values), WeighingAnswer, label)
        tally.add(reply)
        return reply.answer

    return Judge(propose, weigh)
