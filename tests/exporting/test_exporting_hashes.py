"""Exports say which text and which file they speak of, where their format has a place for it."""

import json

from review.reviewed import HARBOUR, article, report

from summarizer.exporting import files_of
from summarizer.schema import ReviewRecord
from summarizer.terms import Format

HASHED = {"source_sha256": "a" * 64, "source_kind": "member", "text_sha256": "b" * 64}


def contents(chosen, **fields):
    return dict(files_of(chosen, report((article(HARBOUR, "Harbour", **fields),)), ReviewRecord()))


def test_a_citation_names_both_hashes_in_its_note():
    (item,) = json.loads(contents(Format.CSL, **HASHED)["articles.csl.json"])
    assert f"SHA-256 of the member: {'a' * 64}; SHA-256 of the text: {'b' * 64}" in item["note"]
    (item,) = json.loads(contents(Format.CSL)["articles.csl.json"])
    assert "SHA-256" not in item["note"]


def test_an_articles_note_has_both_as_properties():
    notes = [
        str(text)
        for text in contents(Format.VAULT, **HASHED).values()
        if "type: article" in str(text) or '"article"' in str(text)
    ]
    assert len(notes) == 1
    assert "a" * 64 in notes[0]
    assert "b" * 64 in notes[0]


def test_what_aleph_takes_for_the_sha_1_of_a_file_it_holds_is_left_out():
    (file,) = contents(Format.FOLLOW_THE_MONEY, **HASHED).values()
    assert "contentHash" not in str(file)
    assert "a" * 64 not in str(file)
