"""Findings as tasks of Label Studio, and its exports read back. The exports are invented, in the documented shapes."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from review.arbitrary import WORDS
from review.reviewed import NOON, article, decision, finding, fire, report, side

from summarizer.errors import ConfigError
from summarizer.review import label_studio_config, label_studio_tasks, read_decisions
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import DismissalReason, Ruling

LATER = "2031-06-02T08:00:00.250000Z"


def tasks(of: Report) -> list[dict[str, Any]]:
    return json.loads(label_studio_tasks(of))


def choice(name: str, *values: str) -> dict[str, Any]:
    return {"id": "x", "from_name": name, "to_name": "left", "type": "choices", "value": {"choices": list(values)}}


def written(*texts: str) -> dict[str, Any]:
    return {"id": "y", "from_name": "review_note", "to_name": "left", "type": "textarea", "value": {"text": list(texts)}}


def annotated(of: Report, *annotations: dict[str, Any], task: int = 0) -> list[dict[str, Any]]:
    """The export of a project in which one task has these annotations."""
    exported = [{"id": number, **one, "annotations": [], "drafts": []} for number, one in enumerate(tasks(of), start=1)]
    times = {"created_at": LATER, "updated_at": LATER}
    exported[task]["annotations"] = [
        {"id": n, "completed_by": 1, "was_cancelled": False, "ground_truth": False, "lead_time": 4.2, **times, **one}
        for n, one in enumerate(annotations)
    ]
    return exported


def read(exported: object, of: Report, by: str | None = "Ann") -> ReviewRecord:
    return read_decisions(json.dumps(exported).encode(), "export.json", of, by=by, at=NOON)


def test_the_interface_shows_two_texts_and_offers_the_closed_lists():
    root = ET.fromstring(label_studio_config())  # noqa: S314
    assert [one.get("name") for one in root.iter("Text")] == ["left", "right"]
    assert [one.get("toName") for one in root.iter("Labels")] == ["left", "right"]
    verdicts, reasons = root.findall("Choices")
    assert [one.get("value") for one in verdicts] == list(Ruling)
    assert [one.get("value") for one in reasons] == list(DismissalReason)
    shown = {one.get("value").removeprefix("$") for one in root.iter() if (one.get("value") or "").startswith("$")}
    assert shown <= set(tasks(fire())[0]["data"])


def test_a_task_marks_the_quote_in_the_part_of_the_article_that_it_shows():
    before, after = "Ünïcode 😀 lines.\n" * 90, " End 😀." * 200
    one, two = article(f"{before}Nine boats 😀 burned.{after}", "Harbour"), article("Twelve boats burned.", "Tribune")
    left = side(one, "Nine boats 😀 burned.")
    left = left.model_copy(update={"anchor_start": left.start, "anchor_end": left.start + 4})
    (task,) = tasks(report((one, two), finding("f1", left, side(two, two.text))))
    data, (prediction,) = task["data"], task["predictions"]
    assert len(data["left_text"]) == 600 + 20 + 600
    assert one.text[data["left_offset"] :].startswith(data["left_text"])
    marks = [(m["to_name"], m["value"]["labels"], m["value"]["text"]) for m in prediction["result"]]
    assert marks == [
        ("left", ["quote"], "Nine boats 😀 burned."),
        ("left", ["decisive words"], "Nine"),
        ("right", ["quote"], "Twelve boats burned."),
        ("right", ["decisive words"], "Twelve boats burned."),
    ]
    for mark in prediction["result"]:
        value = mark["value"]
        assert data[f"{mark['to_name']}_text"][value["start"] : value["end"]] == value["text"]
    assert len({mark["id"] for mark in prediction["result"]}) == 4


def test_annotations_are_decisions_at_their_time():
    exported = annotated(
        fire(), {"result": [choice("review_verdict", "dismissed"), choice("review_reason", "minor"), written("So.", "It is.")]}
    )
    made = decision(fire(), "f1", "dismissed", reason="minor", note="So.\nIt is.")
    at = NOON.replace(month=6, day=2, hour=8)
    assert read(exported, fire()).decisions == (made.model_copy(update={"at": at}),)


def test_marks_and_tasks_nobody_decided_on_and_cancelled_ones_are_none():
    mark = tasks(fire())[0]["predictions"][0]["result"][0]
    cancelled = {"was_cancelled": True, "result": [choice("review_verdict", "confirmed")]}
    assert read(annotated(fire(), {"result": [mark]}, cancelled, {"result": []}), fire()).decisions == ()


def test_a_reason_left_over_from_another_choice_is_not_taken():
    exported = annotated(fire(), {"result": [choice("review_verdict", "confirmed"), choice("review_reason", "minor")]})
    assert [(one.ruling, one.reason) for one in read(exported, fire()).decisions] == [(Ruling.CONFIRMED, None)]


def test_people_are_named_as_far_as_the_export_tells():
    one = {"result": [choice("review_verdict", "confirmed")]}
    mailed = {**one, "completed_by": {"id": 1, "email": "bo@desk.example", "first_name": "Bo"}}
    named = {**one, "completed_by": {"id": 2, "email": "", "first_name": "Cy"}}
    numbered = {**one, "completed_by": 3}
    found = read(annotated(fire(), mailed, named, numbered), fire())
    assert [each.by for each in found.decisions] == ["Cy", "Label Studio user 3", "bo@desk.example"]
    assert [each.by for each in read(annotated(fire(), numbered), fire()).decisions] == ["Ann"]
    with pytest.raises(ConfigError, match="task 1 does not say who decided"):
        read(annotated(fire(), numbered), fire(), by=None)


def test_of_one_persons_annotations_the_newest_counts():
    first = {"result": [choice("review_verdict", "confirmed")], "updated_at": "2031-06-01T00:00:00Z"}
    exported = annotated(fire(), {"result": [choice("review_verdict", "unsure")]}, first)
    assert [one.ruling for one in read(exported, fire()).decisions] == [Ruling.UNSURE]
    same_time = annotated(fire(), {"result": [choice("review_verdict", "unsure")]}, {**first, "updated_at": LATER})
    with pytest.raises(ConfigError, match="task 1 decides otherwise than task 1 on f1"):
        read(same_time, fire())


@pytest.mark.parametrize("note", ["Two towns.", ["Two towns."], {"text": ["Two towns."]}])
def test_the_flat_export_is_read_too(note):
    flat = [
        {"id": n, **task["data"], "annotator": 1, "annotation_id": n, "created_at": LATER, "updated_at": LATER, "lead_time": 1}
        for n, task in enumerate(tasks(fire()))
    ]
    flat[1] |= {"review_verdict": "dismissed", "review_reason": "other_matter", "review_note": note}
    (made,) = read(flat, fire()).decisions
    assert (made.finding_id, made.ruling, made.reason, made.note) == ("f2", "dismissed", "other_matter", "Two towns.")


def changed(path: str, value: object) -> list[dict[str, Any]]:
    exported: Any = annotated(fire(), {"result": [choice("review_verdict", "dismissed"), choice("review_reason", "minor")]})
    node = exported
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    for step in steps:
        node = node[step]
    node[last] = value
    return exported


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("0.data.finding_id", "f7", "task 1 decides on 'f7', which is no finding"),
        ("0.data.left_quote", "Ten boats burned.", "task 1 was decided on other passages"),
        ("0.data.verdict", "agree", "task 1 was decided under the verdict 'agree'"),
        ("0.data", {}, "task 1: data.finding_id: Field required"),
        ("0.data", 7, "task 1: data: Input should be"),
        ("1", [], "task 2: it: Input should be"),
        ("0.annotations", {}, "task 1: annotations"),
        ("0.annotations.0.result.0.value.choices", ["yes"], "task 1: 'yes' is not a valid Ruling"),
        ("0.annotations.0.result.1.value.choices", ["dull"], "task 1: 'dull' is not a valid DismissalReason"),
        ("0.annotations.0.result.0.value.choices", ["confirmed", "unsure"], "task 1: has 2 choices where one is meant"),
        ("0.annotations.0.result.0.from_name", "elsewhere", "task 1: has a reason and no review_verdict"),
        ("0.annotations.0.updated_at", "yesterday", "task 1: annotations.0.updated_at"),
    ],
)
def test_what_would_lose_a_decision_is_named_by_its_task(path, value, says):
    with pytest.raises(ConfigError, match=rf"\Aexport\.json: {says}") as caught:
        read(changed(path, value), fire())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"tasks": []}', "no export"),
        (b'[{"id": 1', "is not JSON"),
        (b"[" + b"[" * 9000, "holds no decisions"),
        (b'[{"a":' + b"[" * 90000, "not JSON"),
    ],
)
def test_what_is_no_export_is_refused(data, says):
    with pytest.raises(ConfigError, match=rf"\Aexport\.json: .*{says}"):
        read_decisions(data, "export.json", fire(), by="Ann", at=NOON)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_any_text_goes_into_a_task(text, question):
    one, two = article(f"{text}|", "Harbour"), article("x", "Tribune")
    made = report((one, two), finding("f1", side(one, one.text), side(two, "x"), question=question))
    (task,) = tasks(made)
    label_studio_tasks(made).encode()
    for mark in task["predictions"][0]["result"]:
        assert mark["value"]["end"] <= len(task["data"][f"{mark['to_name']}_text"])
