"""The settings of a run, made of what counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.configuring.places import default_store
from summarizer.configuring.profiles import PROFILES
from summarizer.configuring.resolving import Configuration
from summarizer.errors import ConfigError
from summarizer.settings import (
    CALL_DEADLINE_S,
    DEFAULT_MODEL,
    IN_FLIGHT,
    KEY_VARIABLE,
    NAMED,
    ModelSettings,
    Settings,
)
from summarizer.spending import Allowance, price_of
from summarizer.terms import RULES


def settings_from(
    configuration: Configuration, environment: Mapping[str, str], *, out: Path | None = None, replay: Path | None = None
) -> Settings:
    """The settings of a run.

    Args:
        configuration: what counts.
        environment: holds the key.
        out: the folder of the report; None if none is written.
        replay: recorded answers.

    Raises:
        ConfigError: a profile lacks its model or its key, or the table of prices cannot be read.
    """
    value = configuration.value
    reach = reached(
        configuration,
        environment,
        model=value("model"),
        base_url=value("base_url"),
        replay=replay,
        deadline_s=value("deadline") or CALL_DEADLINE_S,
        in_flight=value("in_flight") or IN_FLIGHT,
    )
    store = value("store")
    settings = Settings(
        reach,
        store=Path(store) if store else default_store(),
        out=out,
        html=value("html") is not False,
    )
    prices = value("prices")
    return limited(settings, value("max_cost"), value("max_tokens"), Path(prices) if prices else None)


def reached(
    configuration: Configuration,
    environment: Mapping[str, str],
    *,
    model: str | None,
    base_url: str | None,
    replay: Path | None,
    **others: Any,
) -> ModelSettings:
    """How the language model is reached. Raises ConfigError if the profile that counts lacks its model or its key."""
    named = configuration.value("api_key_env")
    variable = KEY_VARIABLE if named is None else str(named)
    key = (environment.get(variable) or None) if variable else None
    if replay is None and model != RULES:
        _check_profile(configuration, model, key, variable)
    return ModelSettings(
        model=model or (DEFAULT_MODEL if key or base_url or replay else RULES),
        base_url=base_url or None,
        api_key=key,
        key_variable=variable,
        tool_choice=configuration.value("tool_choice") or NAMED,
        replay=replay,
        **others,
    )


def limited(settings: Settings, max_cost: str | None, max_tokens: int | None, prices: Path | None) -> Settings:
    """The settings with what the run may spend, and what that costs. Raises ConfigError."""
    settings = replace(settings, model=replace(settings.model, prices=prices))
    dollars = None if max_cost is None else dollars_of(str(max_cost), "--max-cost")
    if dollars is None and max_tokens is None:
        return settings
    allowance = Allowance(price_of(settings.model.model, prices), dollars, max_tokens)
    return replace(settings, model=replace(settings.model, allowance=allowance))


def reports_folder(configuration: Configuration) -> Path:
    """The folder under which a report's folder goes."""
    return Path(configuration.value("reports") or "reports")


def _check_profile(configuration: Configuration, model: str | None, key: str | None, variable: str) -> None:
    name = configuration.profile
    address = configuration.found.get("base_url")
    if name is None or address is None or not address.from_profile:
        return
    if model is None:
        serves = PROFILES[name].serves if name in PROFILES else "as its endpoint knows it"
        raise ConfigError(
            f"profile {name} names no model: give --model NAME, {serves}; "
            f"`summarizer doctor --profile {name}` lists what is there"
        )
    if variable and key is None:
        raise ConfigError(f"no API key: profile {name} takes it from {variable}, which is not set")


def dollars_of(text: str, option: str) -> Decimal:
    """An amount that an option was given. Raises ConfigError."""
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except ArithmeticError:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise ConfigError(f"{option} {text!r} is no amount of US dollars, such as 2.50")
    return amount
