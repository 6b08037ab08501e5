"""The place in a row, and how often something is paid, are parts of a number."""

from __future__ import annotations

import pytest
from builders import statement, summary

TEXT = "The fourth strike in six years cost the port 14 million crowns a day, or 98 million a week, its director said."
ONLY_DAILY = "The fourth strike in six years cost the port 14 million crowns a day, its director said."


@pytest.mark.parametrize(
    "said",
    [
        "It is the 4th strike in 6 years.",
        "The port lost 14 million crowns daily in the fourth strike.",
        "For the first time since spring the port is shut.",
        "A fourth strike in six years cost 14 million crowns per day.",
        "The strike cost 98 million crowns a week.",
    ],
)
def test_the_same_place_or_rate_in_other_words_stays(said: str) -> None:
    assert summary(ONLY_DAILY, statement("cost the port 14 million", text=said)).missing == ()


@pytest.mark.parametrize(
    "said",
    [
        "It is the fifth strike in six years.",
        "It is the 5th strike in six years.",
        "The strike cost 14 million crowns a week.",
        "The strike cost 14 million crowns a year.",
    ],
)
def test_another_place_or_rate_is_not_the_articles(said: str) -> None:
    assert len(summary(TEXT, statement("cost the port 14 million", text=said)).missing) == 1


def test_a_name_of_two_letters_is_doubted_at_the_head_of_a_sentence() -> None:
    made = summary(TEXT, statement("cost the port 14 million", text="Xi shut the port."))

    assert made.claims[0].doubts == ("Xi",)
