"""Each question once: what rests on the same two passages is one finding, unless it is about two values in them."""

from __future__ import annotations

from builders import figure, statement, summary
from comparing import question, run

from summarizer.schema import Summary
from summarizer.terms import Verdict


def told(text: str, outlet: str, *anchors: str) -> Summary:
    said = [statement(anchor, text=f"{anchor} in the pass.") for anchor in anchors]
    return summary(text, *said, outlet=outlet)


STORY = [
    told("Rebels blew up the bridge and lost men there.", "Herald", "Rebels blew up", "lost men there"),
    told("Soldiers blew up the bridge and lost nobody there.", "Courier", "Soldiers blew up", "lost nobody there"),
]


def test_two_questions_about_the_same_two_passages_are_one_finding() -> None:
    made = run(
        STORY,
        question("A1.1", "A2.1", kind="fact", matter="responsibility", question="Who blew up the bridge?"),
        question("A1.2", "A2.2", kind="denial", matter="casualties", question="Did they lose anybody?"),
    ).findings

    (finding,) = [f for f in made if f.verdict is Verdict.CONTRADICT]
    assert "The same passages also answer: " in finding.why
    assert {"Who blew up the bridge?", "Did they lose anybody?"} == {
        finding.question,
        finding.why.rpartition("also answer: ")[2],
    }
    assert len(finding.sides) == 4


def test_the_graver_verdict_stays() -> None:
    made = run(
        STORY,
        question("A1.1", "A2.1", "differs", kind="fact", question="Who blew up the bridge?"),
        question("A1.2", "A2.2", kind="fact", question="Did they lose anybody?"),
    ).findings

    assert [f.verdict for f in made] == [Verdict.CONTRADICT]
    assert made[0].question == "Did they lose anybody?"


def counted(outlet: str, dead: str, hurt: str) -> Summary:
    text = f"The blast left {dead} dead and {hurt} hurt in Torvik."
    figures = [figure(f"{dead} dead", "people killed"), figure(f"{hurt} hurt", "people injured")]
    return summary(text, statement(f"left {dead} dead", text=text, figures=figures), outlet=outlet)


def test_two_values_in_the_same_two_passages_stay_two_findings() -> None:
    made = run(
        [counted("Herald", "12", "30"), counted("Courier", "15", "40")],
        question("A1.1", "A2.1", question="How many people were killed?"),
        question("A1.1", "A2.1", question="How many people were injured?"),
    ).findings

    assert sorted(side.value for f in made for side in f.sides[:2]) == ["12 dead", "15 dead", "30 hurt", "40 hurt"]


def test_of_two_questions_that_share_their_passages_what_happened_stays_before_who_says_so() -> None:
    third = told("Bandits blew up the bridge.", "Gazette", "Bandits blew up")
    made = run(
        [*STORY, third],
        question("A1.1", "A3.1", kind="attribution", others=["A2.1"], question="Who says who blew up the bridge?"),
        question("A1.1", "A2.1", kind="fact", others=["A3.1"], question="How was the bridge destroyed?"),
    ).findings

    (finding,) = [f for f in made if f.verdict is Verdict.CONTRADICT]
    assert finding.question == "How was the bridge destroyed?"
    assert len({side.article_id for side in finding.sides}) == 3
