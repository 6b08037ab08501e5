"""The committed JSON Schema is what the records make, fits every report, and refuses what is none."""

from __future__ import annotations

import copy
import functools
import json
from pathlib import Path

import pytest
from hostile_page import hostile_report
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from large_report import large_report
from typer.testing import CliRunner

import summarizer
from summarizer.cli import app
from summarizer.reporting import dump_finding, dump_summary, render_json
from summarizer.reporting.json_schema import report_schema, schema_text
from summarizer.schema import News

FILE = Path(summarizer.__file__).parent / "report.schema.json"
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))
REPORTS = Path(__file__).parent.parent.parent / "reports"


@functools.cache
def _validator(of: str = "report") -> Draft202012Validator:
    printed = CliRunner().invoke(app, ["schema", "--of", of])
    assert printed.exit_code == 0
    schema = json.loads(printed.stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@functools.cache
def _document() -> dict:
    return json.loads(render_json(large_report(6, 30, sentences=6)))


def test_the_committed_schema_is_what_the_records_make() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_the_printed_schema_is_the_committed_one() -> None:
    assert CliRunner().invoke(app, ["schema"]).stdout == FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(REPORTS.glob("*/report.json")), ids=lambda file: file.parent.name)
def test_a_committed_report_fits(file: Path) -> None:
    assert list(_validator().iter_errors(json.loads(file.read_bytes()))) == []


def test_a_hostile_report_fits() -> None:
    assert list(_validator().iter_errors(json.loads(render_json(hostile_report())))) == []


def test_a_report_with_batches_and_news_fits() -> None:
    report = large_report(6, 12, sentences=4)
    ids = tuple(one.article.article_id for one in report.summaries)
    grown = report.model_copy(update={"batches": (ids[:3], ids[3:]), "news": News(articles=ids[3:], gone=("Who?",))})
    document = json.loads(render_json(grown))

    assert {"batches", "news"} <= document.keys()
    assert list(_validator().iter_errors(document)) == []


def test_the_lines_of_extract_and_compare_fit_their_schemas() -> None:
    report = large_report(6, 12, sentences=4)

    assert [_validator("article").is_valid(json.loads(dump_summary(one))) for one in report.summaries] == [True] * 6
    assert {_validator("finding").is_valid(json.loads(dump_finding(one))) for one in report.findings} == {True}
    assert not _validator("finding").is_valid(json.loads(dump_summary(report.summaries[0])))


def test_a_field_that_a_later_version_adds_is_let_through() -> None:
    document = copy.deepcopy(_document())
    document["added"] = document["articles"][0]["added"] = document["findings"][0]["sides"][0]["added"] = {"x": 1}

    assert _validator().is_valid(document)


def _places(value: object, path: tuple = ()) -> list[tuple]:
    """The way to every field of every object, once for each shape of the way."""
    found = []
    if isinstance(value, dict):
        for key, one in value.items():
            found += [(*path, key), *_places(one, (*path, key))]
    elif isinstance(value, list) and value:
        found += _places(value[0], (*path, 0))
    return found


def _free(path: tuple) -> bool:
    """Names of prompts and their hashes are the user's own."""
    return path[:2] == ("run", "prompts") and len(path) > 2


PLACES = [path for path in _places(_document()) if not _free(path)]


def _holder(document: dict, path: tuple) -> dict:
    return functools.reduce(lambda value, key: value[key], path[:-1], document)


@given(st.sampled_from(PLACES))
def test_a_document_without_a_field_does_not_fit(path: tuple) -> None:
    document = copy.deepcopy(_document())
    del _holder(document, path)[path[-1]]

    assert not _validator().is_valid(document)


@given(st.sampled_from(PLACES), st.sampled_from([[[]], {"no": {"such": "value"}}]))
def test_a_document_with_a_value_of_another_shape_does_not_fit(path: tuple, value: object) -> None:
    document = copy.deepcopy(_document())
    _holder(document, path)[path[-1]] = value

    assert not _validator().is_valid(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), 2),
        (("findings", 0, "verdict"), "lie"),
        (("findings", 0, "severity"), "High"),
        (("findings", 0, "sides", 0, "start"), -1),
        (("articles", 0, "published"), "yesterday"),
        (("articles", 0, "claims", 0, "read_by"), "a person"),
        (("articles", 0, "figures", 0, "low"), "183"),
    ],
)
def test_a_value_outside_its_list_or_range_does_not_fit(path: tuple, value: object) -> None:
    document = copy.deepcopy(_document())
    _holder(document, path)[path[-1]] = value

    assert not _validator().is_valid(document)


def test_every_field_says_what_it_means_or_what_it_can_be() -> None:
    told = {
        (name, key): one
        for name, record in report_schema()["$defs"].items()
        for key, one in record.get("properties", {}).items()
    }
    plain = [place for place, one in told.items() if not ({"description", "$ref", "enum"} & one.keys())]

    assert len(told) > 150
    assert len(plain) < len(told) / 4
    assert not [place for place, one in told.items() if "None" in one.get("description", "")]
