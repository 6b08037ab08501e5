"""A typed answer with what it cost and who gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.llm.fitting import Fitted
from summarizer.llm.reading import Answerer, Usage

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Reply(Generic[T]):
    """A typed answer and what it cost.

    Attributes:
        answer: an instance of the type that was asked for.
        input_tokens, output_tokens: over all answers used, whenever they were paid for; None if the endpoint
            did not report them for each.
        calls: answers used, a re-ask included.
        sent: HTTP requests really sent for it this time; 0 if everything came from the book.
        complete: the answer was read to its end; False if it breaks off, and its whole items alone are here.
        dropped: what of it could not be used, and why, a line each.
        answered_by: who gave each of the answers used.
        requests: the identity of each request whose answer was used, as answers are kept under it.
    """

    answer: T
    input_tokens: int | None
    output_tokens: int | None
    calls: int
    sent: int
    complete: bool = True
    dropped: tuple[str, ...] = ()
    answered_by: tuple[Answerer, ...] = ()
    requests: tuple[str, ...] = ()


@dataclass
class Ledger:
    """One question under way.

    Attributes:
        label: what it is about, for messages; answer_type: what its answer has to be.
        most: items of one list that are looked at.
        anew: a kept answer is not to be used, unless it was asked for in this run.
        answered: there is an answer to the last request; from_book: it was there before this run.
        is_kept: the last answer was paid for by another run, before this one or meanwhile.
        replaced: kept answers, with their requests, in whose place others were put.
        found: the last answer, sorted.
    """

    label: str
    answer_type: type[BaseModel]
    most: int | None = None
    anew: bool = False
    answered: bool = False
    from_book: bool = False
    is_kept: bool = False
    replaced: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    found: Fitted = field(default_factory=Fitted)
    usages: list[Usage] = field(default_factory=list)
    answerers: list[Answerer] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    sent: int = 0

    def reply(self, answer: T, *, complete: bool, dropped: tuple[str, ...]) -> Reply[T]:
        """The finished question."""
        return Reply(
            answer=answer,
            input_tokens=_total([usage.input_tokens for usage in self.usages]),
            output_tokens=_total([usage.output_tokens for usage in self.usages]),
            calls=len(self.usages),
            sent=self.sent,
            complete=complete,
            dropped=dropped,
            answered_by=tuple(self.answerers),
            requests=tuple(self.requests),
        )


def _total(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
