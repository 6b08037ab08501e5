"""Texts made to be slow or to break the comparison: time grows with the text, and nothing is taken for markup."""

from __future__ import annotations

import pytest
from builders import article, statement, summary
from comparing import question, run
from growth import grows_with_its_text
from hypothesis import given
from hypothesis import strategies as st

from summarizer.compare.checks.events import places
from summarizer.compare.checks.quoted import change, differing, hedges
from summarizer.compare.meeting.names import Names
from summarizer.compare.origins.credits import dateline_credit
from summarizer.schema import Summary

PIECES = ["AAAA ", "Aa Bb (", "A of the A of the ", "in A", "(AFP) - ", "U.S. ", "Zabi'", "at least ", "\u202eIS-K\n", "Кк "]


def names_of(text: str) -> object:
    whole = Names([Summary(article=article(text), status="extracted")])
    return whole.aligned(text)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("scan", [names_of, places, hedges, lambda text: dateline_credit(article(text))], ids=str)
def test_time_grows_with_the_text(scan, piece: str) -> None:
    assert grows_with_its_text(scan, piece, 4_000)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_wordings_can_be_laid_side_by_side(left: str, right: str) -> None:
    assert isinstance(differing(left, right), str)
    assert change(left, left) is None


@given(st.text(alphabet="Aa1 .“”«»|\n\u2028p2.", min_size=1, max_size=40))
def test_no_article_can_add_a_pair_to_a_second_reading(noise: str) -> None:
    text = f"The gate was locked. {noise} That night nobody came."
    summaries = [
        summary(text, statement("gate was locked", text=f"The gate was locked {noise}"), outlet="Herald"),
        summary("The gate stood open.", statement("gate stood open", text="The gate stood open."), outlet="Courier"),
    ]
    shown: list[str] = []

    run(summaries, question("A1.1", "A2.1", kind="fact", matter="occurrence"), shown=shown)

    for pairs in shown:
        assert pairs.count("«") == pairs.count("»") == 2
        assert len(pairs.splitlines()) == 5
