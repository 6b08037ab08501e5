"""A rise or fall by a fraction of what there was."""

from __future__ import annotations

from fractions import Fraction

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "share", "direction"),
    [
        ("Ferry traffic fell by a fifth.", Fraction(1, 5), "down"),
        ("Output of the yards dropped last year by half, the union said.", Fraction(1, 2), "down"),
        ("Rents in the town rose by nearly a third in May.", Fraction(1, 3), "up"),
        ("The council cut its staff by a quarter to save money.", Fraction(1, 4), "down"),
        ("Growers told of a drop of a tenth.", Fraction(1, 10), "down"),
    ],
)
def test_a_change_by_a_fraction_is_a_share(text: str, share: Fraction, direction: str) -> None:
    (quantity,) = find_quantities(text)

    assert quantity.high is not None
    assert abs(Fraction(quantity.high) - share) < Fraction(1, 1000)
    assert (quantity.unit, quantity.direction) == ("fraction", direction)


@pytest.mark.parametrize(
    "text",
    [
        "The first blast was followed by a third.",
        "The boat was hit by a third party.",
        "The price was raised by a third bidder.",
        "The goal was scored by half past.",
    ],
)
def test_what_stands_behind_by_may_be_a_thing_in_a_row(text: str) -> None:
    assert [q.text for q in find_quantities(text) if q.unit == "fraction"] == []
