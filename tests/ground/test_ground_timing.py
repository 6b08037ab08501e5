"""A time is the article's own, or it is missing and stands for none."""

from __future__ import annotations

import pytest
from builders import figure, statement, summary

TEXT = (
    "The tug left on Tuesday, Oct. 8, 2024, with nine hands. By 9 p.m. the crew was ashore. "
    "In the 1980s two such tugs sank, one in June 1987. Repairs run until Easter. Last week divers went down."
)


@pytest.mark.parametrize(
    ("when", "earliest"),
    [
        ("on Tuesday", "2024-10-08"),
        ("8 October 2024", "2024-10-08"),
        ("October 8th, 2024", "2024-10-08"),
        ("2024-10-08", "2024-10-08"),
        ("by 9 PM", None),
        ("in the 1980s", "1980-01-01"),
        ("In Jun. 1987", "1987-06-01"),
        ("until Easter", None),
        ("14 October 2024", "2024-10-14"),
    ],
)
def test_a_time_of_the_article_is_kept(when: str, earliest: str | None) -> None:
    made = summary(TEXT, statement("the crew was ashore", sents=[2], when=when))

    assert made.missing == ()
    assert made.claims[0].when == when
    assert (made.claims[0].earliest and made.claims[0].earliest.isoformat()) == earliest


@pytest.mark.parametrize(
    "when",
    [
        "9 October 2024",
        "on Friday",
        "in 2019",
        "in the 1970s",
        "July 1987",
        "since the war",
        "at 9 a.m.",
        "yesterday",
        "in 1980",
    ],
)
def test_a_time_that_the_article_does_not_give_is_missing(when: str) -> None:
    made = summary(TEXT, statement("the crew was ashore", sents=[2], when=when))

    (claim,) = made.claims
    assert (claim.when, claim.earliest, claim.latest) == (None, None, None)
    assert [(m.kind, m.anchor) for m in made.missing] == [("time", when)]


def test_a_figures_own_time_is_looked_up_too() -> None:
    hands = figure("nine hands", "crew aboard", as_of="on 3 May 2019")
    made = summary(TEXT, statement("with nine hands", when="on Tuesday", figures=[hands]))

    assert made.figures[0].as_of is None
    assert made.figures[0].earliest is None
    assert [m.anchor for m in made.missing] == ["on 3 May 2019"]


def test_a_time_from_another_sentence_is_read_there() -> None:
    made = summary(TEXT, statement("Repairs run", sents=[4], when="on Tuesday, Oct. 8, 2024,"))

    assert str(made.claims[0].earliest) == "2024-10-08"
