"""A report in which every text that its records can hold is one text, made from the schema: a new field is filled by itself."""

from __future__ import annotations

import datetime as dt
import functools
import types
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from summarizer.digests import sha256_of_text
from summarizer.schema import Report
from summarizer.terms import ArticleStatus, Verdict

STARTS, ENDS = {"start", "anchor_start"}, {"end", "anchor_end"}
MANY = {"claims": 12, "missing": 12, "uncovered": 12, "failures": 3, "summaries": 3, "findings": 2, "rows": 3}
"""How many records a list holds; those that are folded from ten on hold twelve."""


@functools.cache
def hints(kind: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(kind)


def everywhere(text: str) -> Report:
    """The report; every verdict and every status occurs in it."""
    report: Report = filled(Report, text)
    findings = [f.model_copy(update={"verdict": verdict}) for verdict in Verdict for f in report.findings]
    ids = [f"{text}{number}" for number in range(len(report.summaries))]
    named = [
        summary.model_copy(
            update={
                "article": summary.article.model_copy(update={"article_id": key}),
                "status": (ArticleStatus.EXTRACTED, ArticleStatus.FAILED, ArticleStatus.EXTRACTED)[number % 3],
            }
        )
        for number, (summary, key) in enumerate(zip(report.summaries, ids, strict=True))
    ]
    return report.model_copy(update={"summaries": tuple(named), "findings": tuple(findings)})


def filled(kind: type[BaseModel], text: str) -> Any:
    """A record of this kind, all of its texts this one."""
    return kind(**{name: value_of(hint, name, text) for name, hint in hints(kind).items() if name in kind.model_fields})


def value_of(hint: Any, name: str, text: str) -> Any:
    """What a field of this type holds."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return value_of(next(one for one in inner if one is not type(None)), name, text)
    if origin is tuple:
        return tuple(value_of(inner[0], name, text) for _ in range(MANY.get(name, 2)))
    if origin is dict:
        return {text: value_of(inner[1], name, text)}
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return filled(hint, text)
    return inner[0] if origin is Literal else plain(hint, name, text)


def plain(hint: type, name: str, text: str) -> Any:
    """A text, number, date, truth value or word of a closed list; offsets hold the whole text."""
    if name.endswith("_sha256") or name == "requests":
        return sha256_of_text(text)
    if issubclass(hint, Enum):
        return next(iter(hint))
    made: dict[type, Callable[[], Any]] = {
        str: lambda: text,
        bool: lambda: True,
        int: lambda: 0 if name in STARTS else len(text) if name in ENDS else 5,
        Decimal: lambda: Decimal(7),
        float: lambda: 0.5,
        dt.date: lambda: dt.date(2024, 10, 14),
    }
    return made[hint]()
