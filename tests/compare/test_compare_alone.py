"""What is reported of a difference when no model has weighed it."""

from __future__ import annotations

import pytest
from builders import article

from summarizer.comparison.alone.judging import Judged, alone
from summarizer.comparison.checks.candidates import Story, find_candidates
from summarizer.comparison.checks.quoted import change, is_drift
from summarizer.ground import ground, number_sentences
from summarizer.rules import answer
from summarizer.terms import Matter, Verdict

BEFORE = "Torvik lies in the valley of the Lauen. "


def judged(
    left: str,
    right: str,
    dates: tuple[str | None, str | None] = ("2024-10-14", "2024-10-14"),
    places: tuple[str, str] | None = None,
) -> list[Judged]:
    """What is reported of two texts; their figures are of these places, where a model has read them so."""
    summaries = []
    for n, (text, outlet) in enumerate(((left, "The Courier"), (right, "The Herald"))):
        numbered = number_sentences(article(BEFORE + text, outlet=outlet, published=dates[n]))
        summary = ground(numbered, [answer(numbered)])
        if places is not None:
            figures = tuple(figure.model_copy(update={"where": places[n]}) for figure in summary.figures)
            summary = summary.model_copy(update={"figures": figures})
        summaries.append(summary)
    found = find_candidates(Story.of(summaries))
    names = {"A1": "The Courier", "A2": "The Herald"}
    return [result for candidate in found if (result := alone(candidate, summaries, names))]


def test_toll_of_one_place_and_day_is_unsure_while_it_can_still_rise():
    (only,) = judged(
        "A landslide killed 15 farmers near Torvik on Sunday.", "A landslide killed 18 farmers near Torvik on Sunday."
    )
    assert (only.verdict, only.matter) == (Verdict.UNSURE, Matter.CASUALTIES)
    assert only.question == "How many farmers were killed in Torvik on 13 October 2024?"
    assert "“15 farmers” (The Courier) against “18 farmers” (The Herald)" in only.why
    assert "hour" in only.why


def test_toll_told_long_after_the_day_is_a_contradiction():
    texts = (
        "A landslide killed 15 farmers near Torvik on 3 May 2024.",
        "A landslide killed 18 farmers near Torvik on 3 May 2024.",
    )
    (only,) = judged(*texts)
    assert (only.verdict, only.matter) == (Verdict.CONTRADICT, Matter.CASUALTIES)


def test_counts_of_one_hour_contradict():
    texts = ("By 9 p.m. on Sunday, 64 people had been rescued.", "By 9 p.m. on Sunday, 46 people had been rescued.")
    assert [j.verdict for j in judged(*texts)] == [Verdict.CONTRADICT]


def test_later_article_with_the_higher_toll_is_an_update():
    texts = ("The landslide near Torvik killed 15 farmers.", "The landslide near Torvik has now killed 18 farmers.")
    assert [j.verdict for j in judged(*texts, ("2024-10-14", "2024-10-15"))] == [Verdict.UPDATE]
    assert Verdict.UPDATE not in [j.verdict for j in judged(*texts, ("2024-10-15", "2024-10-14"))]


def test_a_later_article_with_a_higher_toll_is_no_update_unless_a_text_tells_that_it_rose():
    texts = ("The landslide near Torvik killed 15 farmers.", "The landslide near Torvik killed 18 farmers.")
    (only,) = judged(*texts, ("2024-10-14", "2024-10-15"))
    assert only.verdict is Verdict.UNSURE
    assert "nothing in the texts says that the count rose" in only.why


def test_a_part_of_the_place_with_fewer_is_another_scope():
    texts = (
        "A storm injured 9 people in the Harbour Quarter of Torvik on Sunday.",
        "A storm injured 14 people in Torvik on Sunday.",
    )
    assert [j.verdict for j in judged(*texts)] == [Verdict.SCOPE]


@pytest.mark.parametrize(("nearer", "verdict"), [("port of Lissa", Verdict.UNSURE), ("Harbour Quarter, Lissa", Verdict.SCOPE)])
def test_only_a_place_with_a_name_of_its_own_explains_a_smaller_count(nearer: str, verdict: Verdict) -> None:
    texts = (
        "At least 27 people died in an explosion in Lissa on Sunday.",
        "19 people died in the explosion in Lissa on Sunday.",
    )
    (only,) = judged(*texts, places=("Lissa", nearer))
    assert only.verdict is verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("An earthquake killed 15 people in Torvik on Sunday.", "A stampede killed 18 people in Torvik on Sunday."),
        ("A landslide killed 15 people near Torvik on Sunday.", "Since 2012 landslides have killed 180 people near Torvik."),
        (
            "A landslide killed 15 people near Torvik on Sunday.",
            "A landslide could have killed 18 people near Torvik on Sunday.",
        ),
        ("A landslide killed 15 people near Torvik.", "Separately, a landslide killed 18 people near Torvik."),
        ("Ole owns 15 goats.", "Tora bought a farm with 18 goats."),
    ],
)
def test_no_ground_to_think_of_one_matter_shows_nothing(left, right):
    assert judged(left, right) == []


def test_articles_far_apart_in_time_show_nothing():
    texts = ("A landslide killed 15 people near Torvik.", "A landslide killed 18 people near Torvik.")
    assert judged(*texts, ("2024-10-14", "2024-11-30")) == []


QUOTED = "“We had {} minutes between the first call and the silence,” said Ole Brandvik, the harbour master."


def test_a_changed_number_in_one_speakers_words_contradicts():
    (only,) = judged(QUOTED.format("four"), QUOTED.format("forty"))
    assert (only.verdict, only.matter) == (Verdict.CONTRADICT, Matter.WORDING)
    assert only.question == "What were the words of Ole Brandvik?"
    assert "a number: “four” against “forty”" in only.why


def test_other_words_are_compatible():
    texts = ("“Every family will get an answer, however long that takes,” said Ole Brandvik.",
             "“Every family will have an answer, however long it takes,” said Ole Brandvik.")  # fmt: skip
    assert [j.verdict for j in judged(*texts)] == [Verdict.COMPATIBLE]


def test_words_of_people_without_a_name_are_not_compared():
    said = "“We had {} proof that the door was open when she left,” officials said."
    assert judged(said.format("no"), said.format("clear")) == []


def test_one_surname_can_be_two_people():
    texts = (
        "“I was not in Torvik when the dam burst, and I cannot tell you who opened it,” Brandvik said.",
        "“I was in Torvik when the dam burst, and I saw nothing out of the ordinary,” said Mara Brandvik.",
    )
    assert judged(*texts) == []


def test_one_speaker_who_states_and_denies_contradicts():
    texts = (
        "The Transport Ministry confirmed that the certificate of the ferry had expired.",
        "The Transport Ministry denied that the certificate of the ferry had expired.",
    )
    (only,) = judged(*texts)
    assert (only.verdict, only.question[:16]) == (Verdict.CONTRADICT, "Is it so or not:")


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        ("We saw 40 men on the road", "We saw forty men on the road", None),
        ("We saw 40 men on the road", "We saw 14 men on the road", "a number"),
        ("We have proof that it was open", "We have no proof that it was open", "a negation"),
        ("We will open the road to Torvik", "We have opened the road to Torvik", "a tense"),
        ("The road leads to Torvik and on", "The road leads to Halbro and on", "a name"),
        ("We met the men of ISIS there", "We met the men of IS there", None),
        ("We saw it and we wept", "Yesterday we saw it and we wept, all 12 of us", None),
    ],
)
def test_change_of_meaning_is_told_from_other_words(left, right, what):
    found = change(left, right)
    assert (found.what if found else None) == what


def test_toll_told_by_the_day_and_by_the_month_is_one_event():
    texts = (
        "The suicide attack at Torvik airport on 26 August 2021 killed at least 183 people.",
        "Its bombing of Torvik airport in August 2021 killed 170 people.",
    )
    assert [j.verdict for j in judged(*texts)] == [Verdict.CONTRADICT]


@pytest.mark.parametrize(
    ("left", "right", "drift"),
    [
        ("They would have joined us there", "They would join us there", True),
        ("We are searching the harbour", "We were searching the harbour", True),
        ("We search the harbour with boats", "We searched the harbour with boats", True),
        ("We hope for an answer", "We hoped for the answer", True),
        ("He could not hold the fire", "He can not hold the fire", True),
        ("We saw the men on the road", "We saw the men on the road that night", True),
        ("We lost four boats that night", "We lost forty boats that night", False),
        ("The number of boats lost is four", "The number of boats lost is forty", False),
        ("We have held the road", "We have not held the road", False),
        ("We could hold the fire", "We couldn’t hold the fire", False),
        ("We met Brandt on the road", "We met Dahl on the road", False),
        ("We must leave the town now", "We may leave the town now", False),
        ("We may have lost the road", "We have lost the road", False),
        ("We came from the town at night", "We came to the town at night", False),
        ("He gave her the key to it", "She gave her the key to it", False),
        ("We heard a dreadful noise there", "We heard a terrible noise there", False),
        ("Nothing in common", "Some other words", False),
        ("", "", False),
    ],
)
def test_drift_is_another_tense_or_form_of_the_same_words(left, right, drift):
    assert is_drift(left, right) is is_drift(right, left) is drift
