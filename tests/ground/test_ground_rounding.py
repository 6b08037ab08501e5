"""A statement may round what its article gives, but not past what the words allow."""

from __future__ import annotations

import pytest
from builders import statement, summary

TEXT = (
    "At least 183 sailors were rescued, and the search took 18 months and cost 3.2 million crowns, the port said. "
    "Support fell by a fifth, or 7.5 percentage points, and a buoy lay 310 miles off."
)


@pytest.mark.parametrize(
    "said",
    [
        "Over 180 sailors were rescued.",
        "About 180 sailors were rescued.",
        "Some 200 sailors were rescued.",
        "At least 183 people were rescued.",
        "At least 183 seamen were rescued.",
        "At least 183 survivors were picked up.",
        "At least 183 lives were saved.",
        "Hundreds of sailors were rescued.",
        "The search cost more than 3 million crowns.",
        "The search took a year and a half.",
        "Support fell 20 percent.",
        "Support fell 7.5 points.",
        "A buoy lay about 500 kilometres off.",
    ],
)
def test_what_is_only_rounded_or_written_otherwise_stays(said: str) -> None:
    made = summary(TEXT, statement("sailors were rescued", sents=[1, 2], text=said))

    assert made.missing == ()


@pytest.mark.parametrize(
    "said",
    [
        "180 sailors were rescued.",
        "At least 183 boats were rescued.",
        "Thousands of sailors were rescued.",
        "Dozens of sailors were rescued.",
        "More than 190 sailors were rescued.",
        "More than 100 sailors were rescued.",
        "The search took more than two years.",
        "The search took two years.",
        "The search cost nearly 3 million crowns.",
        "The search cost more than 3.5 million crowns.",
        "Support fell by half.",
        "Support fell 7.5 percent.",
        "A buoy lay more than 600 kilometres off.",
    ],
)
def test_what_goes_past_the_figure_is_not_the_articles(said: str) -> None:
    made = summary(TEXT, statement("sailors were rescued", sents=[1, 2], text=said))

    assert len(made.missing) == 1
    assert made.claims == ()


def test_two_counts_that_change_places_are_not_the_articles() -> None:
    text = "Nine sailors were rescued from four boats off Velt."

    swapped = summary(text, statement("rescued from four boats", text="Four sailors were rescued from nine boats."))
    kept = summary(text, statement("rescued from four boats", text="Off Velt, four boats lost 9 sailors."))

    assert len(swapped.missing) == 1
    assert kept.missing == ()


def test_degrees_without_a_scale_are_those_of_the_scale_that_is_named() -> None:
    text = "Crews worked in minus 12 Celsius off Velt all night."

    same = summary(text, statement("Crews worked", text="Crews worked in 12 degrees below zero."))
    other = summary(text, statement("Crews worked", text="Crews worked in 12 degrees of warmth."))

    assert same.missing == ()
    assert len(other.missing) == 1
