"""Sums in values of styles: calc(), min(), max() and clamp() (CSS Values 4, 10)."""

from __future__ import annotations

import re
from collections.abc import Callable

_NAMES = ("calc", "min", "max", "clamp", "-webkit-calc", "-moz-calc")
_TOKEN = re.compile(r"\s*(?:(-?[a-z-]+)?\(|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?(?:%|[a-z]+)?)|([+-](?=\s)|[*/,)]))\s*")
_MAX_TOKENS, _MAX_DEPTH = 200, 20
_LONGEST_NUMBER = 40


class _NoSumError(ValueError):
    """It is no sum that a browser could work out."""


def is_sum(value: str) -> bool:
    """The value is written as a sum."""
    return value.endswith(")") and value.partition("(")[0] in _NAMES


def worked_out(value: str, known: Callable[[str], float | None]) -> float | None:
    """What a sum comes to; None for one that is not known.

    Args:
        value: in small letters with single spaces.
        known: what a number with its unit is.
    """
    try:
        return _Sum(value, known).result()
    except (_NoSumError, ZeroDivisionError, OverflowError):
        return None


class _Sum:
    def __init__(self, value: str, known: Callable[[str], float | None]) -> None:
        self._value, self._known = value, known
        self._at, self._count, self._depth = 0, 0, 0
        self._next = self._token()

    def result(self) -> float:
        """The value of the whole."""
        found = self._term()
        if self._next is not None:
            raise _NoSumError
        return found

    def _token(self) -> tuple[str, str] | None:
        """The next piece: an opening function, a number or a sign; None at the end."""
        if self._at >= len(self._value):
            return None
        match = _TOKEN.match(self._value, self._at)
        self._count += 1
        if not match or self._count > _MAX_TOKENS:
            raise _NoSumError
        self._at = match.end()
        if match[2]:
            return "number", match[2]
        return ("sign", match[3]) if match[3] else ("open", match[1] or "calc")

    def _step(self) -> tuple[str, str]:
        now = self._next
        if now is None:
            raise _NoSumError
        self._next = self._token()
        return now

    def _added(self) -> float:
        found = self._multiplied()
        while self._next in (("sign", "+"), ("sign", "-")):
            sign = self._step()[1]
            found += self._multiplied() if sign == "+" else -self._multiplied()
        return found

    def _multiplied(self) -> float:
        found = self._term()
        while self._next in (("sign", "*"), ("sign", "/")):
            sign = self._step()[1]
            other = self._term()
            found = found * other if sign == "*" else found / other
        return found

    def _term(self) -> float:
        kind, text = self._step()
        if kind == "number" and len(text) <= _LONGEST_NUMBER and (found := self._known(text)) is not None:
            return found
        if kind != "open" or text not in _NAMES or self._depth == _MAX_DEPTH:
            raise _NoSumError
        self._depth += 1
        parts = [self._added()]
        while self._next == ("sign", ","):
            self._step()
            parts.append(self._added())
        if self._step() != ("sign", ")"):
            raise _NoSumError
        self._depth -= 1
        return _of(text, parts)


def _of(name: str, parts: list[float]) -> float:
    if name in ("min", "max"):
        return min(parts) if name == "min" else max(parts)
    if name == "clamp" and len(parts) == 3:  # noqa: PLR2004 (least, wished for, most)
        return max(parts[0], min(parts[1], parts[2]))
    if name == "clamp" or len(parts) != 1:
        raise _NoSumError
    return parts[0]
