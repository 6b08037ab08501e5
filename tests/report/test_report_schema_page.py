"""The page on report.json names all that the schema has."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import summarizer
from summarizer.terms import ArticleStatus, DecidedBy, FindingKind, Modality, Severity, Verdict

PAGE = (Path(__file__).parent.parent.parent / "docs" / "report-json.md").read_text(encoding="utf-8")
SCHEMA = json.loads((Path(summarizer.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
REPORT = Path(__file__).parent.parent.parent / "reports" / "afghanistan" / "report.json"


def test_every_key_of_the_document_has_a_row() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE.split("## The keys")[1].split("##")[0], re.MULTILINE)) == set(
        SCHEMA["properties"]
    )


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("verdict", Verdict),
        ("severity", Severity),
        ("kind", FindingKind),
        ("decided_by", DecidedBy),
        ("status", ArticleStatus),
        ("modality", Modality),
    ],
)
def test_every_word_of_a_closed_list_is_named(field: str, words: type) -> None:
    row = re.search(rf"^\| `{field}` \|.*$", PAGE, re.MULTILINE)

    assert row is not None
    assert {word.value for word in words} <= set(re.findall(r"`(\w+)`", row.group()))


def test_the_code_on_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = PAGE.split("```py\n")[1].split("```")[0].replace('"reports/ferry/report.json"', repr(str(REPORT)))
    exec(compile(code, "page", "exec"), {})  # noqa: S102  # our own page

    assert len(capsys.readouterr().out.splitlines()) > 10
