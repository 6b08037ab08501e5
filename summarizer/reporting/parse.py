"""Reads back what `dump_summary` wrote, and trusts none of it: a quote is checked against its text again."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, NoReturn

from pydantic import ValidationError

from summarizer.digests import sha256_of_text
from summarizer.errors import ConfigError
from summarizer.reporting.flat import Flat, nested_summary
from summarizer.schema import Quoted, Summary, Uncovered


def parse_summaries(jsonl: str) -> tuple[Summary, ...]:
    """The summaries in a JSON Lines text, one object a line; empty lines are passed over.

    Lines end at a line feed only: other separators may stand inside a string.

    Raises:
        ConfigError: a line is no summary, a quote does not stand where it says, or an article comes twice; the
            message begins with the number of the line.
    """
    first_lines: dict[str, int] = {}
    summaries = []
    for number, line in enumerate(jsonl.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        summary = _summary(line, number)
        first = first_lines.setdefault(summary.article.article_id, number)
        if first != number:
            raise _bad(number, f"the article of line {first} again; keep one of the two lines")
        summaries.append(summary)
    return tuple(summaries)


def _summary(line: str, number: int) -> Summary:
    try:
        loaded = load_json(line)
    except RecursionError:
        raise _bad(number, "not a summary: nested too deeply") from None
    except ValueError as error:
        raise _bad(number, f"not JSON ({error}); expected what `summarizer extract` writes") from None
    if not isinstance(loaded, dict):
        raise _bad(number, "not a JSON object; expected what `summarizer extract` writes")
    try:
        return checked_summary(loaded)
    except ValueError as error:
        raise _bad(number, str(error)) from None


def load_json(text: str) -> Any:
    """What a text says as JSON, its numbers as they are written.

    Raises:
        ValueError: it is not JSON; RecursionError: it is nested too deeply.
    """
    return json.loads(text, parse_float=Decimal, parse_constant=_no_number)


def checked_summary(flat: Flat) -> Summary:
    """A summary in its flat shape, every quote of it found where it is said to stand. Raises ValueError."""
    try:
        summary = Summary.model_validate(nested_summary(flat))
    except ValidationError as error:
        raise ValueError(f"not a summary: {first_error(error)}") from None
    if not 0 <= summary.covered <= summary.checkable:
        raise ValueError(f"{summary.covered} of {summary.checkable} numbers and quotations cannot be covered")
    if summary.article.text_sha256 not in {None, sha256_of_text(summary.article.text)}:
        raise ValueError("the text is not the one whose SHA-256 is given")
    items: tuple[Quoted | Uncovered, ...] = (
        *summary.claims,
        *summary.figures,
        *summary.attributions,
        *summary.uncovered,
    )
    for item in items:
        if not _stands_in(item, summary.article.text):
            raise ValueError(f"characters {item.start} to {item.end} of the text are not the quote that is given")
    return summary


def _stands_in(item: Quoted | Uncovered, text: str) -> bool:
    placed = 0 <= item.start <= item.end and text[item.start : item.end] == item.quote
    if isinstance(item, Uncovered):
        return placed
    return placed and item.start <= item.anchor_start <= item.anchor_end <= item.end


def first_error(error: ValidationError) -> str:
    """The first thing that is wrong, without the text it was found in."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = [part for part in first["loc"] if part != "article"]
    return f"{'.'.join(str(part) for part in path) or 'the object'}: {first['msg']}"


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")


def _bad(number: int, what: str) -> ConfigError:
    return ConfigError(f"line {number}: {what}")
