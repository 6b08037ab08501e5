"""A time of day, an age or the number of a thing is not another one of the same article."""

from __future__ import annotations

import pytest
from builders import statement, summary

TEXT = (
    "By 9 p.m. on Tuesday, 46 sailors had been saved. By 1 p.m. it had been 17. "
    "Four of the saved were children, the youngest of them aged 3. The files on Shed 6 are lost. Shed 7 was empty."
)


@pytest.mark.parametrize(
    ("anchor", "sent", "said"),
    [
        ("46 sailors had been saved", 1, "46 sailors had been saved by 9pm on Tuesday."),
        ("46 sailors had been saved", 1, "46 sailors had been saved by 21:00 on Tuesday."),
        ("46 sailors had been saved", 1, "Between 1 p.m. and 9 p.m. the number saved rose to 46."),
        ("it had been 17", 2, "By 1 p.m. 17 sailors had been saved."),
        ("the youngest of them aged 3", 3, "The youngest of the four was 3."),
        ("the youngest of them aged 3", 3, "The youngest was a three-year-old."),
        ("The files on Shed 6", 4, "The files on Shed 6 are lost."),
        ("files on Shed 6", 4, "The files on Shed 6, unlike those on Shed 7, are lost."),
    ],
)
def test_what_the_sentences_give_stays(anchor: str, sent: int, said: str) -> None:
    assert summary(TEXT, statement(anchor, sents=[sent], text=said)).missing == ()


@pytest.mark.parametrize(
    ("anchor", "sent", "said"),
    [
        ("46 sailors had been saved", 1, "46 sailors had been saved by 1 p.m. on Tuesday."),
        ("46 sailors had been saved", 1, "46 sailors had been saved by 9 a.m. on Tuesday."),
        ("46 sailors had been saved", 1, "46 sailors had been saved by 13:00 on Tuesday."),
        ("the youngest of them aged 3", 3, "The youngest was aged 4."),
        ("the youngest of them aged 3", 3, "The youngest was four years old."),
        ("The files on Shed 6", 4, "The files on Shed 7 are lost."),
    ],
)
def test_what_stands_there_for_something_else_is_not_the_articles(anchor: str, sent: int, said: str) -> None:
    assert len(summary(TEXT, statement(anchor, sents=[sent], text=said)).missing) == 1
