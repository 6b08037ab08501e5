"""What readers proposed and what code found is merged: one question each, and never two in one."""

from __future__ import annotations

import pytest
from builders import figure, statement, summary
from comparing import question, run, toll, verdict_on

from summarizer.comparison.checks.candidates import Story, find_candidates
from summarizer.comparison.weighing.proposing import Proposal
from summarizer.comparison.weighing.questions import Question, merged
from summarizer.schema import Summary
from summarizer.terms import FindingKind, Verdict

Wanted = tuple[str, str, str, str]
"""The question, its kind, and the ids of two statements."""


def told(*lines: str, outlet: str, stances: tuple[str, ...] = (), **fields: str) -> Summary:
    stances = stances or ("asserted",) * len(lines)
    said = [
        statement(" ".join(line.rstrip(".").split()[:6]), sents=[n], text=line, stance=stance)
        for n, (line, stance) in enumerate(zip(lines, stances, strict=True), start=1)
    ]
    return summary(" ".join(lines), *said, outlet=outlet, **fields)


def both(dead: str, hurt: str, outlet: str) -> Summary:
    text = f"The ferry Alda sank off Torvik; {dead} died and {hurt} were hurt, officials said."
    figures = [figure(dead, "people killed"), figure(hurt, "people injured")]
    return summary(text, statement(f"{dead} died and {hurt}", text=text, figures=figures), outlet=outlet)


def questions(summaries: list[Summary], *wanted: Wanted, with_code: bool = True) -> list[Question]:
    story = Story.of(summaries)
    rows = {row.row_id: row for row in story.rows}
    proposals = [Proposal(asked, FindingKind(kind), rows[left], rows[right]) for asked, kind, left, right in wanted]
    return merged(story, proposals, find_candidates(story) if with_code else ())


def ids(question: Question) -> list[str]:
    return [row.row_id for row in question.rows()]


def test_one_toll_proposed_from_four_articles_is_one_question() -> None:
    summaries = [toll(f"{n} people", o) for n, o in zip((46, 64, 46, 90), ("Herald", "Courier", "Post", "Mail"), strict=True)]
    asked = [("How many died?", "quantity", f"A{a}.1", f"A{b}.1") for a, b in ((1, 2), (3, 4), (2, 3), (4, 1))]

    (one,) = questions(summaries, *asked)

    assert ids(one) == ["A1.1", "A2.1", "A3.1", "A4.1"]
    assert one.proposed == 4
    assert one.is_conflict


def test_what_code_found_in_four_articles_is_one_question_without_a_reader() -> None:
    summaries = [toll(f"{n} people", o) for n, o in zip((46, 64, 46, 90), ("Herald", "Courier", "Post", "Mail"), strict=True)]

    (one,) = questions(summaries)

    assert (ids(one), one.proposed, one.asked) == (["A1.1", "A2.1", "A3.1", "A4.1"], 0, None)


def test_two_measures_in_the_same_two_statements_are_two_questions() -> None:
    summaries = [both("12 people", "30 people", "Herald"), both("15 people", "45 people", "Courier")]
    asked = [("How many died?", "quantity"), ("How many were injured?", "quantity")]

    made = questions(summaries, *((text, kind, "A1.1", "A2.1") for text, kind in asked))

    assert sorted(q.asked or "" for q in made) == ["How many died?", "How many were injured?"]
    figures = {q.asked: {f.figure for p in q.pairings for f in p.figures or ()} for q in made}
    assert figures == {
        "How many died?": {"12 people", "15 people"},
        "How many were injured?": {"30 people", "45 people"},
    }


def test_both_measures_of_the_same_two_statements_are_found() -> None:
    summaries = [both("12 people", "30 people", "Herald"), both("15 people", "45 people", "Courier")]
    asked = [question("A1.1", "A2.1", question=text) for text in ("How many died?", "How many were injured?")]

    made = run(summaries, *asked).findings

    assert [f.verdict for f in made] == [Verdict.CONTRADICT, Verdict.CONTRADICT]
    assert {tuple(s.value for s in f.sides) for f in made} == {("12 people", "15 people"), ("30 people", "45 people")}
    assert len({f.finding_id for f in made}) == 2


def test_a_toll_laid_against_another_measure_joins_no_two_questions() -> None:
    summaries = [
        both("12 people", "30 people", "Herald"),
        toll("15 people", "Courier"),
        toll("45 people", "Post", measure="people injured"),
    ]

    made = questions(summaries, ("How many were hit?", "quantity", "A2.1", "A3.1"))

    assert sorted(ids(q) for q in made) == [["A1.1", "A2.1"], ["A1.1", "A3.1"], ["A2.1", "A3.1"]]


def test_an_old_toll_and_todays_are_two_questions_though_a_reader_lays_them_side_by_side() -> None:
    text = "In 2011 a fire on the sister ship killed 27 people."
    figures = [figure("27 people", "people killed")]
    old = summary(text, statement("killed 27 people", when="In 2011", figures=figures), outlet="Herald")
    summaries = [old, toll("64 people", "Courier"), toll("46 people", "Post")]

    made = questions(summaries, ("How many died in 2011 and now?", "quantity", "A1.1", "A2.1"))

    assert sorted(ids(q) for q in made) == [["A1.1", "A2.1"], ["A2.1", "A3.1"]]


def test_tolls_of_two_places_are_two_questions() -> None:
    def of(words: str, place: str, outlet: str) -> Summary:
        text = f"The storm killed {words} in {place}."
        figures = [figure(words, "people killed", where=place)]
        return summary(text, statement(f"killed {words} in {place}", text=text, figures=figures), outlet=outlet)

    summaries = [
        of("12", "Torvik", "Herald"),
        of("15", "Torvik", "Courier"),
        of("3", "Halbro", "Post"),
        of("4", "Halbro", "Mail"),
    ]

    assert [ids(q) for q in questions(summaries)] == [["A1.1", "A2.1"], ["A3.1", "A4.1"]]


def test_one_question_put_under_two_kinds_is_one() -> None:
    summaries = [
        told("The gate was locked that night.", outlet="Herald"),
        told("The gate stood open all night.", outlet="Courier"),
    ]
    asked = [("Was the gate locked that night?", kind, "A1.1", "A2.1") for kind in ("fact", "denial", "date")]

    (one,) = questions(summaries, *asked)

    assert one.proposed == 3


def test_two_questions_of_two_kinds_about_the_same_statements_stay_two() -> None:
    summaries = [toll("46 people", "Herald"), toll("46 people", "Courier")]
    asked = [("Who warned the captain?", "fact", "A1.1", "A2.1"), ("On which day did she sink?", "date", "A1.1", "A2.1")]

    assert len(questions(summaries, *asked)) == 2


def test_a_question_of_another_kind_takes_in_no_conflict() -> None:
    summaries = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    made = questions(summaries, ("Did the ferry sink?", "fact", "A1.1", "A2.1"))

    assert sorted(q.is_conflict for q in made) == [False, True]


@pytest.mark.parametrize("verdict", ["contradict", "compatible", "update", "scope", "differs", "unsure"])
def test_a_question_of_another_kind_hides_no_conflict_whatever_its_verdict(verdict: str) -> None:
    summaries = [toll("46 people", "Herald"), toll("64 people", "Courier")]
    asked = question("A1.1", "A2.1", verdict, kind="fact", question="Did the ferry sink?")

    made = {f.kind: f for f in run(summaries, asked, verdict_on("A1.1", "A2.1")).findings}

    assert made[FindingKind.QUANTITY].verdict is Verdict.CONTRADICT
    assert {s.value for s in made[FindingKind.QUANTITY].sides} == {"46 people", "64 people"}


DENIALS = ("The owner denied that the ferry was overloaded.", "The owner denied that the crew was drunk.")


def test_two_denials_are_two_questions() -> None:
    summaries = [
        told(*DENIALS, outlet="Herald", stances=("denied", "denied")),
        told("The ferry was overloaded, police found.", "The crew was drunk, police found.", outlet="Courier"),
    ]
    asked = [("Was the ferry overloaded?", "denial", "A1.1", "A2.1"), ("Was the crew drunk?", "denial", "A1.2", "A2.2")]

    made = [q for q in questions(summaries, *asked) if q.proposed]

    assert [ids(q) for q in made] == [["A1.1", "A2.1"], ["A1.2", "A2.2"]]


def test_one_denial_against_two_reports_of_the_same_is_one_question() -> None:
    summaries = [
        told(DENIALS[0], outlet="Herald", stances=("denied",)),
        told("The ferry was overloaded, police found.", outlet="Courier"),
        told("The ferry was overloaded, an inquiry found.", outlet="Post"),
    ]
    asked = [("Was the ferry overloaded?", "denial", "A1.1", "A2.1"), ("Too many aboard?", "denial", "A1.1", "A3.1")]

    (one,) = [q for q in questions(summaries, *asked, with_code=False) if q.proposed]

    assert ids(one) == ["A1.1", "A2.1", "A3.1"]


def test_one_report_against_two_denials_of_other_things_is_two_questions() -> None:
    summaries = [
        told(*DENIALS, outlet="Herald", stances=("denied", "denied")),
        told("Police found fault with the owner of the ferry.", outlet="Courier"),
    ]
    asked = [("Was the ferry overloaded?", "denial", "A1.1", "A2.1"), ("Was the crew drunk?", "denial", "A1.2", "A2.1")]

    assert len(questions(summaries, *asked, with_code=False)) == 2


def test_merging_is_the_same_whatever_the_order_of_the_proposals() -> None:
    summaries = [toll(f"{n} people", o) for n, o in zip((46, 64, 46), ("Herald", "Courier", "Post"), strict=True)]
    asked = [("How many died?", "quantity", "A1.1", "A2.1"), ("Did she sink?", "fact", "A1.1", "A3.1")]

    forth, back = questions(summaries, *asked), questions(summaries, *asked[::-1])

    assert [(ids(q), q.asked) for q in forth] == [(ids(q), q.asked) for q in back]
