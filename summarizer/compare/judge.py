"""Through what the model is asked: two questions, each with the prompt's values and a label for messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from summarizer.answers import ComparisonAnswer, PairsAnswer


@dataclass(frozen=True)
class Judge:
    """Asks the model.

    Attributes:
        compare: fills in one table's comparison; recheck: gives a second verdict on pairs of passages.
            Both raise ModelError.
    """

    compare: Callable[[dict[str, str], str], Awaitable[ComparisonAnswer]]
    recheck: Callable[[dict[str, str], str], Awaitable[PairsAnswer]]
