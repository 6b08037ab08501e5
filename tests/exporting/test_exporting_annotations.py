"""Findings as W3C Web Annotations: each side once, found on its page and in the text beside."""

from __future__ import annotations

import json

import pytest
from exporting.linked_reports import ADDRESS, fire_on_the_web
from large_report import large_report
from review.reviewed import decision

from summarizer.exporting import Format, files_of
from summarizer.schema import Report, ReviewRecord

NOBODY = ReviewRecord()


def _exported(report: Report, review: ReviewRecord = NOBODY) -> tuple[dict, dict[str, str]]:
    """The collection, and the texts by the source that targets name."""
    files = dict(files_of(Format.ANNOTATIONS, report, review))
    texts = {f"urn:uuid:{name[6:-4]}": data.decode() for name, data in files.items() if name.startswith("texts/")}
    return json.loads(files["annotations.jsonld"]), texts


def _items(report: Report, review: ReviewRecord = NOBODY) -> list[dict]:
    return _exported(report, review)[0]["first"]["items"]


def test_each_side_of_each_finding_is_one_annotation() -> None:
    report = fire_on_the_web()
    collection, texts = _exported(report)
    items = collection["first"]["items"]

    assert collection["total"] == len(items) == 6
    assert len({item["id"] for item in items}) == 6
    assert sorted(texts.values()) == sorted(one.article.text for one in report.summaries)


@pytest.mark.parametrize("report", [fire_on_the_web(), large_report(6, 20, sentences=6)], ids=["fire", "large"])
def test_both_selectors_of_a_text_select_the_same_characters(report: Report) -> None:
    collection, texts = _exported(report)
    targets = [target for item in collection["first"]["items"] for target in item["target"] if target["source"] in texts]

    assert len(targets) == collection["total"]
    for target in targets:
        quoted, placed = target["selector"]
        text = texts[target["source"]]
        assert text[placed["start"] : placed["end"]] == quoted["exact"]
        assert text[: placed["start"]].endswith(quoted["prefix"])
        assert text[placed["end"] :].startswith(quoted["suffix"])


def test_a_page_of_a_known_address_is_the_first_target_and_has_no_position() -> None:
    page, text = _items(fire_on_the_web())[0]["target"]

    assert page["source"] == ADDRESS
    assert [one["type"] for one in page["selector"]] == ["TextQuoteSelector"]
    assert [one["type"] for one in text["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]


def test_without_an_address_only_the_text_is_a_target() -> None:
    assert [one["source"][:9] for one in _items(fire_on_the_web())[1]["target"]] == ["urn:uuid:"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//evil.example", "https://", "http://[", "x"])
def test_what_is_no_address_of_the_web_is_no_target(url: str) -> None:
    told = fire_on_the_web()
    one = told.summaries[0]
    summary = one.model_copy(update={"article": one.article.model_copy(update={"url": url})})
    report = told.model_copy(update={"summaries": (summary, *told.summaries[1:])})

    assert all(len(item["target"]) == 1 for item in _items(report))


def test_what_stands_around_a_quote_stays_in_its_paragraph() -> None:
    told = fire_on_the_web("Before.\n\nNine boats burned. The mayor was in Velm.\nDivers came at noon.\n")
    quoted = [item["target"][0]["selector"][0] for item in _items(told)[::2]]

    assert [(one["prefix"], one["suffix"]) for one in quoted] == [
        ("", " The mayor was in Velm."),
        ("Nine boats burned. ", ""),
        ("", ""),
    ]


def test_the_bodies_tell_the_finding_tag_it_and_link_the_other_passage() -> None:
    said, verdict, kind, severity, link = _items(fire_on_the_web())[1]["body"]

    assert said["value"] == "What of f1?\n\nThey cannot both be right.\n\nHarbour: “Nine boats burned.”"
    assert [one["value"] for one in (verdict, kind, severity)] == ["contradict", "quantity", "high severity"]
    assert {one["purpose"] for one in (verdict, kind, severity)} == {"tagging"}
    assert (link["purpose"], link["source"], link["selector"][0]["exact"]) == ("linking", ADDRESS, "Nine boats burned.")


def test_a_decision_that_holds_is_a_tag_and_the_time_of_the_change() -> None:
    report = fire_on_the_web()
    review = ReviewRecord(decisions=(decision(report, "f1"),))
    items = {item["body"][0]["value"][:11]: item for item in _items(report, review)}

    assert "reviewed: confirmed" in [one.get("value") for one in items["What of f1?"]["body"]]
    assert items["What of f1?"]["modified"] == "2031-05-01T12:00:00Z"
    assert "modified" not in items["What of f2?"]
    assert "created" not in items["What of f1?"]


def test_a_dismissed_finding_is_left_out() -> None:
    report = fire_on_the_web()
    review = ReviewRecord(decisions=(decision(report, "f2", "dismissed"),))

    assert {item["body"][0]["value"][:11] for item in _items(report, review)} == {"What of f1?", "What of f3?"}


def test_a_report_without_findings_is_an_empty_collection() -> None:
    collection, texts = _exported(fire_on_the_web().model_copy(update={"findings": ()}))

    assert collection["total"] == 0
    assert "first" not in collection
    assert len(texts) == 2


def test_ids_stay_when_other_findings_come() -> None:
    report = fire_on_the_web()
    fewer = report.model_copy(update={"findings": report.findings[1:]})

    assert {item["id"] for item in _items(fewer)} < {item["id"] for item in _items(report)}
