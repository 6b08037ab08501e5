"""What the answers of a run cost: what was paid now, told apart from what earlier runs paid."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from summarizer.events import Kept, Paid
from summarizer.spending import Price

_SMALL = Decimal("0.1")


@dataclass
class Sum:
    """Tokens and dollars.

    Attributes:
        answers: how many requests or kept answers they are of.
        is_about: not all of the tokens were counted by the endpoint.
        is_priced: the price of every model is known, so that the dollars are all there are.
    """

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    dollars: Decimal = Decimal(0)
    is_about: bool = False
    is_priced: bool = True

    def add(self, tokens: tuple[int | None, int | None], price: Price | None, *, is_estimated: bool) -> None:
        """Add one."""
        tokens_in, tokens_out = tokens[0] or 0, tokens[1] or 0
        self.answers += 1
        self.input_tokens += tokens_in
        self.output_tokens += tokens_out
        self.is_about |= is_estimated or None in tokens
        if price is None:
            self.is_priced = False
        else:
            self.dollars += price.of(tokens_in, tokens_out)

    def words(self) -> str:
        """As a person reads it; no dollars where a price is not known."""
        about = "about " if self.is_about else ""
        cost = f", {about}{_dollars(self.dollars)}" if self.is_priced else ""
        return f"{about}{self.input_tokens:,} tokens in, {self.output_tokens:,} out{cost}"

    def fields(self) -> dict[str, Any]:
        """As a program reads it."""
        return {
            "answers": self.answers,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "is_estimated": self.is_about,
            "dollars": float(self.dollars) if self.is_priced else None,
        }


@dataclass
class Bill:
    """The costs of a run so far.

    Attributes:
        prices: of the models that are asked, as far as a table knows them.
        paid: in this run; kept: by earlier ones, whose answers are used.
    """

    prices: dict[str, Price] = field(default_factory=dict)
    paid: Sum = field(default_factory=Sum)
    kept: Sum = field(default_factory=Sum)

    def take(self, event: Paid | Kept) -> None:
        """Add what an event tells."""
        price = self.prices.get(event.model)
        tokens = (event.input_tokens, event.output_tokens)
        if isinstance(event, Paid):
            self.paid.add(tokens, price, is_estimated=event.is_estimated)
        else:
            self.kept.add(tokens, price, is_estimated=False)

    def parts(self) -> list[str]:
        """What was paid now, and what was there, in words; nothing where there is nothing."""
        paid = [f"paid now: {self.paid.words()}"] if self.paid.answers else []
        answers = "answer" if self.kept.answers == 1 else "answers"
        kept = [f"kept earlier: {self.kept.answers:,} {answers}, {self.kept.words()}"] if self.kept.answers else []
        return paid + kept

    def basis(self) -> list[str]:
        """From which tables the dollars are; nothing where none were told."""
        told = any(one.answers and one.is_priced for one in (self.paid, self.kept))
        return sorted({price.basis for price in self.prices.values()}) if told else []

    def fields(self) -> dict[str, Any]:
        """As a program reads it."""
        return {"paid": self.paid.fields(), "kept": self.kept.fields()}


def _dollars(amount: Decimal) -> str:
    return f"${amount:,.2f}" if amount >= _SMALL or not amount else f"${amount:,.4f}"
