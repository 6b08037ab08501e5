"""The articles as CSL-JSON: keys that stay, names that are parted only where that is sure, kinds that are known."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
from hostile_page import HOSTILE, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from review.reviewed import article, report

from summarizer.exporting import files_of
from summarizer.exporting.citations import citation_keys
from summarizer.schema import Article, ReviewRecord
from summarizer.terms import Format

TEXT = {"type": "string", "minLength": 1}
NAMES = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "properties": {"family": TEXT, "given": TEXT, "literal": TEXT}, "additionalProperties": False},
}
DATE = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}, "maxItems": 3}}},
    "additionalProperties": False,
}
FIELDS = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+-[0-9a-f]+$"},
    "type": {"enum": ["article-newspaper", "document", "post-weblog", "webpage"]},
    "author": NAMES,
    "issued": DATE,
    **dict.fromkeys(("citation-key", "title", "container-title", "URL", "language", "note"), TEXT),
}
SCHEMA = {
    "type": "array",
    "items": {"type": "object", "properties": FIELDS, "required": ["id", "type"], "additionalProperties": False},
}
"""The fields that are written, as the schema of CSL 1.0.2 has them."""


def items(*articles: Article) -> list[dict[str, Any]]:
    ((_, text),) = files_of(Format.CSL, report(articles), ReviewRecord())
    return json.loads(text)


def authors(byline: str, text: str = "The boat crew came at noon.") -> list[str]:
    """The names, as "Family, Given" where they are parted."""
    (item,) = items(article(text, "Harbour", author=byline))
    return [one.get("literal") or f"{one['family']}, {one['given']}" for one in item["author"]]


def test_the_file_has_only_what_the_schema_knows() -> None:
    for told in (report((article("Words.", "Harbour", author="Ann Lind"),)), hostile_report(HOSTILE)):
        ((_, text),) = files_of(Format.CSL, told, ReviewRecord())
        assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text))) == []


def test_an_article_that_is_added_changes_no_other_key() -> None:
    fields = {"title": "Boats burn", "published": dt.date(2031, 5, 1)}
    one, two = article("One.", "Harbour", **fields), article("Two.", "Harbour", **fields)
    alone, both = citation_keys((one,)), citation_keys((two, one))
    assert alone[one.article_id] == both[one.article_id] != both[two.article_id]
    assert re.fullmatch("harbour2031boats-[0-9a-f]{6}", alone[one.article_id])


@given(st.lists(st.text(max_size=40), unique=True, max_size=8))
def test_keys_are_plain_and_no_two_are_alike(ids: list[str]) -> None:
    keys = citation_keys([article("Words.", ident, article_id=ident, title=ident) for ident in ids])
    assert len(set(keys.values())) == len(ids)
    assert all(re.fullmatch("[a-z0-9]+-[0-9a-f]+", key) for key in keys.values())


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Lind", ["Lind, Ann"]),
        ("By Ann Lind", ["Lind, Ann"]),
        ("Ann Lind and Bo Ek", ["Lind, Ann", "Ek, Bo"]),
        ("Ann Lind, Bo Ek, and Cy Orr", ["Lind, Ann", "Ek, Bo", "Orr, Cy"]),
        ("Ann Lind / Bo Ek; Cy Orr & Di Umm", ["Lind, Ann", "Ek, Bo", "Orr, Cy", "Umm, Di"]),
        ("Ann Lind, Velm", ["Ann Lind, Velm"]),
        ("Ann van der Lind", ["Ann van der Lind"]),
        ("Boat Crew", ["Boat Crew"]),
        ("Velm News Agency and Ann Lind", ["Velm News Agency", "Lind, Ann"]),
        ("Velm Press", ["Velm Press"]),
        ("AFP/Ann Lind", ["AFP", "Lind, Ann"]),
        ("ANN LIND", ["ANN LIND"]),
        ("ann lind", ["ann lind"]),
        ("Lind", ["Lind"]),
        ("安 林", ["安 林"]),
    ],
)
def test_a_byline_is_parted_only_where_that_is_sure(byline: str, names: list[str]) -> None:
    assert authors(byline) == names


def test_a_name_before_the_family_name_with_a_comma_stays_whole() -> None:
    (item,) = items(article("Words.", "Harbour", author="Lind, Ann"))
    assert item["author"] == [{"literal": "Lind, Ann"}]


@pytest.mark.parametrize(
    ("outlet", "url", "kind"),
    [
        ("Harbour", "https://harbour.example/1", "article-newspaper"),
        ("Harbour", None, "article-newspaper"),
        ("Ann", "https://ann.wordpress.com/1", "post-weblog"),
        ("", "https://harbour.example/1", "webpage"),
        ("", None, "document"),
        ("", "javascript:alert(1)", "document"),
    ],
)
def test_a_kind_is_said_only_where_it_is_known(outlet: str, url: str | None, kind: str) -> None:
    (item,) = items(article("Words.", outlet, url=url))
    assert item["type"] == kind
    assert item.get("URL") == (url if url and url.startswith("https") else None)
