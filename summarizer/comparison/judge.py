"""Through what the model is asked: three questions, each with the prompt's values and a label for messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from summarizer.answers import ProposalsAnswer, WeighingAnswer


@dataclass(frozen=True)
class Judge:
    """Asks the model.

    Attributes:
        propose: names the pairs of one table that may differ; weigh: gives a verdict on pairs of passages.
        propose_added: names those of them that touch an article which came to the story later; None where `propose` does.
            All raise ModelError.
    """

    propose: Callable[[dict[str, str], str], Awaitable[ProposalsAnswer]]
    weigh: Callable[[dict[str, str], str], Awaitable[WeighingAnswer]]
    propose_added: Callable[[dict[str, str], str], Awaitable[ProposalsAnswer]] | None = None
