"""Through what the model is asked: three questions, each with the prompt's values and a label for messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from summarizer.answers import ProposalsAnswer, WeighingAnswer

Requests = tuple[str, ...]
"""The identities of requests to the model: SHA-256 in hex, under which their answers are kept."""


def unknown(_answer: ProposalsAnswer | WeighingAnswer) -> Requests:
    """Of an answer that came from nowhere, no request is known."""
    return ()


@dataclass(frozen=True)
class Judge:
    """Asks the model.

    Attributes:
        propose: names the pairs of one table that may differ; weigh: gives a verdict on pairs of passages.
        propose_added: names those of them that touch an article which came to the story later; None where `propose` does.
            All raise ModelError.
        requests: which requests got an answer.
    """

    propose: Callable[[dict[str, str], str], Awaitable[ProposalsAnswer]]
    weigh: Callable[[dict[str, str], str], Awaitable[WeighingAnswer]]
    propose_added: Callable[[dict[str, str], str], Awaitable[ProposalsAnswer]] | None = None
    requests: Callable[[ProposalsAnswer | WeighingAnswer], Requests] = unknown
