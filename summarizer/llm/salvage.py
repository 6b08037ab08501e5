"""Reads the JSON of an answer as far as it goes.

A value that cannot be read stays in its place as `Broken`, and the rest around it is read. A text that breaks off, or is no
JSON from some place on, is read up to the last whole item of a list before that place.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from instructor.core import ResponseParsingError

Path = tuple[str | int, ...]
"""The place of a value: keys of objects and places in lists, from 0."""
MOST_DIGITS = 400
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\],:]', re.DOTALL)
_IN_LIST = ["{", "["]
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnfitError(ResponseParsingError):
    """An answer that does not fit its type. The message is short, and names no library: it is sent to the model, and recorded.

    pydantic's own message names pydantic's version in a link, and then every recorded re-ask would be lost with the next.
    """


@dataclass(frozen=True)
class Broken:
    """Stands for a value that cannot be read; `why` says what is wrong with it."""

    why: str


_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"```[ \t]*\w*\s*(?=[{\[])")
"""The opening of a fence around JSON."""


@dataclass(frozen=True)
class Reading:
    """What could be read.

    Attributes:
        value: the JSON value; parts of it may be `Broken`.
        cut: what is wrong where the reading ends; None if the whole text was read.
    """

    value: Any
    cut: str | None = None


def json_in(text: str) -> str:
    """The JSON in a text: without thoughts, a Markdown fence or words around it, if there are any; else the text itself."""
    bare = _THOUGHT.sub("", text).strip()
    if not bare.startswith(("{", "[")) and (fence := _FENCE.search(bare)):
        bare = _fenced(bare[fence.end() :])
    if bare.startswith(("{", "[")):
        return bare
    start, end = bare.find("{"), bare.rfind("}")
    if start < 0:
        return bare
    return bare[start : end + 1] if end > start else bare[start:]


def _fenced(text: str) -> str:
    """The JSON at the start of a text, up to where it ends or, if it cannot be read, up to the fence's end."""
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return text.partition("```")[0].strip()
    return text[:end]


def read_json(text: str) -> Reading:
    """The value that a text holds, up to where it breaks off or stops to be JSON.

    Words after the value are passed over; a second value makes it ambiguous.

    Raises:
        UnfitError: it holds no JSON, two values, or nothing whole before the place where it breaks off.
    """
    try:
        return Reading(_loads(text))
    except json.JSONDecodeError as error:
        return _read_until(text, error)
    except RecursionError:
        raise UnfitError("not valid JSON: nested too deeply") from None


def _read_until(text: str, error: json.JSONDecodeError) -> Reading:
    why = f"not valid JSON: {error.msg} at character {error.pos}"
    if error.msg == "Extra data":
        if any(char in text[error.pos :] for char in "{["):
            raise UnfitError(why) from None
        return Reading(_loads(text[: error.pos]))
    closed = closed_before(text[: error.pos])
    if closed is None:
        raise UnfitError(why) from None
    try:
        return Reading(_loads(closed), why)
    except (ValueError, RecursionError):
        raise UnfitError(why) from None


def closed_before(text: str) -> str | None:
    """The start of a JSON object, closed after the last whole item of its lists, or its last whole field.

    None if there is no such item or field. An item is an element of a list that is a field of the object itself: what
    stands deeper belongs to an item that is not whole.
    """
    end, closing = 0, ""
    for end, closing in _whole_ends(text):  # noqa: B007  the last one is wanted
        pass
    return text[:end] + closing if end else None


def _whole_ends(text: str) -> Iterator[tuple[int, str]]:
    """Each place after which the object may be closed, with what closes it. The text is JSON as far as it goes."""
    opened: list[str] = []
    before = ""
    for token in _TOKEN.finditer(text):
        mark = text[token.start()]
        if mark == '"':
            if token.end() - token.start() == 1 or text[token.end() - 1] != '"':
                return
            if opened == _IN_LIST or (len(opened) == 1 and before == ":"):
                yield token.end(), _closing(opened)
        elif mark in "{[":
            opened.append(mark)
            if opened == _IN_LIST:
                yield token.end(), _closing(opened)
        elif mark in "}]":
            opened.pop()
            if len(opened) == 1 or opened == _IN_LIST:
                yield token.end(), _closing(opened)
        elif mark == "," and (len(opened) == 1 or opened == _IN_LIST):
            yield token.start(), _closing(opened)
        before = mark


def _closing(opened: list[str]) -> str:
    return "]}" if opened == _IN_LIST else "}"


def broken_in(value: Any) -> Iterator[tuple[Path, str]]:
    """The place of everything that cannot be read, and why. Half a surrogate pair is not text: it cannot be written."""
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, Broken):
            yield path, one.why
        elif isinstance(one, str):
            if not one.isascii() and _SURROGATE.search(one):
                yield path, "holds half of a surrogate pair"
        elif isinstance(one, dict):
            waiting += [((*path, key), inner) for key, inner in one.items()]
        elif isinstance(one, list):
            waiting += [((*path, place), inner) for place, inner in enumerate(one)]


def _loads(text: str) -> Any:
    # Not strict: models put line breaks into strings as they are.
    value = json.loads(
        text,
        object_pairs_hook=_single_keys,
        parse_constant=lambda name: Broken(f"{name} is not a JSON number"),
        parse_int=_integer,
        parse_float=_real,
        strict=False,
    )
    if isinstance(value, Broken):
        raise UnfitError(value.why)
    return value


def _single_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Broken:
    single = dict(pairs)
    keys = [key for key, _ in pairs]
    if len(single) != len(keys):
        seen: set[str] = set()
        twice = next(key for key in keys if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return Broken(f"the key {json.dumps(twice[:60])} stands twice in one object")
    if any(not key.isascii() and _SURROGATE.search(key) for key in keys):
        return Broken("a key holds half of a surrogate pair")
    return single


def _integer(digits: str) -> int | Broken:
    return int(digits) if len(digits) <= MOST_DIGITS else Broken("a number with too many digits")


def _real(digits: str) -> float | Broken:
    number = float(digits)
    return number if math.isfinite(number) else Broken("a number that is too large")
