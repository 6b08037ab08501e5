"""The JSON Schema (draft 2020-12) of `report.json`, made from the records and their docstrings.

It describes what this version writes: every field is there, so every field is required. It lets fields through that it does
not know, because later versions of one format may add some.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema

from summarizer.reporting.flat import FORMAT, KEYS, LISTS, Flat
from summarizer.schema import Article, News, Record, Report, RunRecord, Summary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCE = "#/$defs/{model}"
ARTICLE = "Article"
_EVERYWHERE = {
    "article_id": "Id of an article, the same in every run.",
    "item_id": "Id of a claim, figure or attribution, the same in every run.",
    "quote": "Characters of the article: text[start:end].",
    "start": "Where it begins in the article's text, in code points.",
    "end": "Where it ends in the article's text, in code points; the first one behind it.",
    "prefix": "What stands before the quote.",
    "suffix": "What stands behind the quote.",
    "anchor_start": "Where the decisive words of the quote begin in the article's text.",
    "anchor_end": "Where the decisive words of the quote end in the article's text.",
    "earliest": "The first day that is meant, as far as code could tell.",
    "latest": "The day behind the last one that is meant.",
}
"""What fields of many records mean that their docstrings do not repeat."""
_POSITIONS = {"start", "end", "anchor_start", "anchor_end"}
_SECTION = re.compile(r"\n\s*Attributes:\n(?P<entries>.*)\Z", re.DOTALL)


class _AsWritten(GenerateJsonSchema):
    """The shape of what is written: a decimal is a number."""

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        """A decimal is the one value that has a serializer of its own."""
        return {"type": "number"} if schema["type"] == "function-plain" else super().ser_schema(schema)


def schema_text() -> str:
    """The schema as the file `summarizer/report.schema.json` holds it."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=1) + "\n"


def report_schema() -> Flat:
    """The schema of the whole document; its parts, by the names of the records, are in "$defs"."""
    roots: list[type[BaseModel]] = [Summary, RunRecord, News]
    roots += [kind for name in LISTS if (kind := _record_in(name)) is not None]
    _, made = models_json_schema(
        [(root, "serialization") for root in roots], ref_template=REFERENCE, schema_generator=_AsWritten
    )
    defs = {name: _described(name, one) for name, one in made["$defs"].items()}
    defs[ARTICLE] = _flat_article(defs[ARTICLE], defs.pop("Summary"))
    properties: Flat = {
        "format": {"const": FORMAT, "description": "The version of this shape; a changed meaning raises it."},
        "run": {"$ref": REFERENCE.format(model=RunRecord.__name__), "description": "What the report is a function of."},
        "articles": _list_of(ARTICLE, "The articles, each with everything that was read in it."),
    }
    properties |= {name: _list_of(_record_in(name).__name__, _LISTED[name]) for name in LISTS}
    needed = list(properties)
    told = _attributes(Report)
    batches = {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
    properties["batches"] = {**batches, "description": f"{told['batches']} Left out where all came at once."}
    properties["news"] = {"$ref": REFERENCE.format(model=News.__name__), "description": "Left out where there is none."}
    return {
        "$schema": DIALECT,
        "title": "report.json of summarizer",
        "description": f"{_meaning(Report)} Offsets are Unicode code points, half open, into the text of their article.",
        "type": "object",
        "properties": properties,
        "required": needed,
        "$defs": dict(sorted(defs.items())),
    }


_LISTED = {
    "findings": "Where the articles disagree or agree, the gravest first.",
    "measures": "What at least two articles count, figures side by side.",
    "topics": "Questions that several articles answer, and who is silent.",
    "origins": "Articles that go back to one report and count as one source.",
    "retellings": "Who retells whom, and what each changed.",
    "failures": "What could not be done. Not the same as that nothing was found.",
    "passed_over": "Files that nobody could take for articles.",
}


def _record_in(name: str) -> type[BaseModel]:
    """The record that this list of the report holds."""
    (held, _) = Report.model_fields[name].annotation.__args__  # type: ignore[union-attr]
    return held  # type: ignore[no-any-return]


def _list_of(model: str, meaning: str) -> Flat:
    return {"type": "array", "items": {"$ref": REFERENCE.format(model=model)}, "description": meaning}


def _flat_article(article: Flat, summary: Flat) -> Flat:
    """An article and its summary are one object in the file."""
    both = {**article["properties"], **summary["properties"]}
    meaning = f"{_meaning(Article)} With it, side by side: {_meaning(Summary)}"
    return {
        "type": "object",
        "description": meaning,
        "properties": {key: both[key] for key in KEYS},
        "required": list(KEYS),
    }


def _described(name: str, schema: Flat) -> Flat:
    """A definition with the meaning of the record and of each field, and without what is only pydantic's."""
    described = {key: value for key, value in schema.items() if key not in {"title", "additionalProperties"}}
    record = _RECORDS.get(name)
    if record is None:
        return described
    told = _attributes(record)
    described["description"] = _meaning(record)
    described["required"] = list(schema["properties"])
    described["properties"] = {key: _field(key, one, told) for key, one in schema["properties"].items()}
    return described


def _field(key: str, schema: Flat, told: dict[str, str]) -> Flat:
    field = {name: value for name, value in schema.items() if name not in {"title", "default"}}
    if key in _POSITIONS:
        field["minimum"] = 0
    meaning = told.get(key) or _EVERYWHERE.get(key)
    if meaning:
        field["description"] = meaning
    return field


def _records(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for below in kind.__subclasses__():
        yield below
        yield from _records(below)


_RECORDS = {record.__name__: record for record in _records(Record)}


def _meaning(record: type[BaseModel]) -> str:
    """What a record is: its docstring before the attributes, as one line."""
    return _in_json(" ".join(_SECTION.sub("", inspect.getdoc(record) or "").split()))


def _attributes(record: type[BaseModel]) -> dict[str, str]:
    """What each field means, by its name, from the docstrings of the record and of those it is made from.

    An entry may tell of several fields: "low, high: …", and "model: …; fingerprint: …".
    """
    told: dict[str, str] = {}
    for kind in reversed(record.__mro__):
        section = _SECTION.search(kind.__dict__.get("__doc__") or "")
        if section and issubclass(kind, BaseModel):
            told |= _entries(" ".join(section["entries"].split()), record)
    return told


def _in_json(meaning: str) -> str:
    """A docstring's words for values, as they are in the file."""
    return re.sub(r"\bNone\b", "null", meaning)


def _entries(text: str, record: type[BaseModel]) -> dict[str, str]:
    name = "|".join(sorted(record.model_fields, key=len, reverse=True))
    heads = list(re.finditer(rf"(?:^|(?<=[.;] ))(?P<names>(?:{name})(?:, (?:{name}))*): ", text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    told: dict[str, str] = {}
    for head, end in zip(heads, ends, strict=False):
        meaning = text[head.end() : end].strip().removesuffix(";").removesuffix(".")
        told |= dict.fromkeys(head["names"].split(", "), _in_json(f"{meaning[:1].upper()}{meaning[1:]}."))
    return told
