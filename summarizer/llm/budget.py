"""What a run may spend: checked before each request, with what is on its way counted in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

from summarizer.errors import BudgetReached
from summarizer.llm.estimating import spent_on, tokens_of
from summarizer.spending import Allowance, Spent

LONGEST_ANSWER = 8_000
"""Tokens that an answer is expected to take at most; one about a shorter question takes as many as that question."""


@dataclass(frozen=True)
class Reservation:
    """What a request on its way may cost."""

    input_tokens: int
    output_tokens: int


NOTHING = Reservation(0, 0)


@dataclass
class Count:
    """Adds up what was spent."""

    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False

    def add(self, spent: Spent) -> None:
        """Add one."""
        self.input_tokens += spent.input_tokens
        self.output_tokens += spent.output_tokens
        self.estimated |= spent.estimated


class Budget:
    """Lets a request go if the run can pay for it, and keeps count.

    Args:
        allowance: the limits; None lets everything go.
        paid: what the run has paid before, in this process or an earlier one.
        booked: all that the run has paid, also in other processes, in an order in which what is new comes last.
    """

    def __init__(
        self,
        allowance: Allowance | None,
        paid: Iterable[Spent] = (),
        booked: Callable[[], Sequence[Spent]] = tuple,
    ) -> None:
        self._allowance = allowance
        self._reserved: list[Reservation] = []
        self._settled = asyncio.Condition()
        self._own, self._all = Count(), Count()
        self._booked, self._read = booked, 0
        for one in paid:
            self._own.add(one)

    @property
    def input_tokens(self) -> int:
        """Spent so far."""
        return max(self._own.input_tokens, self._all.input_tokens)

    @property
    def output_tokens(self) -> int:
        """Spent so far."""
        return max(self._own.output_tokens, self._all.output_tokens)

    async def reserve(self, request: Mapping[str, Any]) -> Reservation:
        """Wait until the run can pay for this request, whatever comes of those on their way, and set its cost aside.

        Raises:
            BudgetReached: it cannot, and nothing is on its way that might turn out cheaper.
        """
        wanted = expected(request)
        async with self._settled:
            while not self._fits(wanted):
                if not self._reserved:
                    raise BudgetReached(self._reached(wanted))
                await self._settled.wait()
            self._reserved.append(wanted)
        return wanted

    async def settle(self, reservation: Reservation, spent: Spent | None) -> None:
        """Put what a request really cost in the place of what was set aside; None if no answer came."""
        async with self._settled:
            self._reserved.remove(reservation)
            if spent is not None:
                self._own.add(spent)
            self._settled.notify_all()

    def check(self, reservation: Reservation) -> None:
        """Raise BudgetReached if what was set aside can no longer be paid: a try before has cost something as well."""
        if not self._fits(NOTHING):
            raise BudgetReached(self._reached(reservation))

    def count(self, spent: Spent) -> None:
        """Count what is spent beside what was set aside."""
        self._own.add(spent)

    def _look_at_others(self) -> None:
        """Count what other processes have paid for the same run since the last time."""
        booked = self._booked()
        for one in booked[self._read :]:
            self._all.add(one)
        self._read = len(booked)

    def _fits(self, wanted: Reservation) -> bool:
        allowance = self._allowance
        if allowance is None:
            return True
        self._look_at_others()
        tokens_in = self.input_tokens + sum(one.input_tokens for one in self._reserved) + wanted.input_tokens
        tokens_out = self.output_tokens + sum(one.output_tokens for one in self._reserved) + wanted.output_tokens
        if allowance.tokens is not None and tokens_in + tokens_out > allowance.tokens:
            return False
        return allowance.dollars is None or allowance.price.of(tokens_in, tokens_out) <= allowance.dollars

    def _reached(self, wanted: Reservation) -> str:
        allowance = self._allowance
        assert allowance is not None  # noqa: S101  # without limits everything fits
        parts = []
        if allowance.dollars is not None:
            spent = allowance.price.of(self.input_tokens, self.output_tokens)
            next_one = allowance.price.of(wanted.input_tokens, wanted.output_tokens)
            parts.append(
                f"{dollars(spent)} of --max-cost {allowance.dollars} are spent and the next answer may cost "
                f"{dollars(next_one)} ({allowance.price.basis})"
            )
        if allowance.tokens is not None:
            parts.append(
                f"{self.input_tokens + self.output_tokens:,} of --max-tokens {allowance.tokens:,} are used and the next answer "
                f"may take {wanted.input_tokens + wanted.output_tokens:,}"
            )
        is_estimated = self._own.estimated or self._all.estimated
        counted = ", partly estimated since the endpoint does not count all tokens" if is_estimated else ""
        return (
            f"the budget is reached: {' and '.join(parts)}{counted}. Nothing more is sent; every answer paid so far is "
            "kept: the same command with a higher limit goes on from there"
        )


class Purse:
    """What one question costs: set aside from the budget for as long as it has its turn at the endpoint.

    Args:
        budget: of the run; `run`: its name.
        request: the question.
        charge: takes what a try without an answer may have cost.

    Attributes:
        spent: what the answer cost; None if none came.
    """

    def __init__(self, budget: Budget, run: str, request: Mapping[str, Any], charge: Callable[[Spent], None]) -> None:
        self._budget, self._run, self._request, self._charge = budget, run, request, charge
        self._reserved: Reservation | None = None
        self._has_lost = False
        self.spent: Spent | None = None

    async def __aenter__(self) -> Self:
        self._reserved = await self._budget.reserve(self._request)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reserved is not None:
            await self._budget.settle(self._reserved, self.spent)

    def answered(self, text: str) -> None:
        """This answer came."""
        self.spent = spent_on(self._run, self._request, text)

    def check(self) -> None:
        """Before each try: raise BudgetReached if those before it took too much."""
        if self._has_lost and self._reserved is not None:
            self._budget.check(self._reserved)

    def lost(self) -> None:
        """A try got no answer and may be charged for all the same: what was sent is counted, what came back nobody knows."""
        model = str(self._request.get("model", ""))
        lost = Spent(self._run, model, expected(self._request).input_tokens, 0, estimated=True)
        self._has_lost = True
        self._budget.count(lost)
        self._charge(lost)


def expected(request: Mapping[str, Any]) -> Reservation:
    """What a request may cost at most, estimated from its length; the answer from the length of its last message."""
    messages = request.get("messages") or [{}]
    question = str(messages[-1].get("content") or "")
    return Reservation(tokens_of(json.dumps(request, ensure_ascii=False)), min(tokens_of(question) + 1, LONGEST_ANSWER))


def dollars(amount: Decimal) -> str:
    """An amount as a person reads it: "$1.25", and four places below ten cents."""
    return f"${amount:,.2f}" if amount >= Decimal("0.1") or not amount else f"${amount:,.4f}"
