"""A report as entities of FollowTheMoney: articles, names of speakers, findings as notes on both articles."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from exporting.linked_reports import ADDRESS, fire_on_the_web
from review.reviewed import article, decision, report

from summarizer.exporting import Format, files_of
from summarizer.schema import Attribution, Report, ReviewRecord, Summary
from summarizer.terms import ArticleStatus

NOBODY = ReviewRecord()


def _entities(told: Report, review: ReviewRecord = NOBODY) -> list[dict]:
    ((name, text),) = files_of(Format.FOLLOW_THE_MONEY, told, review)
    assert name == "entities.ftm.json"
    return [json.loads(line) for line in text.splitlines()]


def _of(schema: str, entities: list[dict]) -> list[dict]:
    return [one for one in entities if one["schema"] == schema]


def test_an_article_carries_what_is_known_of_it() -> None:
    told = _of("Article", _entities(fire_on_the_web(published=dt.date(2031, 4, 30), author="A. Writer")))[0]

    assert told["properties"] == {
        "author": ["A. Writer"],
        "bodyText": ["Nine boats burned. The mayor was in Velm. No one was hurt. Divers came at noon."],
        "fileName": ["harbour.txt"],
        "language": ["fra"],
        "mimeType": ["text/plain"],
        "name": ["Boats burn"],
        "publishedAt": ["2031-04-30"],
        "publisher": ["Harbour"],
        "sourceUrl": [ADDRESS],
        "title": ["Boats burn"],
    }


def test_what_is_not_known_of_an_article_is_left_out() -> None:
    told = _of("Article", _entities(fire_on_the_web()))[1]["properties"]

    assert not {"title", "author", "publishedAt", "sourceUrl", "language", "contentHash"} & told.keys()
    assert told["name"] == told["fileName"] == ["tribune.txt"]


def test_a_finding_is_a_note_on_all_its_articles_with_every_quote() -> None:
    entities = _entities(fire_on_the_web())
    ids = [one["id"] for one in _of("Article", entities)]
    note = _of("Note", entities)[0]["properties"]

    assert note["entity"] == note["proof"] == ids
    assert note["keywords"] == ["contradict", "quantity", "high severity"]
    (description,) = note["description"]
    assert description.split("\n\n") == [
        "What of f1? They cannot both be right.",
        "Harbour, characters 0–18: “Nine boats burned.”",
        "Tribune, characters 0–20: “Twelve boats burned.”",
    ]


def test_a_dismissed_finding_is_no_note_and_a_confirmed_one_says_so() -> None:
    told = fire_on_the_web()
    review = ReviewRecord(decisions=(decision(told, "f1"), decision(told, "f2", "dismissed")))
    notes = {one["properties"]["name"][0]: one["properties"]["keywords"] for one in _of("Note", _entities(told, review))}

    assert notes.keys() == {"What of f1?", "What of f3?"}
    assert "reviewed: confirmed" in notes["What of f1?"]


SAID = "Anglers left. It was late, said Ines Rolo of Radio Delta; for Vale, police and the Port of Vale it was not. Police said so."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ines Rolo", "Ines Rolo"),
        ("the Port of Vale", "Port of Vale"),
        ("Vale", "Vale"),
        ("police", None),
        ("Police", None),
        ("Anglers", None),
        ("The army", None),
        ("A port official who asked not to be named", None),
        ("", None),
        ("هيئة الميناء", None),
    ],
)
def test_only_a_name_is_a_mention_and_never_a_person_or_an_organisation(source: str, name: str | None) -> None:
    one = article(SAID, "Harbour")
    spoken = Attribution(
        item_id="i1", claim_id="c1", source=source, quote=SAID, start=0, end=len(SAID), anchor_start=0, anchor_end=1
    )
    summary = Summary(article=one, status=ArticleStatus.EXTRACTED, attributions=(spoken, spoken))
    entities = _entities(report((one,)).model_copy(update={"summaries": (summary,)}))

    assert [found["properties"]["name"] for found in _of("Mention", entities)] == ([[name]] if name else [])
    assert {found["schema"] for found in entities} <= {"Article", "Mention"}
    assert all("detectedSchema" not in found["properties"] for found in entities)
