"""The report as JSON: the shape that other programs rely on.

An article and its summary are written as one flat object. Key order is fixed, and characters that a terminal, an
editor or a line splitter would act on are written as escapes, so that the file can be shown and split safely.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.characters import SURROGATES, UNSAFE
from summarizer.schema import Finding, Report, Summary

FORMAT = 1
"""The version of the shape; a change that a reader of it must know about makes it 2."""

MARGIN = "\n "
"""The line end and the indent of the document's own keys."""

LISTS = ("findings", "measures", "topics", "origins", "retellings", "failures", "passed_over")
"""The lists of records behind the articles, in the order in which they are written."""

Flat = dict[str, Any]
"""A JSON object."""

ARTICLE_KEYS = (
    *("article_id", "path", "title", "outlet", "author", "published", "published_time", "published_basis"),
    *("language", "url", "source_sha256", "source_kind", "text_sha256", "incomplete", "notes", "text", "zones"),
)
SUMMARY_KEYS = (
    *("status", "failure", "period", "main_source", "credited", "checkable", "covered", "requests"),
    *("claims", "figures", "attributions", "missing", "uncovered"),
)
EVIDENCE_LAST = ("text", "zones", "claims", "figures", "attributions", "missing", "uncovered")
KEYS = (*(key for key in (*ARTICLE_KEYS, *SUMMARY_KEYS) if key not in EVIDENCE_LAST), *EVIDENCE_LAST)
"""The keys of an article in the order in which they are written: what it is first, then its text, then the items."""

_UNSAFE = re.compile(f"[{UNSAFE}{SURROGATES}]")


def render_json(report: Report) -> str:
    """The report in the shape of `report.json`; the same report gives the same bytes."""
    return "".join(json_pieces(report))


def json_pieces(report: Report) -> Iterator[str]:
    """The text of `render_json` piece by piece: what a large report needs of memory is then no more than its records."""
    run = {**report.run.model_dump(mode="json"), "prompts": dict(sorted(report.run.prompts.items()))}
    yield f'{{\n "format": {FORMAT},\n "run": {_escaped(_indented(run, MARGIN))}'
    yield from _listed("articles", map(flat_summary, report.summaries))
    for name in LISTS:
        yield from _listed(name, (record.model_dump(mode="json") for record in getattr(report, name)))
    if report.batches:
        yield f',\n "batches": {_escaped(_indented([list(batch) for batch in report.batches], MARGIN))}'
    if report.news is not None:
        yield f',\n "news": {_escaped(_indented(report.news.model_dump(mode="json"), MARGIN))}'
    yield "\n}\n"


def _listed(name: str, items: Iterable[Flat]) -> Iterator[str]:
    """A list of the document, a piece an item."""
    before, after = f',\n "{name}": [', "]"
    for item in items:
        yield f"{before}{MARGIN} {_escaped(_indented(item, f'{MARGIN} '))}"
        before, after = ",", f"{MARGIN}]"
    yield f"{before}{after}" if after == "]" else after


def dump_summary(summary: Summary) -> str:
    """One summary as one line of JSON, without the line end; `parse_summaries` gives the same summary back."""
    return dumped(flat_summary(summary))


def dump_finding(finding: Finding) -> str:
    """One finding as one line of JSON, as it stands in `report.json`, without the line end."""
    return dumped(finding.model_dump(mode="json"))


def flat_summary(summary: Summary) -> Flat:
    """The fields of the article and of its summary side by side, in the fixed order."""
    nested = summary.model_dump(mode="json")
    fields = {**nested.pop("article"), **nested}
    return {key: fields[key] for key in KEYS}


def nested_summary(flat: Flat) -> Flat:
    """The inverse of `flat_summary`: the article apart. Unknown keys stay, for validation to find."""
    article = {key: flat[key] for key in ARTICLE_KEYS if key in flat}
    return {"article": article, **{key: value for key, value in flat.items() if key not in ARTICLE_KEYS}}


def dumped(value: object) -> str:
    """The value as JSON in one line of readable characters, unsafe ones escaped."""
    return _escaped(_encoder(", ").encode(value))


def _indented(value: object, margin: str) -> str:
    """The value as `json.dumps` writes it with an indent of one.

    That encoder is written in Python; the compiled one knows no indent. So it is given the innermost lists and objects,
    with the line end as part of the separator.

    Args:
        value: what JSON can hold, with string keys.
        margin: the line end and the white space before the line on which the value begins.
    """
    inner = f"{margin} "
    encoder = _encoder(f",{inner}")
    if not isinstance(value, dict | list) or not value:
        return encoder.encode(value)
    if not any(isinstance(item, dict | list) and item for item in (value.values() if isinstance(value, dict) else value)):
        flat = encoder.encode(value)
        return f"{flat[0]}{inner}{flat[1:-1]}{margin}{flat[-1]}"
    if isinstance(value, dict):
        lines = [f"{encoder.encode(key)}: {_indented(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(lines)}{margin}}}"
    return f"[{inner}{f',{inner}'.join([_indented(item, inner) for item in value])}{margin}]"


@functools.lru_cache(maxsize=32)
def _encoder(between: str) -> json.JSONEncoder:
    """An encoder with this between two items; one for each depth of nesting."""
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(between, ": "))


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], text)
