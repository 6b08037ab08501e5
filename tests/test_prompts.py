"""Prompt files: found where installed, complete, and blind to what stands in an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.prompts import read_prompt

VALUES = {
    "extract": {"outlet": "o", "title": "t", "published": "p", "sentences": "[s1] x"},
    "extract_more": {"outlet": "o", "title": "t", "published": "p", "sentences": "[s1] x"},
    "compare": {"articles": "a", "table": "t", "candidates": "c"},
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
        read_prompt("extract").messages(outlet="o", published="p", sentences="s")


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
