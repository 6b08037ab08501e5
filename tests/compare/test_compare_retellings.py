"""Who retells whom, and what each retelling made of the passages it took over."""

from __future__ import annotations

import pytest
from builders import statement, summary
from hypothesis import given
from hypothesis import strategies as st

from summarizer.comparison.origins.finding import find_origins
from summarizer.comparison.origins.retellings import find_retellings
from summarizer.schema import Retelling, Summary

WIRE = (
    "At least 14 people died when a depot in Varn exploded on Friday, the fire service said. "
    "Rescue teams from three towns searched the quay through the night. "
    "“We heard the first blast and ran for the gate,” said Ole Brandt, a docker. "
    "The fire may have begun in the pump room."
)


def article(text: str, outlet: str, **fields: str) -> Summary:
    return summary(text, statement(" ".join(text.split()[:5]), text=text[:60]), outlet=outlet, **fields)


def retold(text: str) -> Retelling:
    summaries = [article(WIRE, "Lund Wire"), article(text, "Courier", main_source="Lund Wire", published="2024-10-15")]
    (retelling,) = find_retellings(summaries, find_origins(summaries))
    assert retelling.told_id == summaries[0].article.article_id
    for change in retelling.changes:
        for passage, source in ((change.told, summaries[0]), (change.retold, summaries[1])):
            assert source.article.text[passage.start : passage.end] == passage.quote
    return retelling


def test_a_copy_changes_nothing() -> None:
    retelling = retold(WIRE)

    assert retelling.shared == 1.0
    assert retelling.changes == ()


@pytest.mark.parametrize(
    ("old", "new", "what", "note"),
    [
        ("14 people", "17 people", "figure", "“14” against “17”"),
        ("At least 14", "Exactly 14", "hedge", "dropped: “at least”"),
        ("may have begun", "began", "hedge", "dropped: “may”"),
        ("ran for the gate", "ran for the fence", "quotation", "“gate” against “fence”"),
        ("from three towns searched", "from three towns never searched", "negation", "never"),
    ],
)
def test_what_a_retelling_changed_is_told(old: str, new: str, what: str, note: str) -> None:
    (change,) = retold(WIRE.replace(old, new)).changes

    assert change.what == what
    assert note in change.note


def test_other_words_for_the_same_are_no_change() -> None:
    assert retold(WIRE.replace("searched the quay through the night", "searched the quay all night")).changes == ()


def test_sentences_that_only_one_has_are_no_change() -> None:
    assert retold(WIRE + " The mayor of Halbro sent flowers to the families of the dead.").changes == ()


def test_articles_of_their_own_are_no_retelling() -> None:
    summaries = [article(WIRE, "Herald"), article("The mayor of Halbro opened a school with 300 places.", "Courier")]

    assert find_retellings(summaries, find_origins(summaries)) == ()


def test_passages_that_articles_of_different_origins_share_are_told() -> None:
    words = "“We asked for foam tenders two winters ago, and the money went elsewhere,” Ine Holm said."
    summaries = [
        article(f"The fire burned till dawn, and nobody could say what had been stored in the sheds along the quay. {words}", "Herald"),
        article(f"{words.replace('two winters', 'three winters')} The council met at noon behind closed doors and put off the vote on "
                "the new station till spring, as members could not agree on who should pay.", "Courier"),
    ]  # fmt: skip

    (shared,) = find_retellings(summaries, find_origins(summaries))

    assert shared.origin_id is None
    assert [change.note for change in shared.changes] == ["“two” against “three”"]


def test_one_outlets_own_articles_are_no_retelling() -> None:
    summaries = [article(WIRE, "Herald"), article(WIRE.replace("14", "17"), "Herald", published="2024-10-15")]

    assert find_retellings(summaries, find_origins(summaries)) == ()


@given(st.text(alphabet="ab .\n“”‘’1é\u202e", max_size=120))
def test_any_text_can_be_laid_against_another(text: str) -> None:
    summaries = [
        article(WIRE, "Lund Wire"),
        summary(f"Varn burns, Lund Wire says. {text}", statement("Varn burns"), outlet="Courier", main_source="Lund Wire"),
    ]

    (retelling,) = find_retellings(summaries, find_origins(summaries))

    assert 0 <= retelling.shared <= 1
