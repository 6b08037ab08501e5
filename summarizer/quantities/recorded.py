"""The quantity that a recorded figure holds."""

from __future__ import annotations

from summarizer.quantities.model import Quantity
from summarizer.schema import Figure


def as_quantity(figure: Figure) -> Quantity:
    """The figure as the scanner read it."""
    return Quantity(
        start=0,
        end=len(figure.figure),
        text=figure.figure,
        low=figure.low,
        high=figure.high,
        approximator=figure.approximator or "exact",
        unit=figure.unit,
        direction=figure.direction,
        is_date=False,
        vague=figure.vague,
        additional=figure.additional,
        partitive=figure.partitive,
        precision=figure.precision,
    )
