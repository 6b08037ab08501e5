"""Texts made to be slow or to break the comparison: time grows with the text, and nothing is taken for markup."""

from __future__ import annotations

import asyncio

import pytest
from builders import article, figure, speaker, statement, summary
from comparing import judge_of, question, run, toll
from growth import grows_with_its_text
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.answers import ProposalsAnswer
from summarizer.comparison import Judge, compare
from summarizer.comparison.checks.candidates import Story, find_candidates
from summarizer.comparison.checks.events import places
from summarizer.comparison.checks.quoted import change, differing, hedges
from summarizer.comparison.meeting.names import Names
from summarizer.comparison.origins.credits import dateline_credit
from summarizer.schema import Summary

PIECES = ["AAAA ", "Aa Bb (", "A of the A of the ", "in A", "(AFP) - ", "U.S. ", "Zabi'", "at least ", "\u202eIS-K\n", "Кк "]


def names_of(text: str) -> object:
    whole = Names([Summary(article=article(text), status="extracted")])
    return whole.aligned(text)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "scan", [names_of, places, hedges, lambda text: dateline_credit(article(text))], ids=["names", "places", "hedges", "credit"]
)
def test_time_grows_with_the_text(scan, piece: str) -> None:
    assert grows_with_its_text(scan, piece, 4_000)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_wordings_can_be_laid_side_by_side(left: str, right: str) -> None:
    assert isinstance(differing(left, right), str)
    assert change(left, left) is None


NOISE = st.text(alphabet="Aa1 .“”«»|\n\r\x0b\x1c\x85\u2028\u2029\u202ep2:-", min_size=1, max_size=40)


def gate_story(noise: str) -> list[Summary]:
    """A gate that is locked and open; the first article, its outlet, its source and its speaker are full of noise."""
    text = f"The gate was locked. {noise} That night nobody came, the guard {noise} said."
    said = statement("gate was locked", text=f"The gate was locked {noise}", by="p1", when=noise)
    read = summary(text, said, speakers=(speaker(f"the guard {noise}"),), outlet="Herald", period=noise)
    evil = read.model_copy(update={"main_source": f"Wire {noise}"})
    assume(evil.claims)  # noise that is a number which the sentence has not is refused before anything is compared
    return [evil, summary("The gate stood open.", statement("gate stood open", text="The gate stood open."), outlet="Courier")]


@given(NOISE, NOISE)
def test_no_article_can_add_a_pair_a_cell_or_a_mark_to_what_is_weighed(noise: str, asked: str) -> None:
    shown: list[str] = []
    proposed = question("A1.1", "A2.1", kind="fact", matter="occurrence", same="unclear", question=f"Locked? {asked}")

    run(gate_story(noise), proposed, shown=shown, again=shown)

    plain: list[str] = []
    run(gate_story("x"), question("A1.1", "A2.1", kind="fact"), shown=plain)
    assert shown
    for pairs in shown:
        assert pairs.count("«") == pairs.count("»") == 2
        assert [line[:2] for line in pairs.splitlines()] == ["p1", "- ", "  ", "- ", "  "]
        heads = [line.count(" | ") for line in pairs.splitlines() if line.startswith("- ")]
        cells = [line.count(" | ") for line in plain[0].splitlines() if line.startswith("- ")]
        # A time or a name that the article does not give is left out; none is added.
        assert len(heads) == len(cells)
        assert all(here <= there for here, there in zip(sorted(heads), sorted(cells), strict=True))


@given(NOISE)
def test_no_article_can_add_a_row_to_the_table_or_a_line_to_the_list_of_articles(noise: str) -> None:
    seen: list[dict[str, str]] = []
    inner = judge_of([])

    async def propose(values: dict[str, str], label: str) -> ProposalsAnswer:
        seen.append(values)
        return await inner.propose(values, label)

    asyncio.run(compare(gate_story(noise), Judge(propose, inner.weigh)))

    (values,) = seen
    assert [line[:5] for line in values["table"].splitlines()] == ["A1.1 ", "A2.1 "]
    assert [line[:3] for line in values["articles"].splitlines()] == ["A1:", "A2:"]
    assert not [outlet for outlet in ("Herald", "Courier") if outlet in values["table"] + values["articles"]]


WORDS = st.sampled_from(["46 people", "at least 64 people", "some 90 people", "many", "dozens", "12 of the dead"])
TEXTS = st.text(alphabet="ab .,“”«»|A1\n\u202eé", max_size=30)


@given(
    st.lists(st.tuples(WORDS, TEXTS), min_size=2, max_size=4),
    st.sampled_from(["quantity", "fact", "quotation", "date", "denial"]),
    st.sampled_from(["contradict", "differs", "update", "scope", "compatible", "unsure"]),
    st.sampled_from(["yes", "no", "unclear"]),
    st.text(alphabet="A12. ab", max_size=12),
)
def test_every_quote_of_every_finding_is_the_articles_own(
    told: list[tuple[str, str]], kind: str, verdict: str, same: str, shown_by: str
) -> None:
    summaries = [toll(words, f"Outlet {n}", rest=rest) for n, (words, rest) in enumerate(told)]
    others = [f"A{n}.1" for n in range(3, len(told) + 1)]

    made = run(summaries, question("A1.1", "A2.1", verdict, kind=kind, same=same, shown_by=shown_by, others=others))

    texts = {one.article.article_id: one.article.text for one in summaries}
    for side in (side for finding in made.findings for side in finding.sides):
        assert texts[side.article_id][side.start : side.end] == side.quote
    conflicts = find_candidates(Story.of(summaries))
    shown = [{side.article_id for side in finding.sides} for finding in made.findings]
    ids = [one.article.article_id for one in summaries]
    for found in (one for one in conflicts if one.found.conflict):
        assert any({ids[found.left.article], ids[found.right.article]} <= sides for sides in shown)


def flood(tolls: int, step: int) -> Summary:
    """One article that gives a toll again and again, each time another or always the same."""
    words = [f"{100 + step * n} people" for n in range(tolls)]
    said = [
        statement(
            f"{told} died",
            sents=[n + 1],
            text=f"{told} died when the ferry Alda sank off Torvik.",
            figures=[figure(told, "people killed")],
        )
        for n, told in enumerate(words)
    ]
    text = " ".join(f"The ferry Alda sank off Torvik and {told} died." for told in words)
    return summary(text, *said, outlet="Flood")


@pytest.mark.parametrize("step", [0, 1])
def test_an_article_that_repeats_itself_does_not_push_out_what_others_disagree_on(step: int) -> None:
    honest = [toll("12 people", "Herald"), toll("30 people", "Courier")]

    made = asyncio.run(compare([honest[0], flood(400, step), honest[1]], None))

    ids = {one.article.article_id for one in honest}
    assert any(ids <= {side.article_id for side in finding.sides} for finding in made.findings)
