"""Which way a figure moves, by the verbs and nouns of change around it."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities

MOVES = [
    ("The index gained 2.2% in a day.", ["up"]),
    ("The share lost 1.1%.", ["down"]),
    ("Contracts were up 23.5 points, or 0.31%.", ["up", "up"]),
    ("Alder was down 2.3%, Birch by 2.6%.", ["down", "down"]),
    ("They hope to grow sales by 40 per cent.", ["up"]),
    ("The mayor cut the number of buses by 12 percent.", ["down"]),
    ("It lost 1% to close at 1,334.20.", ["down", "down"]),
    ("The sea rose 11 feet.", ["up"]),
    ("He lost 20 kg.", ["down"]),
    ("The rate climbed sharply to 6.7%.", ["up"]),
    ("A fall of 3 points.", ["down"]),
    ("The firm posted a loss of 63 cents a share.", ["down"]),
    ("She gained 12 percent of the vote.", [None]),
    ("The team added 12 points.", [None]),
    ("He accelerated the car to 100 km/h.", [None]),
    ("Fighters killed 12 people.", [None]),
    ("The bridge, hit by 5 shells, fell.", [None]),
]


@pytest.mark.parametrize(("text", "directions"), MOVES)
def test_direction(text, directions):
    assert [quantity.direction for quantity in find_quantities(text)] == directions


def test_a_conversion_shares_the_bound_of_the_figure_before_it():
    _, converted = find_quantities("It lies more than 300 km (186 miles) away.")
    assert (converted.approximator, converted.high) == ("more_than", None)


ELIDED = [
    ("Crews checked 60 vessels, including 15 at sea.", ["vessel", "vessel"]),
    ("The town has 160 guards, up from 90 last year.", ["guard", "guard"]),
    ("It fell 26 points, or 0.9%, to 2,863.", ["point", "percentage", None]),
]


@pytest.mark.parametrize(("text", "units"), ELIDED)
def test_a_noun_left_out_is_taken_from_the_figure_before(text, units):
    assert [quantity.unit for quantity in find_quantities(text)] == units
