"""What an analyst must act on first stands above wording."""

from __future__ import annotations

import pytest
from builders import statement, summary
from comparing import question, run

from summarizer.comparison.checks.severity import severity_of
from summarizer.terms import FindingKind, Matter, Severity, Verdict

WORDS = ("one thing", "another thing")


@pytest.mark.parametrize("matter", [Matter.CASUALTIES, Matter.RESPONSIBILITY, Matter.CAUSE, Matter.OCCURRENCE])
def test_contradictions_about_grave_matters_are_high(matter: Matter) -> None:
    assert severity_of(Verdict.CONTRADICT, FindingKind.FACT, matter, WORDS) is Severity.HIGH


def test_a_contradicted_denial_is_high_whatever_it_is_about() -> None:
    assert severity_of(Verdict.CONTRADICT, FindingKind.DENIAL, Matter.OTHER, WORDS) is Severity.HIGH


@pytest.mark.parametrize("matter", [Matter.AMOUNT, Matter.TIME, Matter.PLACE, Matter.IDENTITY, Matter.POSITION])
def test_other_contradictions_matter(matter: Matter) -> None:
    assert severity_of(Verdict.CONTRADICT, FindingKind.FACT, matter, WORDS) is Severity.MEDIUM


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        ("We had forty guards there", "We had four guards there", Severity.HIGH),
        ("We could hold it with foam", "We could not hold it with foam", Severity.HIGH),
        ("We could hold it with foam", "We couldn’t hold it with foam", Severity.HIGH),
        ("They would have come back", "They will have come back", Severity.MEDIUM),
        ("We heard a dreadful noise", "We heard a terrible noise", Severity.MEDIUM),
    ],
)
def test_a_quotation_is_as_grave_as_what_changed_in_it(left: str, right: str, severity: Severity) -> None:
    assert severity_of(Verdict.CONTRADICT, FindingKind.QUOTATION, Matter.WORDING, (left, right)) is severity


@pytest.mark.parametrize("verdict", [Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE, Verdict.AGREE])
def test_what_is_explained_is_low(verdict: Verdict) -> None:
    assert severity_of(verdict, FindingKind.QUANTITY, Matter.CASUALTIES, WORDS) is Severity.LOW


def test_what_cannot_be_told_is_never_high() -> None:
    assert severity_of(Verdict.UNSURE, FindingKind.QUANTITY, Matter.CASUALTIES, WORDS) is Severity.MEDIUM
    assert severity_of(Verdict.UNSURE, FindingKind.QUANTITY, Matter.AMOUNT, WORDS) is Severity.LOW


def test_what_an_article_has_against_itself_stands_one_step_lower() -> None:
    text = "Forty people died that night. Sixty people died that night."
    both = (
        statement("Forty people died", text="Forty people died."),
        statement("Sixty people died", sents=[2], text="Sixty died."),
    )
    other = summary("Nobody was about.", statement("Nobody was about", text="Nobody was about."), outlet="Courier")

    (within,) = run([summary(text, *both, outlet="Herald"), other], question("A1.1", "A1.2", kind="fact")).findings
    (between,) = run([summary(text, *both, outlet="Herald"), other], question("A1.1", "A2.1", kind="fact")).findings

    assert (within.severity, between.severity) == (Severity.MEDIUM, Severity.HIGH)
