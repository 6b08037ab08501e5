"""Conditions around style rules, and whether they hold on a wide screen in daylight (Media Queries 4, Conditional Rules 3)."""

from __future__ import annotations

import re
from itertools import pairwise

_SCREEN = 1280
_FEATURE = re.compile(r"\(\s{0,9}([^()]{1,100}?)\s{0,9}\)")
_BOUND = re.compile(r"(min|max)-width\s{0,9}:\s{0,9}(\d{1,6}(?:\.\d{1,3})?)(px|em|rem)")
_PIECE = re.compile(r"(width)|(\d{1,6}(?:\.\d{1,3})?)(px|em|rem)|([<>]=?)|\S")
_HOLDING = frozenset(
    """hover:hover any-hover:hover pointer:fine any-pointer:fine orientation:landscape prefers-color-scheme:light
    prefers-reduced-motion:no-preference prefers-contrast:no-preference update:fast scripting:enabled color hover
    any-hover pointer any-pointer display-mode:browser forced-colors:none grid:0 min-width:0""".split()
)
_ELSEWHERE = ("print", "speech", "braille", "tv", "handheld", "projection", "embossed")
_IN_FORCE = ("@supports", "@layer", "@container", "@scope")


def applies(prelude: str) -> bool:
    """A rule inside this block holds on a wide screen."""
    prelude = prelude.lower()
    if prelude.startswith("@media"):
        return any(map(_holds, prelude.removeprefix("@media").split(",")))
    if prelude.startswith("@container"):
        return all(_is_met(feature) is not False for feature in _FEATURE.findall(prelude))
    if prelude.startswith("@supports"):
        return not re.match(r"@supports\s{0,9}not\b", prelude)
    return prelude.startswith(_IN_FORCE)


def _holds(query: str) -> bool:
    words = query.split()
    if "not" in words or "not(" in query:
        return words[0] == "not" and len(words) > 1 and words[1] in _ELSEWHERE
    if any(word in _ELSEWHERE for word in words):
        return False
    return all(_is_met(feature) for feature in _FEATURE.findall(query))


def _is_met(feature: str) -> bool | None:
    """A wide screen has the feature; None for one that is not known."""
    if match := _BOUND.fullmatch(feature):
        width = _in_pixels(match[2], match[3])
        return width <= _SCREEN if match[1] == "min" else width >= _SCREEN
    if "".join(feature.split()) in _HOLDING:
        return True
    return _is_in_range(feature) if "width" in feature and ("<" in feature or ">" in feature) else None


def _is_in_range(feature: str) -> bool | None:
    """A comparison such as "400px <= width < 700px"; None if it is none."""
    values: list[float] = []
    signs: list[str] = []
    for name, digits, unit, sign in (match.groups() for match in _PIECE.finditer(feature)):
        if sign:
            signs.append(sign)
        elif name or digits:
            values.append(_in_pixels(digits, unit) if digits else _SCREEN)
        else:
            return None
    if len(values) != len(signs) + 1:
        return None
    return all(_is_so(one, sign, other) for (one, other), sign in zip(pairwise(values), signs, strict=True))


def _is_so(one: float, sign: str, other: float) -> bool:
    if sign.endswith("=") and one == other:
        return True
    return one < other if sign.startswith("<") else one > other


def _in_pixels(digits: str, unit: str) -> float:
    return float(digits) * (1 if unit == "px" else 16)
