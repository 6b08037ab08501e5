"""Quantities in running text: what number, of what, how firmly, and whether two can both hold."""

from summarizer.quantities.comparison import Measure, convert, disjoint
from summarizer.quantities.exclusions import HEADLINE_VERBS
from summarizer.quantities.find import find_quantities
from summarizer.quantities.model import Approximator, Direction, Quantity
from summarizer.quantities.recorded import as_quantity

__all__ = [
    "HEADLINE_VERBS",
    "Approximator",
    "Direction",
    "Measure",
    "Quantity",
    "as_quantity",
    "convert",
    "disjoint",
    "find_quantities",
]
