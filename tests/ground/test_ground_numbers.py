"""The numbers of a statement are values of the sentences it rests on, however it writes them."""

from __future__ import annotations

import pytest
from builders import statement, summary
from hypothesis import given
from hypothesis import strategies as st

from summarizer.schema import Summary

SAME = [
    ("The lock cost 4 million crowns.", "The lock cost 4m crowns."),
    ("The lock cost $4 million.", "The lock cost four million dollars."),
    ("The lock cost 4.5 million euros.", "The lock cost 4,500,000 euros."),
    ("The lock cost 4,512,300 euros.", "The lock cost 4.5 million euros."),
    ("At least 64 people fell ill.", "At least sixty-four people fell ill."),
    ("At least 64 people fell ill.", "64 people fell ill."),
    ("About 200 people left.", "Some 200 people left."),
    ("Nearly 200 people left.", "Almost 200 people left."),
    ("Half of the dockers left.", "50 percent of the dockers left."),
    ("A quarter of the dockers left.", "25% of the dockers left."),
    ("The pier is 10 miles long.", "The pier is 16 kilometres long."),
    ("Two dozen boats left.", "24 boats left."),
    ("Both boats left.", "Two boats left."),
    ("A boat left.", "One boat left."),
    ("The strike lasted three weeks.", "The strike lasted 21 days."),
    ("The lock opened on 4 March 1998.", "The lock opened on March 4, 1998."),
    ("The lock opened on 4 March 1998.", "The lock opened in 1998."),
    ("In 1998 there were two: one lock in June, one in July.", "One lock opened in June 1998."),
    ("Hundreds of people left.", "Several hundred people left."),
    ("The gate fell within a week.", "The gate fell within seven days."),
    ("The gate fell at 9.40pm.", "The gate fell at 9:40 p.m."),
    ("Trade was minus 3 percent.", "Trade fell 3 percent."),
    ("The deal is worth 12 million Elvan crowns.", "The deal is worth 12 million crowns."),
    ("It froze at -12C.", "It froze at minus 12C."),
    ("Boat 7 belongs to the port.", "Boat 7 is owned by the port."),
]
OTHER = [
    ("The lock cost 4 million crowns.", "The lock cost 4 billion crowns."),
    ("The lock cost 4 million crowns.", "The lock cost 4 million dollars."),
    ("The lock cost £4 million.", "The lock cost €4 million."),
    ("The lock cost 4.5 million euros.", "The lock cost 45 million euros."),
    ("At least 64 people fell ill.", "Forty-six people fell ill."),
    ("At least 64 people fell ill.", "At most 64 people fell ill."),
    ("Up to 64 people fell ill.", "More than 64 people fell ill."),
    ("About 200 people left.", "About 220 people left."),
    ("Prices rose 4 percent.", "Prices rose 4 percentage points."),
    ("Prices rose 4 percent.", "Prices fell 4 percent."),
    ("The pier is 10 metres long.", "The pier is 10 miles long."),
    ("Between 20 and 30 boats left.", "Between 20 and 40 boats left."),
    ("Four cooks and five sailors fell ill.", "Nine people fell ill."),
    ("Hundreds of people left.", "Thousands of people left."),
    ("Two boats left.", "One boat left."),
    ("The strike lasted three weeks.", "The strike lasted three months."),
    ("The lock opened on 4 March 1998.", "The lock opened on 4 May 1998."),
    ("The lock opened in the 1990s.", "The lock opened in 1990."),
    ("The deal is worth $12 million.", "The deal is worth A$12 million."),
    ("The deal is worth A$12 million.", "The deal is worth $12 million."),
    ("It froze at -12C.", "It stood at 12C."),
    ("The gate fell within a week.", "The gate fell within seven weeks."),
]


def rested(text: str, said: str) -> Summary:
    return summary(text, statement(" ".join(text.rstrip(".").split()[:2]), text=said))


@pytest.mark.parametrize(("text", "said"), SAME)
def test_a_number_said_in_another_way_passes(text: str, said: str) -> None:
    made = rested(text, said)

    assert made.missing == ()
    assert [c.statement for c in made.claims] == [said]


@pytest.mark.parametrize(("text", "said"), OTHER)
def test_another_number_makes_the_statement_missing(text: str, said: str) -> None:
    made = rested(text, said)

    assert made.claims == ()
    assert [m.statement for m in made.missing] == [said]


CONTEXT = "The tug carried 64 people. It sank at dawn. Ten cooks fell ill. The owner paid 4 million crowns."


@pytest.mark.parametrize(
    ("said", "anchor", "sents", "kept"),
    [
        ("Ten cooks of the tug with 64 people fell ill.", "Ten cooks fell ill", [3], True),
        ("64 cooks fell ill.", "Ten cooks fell ill", [3], False),
        ("The tug with 64 people sank at dawn.", "It sank at dawn", [2], True),
        ("The owner paid 64 crowns.", "The owner paid", [4], False),
    ],
)
def test_a_number_from_another_sentence_does_not_replace_the_one_of_its_own(
    said: str, anchor: str, sents: list[int], kept: bool
) -> None:
    made = summary(CONTEXT, statement(anchor, sents=sents, text=said))

    assert bool(made.claims) is kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("The lock was shut in June 2011 for repairs.", True),
        ("The lock, which opened in March 2003, was shut in June 2011.", True),
        ("The lock was shut in March 2003.", False),
        ("The lock was shut in 2003.", False),
    ],
)
def test_a_date_from_another_sentence_does_not_replace_the_one_of_its_own(said: str, kept: bool) -> None:
    text = "The lock opened in March 2003, and the mill in 2004. The lock was shut in June 2011."

    assert bool(summary(text, statement("The lock was shut", sents=[2], text=said)).claims) is kept


def test_a_number_of_its_own_noun_is_not_replaced() -> None:
    text = "In a poll 60 percent hoped for rain. Of the cooks 40 percent were for it, 9 percent found it odd."

    for percent, kept in ((9, True), (60, False)):
        said = f"40 percent of cooks were for it, {percent} percent found it odd."
        assert bool(summary(text, statement("percent found it odd", sents=[2], text=said)).claims) is kept


@given(st.integers(2, 9_999_999), st.integers(2, 9_999_999))
def test_a_changed_number_never_passes(given_number: int, said: int) -> None:
    made = rested(f"Some crates held {given_number:,} bolts.", f"The crates held {said} bolts.")

    assert bool(made.claims) is (given_number == said)


@given(
    st.integers(1, 999),
    st.sampled_from(["thousand", "million", "billion"]),
    st.sampled_from(["", "thousand", "million", "billion"]),
)
def test_another_scale_never_passes(number: int, scale: str, other: str) -> None:
    made = rested(f"The lock cost {number} {scale} crowns.", f"The lock cost {number} {other} crowns.".replace("  ", " "))

    assert bool(made.claims) is (scale == other)


def test_a_number_that_only_the_statement_adds_is_refused():
    made = summary("The gate was locked. 2\n-1 That night.", statement("gate was locked", text="The gate was locked 2\n-1"))
    assert made.claims == ()
    assert len(made.missing) == 1
