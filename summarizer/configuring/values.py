"""Values of settings: whether each is what its setting may be, and in which words that is said."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from summarizer.configuring.catalogue import Kind, Setting
from summarizer.errors import ConfigError

_VARIABLE_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KEY_LIKE = re.compile(r"(?:sk|pk|gsk|xai|hf)[-_]\S{8,}", re.IGNORECASE)
_TRUE, _FALSE = {"1", "true", "t", "yes", "y", "on"}, {"0", "false", "f", "no", "n", "off"}

_ON_THIS_MACHINE = re.compile(r"^[a-z]+://(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?(?:/[^@\s]*)?$", re.IGNORECASE)


def checked(setting: Setting, value: Any, where: str) -> Any:
    """A value of a settings file, if it is of the setting's kind. Raises ConfigError that names the place; never the value."""
    if not _fits(setting, value):
        raise ConfigError(f"{where}: {setting.name} has to be {wanted(setting)}")
    if setting.kind is Kind.VARIABLE and value and (not _VARIABLE_NAME.fullmatch(value) or _KEY_LIKE.fullmatch(value)):
        raise ConfigError(
            f"{where}: {setting.name} takes the name of an environment variable, such as OPENAI_API_KEY, and no key; "
            "if a key stood here, take it out and make a new one"
        )
    if setting.kind is Kind.MONEY:
        return str(value).strip().removeprefix("$")
    return value


def read(setting: Setting, text: str, where: str) -> Any:
    """A value that was given as text, by a variable. Raises ConfigError that names the variable."""
    value: Any = text
    try:
        if setting.kind is Kind.WHOLE:
            value = int(text)
        elif setting.kind is Kind.NUMBER:
            value = float(text)
        elif setting.kind is Kind.SWITCH:
            value = {**dict.fromkeys(_TRUE, True), **dict.fromkeys(_FALSE, False)}[text.strip().lower()]
    except (ValueError, KeyError):
        raise ConfigError(f"{where}: {setting.name} has to be {wanted(setting)}") from None
    return checked(setting, value, where)


def wanted(setting: Setting) -> str:
    """What a setting may be, in words."""
    if setting.choices:
        return " or ".join(f'"{choice}"' for choice in setting.choices)
    if setting.most is not None:
        return f"{setting.kind} from {setting.least:g} to {setting.most:g}"
    if setting.kind in (Kind.NUMBER, Kind.WHOLE) and setting.least is not None:
        return f"{setting.kind}, at least {setting.least:g}"
    if setting.kind is Kind.MONEY:
        return f"{setting.kind}, such as 2.50"
    return str(setting.kind)


def _fits(setting: Setting, value: Any) -> bool:
    match setting.kind:
        case Kind.SWITCH:
            return isinstance(value, bool)
        case Kind.WHOLE:
            return isinstance(value, int) and not isinstance(value, bool) and _is_within(setting, value)
        case Kind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool) and _is_within(setting, value)
        case Kind.MONEY:
            return isinstance(value, int | float | str) and not isinstance(value, bool) and _is_money(str(value))
        case _:
            return isinstance(value, str) and _is_text(setting, value)


def _is_text(setting: Setting, value: str) -> bool:
    if setting.choices:
        return value in setting.choices
    return setting.kind is Kind.VARIABLE or (bool(value.strip()) and value.isprintable())


def _is_within(setting: Setting, value: float) -> bool:
    return (setting.least is None or value >= setting.least) and value <= (setting.most or 1e12)


def _is_money(text: str) -> bool:
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except ArithmeticError:
        return False
    return amount.is_finite() and amount >= 0


def is_on_this_machine(address: str) -> bool:
    """An address of a server on the user's own machine."""
    return _ON_THIS_MACHINE.match(address) is not None
