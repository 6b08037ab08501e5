"""Sources are counted by origin: per article, and per statement where an article credits another report."""

from __future__ import annotations

import pytest
from builders import article, speaker, statement, summary
from comparing import run

from summarizer.answers import AgreementAnswer
from summarizer.comparison.meeting.table import rows_of
from summarizer.comparison.origins.credits import dateline_credit
from summarizer.comparison.origins.finding import Sources, find_origins
from summarizer.schema import Finding, Summary

AGREED = AgreementAnswer(question="Was the permit out of date?", members=["A1.1", "A2.1"])


OWN = {
    "Herald": "Crews swept the quay on Friday while gulls circled over the cranes and the mayor spoke to nobody at all.",
    "Courier": "Nobody in town could say when the harbour office had last opened its books to a visitor from outside.",
}


def told(outlet: str, name: str | None = None, *, via: tuple[str, ...] = (), **fields: str) -> Summary:
    text = f"The permit had run out in March, {name or 'all'} said ({', '.join(via) or 'by telephone'}). {OWN[outlet]}"
    said = statement("permit had run out in March", text="The permit had run out in March.", by="p1" if name else None)
    words = OWN[outlet].split()
    own = [statement(" ".join(words[n : n + 4]), sents=[2], text=f"Of {words[n]}.") for n in range(0, 16, 4)]
    speakers = (speaker(name, via=list(via)),) if name else ()
    return summary(text, said, *own, speakers=speakers, outlet=outlet, **fields)


def agreement(*summaries: Summary) -> Finding:
    (finding,) = run(list(summaries), agreements=(AGREED,)).findings
    return finding


def test_own_reporting_of_two_outlets_is_two_origins() -> None:
    assert agreement(told("Herald"), told("Courier")).origins == 2


def test_a_statement_that_two_outlets_have_from_a_third_is_one_origin() -> None:
    finding = agreement(
        told("Herald", "The Lund Wire"), told("Courier", "a clerk", via=("Lund Wire",), main_source="Lund Wire")
    )

    assert finding.origins == 1
    assert finding.sides[0].through == "The Lund Wire"


def test_what_one_speaker_told_two_outlets_confirms_nothing_twice() -> None:
    assert agreement(told("Herald", "Ine Holm"), told("Courier", "Ine Holm")).origins == 1
    assert agreement(told("Herald", "Ine Holm"), told("Courier", "Per Dahl")).origins == 2


def test_one_statement_from_another_report_leaves_the_articles_apart() -> None:
    summaries = [told("Herald", "Per Dahl", via=("Courier",)), told("Courier", "Per Dahl")]
    origins = find_origins(summaries)

    assert len(origins) == 2
    sources = Sources(summaries, origins)
    assert {sources.of(row)[0] for row in rows_of(summaries) if "permit" in row.claim.statement} == {origins[1].origin_id}
    assert {sources.of(row)[0] for row in rows_of(summaries)} == {origin.origin_id for origin in origins}


def test_an_article_that_credits_another_for_a_good_part_shares_its_origin() -> None:
    lines = [f"The gate numbered {n} was locked, the Herald said." for n in range(4)]
    said = [statement(f"gate numbered {n} was locked", sents=[n + 1], text=line, by="p1") for n, line in enumerate(lines)]
    leaning = summary(" ".join(lines), *said, speakers=(speaker("the Herald"),), outlet="Courier")

    (origin,) = find_origins([told("Herald"), leaning])

    assert origin.basis == "Courier has much of it from Herald"


def test_a_dateline_with_the_outlets_own_name_is_no_retelling() -> None:
    (origin,) = find_origins([told("Herald", main_source="The Herald")])

    assert origin.basis == "own reporting"


def test_articles_of_one_outlet_are_no_independent_origins() -> None:
    first, later = told("Herald"), summary(f"A week on. {OWN['Courier']}", statement("A week on"), outlet="Herald")

    (origin,) = find_origins([first, later])

    assert origin.basis == "own reporting"


def test_an_outlets_own_report_stays_apart_from_what_it_took_from_a_wire() -> None:
    wire, copied = told("Herald", main_source="Lund Wire"), told("Courier", main_source="Lund Wire")
    own = summary(f"A week on. {OWN['Courier'][::-1]}", statement("A week on"), outlet="Courier")

    assert len(find_origins([wire, copied, own])) == 2


@pytest.mark.parametrize(
    ("opening", "credit"),
    [
        ("TORVIK (AFP) - The ferry sank.", "AFP"),
        ("Old Torvik, Halland (Lund Wire) — The ferry sank.", "Lund Wire"),
        ("Storm wrecks ferry\n\nTORVIK (AFP): The ferry sank.", "AFP"),
        ("The ferry (built in 1990) - an old one - sank.", None),
        ("Ine Holm (Labour) spoke.", None),
        ("TORVIK - The ferry sank.", None),
    ],
)
def test_the_agency_in_a_dateline_is_credited(opening: str, credit: str | None) -> None:
    assert dateline_credit(article(opening)) == credit


def test_an_article_under_a_wires_dateline_shares_the_wires_origin() -> None:
    wire = told("Herald")
    wire = wire.model_copy(update={"article": wire.article.model_copy(update={"outlet": "Lund Wire"})})
    text = f"TORVIK (Lund Wire) - {OWN['Courier']}"
    copied = summary(text, statement("Nobody in town could say"), outlet="Courier")

    (origin,) = find_origins([wire, copied])

    assert origin.basis == "Courier retells Lund Wire"


def test_a_single_line_from_another_report_does_not_make_a_retelling() -> None:
    lines = [f"The gate numbered {n} was locked that night." for n in range(10)]
    said = [statement(f"gate numbered {n} was locked", sents=[n + 1], text=line) for n, line in enumerate(lines)]
    said[0] = statement("gate numbered 0 was locked", sents=[1], text=lines[0], by="p1")
    lines[0] = f"{lines[0][:-1]}, the Lund Wire said."
    crediting = summary(" ".join(lines), *said, speakers=(speaker("Lund Wire"),), outlet="Courier", credited=["Lund Wire"])

    assert len(find_origins([told("Herald", main_source="Lund Wire"), crediting])) == 2
