"""`summarizer schema`: the shape of what the program writes, for programs that read it."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

SCHEMA_FILE = Path(__file__).parent.parent / "report.schema.json"


class Described(StrEnum):
    """What there is a schema of."""

    REPORT = "report"  # report.json
    ARTICLE = "article"  # a line of `extract`
    FINDING = "finding"  # a line of `compare`


_PARTS = {Described.ARTICLE: "Article", Described.FINDING: "Finding"}


def print_schema(of: Described) -> int:
    """Print a schema on stdout; the exit code."""
    text = SCHEMA_FILE.read_text(encoding="utf-8")
    if of in _PARTS:
        text = json.dumps(_part(json.loads(text), _PARTS[of]), ensure_ascii=False, indent=1) + "\n"
    typer.echo(text, nl=False)
    return 0


def _part(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of one of the definitions, with those that it needs."""
    known: dict[str, Any] = schema["$defs"]
    needed: set[str] = set()
    open_names = {name}
    while open_names:
        needed |= open_names
        named = {other for one in open_names for other in re.findall(r'"#/\$defs/(\w+)"', json.dumps(known[one]))}
        open_names = named - needed
    defs = {key: value for key, value in known.items() if key in needed and key != name}
    return {"$schema": schema["$schema"], "title": f"{name} of summarizer", **known[name], "$defs": defs}
