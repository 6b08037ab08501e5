"""`--fail-on` counts what reviewers did not dismiss."""

from __future__ import annotations

import pytest
from review.reviewed import decision, fire

from summarizer.reporting import exit_code
from summarizer.schema import Failure, Report, ReviewRecord
from summarizer.terms import Severity, Verdict


def story(first: Severity = Severity.HIGH, second: Severity = Severity.LOW) -> Report:
    made = fire()
    graded = (
        made.findings[0].model_copy(update={"severity": first}),
        made.findings[1].model_copy(update={"severity": second}),
    )
    return made.model_copy(update={"findings": (*graded, made.findings[2])})


RULINGS = {
    "nobody": [],
    "dismissed": [("f1", "dismissed", "Ann")],
    "confirmed": [("f1", "confirmed", "Ann")],
    "unsure": [("f1", "unsure", "Ann")],
    "both dismissed": [("f1", "dismissed", "Ann"), ("f2", "dismissed", "Ann")],
    "disputed": [("f1", "dismissed", "Ann"), ("f1", "confirmed", "Bo")],
    "dismissed and unsure": [("f1", "dismissed", "Ann"), ("f1", "unsure", "Bo")],
    "dismissed twice": [("f1", "dismissed", "Ann"), ("f1", "dismissed", "Bo")],
}


@pytest.mark.parametrize(
    ("ruled", "high", "medium", "low"),
    [
        ("nobody", 1, 1, 1),
        ("dismissed", 0, 0, 1),
        ("confirmed", 1, 1, 1),
        ("unsure", 1, 1, 1),
        ("both dismissed", 0, 0, 0),
        ("disputed", 1, 1, 1),
        ("dismissed and unsure", 1, 1, 1),
        ("dismissed twice", 0, 0, 1),
    ],
)
def test_what_is_dismissed_does_not_count(ruled: str, high: int, medium: int, low: int) -> None:
    made = story()
    review = ReviewRecord(decisions=tuple(decision(made, one, ruling, by=by) for one, ruling, by in RULINGS[ruled]))

    assert [exit_code(made, severity, review) for severity in Severity] == [high, medium, low]
    assert exit_code(made, None, review) == 0


def test_a_stale_dismissal_does_not_hold() -> None:
    before = fire()
    told = before.findings[2].model_copy(update={"verdict": Verdict.CONTRADICT})
    review = ReviewRecord(decisions=tuple(decision(before, one, "dismissed") for one in ("f1", "f2", "f3")))
    after = before.model_copy(update={"findings": (*before.findings[:2], told)})

    assert exit_code(before, Severity.LOW, review) == 0
    assert exit_code(after, Severity.HIGH, review) == 1


def test_a_failure_comes_before_what_was_dismissed() -> None:
    made = story().model_copy(update={"failures": (Failure(stage="read", what="a.pdf", why="empty", exit_code=3),)})
    review = ReviewRecord(decisions=(decision(made, "f1", "dismissed"),))

    assert exit_code(made, Severity.HIGH, review) == 3
