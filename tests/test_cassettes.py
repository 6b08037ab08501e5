"""Recorded answers: readable, scrubbed, and each used by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.cli import STORIES
from summarizer.store import load_cassette

FOLDER = Path(__file__).parent.parent / "cassettes"
CASSETTES = sorted(FOLDER.rglob("*.yaml"))
SECRETS = re.compile(
    r"sk-[A-Za-z0-9_-]{8,}|authorization|bearer|api[-_]key|organization|cookie|stainless|127\.0\.0\.1|localhost", re.IGNORECASE
)


def test_there_is_a_cassette_for_each_story_and_no_other() -> None:
    assert [c.relative_to(FOLDER).as_posix() for c in CASSETTES] == [f"stories/{story}.yaml" for story in sorted(STORIES)]


@pytest.mark.parametrize("path", CASSETTES, ids=lambda p: p.stem)
def test_a_cassette_holds_no_secret_and_no_header_but_the_content_type(path: Path) -> None:
    interactions = load_cassette(path.read_text(encoding="utf-8"))["interactions"]

    assert interactions
    for interaction in interactions:
        headers = {*interaction["request"]["headers"], *interaction["response"]["headers"]}
        assert {h.lower() for h in headers} <= {"content-type"}
        assert interaction["request"]["uri"] == "http://llm.test/v1/chat/completions"
        assert interaction["response"]["status"]["code"] == 200
        assert not SECRETS.search(interaction["request"]["body"])


@pytest.mark.parametrize("path", CASSETTES, ids=lambda p: p.stem)
def test_a_cassette_can_be_read_by_a_person(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "[s1] " in text
    assert "\\n" not in text
    assert max(map(len, text.splitlines())) < 2_000
