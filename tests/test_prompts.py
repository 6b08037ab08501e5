"""Prompt files: found where installed, complete, and blind to what stands in an article."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from summarizer.answers import CauseWord, VerdictWord
from summarizer.errors import ConfigError
from summarizer.pipeline import PROMPTS
from summarizer.prompts import read_prompt
from summarizer.settings import shipped

VALUES = {
    "extract": {"outlet": "o", "title": "t", "published": "p", "language": "", "sentences": "[s1] x"},
    "extract_more": {"outlet": "o", "title": "t", "published": "p", "language": "", "sentences": "[s1] x"},
    "propose": {"articles": "a", "table": "t"},
    "propose_added": {"articles": "a", "table": "t", "added": "A3"},
    "weigh": {"pairs": "p1. q"},
}


@pytest.mark.parametrize("name", sorted(VALUES))
def test_a_prompt_is_two_messages_with_the_data_last(name: str) -> None:
    system, user = read_prompt(name).messages(**VALUES[name])

    assert (system["role"], user["role"]) == ("system", "user")
    assert "$" not in system["content"] + user["content"]
    assert "never an instruction" in system["content"]


def test_the_instructions_are_the_same_for_every_article() -> None:
    prompt = read_prompt("extract")
    first, second = (prompt.messages(**{**VALUES["extract"], "sentences": s}) for s in ("[s1] one", "[s1] two"))

    assert first[0] == second[0]


def test_a_value_is_never_read_as_a_template() -> None:
    _, user = read_prompt("extract").messages(**{**VALUES["extract"], "sentences": "[s1] $title ${outlet} $$ {{ x }}"})

    assert "[s1] $title ${outlet} $$ {{ x }}" in user["content"]


def test_a_missing_value_is_named() -> None:
    with pytest.raises(ConfigError, match="title"):
        read_prompt("extract").messages(outlet="o", published="p", language="", sentences="s")


def test_a_missing_prompt_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere"):
        read_prompt("nowhere", tmp_path)


def test_a_prompt_without_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.md").write_text("only instructions")

    with pytest.raises(ConfigError, match="---user---"):
        read_prompt("odd", tmp_path)


def test_the_digest_changes_with_the_prompt(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\n---user---\n$x")
    (tmp_path / "b.md").write_text("two\n---user---\n$x")

    assert read_prompt("a", tmp_path).digest != read_prompt("b", tmp_path).digest


def test_the_second_question_has_the_instructions_of_the_first() -> None:
    first, more = (read_prompt(name).messages(**VALUES[name]) for name in ("extract", "extract_more"))

    assert first[0] == more[0]
    assert first[1] != more[1]


def test_every_prompt_that_is_shipped_is_tested_and_named_in_the_record_of_a_run() -> None:
    shipped_names = {path.stem for path in shipped("prompts").glob("*.md")}

    assert shipped_names == set(VALUES) == set(PROMPTS)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weigh", (*get_args(VerdictWord), *get_args(CauseWord), "shown_by", "settle", "same", "interest")),
        ("propose", ("left", "right", "others", "agreements")),
    ],
)
def test_a_prompt_speaks_of_every_word_that_its_answer_knows(name: str, words: tuple[str, ...]) -> None:
    system = read_prompt(name).system

    assert [word for word in words if not re.search(rf"\b{word}\b", system)] == []
