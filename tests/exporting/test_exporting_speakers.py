"""Who is named as speaking: spellings are one speaker only where that is sure, and what is no name is nobody."""

from __future__ import annotations

import pytest
from review.reviewed import article

from summarizer.exporting.speakers import Speaker, speakers_of
from summarizer.schema import Attribution, Summary
from summarizer.terms import ArticleStatus


def summary(outlet: str, *sources: str, text: str = "") -> Summary:
    """An article that attributes something to each of these."""
    text = text or " ".join(f"It was cold, {source} said." for source in sources)
    place = {"quote": text[:5], "start": 0, "end": 5, "anchor_start": 0, "anchor_end": 5}
    said = tuple(Attribution(item_id=f"p{n}", claim_id="c1", source=one, **place) for n, one in enumerate(sources))
    return Summary(article=article(text, outlet), status=ArticleStatus.EXTRACTED, attributions=said)


def spelt(*summaries: Summary) -> list[tuple[str, ...]]:
    return [one.spellings for one in speakers_of(summaries)]


def test_a_group_named_with_and_without_its_article_is_one_speaker() -> None:
    (one,) = speakers_of((summary("A", "The Taliban"), summary("B", "Taliban"), summary("C", "the Taliban")))
    assert isinstance(one, Speaker)
    assert (one.name, one.spellings, len(one.said)) == ("Taliban", ("Taliban",), 3)


@pytest.mark.parametrize(
    "words",
    [
        "the Taliban commanders",
        "a cousin",
        "officials",
        "Some member states",
        "hospitals",
        "Ex-head of the Velm Police",
        "Member States",
        "x",
    ],
)
def test_a_description_is_nobody_in_particular(words: str) -> None:
    assert spelt(summary("A", words), summary("B", words)) == []


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert spelt(summary("A", "Officials", text="Officials said so. Later officials spoke.")) == []


def test_a_family_name_is_the_person_named_in_full_in_the_same_article() -> None:
    both = summary("A", "Ilse Brandt", "Brandt")
    assert spelt(both, summary("B", "Ilse Brandt")) == [("Ilse Brandt", "Brandt")]


def test_a_family_name_alone_in_an_article_stays_apart() -> None:
    assert spelt(summary("A", "Ilse Brandt"), summary("B", "Brandt")) == [("Ilse Brandt",), ("Brandt",)]


def test_a_family_name_of_two_persons_is_neither() -> None:
    assert len(spelt(summary("A", "Ilse Brandt", "Karl Brandt", "Brandt"))) == 3


def test_a_title_makes_no_other_speaker() -> None:
    assert spelt(summary("A", "Gen. Ilse Brandt"), summary("B", "Ilse Brandt")) == [("Gen. Ilse Brandt", "Ilse Brandt")]


def test_a_longer_name_is_another_speaker() -> None:
    assert len(spelt(summary("A", "Velm Council"), summary("B", "Velm Council Press Office"))) == 2


def test_initials_are_who_bears_them_unless_several_do() -> None:
    assert spelt(summary("A", "Velm Fishing Board"), summary("B", "VFB")) == [("Velm Fishing Board", "VFB")]
    assert len(spelt(summary("A", "Velm Fishing Board"), summary("C", "Velm Football Bureau"), summary("B", "VFB"))) == 3
