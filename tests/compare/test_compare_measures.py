"""Which figures stand side by side, and which do not."""

from __future__ import annotations

import pytest
from builders import figure, speaker, statement, summary
from comparing import run
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.overview.measures import find_measures
from summarizer.comparison.overview.sums import sums_in
from summarizer.schema import Measure, Summary


def told(
    words: str, measure: str = "people killed", *, outlet: str, sentence: str = "", published: str = "2024-10-14", **more
) -> Summary:
    text = sentence or f"{words} were killed when the mill at Torvik burned down."
    return summary(
        text, statement(words, text=text, figures=[figure(words, measure, **more)]), outlet=outlet, published=published
    )


def measured(*summaries: Summary) -> tuple[Measure, ...]:
    return find_measures(Story.of(list(summaries)))


def figures(measure: Measure) -> list[str]:
    return [row.figure for row in measure.rows]


def test_every_article_s_figure_stands_in_one_record():
    (toll,) = measured(
        told("12 people", outlet="A"),
        told("13", outlet="B"),
        told("Scores of people", outlet="C"),
        told("At least 43 people", outlet="D"),
    )
    assert figures(toll) == ["12 people", "13", "Scores of people", "At least 43 people"]
    assert toll.differ
    assert [row.differs for row in toll.rows] == [True, True, True, True]


def test_a_word_without_a_number_stands_there_and_differs_from_nothing():
    (toll,) = measured(told("Many people", outlet="A"), told("31 people", outlet="B"))
    assert [(row.figure, row.vague, row.differs) for row in toll.rows] == [
        ("Many people", True, False),
        ("31 people", False, False),
    ]


def test_equal_figures_are_a_measure_that_does_not_differ():
    (toll,) = measured(told("31 people", outlet="A"), told("thirty-one people", outlet="B"))
    assert not toll.differ


def test_what_one_article_tells_alone_is_no_measure():
    assert measured(told("31 people", outlet="A"), summary("The mill burned down.", outlet="B")) == ()


@pytest.mark.parametrize("other", ["people injured", "people killed or injured", "children killed", "people missing"])
def test_another_kind_of_count_is_another_measure(other):
    assert measured(told("31 people", outlet="A"), told("70 people", other, outlet="B")) == ()


def test_another_place_is_another_measure():
    first = told("31 people", outlet="A", where="Torvik", sentence="31 people died in a mill fire in Torvik.")
    second = told("12 people", outlet="B", where="Halbro", sentence="A coach fell into the Halbro gorge and 12 people died.")
    assert measured(first, second) == ()


def test_a_city_and_its_country_are_one_place_if_the_figures_are_of_one_size():
    known = "31 people died in Torvik, Norland."
    first = told("31 people", outlet="A", where="Torvik, Norland", sentence=known)
    second = told("34 people", outlet="B", where="Torvik", sentence="In Torvik 34 people lost their lives.")
    third = told("36 people", outlet="C", where="Norland", sentence="A blaze killed 36 people in Norland.")
    assert [figures(m) for m in measured(first, second, third)] == [["31 people", "34 people", "36 people"]]


def test_an_event_of_another_year_is_another_measure():
    now = told("31 people", outlet="A", as_of="on Monday", sentence="31 people were killed on Monday when a mill burned.")
    then = told("27 people", outlet="B", as_of="in 2011", sentence="A mill fire in 2011 left 27 people dead.")
    assert measured(now, then) == ()


def test_two_places_of_one_article_stay_two_however_alike_they_are_told():
    pairs = [("22 people", "Douvre"), ("16 people", "Harne")]
    said = [
        statement(w, sents=[n], text=f"{w} died in {p}.", figures=[figure(w, "people killed", where=p)])
        for n, (w, p) in enumerate(pairs, 1)
    ]
    text = "22 people died in Douvre. 16 people died in Harne."
    both = [summary(text, *said, outlet=outlet) for outlet in ("A", "B")]
    assert sorted(figures(m) for m in measured(*both)) == [["16 people", "16 people"], ["22 people", "22 people"]]


def test_amounts_in_other_units_of_one_kind_stand_side_by_side():
    first = told(
        "64,000 kilograms",
        "fertiliser listed in the register",
        outlet="A",
        sentence="The register of the port lists 64,000 kilograms of fertiliser in Hall 6.",
    )
    second = told(
        "640 tonnes",
        "fertiliser held",
        outlet="B",
        sentence="Hall 6 held 640 tonnes of fertiliser, the register of the port says.",
    )
    (amount,) = measured(first, second)
    assert amount.differ


def test_animals_are_not_laid_against_people():
    fish = told(
        "some 300 dead bream",
        "dead bream counted",
        outlet="B",
        sentence="They counted some 300 dead bream below the mill at Torvik.",
    )
    assert measured(told("31 people", outlet="A"), fish) == ()


def test_a_part_is_not_laid_against_the_whole():
    whole = told("31 people", outlet="A")
    part = told("nine of them", "people killed", outlet="B", sentence="Of the dead, nine of them were killed at the gate.")
    assert measured(whole, part) == ()


def test_a_group_is_not_laid_against_all_unless_it_is_most_of_them():
    passengers = told("29 passengers", "passengers killed", outlet="B")
    guards = told("3 guards", "guards killed", outlet="C")
    assert [figures(m) for m in measured(told("31 people", outlet="A"), passengers, guards)] == [["31 people", "29 passengers"]]


def test_one_figure_of_one_speaker_stands_once_for_an_article():
    text = "31 people died. In all 31 people died, the mayor said."
    twice = summary(
        text,
        statement("31 people died", sents=[1], text="31 people died.", figures=[figure("31 people", "people killed")]),
        statement("In all 31 people", sents=[2], text="In all 31 people died.", figures=[figure("31 people", "people killed")]),
        outlet="A",
    )
    (toll,) = measured(twice, told("40 people", outlet="B"))
    assert figures(toll) == ["31 people", "40 people"]


def test_a_row_says_who_gives_the_figure_and_as_of_when():
    text = "By Tuesday 31 people were dead, Mayor Ines Rolo said."
    said = statement(
        "31 people were dead",
        by="p1",
        text=text,
        figures=[figure("31 people", "people killed", as_of="By Tuesday", where="Torvik")],
    )
    (toll,) = measured(summary(text, said, speakers=(speaker("Ines Rolo"),), outlet="A"), told("40 people", outlet="B"))
    row = toll.rows[0]
    assert (row.speaker, row.as_of, row.where, row.low, row.high) == ("Ines Rolo", "By Tuesday", "Torvik", 31, 31)


def test_what_is_denied_is_nobody_s_figure():
    text = "The owner denied that 31 people were killed."
    denied = summary(
        text,
        statement("denied that 31 people", stance="denied", text=text, figures=[figure("31 people", "people killed")]),
        outlet="A",
    )
    assert measured(denied, told("40 people", outlet="B")) == ()


def test_measures_that_differ_come_first_then_those_that_most_articles_give():
    def article(outlet: str, toll: str, engines: str) -> Summary:
        text = f"{engines} engines came. {toll} people were killed in the mill."
        return summary(
            text,
            statement(
                f"{engines} engines",
                sents=[1],
                text=f"{engines} engines came.",
                figures=[figure(f"{engines} engines", "engines sent")],
            ),
            statement(
                f"{toll} people",
                sents=[2],
                text=f"{toll} people were killed.",
                figures=[figure(f"{toll} people", "people killed")],
            ),
            outlet=outlet,
        )

    found = measured(article("A", "31", "6"), article("B", "40", "6"), article("C", "41", "6"))
    assert [(m.measure, m.differ) for m in found] == [("people killed", True), ("engines sent", False)]


def test_the_comparison_has_them_with_and_without_a_model():
    articles = [told("30 people", outlet="A"), told("41 people", outlet="B")]
    assert [m.measure for m in run(articles).measures] == ["people killed"]


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            "It left 16 people injured: 9 men, 5 women and 3 children.",
            "“16 people” is told as 9 + 5 + 3, which makes 17, not 16",
        ),
        ("It left 17 people injured: 9 men, 5 women and 3 children.", "“17 people” is told as 9 + 5 + 3, which adds up"),
        (
            "Ten people died: six in Torvik, three in Lund and two in Varn.",
            "“Ten people” is told as 6 + 3 + 2, which makes 11, not 10",
        ),
    ],
)
def test_a_total_is_checked_against_its_parts(quote, said):
    low = {"It left 16": 16, "It left 17": 17, "Ten people": 10}[quote[:10]]
    assert list(sums_in([quote], (low, low))) == [said]


@pytest.mark.parametrize(
    "quote",
    [
        "It left 16 people injured, including 9 men and 5 women.",
        "It left 16 people injured: at least 9 men and 5 women.",
        "It left about 16 people injured: 9 men and 5 women.",
        "It left 16 people injured, 9 men and 5 women.",
        "It left 16 people injured: 9 men, 5 women and others.",
        "It left 16 people injured: 9 men, 5 women, and a number of children.",
    ],
)
def test_no_sum_is_claimed_where_the_parts_may_not_be_all(quote):
    assert list(sums_in([quote], (16, 16))) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["7 people", "9 people", "Dozens of people", "Many people", "At least 8 people"]),
        min_size=2,
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_the_articles_does_not_matter(words, chance):
    articles = [told(word, outlet=f"Outlet {n}") for n, word in enumerate(words)]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert _as_sets(measured(*articles)) == _as_sets(measured(*shuffled))


def _as_sets(measures: tuple[Measure, ...]) -> set[frozenset[tuple[str, bool]]]:
    return {frozenset((row.item_id, row.differs) for row in measure.rows) for measure in measures}
