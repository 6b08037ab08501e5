"""The settings of a call, from its arguments. The environment is read here, when a function is called, and nowhere earlier."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from os import PathLike
from pathlib import Path

from platformdirs import user_data_path

from summarizer.errors import ConfigError
from summarizer.settings import CALL_DEADLINE_S, DEFAULT_MODEL, IN_FLIGHT, ModelSettings, Settings
from summarizer.spending import Allowance, price_of
from summarizer.terms import RULES

StrPath = str | PathLike[str]
Dollars = Decimal | float | str
KEY, ADDRESS = "OPENAI_API_KEY", "OPENAI_BASE_URL"
_NO_MODEL = (
    f"no language model is named: give model= and, unless {KEY} is set, api_key= or base_url=; replay= for recorded answers; "
    f'or model="{RULES}" to read without one, which finds differing figures, dates and quotations only'
)


@dataclass(frozen=True)
class Reach:
    """How a model is reached, and where its answers are kept."""

    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    replay: StrPath | None = None
    store: StrPath | None = None


@dataclass(frozen=True)
class Output:
    """Where a report is written, and how."""

    out: StrPath | None = None
    html: bool = True
    afresh: bool = False


@dataclass(frozen=True)
class Limits:
    """What a run may take."""

    max_cost: Dollars | None = None
    max_tokens: int | None = None
    prices: StrPath | None = None
    deadline: float = CALL_DEADLINE_S
    in_flight: int = IN_FLIGHT
    ask_again: bool = False
    processes: bool = False


def settings_of(reach: Reach, output: Output, limits: Limits, settings: Settings | None) -> Settings:
    """The settings that the arguments make, or those that were given whole. Raises ConfigError, also if both were given."""
    if settings is not None:
        if names := [name for part in (reach, output, limits) for name in _given(part)]:
            raise ConfigError(f"settings= was given, and {', '.join(names)} beside it; put that into the settings")
        return settings
    model = _model(reach, limits)
    return Settings(
        replace(model, allowance=_allowance(limits, model)),
        store=_path(reach.store) or user_data_path("summarizer") / "answers.sqlite",
        out=_path(output.out),
        html=output.html,
        afresh=output.afresh,
        processes=limits.processes,
    )


def _model(reach: Reach, limits: Limits) -> ModelSettings:
    key = reach.api_key or os.environ.get(KEY) or None
    base_url = reach.base_url or os.environ.get(ADDRESS) or None
    if not (reach.model or key or base_url or reach.replay):
        raise ConfigError(_NO_MODEL)
    return ModelSettings(
        model=reach.model or DEFAULT_MODEL,
        base_url=base_url,
        api_key=key,
        deadline_s=_positive("deadline", limits.deadline),
        in_flight=int(_positive("in_flight", limits.in_flight)),
        ask_again=limits.ask_again,
        replay=_path(reach.replay),
        prices=_path(limits.prices),
    )


def _given(part: Reach | Output | Limits) -> list[str]:
    return [one.name for one in fields(part) if getattr(part, one.name) != one.default]


def _allowance(limits: Limits, model: ModelSettings) -> Allowance | None:
    if limits.max_cost is None and limits.max_tokens is None:
        return None
    tokens = None if limits.max_tokens is None else int(_positive("max_tokens", limits.max_tokens))
    return Allowance(price_of(model.model, model.prices), _dollars(limits.max_cost), tokens)


def _dollars(amount: Dollars | None) -> Decimal | None:
    if amount is None:
        return None
    try:
        dollars = Decimal(str(amount).strip().removeprefix("$"))
    except ArithmeticError:
        dollars = Decimal("NaN")
    if not dollars.is_finite() or dollars < 0:
        raise ConfigError(f"max_cost={amount!r} is no amount of US dollars, such as 2.50")
    return dollars


def _positive(name: str, number: float) -> float:
    if not number >= 1:
        raise ConfigError(f"{name}={number!r} must be 1 or more")
    return number


def _path(given: StrPath | None) -> Path | None:
    return None if given is None else Path(given)
