"""The model's verdict has to fit what code knows; where it does not, code has the last word."""

from __future__ import annotations

import pytest
from builders import figure, speaker, statement, summary
from comparing import question, run, toll

from summarizer.schema import Summary
from summarizer.terms import DecidedBy, FindingKind, Severity, Verdict


def quoted(words: str, outlet: str) -> Summary:
    said = statement(words, text=f"Ine Holm spoke of the storm: {words}", by="p1")
    return summary(f"“{words},” Ine Holm told the harbour press.", said, speakers=(speaker("Ine Holm"),), outlet=outlet)


def dated(when: str, outlet: str) -> Summary:
    text = f"The ferry Alda sank off Torvik {when}."
    return summary(text, statement("ferry Alda sank off Torvik", text=text, when=when), outlet=outlet)


@pytest.mark.parametrize("same", ["no", "unclear"])
def test_what_is_not_surely_one_matter_is_no_contradiction(same: str) -> None:
    (finding,) = run([toll("46 people", "Herald"), toll("64 people", "Courier")], question("A1.1", "A2.1", same=same)).findings

    assert finding.verdict is Verdict.UNSURE
    assert finding.decided_by is DecidedBy.CODE
    assert finding.settle == "whether both speak of the same matter"


def test_an_update_takes_two_times() -> None:
    told = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", "update")).findings

    assert finding.verdict is Verdict.UNSURE
    assert "nothing in the texts tells that one is later" in (finding.code_says or "")


def test_an_update_between_two_days_stands() -> None:
    told = [toll("46 people", "Herald", published="2024-10-14"), toll("64 people", "Courier", published="2024-10-15")]

    (finding,) = run(told, question("A1.1", "A2.1", "update")).findings

    assert (finding.verdict, finding.severity) == (Verdict.UPDATE, Severity.LOW)


def test_a_quotation_cut_shorter_is_no_contradiction() -> None:
    told = [quoted("We were warned twice of the storm that night", "Herald"), quoted("warned twice of the storm", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="quotation", matter="wording")).findings

    assert finding.verdict is Verdict.COMPATIBLE


def test_two_names_of_one_day_are_no_contradiction_of_dates() -> None:
    told = [dated("on Sunday", "Herald"), dated("on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert finding.verdict is Verdict.UNSURE
    assert "are the same day, 2024-10-13" in (finding.code_says or "")


def test_two_hours_of_one_day_are_a_contradiction() -> None:
    told = [dated("at 6:14 a.m. on Sunday", "Herald"), dated("at 7:40 a.m. on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert finding.verdict is Verdict.CONTRADICT


def test_two_days_are_a_contradiction_of_dates() -> None:
    told = [dated("on Saturday", "Herald"), dated("on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert (finding.verdict, finding.severity) == (Verdict.CONTRADICT, Severity.MEDIUM)


def test_a_conflict_the_model_passed_over_is_explained_by_dates_if_they_tell() -> None:
    told = [toll("46 people", "Herald", published="2024-10-14"), toll("64 people", "Courier", published="2024-10-15")]

    (finding,) = run(told).findings

    assert (finding.verdict, finding.decided_by) == (Verdict.UPDATE, DecidedBy.CODE)


def test_the_same_two_values_in_further_articles_are_further_sides_of_one_finding() -> None:
    outlets = ("Herald", "Courier", "Post", "Mail")
    told = [toll(f"{46 if n % 2 else 64} people", name) for n, name in enumerate(outlets)]

    (finding,) = run(told, question("A1.1", "A2.1")).findings

    assert finding.verdict is Verdict.CONTRADICT
    assert len({side.article_id for side in finding.sides}) == 4


def two_figures(dead: str, hurt: str, outlet: str, *, dead_as: str = "people killed") -> Summary:
    text = f"The ferry Alda sank off Torvik; {dead} died and {hurt} were hurt, officials said."
    figures = [figure(dead, dead_as), figure(hurt, "people injured in the sinking")]
    said = statement(f"{dead} died and {hurt}", text=f"{dead} died and {hurt} were hurt off Torvik.", figures=figures)
    return summary(text, said, outlet=outlet)


def test_a_conflict_is_shown_with_its_own_figures() -> None:
    told = [two_figures("12", "30", "Herald"), two_figures("15", "30", "Courier", dead_as="death toll")]

    (open_one,) = run(told).findings
    (named,) = run(told, question("A1.1", "A2.1", candidates=["c1"])).findings

    assert [side.value for side in open_one.sides] == [side.value for side in named.sides] == ["12", "15"]


def test_a_conflict_is_not_hidden_under_a_question_of_another_kind() -> None:
    told = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    verdicts = {f.kind: f.verdict for f in run(told, question("A1.1", "A2.1", "compatible", kind="fact")).findings}

    assert verdicts == {FindingKind.FACT: Verdict.COMPATIBLE, FindingKind.QUANTITY: Verdict.UNSURE}


def test_an_explanation_of_two_values_does_not_explain_them_in_other_articles() -> None:
    days = ("2024-10-14", "2024-10-15", "2024-10-16", "2024-10-16")
    outlets = ("Herald", "Courier", "Post", "Mail")
    told = [toll(f"{64 if n % 2 else 46} people", o, published=d) for n, (o, d) in enumerate(zip(outlets, days, strict=True))]

    made = run(told, question("A1.1", "A2.1", "update")).findings

    assert {f.verdict for f in made} == {Verdict.UPDATE, Verdict.UNSURE}


def test_the_same_two_numbers_of_another_measure_are_another_finding() -> None:
    told = [
        toll("46 people", "Herald"),
        toll("64 people", "Courier"),
        toll("46 people", "Post", measure="people injured"),
        toll("64 people", "Mail", measure="people injured"),
    ]

    made = run(told, question("A1.1", "A2.1")).findings

    assert [f.verdict for f in made] == [Verdict.CONTRADICT, Verdict.UNSURE]
