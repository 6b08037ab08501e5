"""What a run has to have done, whatever failed on the way."""

from __future__ import annotations

from typing import Any

from faults.answering import sensible
from faults.endpoint import StoryEndpoint, key_of
from faults.story import OUTLETS, conflict_told, extracted

FAULTY = "West Herald"
"""The outlet whose article meets the fault in most tests; both tolls are told by others too."""
OTHERS = tuple(outlet for outlet in OUTLETS if outlet != FAULTY)
MOST_REQUESTS = 3


def told(report: dict[str, Any] | None, outlets: tuple[str, ...] = OUTLETS) -> None:
    """A report was written that has these outlets' articles and the conflict between them."""
    assert report is not None, "no report was written"
    assert extracted(report) >= set(outlets), "articles without a fault have to be extracted"
    assert conflict_told(report), "the report lost the conflict of 12 and 30 people killed"


def bounded(endpoint: StoryEndpoint, most: int = MOST_REQUESTS) -> None:
    """No question was sent more often than a call may be."""
    assert not {about: count for about, count in endpoint.per_article.items() if count > most}, "too many requests for one call"


def paid_once(endpoint: StoryEndpoint) -> None:
    """No answer was paid for again."""
    again = [body for body, count in endpoint.paid.items() if count > 1]
    assert len(again) == 0, "answers that were paid for again"


def tokens(body: dict[str, Any], answer: Any = None) -> float:
    """About so many tokens, by the length of what was sent and what came back."""
    return (len(key_of(body)) + len(str(answer or ""))) / 4


def times_one_answer(endpoint: StoryEndpoint, outlet: str) -> float:
    """The tokens of all requests about an article and their answers, as a multiple of the first one's."""
    asked = [question for question in endpoint.asked if question.outlet == outlet]
    costs = [tokens(question.body, sensible(asked[0])) for question in asked]
    return sum(costs) / costs[0]
