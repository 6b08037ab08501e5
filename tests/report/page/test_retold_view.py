"""What each retelling changed: both passages with their words, those that differ marked, nothing lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from report.page.chart_stories import HOSTILE, article, parsed, report, with_class, words

from summarizer.naming import names_of
from summarizer.reporting.escape import visible
from summarizer.reporting.page.retold_view import marked, retellings
from summarizer.schema import Change, Passage, Report, Retelling

TOLD, RETOLD = "Police could have saved 86 people, she said.", "Police couldn’t have saved 68 people, she said."


def drawn(of: Report):
    return parsed(retellings(of, names_of([summary.article for summary in of.summaries])))


def change(told: str = TOLD, retold: str = RETOLD, **fields) -> Change:
    passages = {"told": Passage(quote=told, start=0, end=len(told)), "retold": Passage(quote=retold, start=0, end=len(retold))}
    return Change(**{"what": "figure", "note": "“86” against “68”", **passages, **fields})


def story(*changes: Change, copies: int = 1, **fields) -> Report:
    told = [
        Retelling(
            **{
                "origin_id": "o",
                "told_id": "a0",
                "retold_id": f"a{n}",
                "basis": "b",
                "shared": 0.5,
                "changes": changes,
                **fields,
            }
        )
        for n in range(1, copies + 1)
    ]
    articles = [article(0, text=TOLD), *(article(number, text=RETOLD) for number in range(1, copies + 1))]
    return report(articles, retellings=tuple(told))


def marks(markup: str) -> list[str]:
    return [words(one) for one in parsed(markup).iter("mark")]


def test_without_retellings_there_is_nothing() -> None:
    assert retellings(report([article(0)]), {}) == ""


def test_both_passages_stand_side_by_side_with_their_places() -> None:
    tree = drawn(story(change()))

    left, right = with_class(tree, "ret-side")
    assert words(left.find("blockquote")) == TOLD
    assert words(right.find("blockquote")) == RETOLD
    assert [
        (a.get("data-article"), a.get("data-start"), a.get("data-end")) for side in (left, right) for a in side.iter("a")
    ] == [
        ("a0", "0", str(len(TOLD))),
        ("a1", "0", str(len(RETOLD))),
    ]
    assert words(left.find("figcaption")) == "told in Outlet 0, paragraph 1"
    assert words(with_class(tree, "ret-change")[0].find("p")) == "Another figure: “86” against “68”"


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = marked(TOLD, RETOLD)

    assert marks(left) == ["could", "86"]
    assert marks(right) == ["couldn’t", "68"]


def test_other_quotation_marks_and_line_ends_are_no_difference() -> None:
    left, right = marked('"We heard\nit," he said.', "“We heard it,” he said.")

    assert marks(left) == marks(right) == []


def test_a_passage_too_long_to_compare_is_shown_whole() -> None:
    left, right = marked("word " * 5000, "other " * 5000)

    assert marks(left) == []
    assert words(parsed(right)) == ("other " * 5000).strip()


def test_a_retelling_without_a_change_is_told_in_a_line() -> None:
    tree = drawn(story(copies=3, shared=1.0))

    assert "Outlet 0: printed word for word by Outlet 1, Outlet 2 and Outlet 3" in words(tree)
    assert "Without a change that code sees (3)" in words(tree)


def test_how_much_of_a_report_stands_in_the_others_is_said() -> None:
    some, none = drawn(story(shared=0.06)), drawn(story(shared=0.0))

    assert "Outlet 0: passages of it stand word for word in Outlet 1 (6% of its text)" in words(some)
    assert "Outlet 0: told in other words by Outlet 1" in words(none)


def test_many_retellings_and_changes_are_folded_and_none_is_lost() -> None:
    tree = drawn(story(*[change()] * 20, copies=30))

    assert len(with_class(tree, "ret-change")) == 600
    assert [words(one) for one in tree.iter("summary")].count("12 further changes") == 30
    assert "18 further retellings" in words(tree)


def test_hostile_words_are_only_words() -> None:
    tree = drawn(story(change(HOSTILE, HOSTILE[::-1], what=HOSTILE, note=HOSTILE)))

    assert "\u202e" not in words(tree)


_SEEN = st.text(st.characters(exclude_categories=("C",)))
"""What is not seen is shown by its number, and of a run of it how long it is."""


@settings(deadline=None)
@given(_SEEN, _SEEN)
def test_marking_changes_no_word(told: str, retold: str) -> None:
    left, right = marked(told, retold)

    assert words(parsed(left)) == " ".join(visible(told).split())
    assert words(parsed(right)) == " ".join(visible(retold).split())
