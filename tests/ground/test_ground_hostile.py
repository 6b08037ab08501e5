"""Whatever a model answers, what is shown as evidence is the article's own characters."""

from __future__ import annotations

from builders import article
from hypothesis import given
from hypothesis import strategies as st

from summarizer.answers import ArticleAnswer
from summarizer.ground import ground, number_sentences

TEXT = (
    "The ferry Alda sank on Monday, and at least 183 people died. “We had no warning,” said Captain Ine Holm.\n"
    "１８３ Menschen; «Es gab 3,5 Mio. Euro», sagte sie. The ministry denied it. The ministry denied it."
)


def piece() -> st.SearchStrategy[str]:
    """A stretch of the article, perhaps spoiled, or anything at all."""
    cut = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40)).map(lambda p: TEXT[p[0] : p[0] + p[1]])
    return st.one_of(cut, cut.map(lambda s: s.replace("8", "3")), cut.map(str.upper), st.text(max_size=20))


figures = st.builds(lambda f, m: {"figure": f, "measure": m}, piece(), piece())
statements = st.builds(
    lambda sents, anchor, text, by, figs: {"sents": sents, "anchor": anchor, "statement": text, "by": by, "figures": figs},
    st.lists(st.integers(-2, 8), max_size=4),
    piece(),
    st.one_of(st.none(), piece()),
    st.one_of(st.none(), st.sampled_from(["p1", "p2", "nobody"])),
    st.lists(figures, max_size=2),
)
answers = st.builds(
    lambda said, name: ArticleAnswer.model_validate({"statements": said, "speakers": [{"id": "p1", "name": name}]}),
    st.lists(statements, max_size=4),
    piece(),
)


@given(answers)
def test_every_quote_is_cut_from_the_article(answer: ArticleAnswer) -> None:
    made = ground(number_sentences(article(TEXT)), [answer])

    for item in (*made.claims, *made.figures, *made.attributions):
        assert TEXT[item.start : item.end] == item.quote != ""
        assert item.start <= item.anchor_start < item.anchor_end <= item.end
        assert TEXT[: item.start].endswith(item.prefix)
        assert TEXT[item.end :].startswith(item.suffix)
    for figure in made.figures:
        assert TEXT[figure.anchor_start : figure.anchor_end] == figure.figure
        assert figure.claim_id in {claim.item_id for claim in made.claims}


@given(answers)
def test_nothing_the_model_said_is_dropped(answer: ArticleAnswer) -> None:
    made = ground(number_sentences(article(TEXT)), [answer])
    anchors = {" ".join(s.anchor.split()).casefold() for s in answer.statements}

    assert bool(anchors) == bool(made.claims or made.missing)
    assert len({i.item_id for i in made.claims}) == len(made.claims)


@given(answers)
def test_grounding_twice_adds_nothing(answer: ArticleAnswer) -> None:
    numbered = number_sentences(article(TEXT))

    assert ground(numbered, [answer]) == ground(numbered, [answer, answer])
