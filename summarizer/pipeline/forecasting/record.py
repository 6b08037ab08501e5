"""What a run would ask and pay, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from operator import add
from typing import Self

from summarizer.spending import Price


class Step(StrEnum):
    """What a model is asked for, in the order of a run."""

    EXTRACTION = "extraction"
    SECOND_LOOKS = "second looks"
    TABLES = "tables"
    WEIGHING = "weighing"


@dataclass(frozen=True)
class Range:
    """A number that is not known yet: at least, most likely, at most.

    Attributes:
        is_known: it is counted, not estimated; an estimate whose ends agree is one all the same.
    """

    low: int = 0
    likely: int = 0
    high: int = 0
    is_known: bool = field(default=False, kw_only=True)

    @classmethod
    def exactly(cls, number: int) -> Self:
        """A number that is known."""
        return cls(number, number, number, is_known=True)

    @property
    def is_single(self) -> bool:
        """Its ends agree."""
        return self.low == self.high

    def __add__(self, other: Range) -> Range:
        known = all(one.is_known or not one.high for one in (self, other))
        return Range(self.low + other.low, self.likely + other.likely, self.high + other.high, is_known=known)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.low <= number <= self.high


@dataclass(frozen=True)
class Calls:
    """Calls and the tokens that they take."""

    calls: Range = Range()
    input_tokens: Range = Range()
    output_tokens: Range = Range()

    def __add__(self, other: Calls) -> Calls:
        return Calls(self.calls + other.calls, self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens)

    def cost(self, price: Price) -> tuple[Decimal, Decimal, Decimal]:
        """US dollars: at least, most likely, at most."""
        tokens_in, tokens_out = self.input_tokens, self.output_tokens
        return (
            price.of(tokens_in.low, tokens_out.low),
            price.of(tokens_in.likely, tokens_out.likely),
            price.of(tokens_in.high, tokens_out.high),
        )


@dataclass(frozen=True)
class Foreseen:
    """One step of a run.

    Attributes:
        asked: what is still to be sent and paid; kept: answers that are in the store, which cost nothing more.
    """

    step: Step
    asked: Calls = Calls()
    kept: Calls = Calls()


@dataclass(frozen=True)
class Forecast:
    """What a run would ask and pay.

    Attributes:
        model: its name; sends: False where nothing is ever sent, because rules or recorded answers take the model's place.
        articles: how many are read; added: how many of them are new beside those of the report in the folder, None where
            there is no such report or all are compared afresh.
        left_out: files that could not be used.
        steps: those that the run has, in order.
        price: of the model; is_known: a table has its price, else it is counted as the dearest.
        remarks: what a person should know of this forecast, a sentence each.
    """

    model: str
    sends: bool
    articles: int
    left_out: int
    steps: tuple[Foreseen, ...]
    price: Price | None = None
    is_known: bool = True
    added: int | None = None
    remarks: tuple[str, ...] = ()

    @property
    def asked(self) -> Calls:
        """All that is still to be sent."""
        return summed(step.asked for step in self.steps)

    @property
    def kept(self) -> Calls:
        """All that has been paid before."""
        return summed(step.kept for step in self.steps)

    @property
    def dollars(self) -> tuple[Decimal, Decimal, Decimal]:
        """What is still to be paid: at least, most likely, at most."""
        zero = Decimal(0)
        return self.asked.cost(self.price) if self.sends and self.price else (zero, zero, zero)


def summed(every: Iterable[Calls]) -> Calls:
    """Several together."""
    return reduce(add, every, Calls())
