"""Hostile texts stay data in every format of linked data; the same report gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from exporting.linked_reports import fire_on_the_web, given_for
from hostile_page import hostile_report
from hypothesis import given
from hypothesis import strategies as st
from review.reviewed import decision

from summarizer.characters import UNSAFE
from summarizer.exporting import Format, files_of
from summarizer.exporting.linking import carried, linked_json, web_address
from summarizer.schema import Report, ReviewRecord

LINKED = (Format.ANNOTATIONS, Format.FOLLOW_THE_MONEY, Format.DATASHARE, Format.CLAIM_REVIEW)
HOSTILE = hostile_report()


def _bytes(report: Report, review: ReviewRecord) -> dict[str, bytes]:
    told = {}
    for one in LINKED:
        for name, content in files_of(one, report, review, given_for(report)):
            told[name] = content if isinstance(content, bytes) else content.encode()
    return told


def _decided(report: Report) -> ReviewRecord:
    return ReviewRecord(decisions=tuple(decision(report, one.finding_id) for one in report.findings))


def test_the_same_report_gives_the_same_bytes() -> None:
    one, two = fire_on_the_web(), fire_on_the_web()

    assert list(_bytes(one, _decided(one)).items()) == list(_bytes(two, _decided(two)).items())


def test_a_hostile_report_is_written_whole_and_ends_no_script_and_no_line() -> None:
    files = _bytes(HOSTILE, _decided(HOSTILE))
    written = {name: data.decode() for name, data in files.items() if name.endswith(("jsonld", "json"))}

    assert written.keys() == {"annotations.jsonld", "entities.ftm.json", "claimreview.jsonld"}
    assert not [name for name, text in written.items() if re.search(f"[<>&\x00{UNSAFE}]", text)]
    assert [json.loads(line)["id"] for line in written["entities.ftm.json"].split("\n")[:-1]]
    assert json.loads(written["annotations.jsonld"])["total"] == sum(len(one.sides) for one in HOSTILE.findings)
    assert all(re.fullmatch(r"texts/[0-9a-f-]{36}\.txt", name) for name in files if "/" in name)


def test_the_addresses_of_a_hostile_report_are_of_the_web_or_ids() -> None:
    files = _bytes(HOSTILE, _decided(HOSTILE))
    found = re.findall(r'"(?:source|url|sourceUrl)": \[?"([^"]*)"', files["annotations.jsonld"].decode())

    assert found
    assert [one for one in found if not re.match(r"urn:uuid:[0-9a-f-]{36}\Z|https?://[\w.-]+", one)] == []


def test_tags_are_read_back_as_they_were_written() -> None:
    text = _bytes(HOSTILE, ReviewRecord())["datashare_tags.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert rows[0].keys() == {"tag", "documentId"}
    assert {row["documentId"] for row in rows} <= set(given_for(HOSTILE).document_ids.values())
    assert not [row for row in rows if row["tag"][:1] in "=+-@\t\r"]


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_comes_back_from_the_json_as_long_as_it_was(text: str) -> None:
    written = linked_json({"x": text})
    written.encode()

    assert json.loads(written)["x"] == carried(text)
    assert len(carried(text)) == len(text)


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_an_address_is_ascii_without_blanks_or_none(rest: str) -> None:
    address = web_address(f"https://a.example/{rest}")

    assert address is None or re.fullmatch(r"https://[!#-;=?-\[\]_a-z~]+", address) is not None


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\udfff\ud83d"])
def test_lone_surrogates_and_nul_in_an_article_keep_all_places(text: str) -> None:
    report = fire_on_the_web(f"{text} Nine boats burned. The mayor was in Velm. Divers came at noon.")
    files = dict(files_of(Format.ANNOTATIONS, report, ReviewRecord()))
    item = json.loads(files["annotations.jsonld"])["first"]["items"][0]
    target = item["target"][-1]
    placed = target["selector"][1]
    beside = files[f"texts/{target['source'][9:]}.txt"].decode()

    assert beside[placed["start"] : placed["end"]] == "Nine boats burned."
    assert "\ufffd" in beside
