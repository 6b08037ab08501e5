"""Custom properties of style sheets, `--name`, and `var(--name)` in their values (CSS Variables 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.articles.formats.markup.css_values import is_valid

_USE = re.compile(r"var\(\s*(--[^\s,()]{1,100})\s*(?:,((?:[^()]|\([^()]*\))*))?\)", re.IGNORECASE)
_ROUNDS = 6
_MAX = 2_000
_MAX_HELD = 2_000


def resolved(around: Mapping[str, str], said: Mapping[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The custom properties in force at an element, and its other declarations with them put in.

    A declaration that comes out as nothing a browser could read counts for nothing.
    """
    own = {name: value for name, value in said.items() if name.startswith("--")}
    known = {**around, **own} if own and len(around) < _MAX_HELD else around
    if not any("var(" in value for value in said.values()):
        return known, said
    found = {}
    for name, value in said.items():
        put_in = _put_in(value, known) if "var(" in value else value
        if put_in is not None and (put_in is value or is_valid(name, put_in)):
            found[name] = put_in
    return known, found


def _put_in(value: str, known: Mapping[str, str]) -> str | None:
    for _ in range(_ROUNDS):
        if "var(" not in value:
            return value.strip()
        value = _USE.sub(lambda match: known.get(match[1].lower(), (match[2] or "\0").strip() or "\0"), value)
        if "\0" in value or len(value) > _MAX:
            return None
    return None
