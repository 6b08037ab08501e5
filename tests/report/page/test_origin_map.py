"""The map of origins: every article once, under what it goes back to, however many there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.page.chart_stories import HOSTILE, WORDS, article, parsed, report, with_class, words

from summarizer.naming import names_of
from summarizer.reporting.page.origin_map import origins
from summarizer.schema import Change, Origin, Passage, Report, Retelling, Summary
from summarizer.terms import ArticleStatus


def drawn(of: Report):
    return parsed(origins(of, names_of([summary.article for summary in of.summaries])))


def origin(number: int, *members: int, **fields) -> Origin:
    given_fields = {"origin_id": f"o{number}", "label": f"Origin {number}", "basis": "own reporting"}
    return Origin(**{**given_fields, "article_ids": tuple(f"a{member}" for member in members), **fields})


def retelling(told: int, retold: int, origin_id: str | None = "o0", **fields) -> Retelling:
    places = {"told_id": f"a{told}", "retold_id": f"a{retold}", "origin_id": origin_id}
    return Retelling(**{"basis": "both retell it", "shared": 0.5, **places, **fields})


CHANGE = Change(
    what="figure", told=Passage(quote="At", start=0, end=2), retold=Passage(quote="At", start=0, end=2), note="“1” against “2”"
)


def above(link) -> str | None:
    """The article under which this one stands in the tree."""
    item = next(one for one in link.iterancestors("li"))
    outer = next(item.iterancestors("li"), None)
    found = [] if outer is None else [one for one in outer.iter("a") if next(one.iterancestors("li")) is outer]
    return found[0].get("data-article") if found else None


def test_without_origins_there_is_nothing() -> None:
    assert origins(report([article(0)]), {}) == ""


def test_a_retelling_stands_under_the_report_that_it_retells() -> None:
    of = report(
        [article(0), article(1), article(2)],
        origins=(origin(0, 0, 1, label="Outlet 0", basis="Outlet 1 retells Outlet 0"), origin(1, 2)),
        retellings=(retelling(0, 1, changes=(CHANGE,)),),
    )
    tree = drawn(of)

    (shared,) = with_class(tree, "org-origin")
    assert {link.get("data-article"): above(link) for link in shared.iter("a")} == {"a0": None, "a1": "a0"}
    assert "Outlet 1 retells Outlet 0." in words(shared)
    assert "2 articles of 2 outlets, one origin" in words(shared)
    assert "50% word for word, 1 passage changed" in words(shared)
    assert "3 articles go back to 2 independent origins." in words(tree)


def test_articles_that_retell_a_report_from_outside_stand_beside_each_other() -> None:
    of = report(
        [article(0), article(1), article(2)],
        origins=(origin(0, 0, 1, 2, label="Lund Wire", basis="both retell Lund Wire"),),
        retellings=(retelling(0, 1, shared=0.02), retelling(0, 2, shared=0.8)),
    )
    tree = drawn(of)

    assert {link.get("data-article"): above(link) for link in tree.iter("a")} == {"a0": None, "a1": None, "a2": "a0"}


def test_whom_an_article_credits_stands_with_it() -> None:
    told = Summary(
        article=article(0), status=ArticleStatus.EXTRACTED, main_source="Lund Wire", credited=("Lund Wire", "Radio Delta")
    )
    of = report([], origins=(origin(0, 0, label="Lund Wire", basis="retells Lund Wire"),))
    tree = drawn(of.model_copy(update={"summaries": (told,)}))

    assert "credits Lund Wire, Radio Delta" in words(with_class(tree, "org-origin")[0])


def test_a_credited_outlet_of_the_story_is_a_link_to_its_article() -> None:
    told = Summary(article=article(1), status=ArticleStatus.EXTRACTED, credited=("outlet 0", "Radio Delta"))
    of = report([article(0)], origins=(origin(0, 0), origin(1, 1)))
    tree = drawn(of.model_copy(update={"summaries": (*of.summaries, told)}))

    (credit,) = [link for link in tree.iter("a") if words(link) == "outlet 0"]
    assert credit.get("data-article") == "a0"
    assert "· credits outlet 0, Radio Delta" in words(tree)


def test_hundreds_of_copies_are_one_folded_line_and_all_are_in_it() -> None:
    of = report(
        [article(number) for number in range(200)],
        origins=(origin(0, *range(200), basis="near-identical passages"),),
        retellings=tuple(retelling(0, number, shared=1.0) for number in range(1, 200)),
    )
    tree = drawn(of)

    assert words(tree.find(".//summary")) == "199 articles print it word for word"
    assert sorted(link.get("data-article") for link in tree.iter("a")) == sorted(f"a{number}" for number in range(200))
    assert "+188" in words(with_class(tree, "org-strip")[0])


def test_passages_of_unknown_origin_are_told_apart_from_retellings() -> None:
    of = report(
        [article(0), article(1)], origins=(origin(0, 0), origin(1, 1)), retellings=(retelling(0, 1, None, shared=0.06),)
    )
    tree = drawn(of)

    assert "Outlet 1, 14 October 2024 shares 6% of its text with Outlet 0" in words(tree)


def test_hostile_words_are_only_words() -> None:
    of = report([article(0, outlet=HOSTILE), article(1)], origins=(origin(0, 0, 1, label=HOSTILE, basis=HOSTILE),))

    assert "\u202e" not in words(drawn(of))


@st.composite
def webs(draw: st.DrawFn) -> Report:
    """Any retellings, also in a circle, twice, and of articles that are not there."""
    count = draw(st.integers(1, 20))
    articles = [article(number, outlet=draw(st.none() | WORDS)) for number in range(count)]
    ids = st.integers(0, count)
    cut = draw(st.integers(0, count))
    parts = [part for part in (range(cut), range(cut, count)) if part]
    told = st.builds(
        retelling,
        ids,
        ids,
        st.sampled_from(["o0", "o1", None]),
        shared=st.sampled_from([0.0, 0.5, 1.0]),
        changes=st.sampled_from([(), (CHANGE,)]),
    )
    found = tuple(
        origin(number, *part, basis=draw(st.sampled_from(["own reporting", "both"]))) for number, part in enumerate(parts)
    )
    return report(articles, origins=found, retellings=tuple(draw(st.lists(told, max_size=40))))


@given(webs())
def test_every_article_stands_once_among_the_origins(of: Report) -> None:
    tree = drawn(of)

    below = [one for one in tree.iter("h3") if words(one).startswith("Passages in common")]
    for one in below:
        one.getnext().getparent().remove(one.getnext())
    links = [link.get("data-article") for link in tree.iter("a")]
    assert sorted(links) == sorted(summary.article.article_id for summary in of.summaries)


@pytest.mark.parametrize("length", [3, 40, 400])
def test_a_long_chain_of_retellings_is_no_deep_tree(length: int) -> None:
    of = report(
        [article(number) for number in range(length)],
        origins=(origin(0, *range(length), label="Outlet", basis="both"),),
        retellings=tuple(retelling(number, number + 1) for number in range(length - 1)),
    )
    tree = drawn(of)

    assert max(sum(1 for _ in link.iterancestors("ul")) for link in tree.iter("a")) < 12
    assert len(list(tree.iter("a"))) == length
