"""Odd words in one item of a model's answer do not lose the others."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.answers import ProposalAnswer, WeighedAnswer

WEIGHED = {"id": "p1", "why": "w", "same": "yes", "verdict": "differs", "matter": "time"}
PROPOSED = {"question": "q", "left": "A1.1", "right": "A2.1", "kind": "date"}


@pytest.mark.parametrize(
    ("field", "given", "read"),
    [
        ("same", "Yes", "yes"),
        ("same", "partly", "unclear"),
        ("same", True, "unclear"),
        ("matter", "weather", "other"),
        ("interest", None, "medium"),
        ("interest", "HIGH", "high"),
        ("cause", "", None),
        ("cause", "none", None),
        ("cause", "rounding", "rounding"),
    ],
)
def test_a_word_that_is_not_in_the_list_stands_for_what_claims_least(field: str, given: object, read: object) -> None:
    assert getattr(WeighedAnswer.model_validate({**WEIGHED, field: given}), field) == read


def test_a_kind_that_is_not_in_the_list_is_a_fact() -> None:
    assert ProposalAnswer.model_validate({**PROPOSED, "kind": "motive"}).kind == "fact"
    assert ProposalAnswer.model_validate({**PROPOSED, "kind": "Quotation"}).kind == "quotation"


def test_a_verdict_is_never_guessed() -> None:
    with pytest.raises(ValidationError, match="verdict"):
        WeighedAnswer.model_validate({**WEIGHED, "verdict": "probably"})
