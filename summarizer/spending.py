"""What answers cost: tokens, the dated table of prices, and what a run may spend."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError

TABLE = Path(__file__).parent / "prices.toml"
MILLION = 1_000_000
EVERY_MODEL = "*"
"""The name under which a table has the price of every model that it does not name."""
OLD_AFTER_DAYS = 180
"""A table of prices older than this may well be wrong."""
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True)
class Spent:
    """What one answer cost, or several together.

    Attributes:
        run: the run that paid for it: what its budget is held against.
        model: the name of the model that was asked for.
        input_tokens, output_tokens: as the endpoint counted them, else as estimated from the lengths of request and answer.
        estimated: the endpoint did not count them all.
    """

    run: str
    model: str
    input_tokens: int
    output_tokens: int
    estimated: bool = False

    @property
    def tokens(self) -> int:
        """All tokens together."""
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens.

    Attributes:
        basis: where it is from, for the person who pays: "prices of 2026-06-01".
        as_of: the day of the table; None if it does not say.
    """

    input: Decimal
    output: Decimal
    basis: str
    as_of: dt.date | None = None

    def of(self, input_tokens: int, output_tokens: int) -> Decimal:
        """What so many tokens cost, in US dollars."""
        return (self.input * input_tokens + self.output * output_tokens) / MILLION


def age_of(price: Price, today: dt.date) -> int | None:
    """How many days old the table is that a price comes from; None if it does not say its day."""
    return None if price.as_of is None else (today - price.as_of).days


def is_old(price: Price, today: dt.date) -> bool:
    """The table that a price comes from is so old that it may well be wrong."""
    age = age_of(price, today)
    return age is not None and age > OLD_AFTER_DAYS


@dataclass(frozen=True)
class Allowance:
    """What a run may spend.

    Attributes:
        dollars, tokens: at most so much; None is no limit.
        price: of the model that is asked.
    """

    price: Price
    dollars: Decimal | None = None
    tokens: int | None = None


def price_of(model: str, own: Path | None = None) -> Price:
    """The price of a model: from the user's own table if it is there, else from the shipped one.

    A dated or hosted name ("gpt-5.1-2025-11-13", "openai/gpt-5.1") has the price of its model. A model that no table
    knows is counted at the dearest price in the shipped one, so that a limit holds all the same.

    Raises:
        ConfigError: the user's table cannot be read.
    """
    if (known := known_price(model, own)) is not None:
        return known
    dearest = max(_read(TABLE).values(), key=lambda price: (price.output, price.input))
    return Price(
        dearest.input,
        dearest.output,
        f"no table knows the price of {model}; counted at the dearest of the {dearest.basis}",
        dearest.as_of,
    )


def known_price(model: str, own: Path | None = None) -> Price | None:
    """The price of a model as a table has it; None if no table knows it. Raises ConfigError as `price_of` does."""
    for table in (_read(file) for file in (own, TABLE) if file):
        for name in _names(model):
            if name in table:
                return table[name]
    return None


def summed(paid: Iterable[Spent], run: str, model: str) -> Spent:
    """Several together."""
    every = list(paid)
    return Spent(
        run,
        model,
        sum(one.input_tokens for one in every),
        sum(one.output_tokens for one in every),
        any(one.estimated for one in every),
    )


def _names(model: str) -> list[str]:
    """The names under which a model may stand in a table, the nearest first."""
    bare = model.rpartition("/")[2]
    return list(dict.fromkeys([model, bare, _DATED.sub("", model), _DATED.sub("", bare), EVERY_MODEL]))


def _read(file: Path) -> dict[str, Price]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        as_of = data.get("as_of")
        day = as_of if isinstance(as_of, dt.date) and not isinstance(as_of, dt.datetime) else None
        said = data.get("basis")
        basis = said if isinstance(said, str) else f"prices of {day.isoformat() if day else file.name}"
        return {name: _price(row, basis, day) for name, row in data["models"].items()}
    except OSError as error:
        raise ConfigError(f"{file}: the table of prices cannot be read ({error.strerror})") from error
    except (KeyError, AttributeError, TypeError, ValueError, ArithmeticError) as error:
        raise ConfigError(
            f"{file}: is no table of prices; it has a line such as "
            '"gpt-5.1" = { input = 1.25, output = 10.00 } under [models], in US dollars for a million tokens'
        ) from error


def _price(row: dict[str, Any], basis: str, day: dt.date | None) -> Price:
    price = Price(Decimal(str(row["input"])), Decimal(str(row["output"])), basis, day)
    if not all(one.is_finite() and one >= 0 for one in (price.input, price.output)):
        raise ValueError(row)
    return price
