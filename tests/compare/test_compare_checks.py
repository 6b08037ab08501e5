"""The declared table of checks: what each one finds in a pair, and what it leaves alone."""

from __future__ import annotations

import pytest
from builders import figure, speaker, statement, summary

from summarizer.comparison.checks.candidates import Candidate, Story, find_candidates
from summarizer.comparison.checks.catalogue import CHECKS
from summarizer.schema import Summary
from summarizer.terms import FindingKind


def told(text: str, outlet: str, **fields: object) -> Summary:
    """An article of one sentence that is its own statement."""
    anchor = " ".join(text.rstrip(".").split()[:7])
    return summary(text, statement(anchor, text=text, **fields), outlet=outlet)


def quoted(words: str, name: str, outlet: str) -> Summary:
    said = statement(words, text=f"{name} spoke of the {words}", by="p1")
    return summary(f"“{words},” {name} told the harbour press.", said, speakers=(speaker(name),), outlet=outlet)


def found(left: Summary, right: Summary) -> list[Candidate]:
    return list(find_candidates(Story.of([left, right])))


def only(left: Summary, right: Summary) -> Candidate:
    (candidate,) = found(left, right)
    return candidate


@pytest.mark.parametrize(
    ("left", "right", "unit"),
    [("800 tonnes", "500,000 kilograms", "tonnes"), ("12 km", "3 miles", "kilometres"), ("20 percent", "35 percent", "share")],
)
def test_figures_are_compared_after_conversion(left: str, right: str, unit: str) -> None:
    sides = [
        told(f"The depot at Varn held {words} of salt.", outlet, figures=[figure(words, "salt held in depot")])
        for words, outlet in ((left, "Herald"), (right, "Courier"))
    ]

    candidate = only(*sides)

    assert candidate.kind is FindingKind.QUANTITY
    assert candidate.found.conflict


@pytest.mark.parametrize(("left", "right"), [("800 tonnes", "800,000 kilograms"), ("5 km", "3 miles"), ("about 40", "38")])
def test_figures_that_convert_into_each_other_are_no_difference(left: str, right: str) -> None:
    sides = [
        told(f"The depot at Varn held {words} of salt.", outlet, figures=[figure(words, "salt held in depot")])
        for words, outlet in ((left, "Herald"), (right, "Courier"))
    ]

    assert [c for c in found(*sides) if c.kind is FindingKind.QUANTITY] == []


def test_a_changed_number_in_a_quotation_is_named() -> None:
    candidate = only(
        quoted("We asked for forty guards that night", "Ine Holm", "Herald"),
        quoted("We asked for four guards that night", "Ine Holm", "Courier"),
    )

    assert candidate.kind is FindingKind.QUOTATION
    assert candidate.found.conflict
    assert "“forty” against “four”" in candidate.found.why


def test_a_negation_is_named_as_it_is_written() -> None:
    candidate = only(
        quoted("We could have held that fire with foam", "Ine Holm", "Herald"),
        quoted("We couldn’t have held that fire with foam", "Ine Holm", "Courier"),
    )

    assert "a negation: “could” against “couldn't”" in candidate.found.why


def test_the_words_that_differ_are_named_where_the_sense_is_the_same() -> None:
    candidate = only(
        quoted("We heard a dreadful noise from the hold", "Ine Holm", "Herald"),
        quoted("We heard a terrible noise from the hold", "Ine Holm", "Courier"),
    )

    assert "“dreadful” against “terrible”" in candidate.found.why


def test_the_same_words_under_two_names_are_a_conflict() -> None:
    candidate = only(
        quoted("We heard a dreadful noise from the hold", "Ine Holm", "Herald"),
        quoted("We heard a dreadful noise from the hold", "Per Dahl", "Courier"),
    )

    assert candidate.kind is FindingKind.ATTRIBUTION
    assert candidate.found.conflict
    assert (candidate.found.left, candidate.found.right) == ("Ine Holm", "Per Dahl")


def test_one_speaker_in_two_spellings_is_no_other_speaker() -> None:
    left = quoted("We heard a dreadful noise from the hold", "Zabihullah Marwan", "Herald")
    right = quoted("We heard a dreadful noise from the hold", "Zabiullah Marwan", "Courier")

    assert found(left, right) == []


def test_rise_against_fall_is_a_hint() -> None:
    candidate = only(
        told("The nitrate in the river Lauen rose on Friday.", "Herald"),
        told("The nitrate in the river Lauen fell on Friday.", "Courier"),
    )

    assert (candidate.found.left, candidate.found.right) == ("rose", "fell")
    assert not candidate.found.conflict


def test_one_event_in_two_places_is_a_hint() -> None:
    candidate = only(
        told("The minister met the families of the dead in Torvik.", "Herald"),
        told("The minister met the families of the dead in Halbro.", "Courier"),
    )

    assert (candidate.found.left, candidate.found.right) == ("Torvik", "Halbro")


def test_figures_of_two_places_are_no_conflict_wherever_the_sentence_names_the_place() -> None:
    def of(words: str, place: str, outlet: str) -> Summary:
        return told(f"In {place}, {words} were killed by the storm.", outlet, figures=[figure(words, "miners killed")])

    candidates = found(of("17 miners", "Torvik", "Herald"), of("30 miners", "Halbro", "Courier"))

    assert [c.found.conflict for c in candidates if c.kind is FindingKind.QUANTITY] == [False]


def test_a_place_told_with_more_detail_is_no_other_place() -> None:
    left = told("The minister met the families of the dead in Torvik.", "Herald")
    right = told("The minister met the families of the dead in Old Torvik.", "Courier")

    assert found(left, right) == []


def test_one_event_with_other_participants_is_a_hint() -> None:
    candidate = only(
        told("Police arrested the watchman Ole Brandt over the fire.", "Herald"),
        told("Police arrested the watchman Per Dahl over the fire.", "Courier"),
    )

    assert (candidate.found.left, candidate.found.right) == ("Ole Brandt", "Per Dahl")


def test_a_fact_against_a_claim_is_a_hint() -> None:
    candidate = only(
        told("The fire at the depot in Varn was arson.", "Herald"),
        told("The fire at the depot in Varn was arson.", "Courier", stance="alleged"),
    )

    assert candidate.found.why == "asserted against alleged"


def test_a_denial_against_a_statement_is_a_hint() -> None:
    candidate = only(
        told("The company was warned of the leak in the depot.", "Herald"),
        told("The company denied that it was warned of the leak in the depot.", "Courier", stance="denied"),
    )

    assert candidate.kind is FindingKind.DENIAL


def test_every_kind_of_finding_has_a_check() -> None:
    assert {check.kind for check in CHECKS} == set(FindingKind)


def test_no_conflict_is_cut_however_many_there_are() -> None:
    texts = [f"The depot at Varn number {n} held {n} tonnes of salt." for n in range(2, 12)]

    def many(outlet: str, shift: int) -> Summary:
        said = [
            statement(f"number {n} held", sents=[n - 1], text=t, figures=[figure(f"{n} tonnes", "salt held")])
            for n, t in zip(range(2, 12), texts, strict=True)
        ]
        return summary(" ".join(texts), *said, outlet=outlet)

    conflicts = [c for c in found(many("Herald", 0), many("Courier", 1)) if c.found.conflict]

    assert len(conflicts) == 90
