"""What is odd about the answers as a whole is said."""

from __future__ import annotations

import pytest

from summarizer.pipeline.suspicions import Given, is_model, warnings
from summarizer.schema import Answerer

FINE = [Given("a", 3, 3), Given("b", 4, 4)]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("gpt-5.1", "gpt-5.1-2025-11-13"),
        ("openai/gpt-5.1", "gpt-5.1"),
        ("GPT-4o", "gpt-4o-2024-08-06"),
        ("llama3.1", "llama3.1:8b"),
        ("llama3.1:latest", "llama3.1"),
        ("qwen2.5-7b-instruct", "/models/Qwen2.5-7B-Instruct.gguf"),
        ("gpt-4", "gpt-4-0613"),
    ],
)
def test_one_model_under_two_names(asked: str, named: str) -> None:
    assert is_model(asked, named)
    assert not warnings(asked, [Answerer(model=named, answers=2)], FINE)


@pytest.mark.parametrize(
    ("asked", "named"),
    [("gpt-5.1", "gpt-5.1-mini"), ("gpt-5.1", "gpt-4o-mini"), ("llama3.1:70b", "llama3.1:8b"), ("o3", "o3-pro")],
)
def test_another_model_is_named(asked: str, named: str) -> None:
    (said,) = warnings(asked, [Answerer(model=asked, answers=1), Answerer(model=named, answers=3)], FINE)
    assert asked in said
    assert f"{named} gave 3 of the answers" in said


def test_an_endpoint_that_names_no_model_is_no_other_model() -> None:
    assert not warnings("m", [Answerer(answers=2)], FINE)


def test_one_answer_about_articles_that_do_not_say_it() -> None:
    (said,) = warnings("m", [], [Given("a", 4, 4), Given("a", 4, 0), Given("b", 4, 4)])
    assert said.startswith("2 of 3 articles got an answer that another article got word for word")


def test_copies_of_one_report_may_get_one_answer() -> None:
    assert not warnings("m", [], [Given("a", 4, 4), Given("a", 4, 3), Given("b", 4, 4)])


def test_empty_answers_throughout() -> None:
    (said,) = warnings("m", [], [Given("", 0, 0)] * 3)
    assert "no statement at all in 3 of 3 articles" in said


def test_one_article_that_says_little_is_not_odd() -> None:
    assert not warnings("m", [], [Given("", 0, 0), *FINE])
